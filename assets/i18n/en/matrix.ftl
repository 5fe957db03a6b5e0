# The matrix: grid, toolbar, inspector, dialogs.
matrix-none-title = No matrix
matrix-none-text = A matrix crosses policies and goals on a scale. Make one and start typing scores.
matrix-none-no-policies = There are no policies here yet. Add them in the Catalogue, import a list from a spreadsheet or paste it: then the matrix is made.
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
matrix-filter-dont-know = with “don't know”
matrix-filter-not-applicable = with n.a.
matrix-filter-disputed = with assessors who disagree
matrix-only-plan = Plan
matrix-only-office = Office
matrix-only-goal = Goal
matrix-only-score = Score
matrix-only-benefit = with benefits
matrix-only-tradeoff = with trade-offs
matrix-only-clear = Remove filters
matrix-only-close = Close the filters
matrix-order = Order: {$what}
matrix-order-catalogue = catalogue
matrix-order-net = net
matrix-order-conflicts = trade-offs
matrix-order-missing = most empty
matrix-order-column = column
matrix-more = More choices of the view
matrix-density = Density
matrix-density-wide = Wide
matrix-density-compact = Compact
matrix-fold-cells = { $n ->
    [one] 1 cell
   *[other] {$n-text} cells
}
matrix-fold-hint = { $n ->
    [one] {$mean} (one cell)
   *[other] {$mean}, from {$lowest} to {$highest} ({$n-text} cells)
}
matrix-assessor = Assessor
matrix-way-down = After an entry: cell below
matrix-way-right = After an entry: cell to the right
matrix-scroll-x = Scroll columns
matrix-scroll-y = Scroll rows

matrix-head-policies = Policies
matrix-head-goals = Goals
matrix-head-profile = Profile
matrix-head-count = {$n-text} of {$m-text}
matrix-head-hidden = {$n-text} of {$m-text} · {$hidden-text} hidden
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
matrix-mitigation = How the trade-off is mitigated
matrix-sources = Sources ({$n-text})
matrix-sources-word = Sources
matrix-source-add = Add a source
matrix-source-add-many = { $n ->
    [one] Add a source
   *[other] Add a source to the {$n-text} chosen cells
}
matrix-source-new = New source…
matrix-source-remove = Remove the source from this cell
matrix-source-citation = Citation
matrix-source-url = Link
matrix-source-save = Add
matrix-source-for = For {$cell}
matrix-source-for-many = { $n ->
    [one] For one cell
   *[other] For {$n-text} cells, in one step
}
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
matrix-pick-no-policies = There are no policies to choose from yet. Write one, import a list or paste it.
matrix-pick-no-goals = There are no goals to choose from yet. Add a framework.
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

consensus-left-apart = scores too far apart
consensus-left-opposite-signs = opposite signs
consensus-left-some-not-applicable = n.a. for some, not for others
consensus-left-too-few = only one answered
consensus-left-nobody-knows = nobody knows
consensus-left-off-scale = the result is not on the scale
consensus-left-long-text = reasons too long together
consensus-lower-median-of = Lower median of: {$scores}
consensus-upper-median-of = Upper median of: {$scores}

consensus-title = Make the consensus
consensus-text = Fills the consensus where those who scored meet; the rest becomes a list to decide. Who did not answer, or answered “?”, does not count in that cell; “n.a.” stands only if all who count say it. Reasons, countermeasures and sources come with the value, with the names of those who wrote them. It is one step that can be undone.
consensus-who = Whose
consensus-assessor = { $n ->
    [one] {$name} (one cell)
   *[other] {$name} ({$n-text} cells)
}
consensus-nobody = Nobody has scored this matrix yet: choose an assessor above the grid and type the scores.
consensus-way = They meet
consensus-way-equal = If equal
consensus-way-within = If close
consensus-way-median = In the median
consensus-points = Largest difference, in points
consensus-points-wrong = Write a number such as 1 or 0.5
consensus-middle = With two scores in the middle
consensus-lower = The lower one
consensus-upper = The upper one
consensus-middle-text = The value is always the median: a score that somebody gave. Benefits and trade-offs of a two-sided score have one each.
consensus-opposite = Also where some see a benefit and others a trade-off
consensus-alone = Also where only one answered
consensus-replace = Replace agreed values that are there already
consensus-counts = {$filled} cells are filled ({$alike} with equal answers). So already {$same}, left as they are {$kept}, to decide {$open}.
consensus-not-ready = Choose at least one assessor and write a difference that is a number.
consensus-make = { $n ->
    [one] Fill one cell
   *[other] Fill {$n-text} cells
}
consensus-list = Show what is left to decide
consensus-left = { $n ->
    [one] To decide: one cell
   *[other] To decide: {$n-text} cells
}
consensus-left-list = Cells to decide
consensus-now = they now meet in {$value}
consensus-all-decided = All decided.
consensus-close = Close the list
consensus-empty = The consensus of this matrix is still empty. Scored by
