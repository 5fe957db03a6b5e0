# Command line.
cli-created = Document created: {$file}
cli-no-display = No display: the document is in {$file}. Open it with “ordito {$file}” where there is a display.
cli-no-framework = No framework “{$key}”. Available frameworks: {$known}
cli-nothing-to-undo = the document begins here: there is nothing more to undo
cli-nothing-to-redo = nothing to redo
cli-info-policies = { $n ->
    [one] One policy
   *[other] {$n-text} policies
}
cli-info-sources = { $n ->
    [one] One source
   *[other] {$n-text} sources
}
cli-info-steps = { $n ->
    [one] One step in the history
   *[other] {$n-text} steps in the history
}
cli-info-waiting = { $n ->
    [one] One step is not in the file yet: the next opening brings it
   *[other] {$n-text} steps are not in the file yet: the next opening brings them
}
cli-recovered = { $n ->
    [one] one step that was not in the file is found again
   *[other] {$n-text} steps that were not in the file are found again
}
cli-withdrawn = The command has changed nothing.
cli-waits = The change is made and waits in the working copy: it will be in the file at the next opening. Do not repeat the command.
cli-changed-underneath = the file was changed by somebody else while edits waited here. Choose with “ordito settle --keep mine”, “theirs” or “both”: nothing is lost.
cli-nothing-to-settle = there is nothing to choose: nobody else changed the file
cli-settled = Done: {$file}. The state that does not stand is among those that are kept.
cli-not-printed = the result could not be written in full: {$detail}
cli-info-matrix = Matrix “{$name}”: {$rows-text} rows × {$columns-text} columns, {$scored-text} scores of consensus and assessors together
cli-check-sound = The file is sound
cli-check-breaches = { $n ->
    [one] The file is sound, but a record breaks a rule of the document
   *[other] The file is sound, but {$n-text} records break rules of the document
}. {$list}
cli-check-matrix = { $n ->
    [0] Matrix “{$name}”: no findings
    [one] Matrix “{$name}”: one finding
   *[other] Matrix “{$name}”: {$n-text} findings
}
cli-window-no-display = No display (DISPLAY and WAYLAND_DISPLAY lead nowhere). Commands without a window work: “ordito --help”.
cli-window-libraries = Libraries for the window are missing ({$libraries}). Install: apt-get install {$packages}
cli-window-failed = The window does not open ({$detail}). Try “ordito --software”.
cli-no-data-folder = The user's data folder cannot be used: {$detail}. Name another one with ORDITO_DATA.
cli-corner = policy
cli-exists = it is there already: add --force to replace it
cli-exists-folder = the folder is there already and not empty: choose another one; --force replaces only a folder of open data with nothing else in it
cli-export-ending = “.{$ending}” cannot be exported: use .xlsx, .ods, .html, .csv, .json, .svg or .png
cli-consensus-done = Consensus: {$filled} cells filled ({$alike} with equal answers), {$same} so already, {$kept} left as they are, {$open} to decide
cli-consensus-would = Consensus: {$filled} cells would be filled ({$alike} with equal answers), {$same} so already, {$kept} would stay as they are, {$open} to decide. Nothing was changed.
cli-consensus-nobody = no assessor answered anything in this matrix; nothing was changed
cli-consensus-agreed = “{$name}” is the consensus itself: name with --assessor who scored; nothing was changed
cli-no-matrix = no matrix “{$name}”; there are “{$known}”
cli-no-matrices = the document has no matrices: give --matrix and --kind to make one
cli-which-matrix = several matrices: choose with --matrix among “{$known}”
cli-no-assessor = no assessor “{$name}”; there are “{$known}”
cli-no-line = no row or column with the code “{$code}”
cli-template-ending = a workbook to fill in is written to a file .xlsx
cli-no-kind = “{$kind}” is not a kind of matrix: policy-goal, policy-policy, goal-goal
cli-only-new = {$option} is for a new matrix only: “{$matrix}” is there already, of kind {$kind}, on the scale {$scale}. Nothing has changed. Leave {$option} out or choose another name.
cli-no-frameworks = the document has no framework of goals: add one with “ordito framework”
cli-new-lines-table = Matrix “{$matrix}” made with the rows and columns of the table alone: {$rows-text} × {$columns-text}. With “--lines level” it would have all goals of the same level ({$level-rows-text} × {$level-columns-text}), with “--lines all” the whole framework and all policies ({$all-rows-text} × {$all-columns-text}).
cli-new-lines-level = Matrix “{$matrix}” made with all goals of the levels that the table speaks of: {$rows-text} × {$columns-text}. With “--lines all” it would have the whole framework and all policies ({$all-rows-text} × {$all-columns-text}).
cli-new-lines-all = Matrix “{$matrix}” made with the whole framework and all policies: {$rows-text} × {$columns-text}. Without “--lines” it would have the rows and columns of the table alone.
cli-scale-made = Scale “{$name}” made: {$n-text} levels. Use it with “--scale {$key}”.
cli-framework-made = Framework “{$name}” made: {$n-text} goals. Use it with “--framework {$key}”.
cli-lines-set = { $n ->
    [one] One row or column set
   *[other] {$n-text} rows and columns set
}
cli-key-taken = “{$key}” is there already: choose another word with --key. Nothing has changed.
cli-line-wrong = row {$row-text}: “{$text}” is wrong
cli-long-imported = Imported {$cells-text} cells, {$same-text} the same already; new assessors: {$assessors-text}, new sources: {$sources-text}
cli-long-would = {$cells-text} cells would change, {$same-text} the same already; new assessors: {$assessors-text}, new sources: {$sources-text}. Nothing was changed.
cli-long-elsewhere = { $n ->
    [one] One line speaks of another matrix or another assessor and stays out
   *[other] {$n-text} lines speak of other matrices or other assessors and stay out
}
cli-long-rounds = { $n ->
    [one] One line is of a round of a laboratory and stays out: votes come from their laboratory
   *[other] {$n-text} lines are of rounds of a laboratory and stay out: votes come from their laboratory
}
cli-long-refused = row {$row-text}, column {$column-text}: “{$text}”: {$why}
cli-long-no-row = is no row of the matrix
cli-long-no-column = is no column of the matrix
cli-long-state = the state is unscored, not_applicable, dont_know or scored
cli-long-confidence = confidence is 1 to 5
cli-long-contribution = the contribution is direct or indirect
cli-long-twice = the same cell is in another line already
cli-long-diagonal = nothing is scored on itself
cli-no-scale = no scale “{$key}”: there are {$known}
cli-on-sheet = sheet “{$sheet}”, {$what}
cli-area-of-known = Only what stands around it is outside the matrix: --area {$area} takes the rest
cli-no-area = “{$area}” is not an area: write it as B3:T40
cli-imported = Imported {$changes-text} cells, {$same-text} the same already
cli-would-change = {$place}: {$what}, {$who}: {$old} → {$new}
cli-would-import = {$changes-text} cells would change, {$same-text} the same already, {$refused-text} refused. Nothing was changed.
cli-sheets-nothing = Nothing to write: the matrix has no policies, or those named are not in it. No file was written.
cli-sheets-no-code = “{$code}” is not in the matrix. No file was written.
demo-matrix = matrix
cli-compare-no-version = no version "{$name}": there are "{$known}" and the steps 1 to {$last}
cli-compare-no-versions = no version "{$name}": the document has only the steps 1 to {$last}
cli-compare-ending = a comparison is not written as ".{$ending}": use {$known}
cli-compare-both = Cells compared
cli-compare-equal = Equal
cli-compare-mean = Mean absolute difference
cli-compare-opposite = Opposite signs
cli-compare-kappa = Weighted κ
cli-compare-only-left = Scored only on the left
cli-compare-only-right = Scored only on the right
cli-compare-alone-left = Only on the left: {$name}
cli-compare-alone-right = Only on the right: {$name}
cli-analyse-stopped = “{$matrix}”: stopped, nothing has changed
cli-criteria-column = “{$code}” is no column of the matrix
cli-criteria-twice = “{$code}” is in another line already
cli-output-failed = the result did not come out whole: { $why }. The document did not change. Make room or choose another place, and try again.
cli-analyse-not-square = “{$matrix}”: this method needs a cross-impact matrix (policies × policies or goals × goals); choose one with --matrix
cli-analyse-no-effects = “{$matrix}”: nothing acts on anything else, there is nothing to measure
cli-analyse-no-goals = “{$matrix}”: there is no matrix of goals × goals to go through; name one with --goals
cli-analyse-no-route = “{$matrix}”: no crosswalk leads from its goals to that framework; add one in the room Frameworks or name another one with --to

