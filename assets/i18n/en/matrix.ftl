# The matrix: grid, toolbar, inspector, dialogs.
matrix-none-title = No matrix
matrix-none-text = A matrix crosses policies and goals on a scale. Make one and start typing scores.
matrix-filtered-title = No row passes this filter
matrix-filtered-text = Every row is in order for what you asked.
matrix-blank-title = The matrix is empty
matrix-blank-text = Add rows and columns, or show the hidden ones.
matrix-chooser = Matrix: {$name}
matrix-view = View
matrix-view-net = Net
matrix-view-benefit = Co-benefits
matrix-view-tradeoff = Trade-offs
matrix-scale = {$name} {$lowest} … {$highest}
matrix-filter = Filter: {$what}
matrix-filter-none = all
matrix-filter-unscored = to be scored
matrix-filter-conflicts = with trade-offs
matrix-filter-no-reason = without a reason
matrix-order = Order: {$what}
matrix-order-catalogue = catalogue
matrix-order-net = net
matrix-order-conflicts = trade-offs
matrix-order-missing = most empty
matrix-assessor = Assessor
matrix-way-down = After an entry: cell below
matrix-way-right = After an entry: cell to the right
matrix-scroll-x = Scroll columns
matrix-scroll-y = Scroll rows

matrix-head-policies = Policies
matrix-head-goals = Goals
matrix-head-profile = Profile
matrix-head-count = {$n-text} of {$m-text}
matrix-no-group = Without a group
matrix-total-net = Net
matrix-total-coverage = Coverage
matrix-na = n.a.
matrix-dont-know = ?

matrix-grid-label = Matrix {$name}
matrix-cell-label = {$row}, {$column}: {$value}, row {$row-at} of {$rows}, column {$column-at} of {$columns}
matrix-mark-reason = with a reason
matrix-mark-disputed = assessors disagree
matrix-value-both = co-benefit {$benefit}, trade-off {$tradeoff}
matrix-value-empty = empty
matrix-value-na = not applicable
matrix-value-dont-know = don't know
matrix-editing = editing

matrix-refused-folded = Several cells stand here together. Open the group (F7, F8) to type.
matrix-refused-diagonal = An item is not crossed with itself
matrix-refused-cell = {$row} × {$column}: {$why}
matrix-refused-outside = { $n ->
    [one] One value falls outside the matrix
   *[other] {$n-text} values fall outside the matrix
}
matrix-pasted-partly = Pasted {$n-text} cells. Not taken in: {$m-text}.
matrix-none-unscored = There are no empty cells

matrix-completion-text = Cells with a score, not applicable or "don't know", of all that are shown
matrix-find = Find a row or column
matrix-find-hint = Code or name of a row or column
matrix-find-next = Find the next one
matrix-find-count = {$n-text} of {$m-text}

matrix-score = Score
matrix-two-sided = Co-benefit and trade-off
matrix-benefit = Co-benefit
matrix-tradeoff = Trade-off
matrix-contribution = Contribution
matrix-confidence = Confidence
matrix-confidence-text = From 1 (low) to 5 (high)
matrix-reason = Reason
matrix-mitigation = How the trade-off is softened
matrix-sources = Sources ({$n-text})
matrix-sources-word = Sources
matrix-source-add = Add a source
matrix-source-new = New source…
matrix-source-remove = Remove the source from this cell
matrix-source-citation = Citation
matrix-source-url = Link
matrix-source-save = Add
matrix-voices = What assessors said
matrix-voices-sums = { $n ->
    [one] one assessment · median {$median} · consensus {$consensus}
   *[other] {$n-text} assessments · median {$median} · consensus {$consensus}
}
matrix-history = History
matrix-history-line = {$when} · {$who}: {$what}
matrix-today = today {$time}
matrix-inspector-fold = Choose a single cell to see what is said of it. Cells folded into a group show their mean and range.

matrix-wizard-title = New matrix
matrix-wizard-name = Name
matrix-wizard-kind = Kind
matrix-wizard-scale = Scale
matrix-wizard-assessors = Who scores, besides the agreed one
matrix-wizard-framework = Framework
matrix-wizard-level = Level
matrix-wizard-levels = All levels
matrix-wizard-usual-name = Policies × {$framework}
matrix-wizard-new-assessor = New assessor
matrix-wizard-make = Make the matrix
matrix-wizard-size = {$rows} rows × {$columns} columns
matrix-pick-empty = There is nothing to choose. First add policies in the Catalogue or goals in Frameworks.
matrix-pick-filter = Filter
matrix-pick-all = All
matrix-pick-none = None
matrix-pick-count = { $n ->
    [one] one chosen
   *[other] {$n-text} chosen
}
matrix-info-title = About the matrix
matrix-info-note = Note
matrix-info-illustrative = The scores of this matrix are illustrative
matrix-delete-title = Delete "{$name}"?
matrix-delete-text = { $n ->
    [one] One cell goes with the matrix. It can be undone.
   *[other] {$n-text} cells go with the matrix. It can be undone.
}
matrix-add = Add
matrix-add-rows = Add rows
matrix-add-columns = Add columns
matrix-remove = Remove
matrix-remove-rows = Remove rows
matrix-remove-columns = Remove columns
matrix-remove-text = { $n ->
    [one] One cell goes with them. It can be undone.
   *[other] {$n-text} cells go with them. It can be undone.
}
matrix-weights-title = Weights of goals
matrix-weights-text = The weight multiplies a column's scores in sums. 1 is normal, 0 leaves it out.
matrix-weights-wrong = a number of 0 or more
matrix-assessors-title = Assessors
matrix-assessor-new = New assessor
matrix-assessor-kind = Kind of assessor
matrix-assessor-delete = Delete {$name}
matrix-assessor-delete-text = { $n ->
    [one] One cell goes with the assessor. It can be undone.
   *[other] {$n-text} cells go with the assessor. It can be undone.
}
