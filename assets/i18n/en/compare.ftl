# The room Compare and the printed comparison.
compare-what = What is compared
compare-mode-matrices = Matrices
compare-mode-assessors = Assessors
compare-mode-versions = Versions
compare-mode-policies = Policies
compare-mode-goals = Goals
compare-mode-files = Files
compare-empty-title = Nothing to compare
compare-empty-text = Here two assessments of one matrix, two versions, two policies or another file stand side by side, and it shows where they do not say the same. At least one matrix is needed.
compare-no-file-title = No other file
compare-no-file-text = Open the document to compare with: it is only read, nothing in it changes. Rows meet by identity, then by code, then by name.
compare-not-made = The comparison cannot be made
compare-making = Comparing…
compare-not-there = One of the sides does not have the chosen matrix or line: it was not there in that version, or was taken away. Choose another side.
compare-failed = The comparison ended with an error of the program. The document is as it was; choose other sides.
compare-side = Side {$side}: {$name}
compare-remove-side = Remove this side
compare-part-file = Document
compare-part-moment = Version
compare-part-matrix = Matrix
compare-part-assessor = Assessor
compare-part-line = Row or column
compare-part-common = {$what} (for all sides)
compare-this-document = This document
compare-read-again = Read the file again
compare-now = Now
compare-round = {$name} · round {$round-text}

compare-both = Cells compared
compare-both-hint = Cells scored by both: the other figures rest on these
compare-variant = {$name} (variant of {$of})
compare-equal = Equal
compare-equal-hint = Same co-benefit and same trade-off, as a share of the cells compared
compare-mean = Mean absolute difference
compare-mean-hint = Mean of the absolute difference of the nets, in points of the scale
compare-opposite = Opposite signs
compare-opposite-hint = Cells where one net helps and the other harms
compare-kappa = Agreement (weighted κ)
compare-kappa-hint = Cohen's κ with quadratic weights on the nets: 1 full agreement, 0 as by chance; – where everybody gave one and the same score
compare-one-side = On one side only
compare-one-side-hint = Cells scored on one side only: blank, n.a. or "don't know" on the other, or without a counterpart of their row or column
compare-alone = A {$a} · {$other} {$b}
compare-scales-differ = The two scales reach differently far: differences in points say little.

compare-difference = Difference {$b} − {$a}
compare-band = Without counterpart in A (from {$side})
compare-not-in = not in {$side}
compare-no-crossing = not on this side
compare-is-equal = equal
compare-is-opposite = opposite sign
compare-only = only {$side}
compare-none-differ = No differences
compare-no-lines = No rows to compare
compare-grid-label = Sides and differences
compare-scroll-x = Scroll pane {$pane} sideways
compare-scroll-y = Scroll the panes up and down

compare-list-title = { $m ->
    [0] No differences
    [one] One difference
   *[other] Differences: {$n-text} of {$m-text}
}
compare-list-label = List of differences
compare-list-empty = No differences with these filters
compare-against = Side against A
compare-line = {$what}: A {$first}, other side {$second}, difference {$difference}
compare-filter = Show: {$what}
compare-filter-all = all
compare-filter-both = scored by both
compare-filter-opposite = opposite signs only
compare-filter-one-side = one side only
compare-of-row = Row: {$what}
compare-of-column = Column: {$what}
compare-every-row = all
compare-every-column = all
compare-order = Order: {$what}
compare-order-size = size
compare-order-row = row
compare-order-column = column
compare-order-sign = sign

compare-head-row = Row
compare-head-column = Column
compare-head-change = Last change
compare-order-latest = last change
compare-no-cell = No cell chosen
compare-take = { $n ->
    [0] Take into {$to} from {$from}
    [one] Take into {$to} from {$from}
   *[other] Take into {$to} from {$from} ({$n-text} cells)
}
compare-take-not = Only the open document as it is now can be written, where the other side says something else
compare-take-nothing = Nothing to take over: the other side is blank or says the same
compare-sources-left = { $n ->
    [one] One source that the other side cites is not in this document and was left out
   *[other] {$n-text} sources that the other side cites are not in this document and were left out
}
compare-not-here = This cell is not in the open document
compare-sources = Sources: {$what}
compare-changed = { $n ->
    [one] Changed from {$from} to {$to} · {$who} · {$when}
   *[other] Changed from {$from} to {$to}, the last of {$n-text} times by {$who} · {$when}
}
compare-file = comparison

printed-title = Comparison · {$matrix}
printed-keyword = comparison of assessments
printed-kind = Comparison
printed-sheet-title = Comparison · {$one} {$a} – {$other} {$b}
printed-identity = What is compared
printed-identity-caption = The two sides
printed-file = File
printed-moment = Version
printed-line = Row or column
printed-figures = Figures
printed-missing = Counterparts
printed-differences = Differences
printed-only = Scored in {$side} only
printed-other-side = other side
printed-other-states = Other differing states
printed-equal-cells = Equal cells
printed-mean-sides = Mean difference of both sides
printed-no-crossing = not there
printed-nothing-common = No cell is scored by both: there is no equality, difference or κ.
printed-rests-on = { $n ->
    [one] Equal, difference, sign and κ rest on one cell scored by both.
   *[other] Equal, difference, sign and κ rest on {$n-text} cells scored by both.
}
printed-rows-met = Rows that met
printed-columns-met = Columns that met
printed-met = by identity {$id}, by code {$code}, by name {$name}
printed-alone = Only in {$side}: {$name}
printed-all-met = Every row and every column has a counterpart.
printed-differences-caption = Cells that do not say the same, largest difference first
printed-head-cell = Cell
printed-head-why = Reasons and last change
printed-more = The first {$n-text} differences of {$m-text} are listed; the workbook (XLSX) has all of them.
printed-reason-of = Reason {$side}
printed-who-of = Who and when {$side}
printed-last-change = Last change between the two versions
printed-yes = yes
printed-counterparts = Counterparts
printed-formula-agreement = Agreement: over the cells scored by both, share of cells with the same co-benefit and trade-off; mean absolute difference Σ |n_B − n_A| / N of the nets n = b + t; opposite signs where n_A · n_B < 0. Cells scored on one side only are counted apart.
printed-formula-kappa = Weighted κ = 1 − Σ w o / Σ w e, with quadratic weights w = (x − y)² on the nets, o the observed pairs and e those expected if both sides were independent (Cohen 1968; M10). 1 is full agreement, 0 is as by chance; there is none where everybody gave one and the same score.
printed-formula-align = Rows and columns meet by identity, then by equal code, then by name (accents, capitals and spaces do not count). What has no counterpart is listed and does not enter the figures of agreement.
printed-formula-side = Hidden rows and columns stay out, as on the screen. The difference is always the named side minus A.