# Merging copies.
merge-taken = { $n ->
    [0] Nothing new from the other copies
    [one] One item new or changed against the first copy
   *[other] {$n-text} items new or changed against the first copy
}
merge-taken-of = {$what}: {$new-text} new, {$changed-text} changed, {$gone-text} removed
merge-clashes = { $n ->
    [0] No conflicts
    [one] One conflict
   *[other] {$n-text} conflicts
}
merge-kind-changed = Changed in several copies
merge-kind-combined = Different parts of the same cell, put together
merge-kind-deleted = Deleted in one copy, changed in another
merge-kind-homeless = Belonged to something that was deleted
merge-version = {$copy}: {$what} ({$who}, {$when})
merge-version-unsigned = {$copy}: {$what}
merge-gone = deleted
merge-outcome = Stands: {$what}
merge-nothing-left = nothing
merge-proposals = { $n ->
    [one] One item added twice, perhaps the same
   *[other] {$n-text} items added twice, perhaps the same
}
merge-by-code = {$what}: “{$one}” and “{$other}” have the same code
merge-by-name = {$what}: “{$one}” and “{$other}” have the same name
cli-merge-match = { $n ->
    [one] one item added in different copies looks the same; nothing was written. Look at it with --dry-run, then choose --match code, --match name or --match none
   *[other] {$n-text} items added in different copies look the same; nothing was written. Look at them with --dry-run, then choose --match code, --match name or --match none
}
cli-merge-other-document = is another document, not a copy of {$first}; nothing was written. Compare them with “ordito compare”
cli-merge-doubts = the file is not sound and is not merged; nothing was written. Look at it with “ordito check”
cli-merge-decide = the file of decisions cannot be read ({$why}); nothing was written. It is a JSON list with table, key and copy, the number of the copy from 1
cli-merge-written = Written {$file}: the first copy's history and one step that merges
cli-merge-same = The other copies have nothing new: {$file} is like the first
cli-merge-dry = Nothing was written

cli-lab-none = No laboratories.
cli-lab-no-names = The laboratory is anonymous: no outcome names anybody, and nothing was written. Leave “--names” out.
cli-no-labs = The document has no laboratories; nothing was written. Prepare one in the Laboratory room.
cli-no-lab = No laboratory “{$name}”; nothing was written. There are: “{$known}”.
cli-lab-several = Several laboratories are called “{$name}”; nothing was written. Give the id: “ordito lab FILE --json” says it.
cli-which-lab = The document has several laboratories; nothing was written. Say which: “{$known}”.
cli-lab-there = There is a laboratory “{$name}” already; nothing was written. Choose another title.
cli-lab-made = { $n ->
    [one] Laboratory “{$name}” prepared, with one question
   *[other] Laboratory “{$name}” prepared, with {$n-text} questions
}
cli-lab-counts = { $n ->
    [one] one question
   *[other] {$n-text} questions
}: agreed {$agreed-text}, to be discussed {$parked-text}, skipped {$skipped-text}, open {$open-text}
cli-lab-question = revealed rounds {$rounds-text}, median {$median}, consensus {$consensus}
