# The window: rail, search, menus, status, notices.
app-name = Ordito
app-subtitle = Workbench for policy coherence matrices
title-none = Ordito
title-document = {$title} · Ordito
title-unsaved = {$title} · changes to save · Ordito
file-untitled = document
file-sample = illustrative-sample

room-catalogue = Catalogue
room-frameworks = Frameworks
room-matrix = Matrix
room-compare = Comparison
room-analysis = Analysis
room-lab = Laboratory
room-sheets = Sheets
rail-label = Rooms

top-label = Document and search
search-hint = Search policies, goals, commands…
search-label = Search policies, goals and commands
button-theme = Look
button-language = Language
button-menu = Menu
look-light = Light
look-dark = Dark
look-contrast = High contrast
motion-desktop = Motion as the system
motion-reduced = Less motion
motion-full = All motion

divider-label = Size of the pane
status-label = State of the document
status-completion = Completion
status-coverage = Goals covered
status-conflicts = Open conflicts
status-selection-one = Selection: 1 cell
status-selection = Selection: {$n-text} cells
status-selection-values = mean {$mean} · min {$min} · max {$max} · empty {$empty}
status-saved = Saved in {$file}
status-saving = Saving
status-unsaved = Changes to save in {$file}
status-failed = Not saved: {$why}
status-read-only = Read only: open by {$who}
status-read-only-plain = Read only
status-illustrative = Illustrative scores
status-no-document = No document open

notice-label = Notices
notice-close = Close the notice
notice-open-file = Open the file
notice-open-folder = Open the folder
notice-not-opened-outside = {$file}: this computer has no program that opens it from here. The file is written and whole.
notice-begins-here = The document begins here: there is nothing more to undo
notice-undone = Undone: {$what}
notice-redone = Redone: {$what}
notice-created = Document created in {$file}
notice-opened = Opened {$file}
notice-recovered = { $n ->
    [one] Recovered one change that was not yet in the file: nothing was lost
   *[other] Recovered {$n-text} changes that were not yet in the file: nothing was lost
}
notice-lock-taken = The lock left by {$who} is no longer active and was taken over
notice-read-only = The document is open by {$who}: here it can only be read. Save a copy to change it.
notice-copy-saved = Copy saved in {$file}
notice-without-history = {$file} is written: a document of its own that begins here. What was deleted or typed over is not in it, and it can no longer be merged with this one.
notice-exported = Exported to {$file}
notice-saved = Saved in {$file}
notice-changed-underneath = The file was changed by somebody else. Your changes are safe: choose what to do.
notice-not-a-document = {$file} is neither a document nor a table that Ordito can read

underneath-title = The file has changed
underneath-text = {$file} was changed by another person or program while you had it open. Nothing is lost: your changes are in the working copy.
underneath-reload = Reload the file
underneath-keep = Keep mine as a copy…
underneath-merge = Merge
underneath-later = Decide later

welcome-title = Welcome
welcome-text = Score policies against sustainability goals, cell by cell, with reasons and sources. Everything stays in one file, on your computer.
welcome-start = Start
welcome-new = New document…
welcome-new-text = Empty, with the 2030 Agenda and the scales ready
welcome-sample = Open the sample…
welcome-sample-text = Eleven actions of the CmTo proposal and other plans, with illustrative scores. You make a copy of your own: you are asked where to keep it
welcome-open = Open a document…
welcome-open-text = An .ordito file from the computer or the network
welcome-recent = Recent documents
welcome-no-recent = Documents you open will be listed here
welcome-tour = First tour in five steps
welcome-drop = You can also drop a document here
recent-forget = Take off the list
recent-open = Open {$title}

tour-title = First tour
tour-step = Step {$n-text} of 5
tour-1 = Here is the Catalogue: the policies, that is plans, programmes, actions, with all their fields. If you have them in Excel, copy and paste them.
tour-2 = Frameworks holds the goals: 2030 Agenda, national and regional strategy, metropolitan Agenda. Each name says whether it is official.
tour-3 = This is the Matrix, where one scores: type a number and you are in the cell below. 2 is a co-benefit, -1 a trade-off, 2/-1 both, n not applicable, ? don't know.
tour-4 = From here one gets to everything: Ctrl+K and some letters of a command, a policy or a goal. F1 lists the shortcuts, Ctrl+F1 opens the guide beside the work.
tour-5 = Here you see that it is saved: that happens by itself. Ctrl+Z undoes, even after closing and opening again.
tour-next = Next
tour-back = Back
tour-end = Got it
tour-end-now = Close the first tour

empty-no-document = No document open
empty-no-document-text = Open a document or create one to start.

palette-title = Commands
palette-hint = Type a command, a policy, a goal
palette-none = Nothing found for “{$text}”
palette-commands = Commands
palette-policies = Policies
palette-goals = Goals
palette-recent = Used lately
palette-count = { $n ->
    [one] one result
   *[other] {$n-text} results
}

shortcuts-title = Keyboard shortcuts
help-title = Help beside the work
help-shortcuts = Shortcuts
help-close = Close the help pane
shortcuts-grid = In the grid
shortcut-arrows = Arrows
shortcut-arrows-text = Move between cells
shortcut-shift-arrows = Shift+arrows
shortcut-shift-arrows-text = Extend the selection
shortcut-ctrl-arrows = Ctrl+arrows
shortcut-ctrl-arrows-text = Go to the edge of the data
shortcut-tab = Tab, Shift+Tab
shortcut-tab-text = Cell to the right, to the left
shortcut-enter = Enter, Shift+Enter
shortcut-enter-text = Cell below, above
shortcut-home = Home, End
shortcut-home-text = Start, end of the row
shortcut-entry = 2   -1   2/-1   0   n   ?
shortcut-entry-text = Type co-benefit, trade-off, both, consistent, not applicable, don't know
shortcuts-lab = While a session runs
shortcut-lab-enter = Enter
shortcut-lab-enter-text = Opens the vote; accepts the proposed value; goes to the next question
shortcut-lab-vote = 0 1 2 3  −1 −2 −3  N  ?
shortcut-lab-vote-text = A vote: benefit, conflict (Q W E, too), not applicable, don't know
shortcut-lab-side = /
shortcut-lab-side-text = Adds the other side to the vote just given: then a digit
shortcut-lab-back = Backspace  ↑ ↓
shortcut-lab-back-text = Back to the vote before; chooses whose vote it is
shortcut-lab-go = ← →
shortcut-lab-go-text = Question before, question after
shortcut-lab-reveal = R  V
shortcut-lab-reveal-text = Reveals the votes; votes once more
shortcut-lab-decide = A  P  S  C
shortcut-lab-decide-text = Accepts; puts off; skips; notes a comment
shortcut-lab-more = B  T  I  G  Esc
shortcut-lab-more-text = Passes the keyboard round; stops and starts the time; who is missing; results by table; leaves

history-title = History of the document
history-text = Who changed what, most recent step first. You can go back to any step.
history-export = Export the history…
history-back-to = Go back here
history-step = Step {$n}
history-undone = undone
history-empty = No steps yet

milestone-title = Name this version
milestone-name = Name
milestone-note = Note
milestone-save = Save the version
milestone-delete = Delete the version “{$name}”
milestone-list = Named versions

backups-title = Restore version
backups-text = The last saves that were kept. Restoring can be undone.
backups-none = No saves kept yet
backups-restore = Restore

document-info-title = Document
document-info-name = Title
document-info-body = Body
document-info-description = Description
document-info-illustrative = The scores are illustrative

identity-title = Who I am
identity-text = Name and office sign the steps of the history, the cells and the versions of every document from now on; body and logo head the sheets and prints of documents that name no body of their own. They stay on this computer: only the signature goes into the document.
identity-person = Name
identity-office = Office
identity-body = Body
identity-logo = Logo of the body
identity-logo-choose = Choose a picture…
identity-logo-remove = Remove the logo
identity-logo-none = No logo (PNG or SVG)
identity-logo-alt = Logo of the body, {$kind}, {$size}
identity-line = Signature: {$line}
identity-line-none = Signature: none, history and cells say “{$unknown}”
identity-run = For this run “{$line}” signs, as asked at the start. Once saved, what you write here does.
who-ask = With which name do you sign cells and steps?
who-say = Say who you are…
who-not-now = Without a name
who-unknown = author not given
logo-heavy = The logo weighs more than {$limit} MB. The one before stays; choose a lighter picture.
logo-no-picture = The file is no PNG or SVG picture that can be printed. The logo before stays; choose another file.
logo-size = The logo is wider or higher than {$limit} pixels, or has no size. The one before stays; choose a smaller picture.
logo-not-alone = This SVG uses other files or holds programs and cannot be printed. The logo before stays; save it as a plain SVG or as a PNG.

file-dialog-title = Open a file
file-dialog-title-save = Save as
file-dialog-title-folder = Choose a folder
file-dialog-title-new = Where to keep the new document
file-dialog-title-sample = Where to keep your copy of the sample
file-dialog-folder = Folder
file-dialog-list = Files and folders
file-dialog-name = File name
file-dialog-format = Format
file-dialog-open = Open
file-dialog-save = Save
file-dialog-up = Folder above
file-dialog-places = Places
file-dialog-home = Home
file-dialog-documents = Documents
file-dialog-desktop = Desktop
file-dialog-downloads = Downloads
file-dialog-new-folder = New folder
file-dialog-new-folder-name = Name of the new folder
file-dialog-make = Make
file-dialog-not-made = The folder cannot be made here: {$why}. Choose another name or another place.
file-dialog-exists = {$file} is there already. Replace it?
file-dialog-replace = Replace

button-ok = OK
button-cancel = Cancel
button-close = Close
button-save = Save
button-sheet = Export sheet
button-delete = Delete

key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-delete = Del
key-enter = Enter
key-escape = Esc
key-left = ←
key-right = →

grid-border = Drag to change the width; a double click fits it
grid-width = Width { $n }
grid-widths-standard = Initial widths

group-file = Document
group-edit = Edit
group-view = View

# Menus that are of no room.
menu-import = Import
menu-export = Export
menu-rooms = Go to
menu-shown = View of the matrix
menu-lines = Rows and columns
menu-preferences = Preferences
menu-help = Help

command-new = New document…
command-new-sample = New sample document…
command-open = Open…
command-save = Save now
command-save-copy = Save a copy…
command-save-without-history = Save a copy without history…
command-milestone = Name this version…
command-backups = Restore version…
command-history = History
command-import-table = Import a table…
also-command-import-table = excel xlsx ods calc csv spreadsheet
command-export-table = Export the matrix as a table…
also-command-export-table = excel xlsx ods calc csv spreadsheet
command-export-json = Export the document as JSON…
command-export-picture = Export the matrix as a picture…
also-command-export-picture = print png svg figure
command-export-template = Export a workbook to fill in…
command-export-open-data = Export as open data…
command-document-info = Document details…
command-identity = Who I am…
also-command-identity = name author signature office body logo preferences settings
command-close = Close the document
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-cut = Cut
command-copy = Copy
command-copy-with-heads = Copy with headings
also-command-copy-with-heads = copy titles excel
command-paste = Paste
command-clear = Empty the cells
command-fill-down = Fill down
command-fill-right = Fill right
command-select-all = Select all
command-find = Find
command-palette = Search a command
command-shortcuts = Keyboard shortcuts
command-guide = Guide
command-tour = First tour
command-present = Start the projection of the laboratory
command-new-lab = New laboratory
command-delete-lab = Delete the laboratory
command-go-lab = Go to Laboratory
command-next-pane = Go to the next pane
command-go-catalogue = Go to the Catalogue
command-go-frameworks = Go to Frameworks
command-go-matrix = Go to the Matrix
command-go-compare = Go to Compare
command-take-over = Take over the other side's value
command-jump-to-cell = Go to the cell
command-next-difference = Go to the next difference
command-only-differences = Differences only
command-link-scrolling = Linked scrolling
command-swap-sides = Swap the sides
command-add-side = Add a side
command-open-other = Compare with another file…
command-export-comparison = Export the comparison…
command-show-profiles = Analysis: profiles
command-show-conflicts = Analysis: conflicts
command-show-coherence = Analysis: coherence of policies
command-show-robustness = Analysis: robustness
command-show-indirect = Analysis: indirect effects
command-show-groups = Analysis: groups
command-show-readings = Analysis: readings through frameworks
command-figure-or-table = Analysis: figure or table
command-save-chart-svg = Save the figure as SVG…
command-save-chart-png = Save the figure as PNG…
command-save-chart-csv = Save the table as CSV…
command-save-chart-xlsx = Save the table as XLSX…
command-export-agenda = Export the laboratory's agenda…
command-go-analysis = Go to Analysis
command-go-sheets = Go to Sheets
command-zoom-in = Zoom in
also-command-zoom-in = settings preferences large letters accessibility
command-zoom-out = Zoom out
command-zoom-reset = Normal size
command-inspector = Show or hide the cell inspector
command-widen-columns = Widen the columns
also-command-widen-columns = width
command-narrow-columns = Narrow the columns
also-command-narrow-columns = width
command-fit-columns = Fit the columns to their titles
command-widen-heads = Widen row names
also-command-widen-heads = width
command-narrow-heads = Narrow row names
also-command-narrow-heads = width
command-standard-widths = Initial widths
command-density-automatic = Automatic density
also-command-density-automatic = settings preferences view wide compact
command-density-compact = Compact density
also-command-density-compact = settings preferences view low rows narrow columns
command-density-wide = Wide density
also-command-density-wide = settings preferences view high rows wide columns
command-whole-names = Whole names in rows
also-command-whole-names = wrap text row height
command-look-light = Light look
also-command-look-light = settings preferences options theme colours
command-look-dark = Dark look
also-command-look-dark = settings preferences options theme colours night
command-reduce-motion = Reduce motion
command-accessibility = Accessibility
command-look-contrast = High contrast look
also-command-look-contrast = settings preferences options theme colours accessibility
command-italian = Program in Italian
command-english = Program in English
command-new-matrix = New matrix…
command-matrix-info = Matrix details…
command-delete-matrix = Delete the matrix…
command-edit-cell = Edit the cell
command-edit-reason = Write the reason
command-next-unscored = Go to the next empty cell
command-fold-columns = Fold or unfold groups of columns
command-fold-rows = Fold or unfold groups of rows
command-view-net = Show net scores
command-view-benefit = Show co-benefits
command-view-tradeoff = Show trade-offs
command-filter-none = Show all rows
command-filter-unscored = Only what I have not scored
command-filter-conflicts = Only conflicts
command-filter-no-reason = Only without a reason
command-filter-more = Filter by plan, type, office…
also-command-filter-more = filter level goal score owner policy rows
command-order-catalogue = Order as in the catalogue
command-order-by-column = Order by this column
also-command-order-by-column = sort rows score ascending descending
command-goals-by-number = Goals by number
also-command-goals-by-number = order columns 1 2 3 areas framework
command-go-to-policy = Go to the policy
command-go-to-goal = Go to the goal
command-add-rows = Add rows…
command-add-columns = Add columns…
command-remove-rows = Remove the selected rows
command-remove-columns = Remove the selected columns
command-hide-rows = Hide the selected rows
command-hide-columns = Hide the selected columns
command-show-hidden = Show hidden rows and columns
command-move-rows-up = Move the rows up
command-move-rows-down = Move the rows down
command-move-columns-left = Move the columns left
command-move-columns-right = Move the columns right
command-weights = Weights of goals…
command-assessors = Assessors…
command-make-consensus = Make the consensus…
also-command-make-consensus = agree median agreement assessors mean consensus
command-add-policy = Add a policy
command-add-sub-policy = Add a policy below this one
command-duplicate-policy = Duplicate the policy
command-add-variant = Make a variant of the policy
command-delete-policy = Delete the policy
command-import-policies = Import policies…
command-mark-provisional = Mark as provisional
command-unmark = Remove the mark
command-paste-policies = Paste policies…
command-add-framework = Add a framework…
command-import-framework = Import a framework…
command-add-goal = Add a goal
command-add-crosswalk = Add a crosswalk…
command-add-scale = Add a scale…

notice-open-failed = {$file}: opening was interrupted. The file was not touched.
notice-breaches = { $n ->
    [one] A record of the document needs mending
   *[other] {$n-text} records of the document need mending
}: {$list}. The document can be worked on all the same.
notice-work-failed = A fault of the program ended the work. The document is safe; try again, and if it happens once more report it with what is in the reports folder.
notice-not-written = {$file} was not written. {$why}
notice-not-opened = {$file} does not open. {$why}
notice-edits-safe = Confirmed changes are safe in the working copy.
notice-folder-gone = Edits already confirmed are safe in the working copy and will be saved when it is back; or save a copy elsewhere.
notice-not-closed = The document stays open: it could not be saved. {$why}
notice-newer-published = The file was updated by whoever is editing it: you can reload it.
notice-migrated = The document comes from an earlier version of Ordito: the original is among the kept saves.
notice-set-aside = A working copy that could not be read was put among the kept saves.
opening = Opening {$file}
quit-title = Changes not saved in the file
quit-text = The changes cannot be written to {$file}. They are safe in the working copy and will be found at the next opening. You can save a copy elsewhere.
quit-copy = Save a copy elsewhere…
quit-anyway = Quit anyway

leaving-title = Not everything is in the document
leaving-text = This is written but not yet in the document. It is lost if you go on.
leaving-field = “{$name}”, {$field}: {$why}
leaving-record = “{$name}”: {$why}
leaving-dialog = What you wrote or chose in the open dialog
leaving-merge = What you decided about merging the copies
leaving-lab = The particulars of the session: its title or the name of a participant is missing
leaving-back = Back to it
leaving-give-up = Discard it
notice-dialog-first = {$file}: close the open dialog first
underneath-keep-here = Write mine over it
underneath-keep-here-text = The other one stays among the kept saves
history-column-number = step
history-column-what = what
history-column-when = when
history-column-who = who
history-column-record = table
history-column-before = before
history-column-after = after
sample-title = Illustrative sample: CmTo actions and other plans

import-title = Import {$file}
import-sheet = Sheet
import-sheet-hidden = {$name} (hidden)
import-into = Matrix
import-as = Assessor
import-no-matrix = The document has no matrices yet: make one, then import.
import-counts = {$changes-text} cells change, {$same-text} the same already, {$refused-text} do not go in
import-empty-cell = empty
import-goals = { $n ->
    [one] One goal to add
   *[other] {$n-text} goals to add
}
import-goal-refused = {$place}: “{$text}” cannot be taken
import-policies = Policies to add: {$policies-text}; new actors: {$actors-text}; there already: {$there-text}
import-people = Come in: {$n-text}; stay out: {$out-text}
import-people-present = They go on the list of presences: there are no names beside votes.
import-people-vote = They vote under their own names.
import-people-seats = { $n ->
    [one] Also add a seat that votes
   *[other] Also add {$n-text} seats that vote
}
import-people-lines = Lines
import-people-table = table {$table}
import-people-column = column {$n-text}
import-people-no-name = {$line} · without a name, stays out
import-people-there = {$line} · on the list already
import-people-twice = {$line} · as line {$first}

welcome-recoverable = To be recovered
welcome-rescue = Earlier states of {$file}, which does not open
welcome-rescue-text = Take back the one of {$when}
welcome-recoverable-text = { $n ->
    [one] One edit is not in the file yet: open it to get it back
   *[other] {$n-text} edits are not in the file yet: open it to get them back
}
underneath-merge-text = The two versions become one, in a step that can be undone
merged-title = The two versions are one
merged-taken = { $n ->
    [one] One change came from the other version.
   *[other] {$n-text} changes came from the other version.
} Undo takes all of them back.
merged-conflicts = Changed on both sides ({$n-text})
merged-both-changed = The same field changed here and there: yours stands.
merged-deleted-here = You deleted it, the other changed it: it stays, as it is there.
merged-deleted-there = The other deleted it, you changed it: it stays, as you have it.
merged-homeless = It belonged to something that one of the two deleted, and went with it.
merged-mine = Yours: {$what}
merged-theirs = Theirs: {$what}
import-meanings = Headings that were not recognised
import-meaning = What it means: {$at}
import-left-out = Stays out
import-new-policy = New policy of this name
import-new-goal = New goal of this name
command-import-pasted = Import a pasted table…
also-command-import-pasted = excel clipboard paste
import-area = Area
import-area-wrong = Type an area such as B3:T40
paste-title = Paste a table
paste-policies-title = Policies to paste
paste-policies-text = Copy the rows from a spreadsheet, with the row of headings or without, and paste them here: one policy a row. You will see what comes in before you confirm.
paste-people-title = Participants to paste
paste-people-text = Copy the rows from a spreadsheet, with a row of headings or without, and paste them here: a person a line. Without headings the columns are name, role, body, table. You will see who comes in before you confirm.
paste-text = Policies in the first column, goals in the first row, as copied from a spreadsheet.
paste-table = Table
paste-go = Go on
paste-name = pasted table

# Merging copies.
command-merge-copies = Merge copies…
merge-title = Merge copies
merge-text = Copies of this document that were filled apart become one, in a step that can be undone. Nothing changes until you press “Merge”.
merge-add = Add another copy…
merge-working = Reading and comparing the copies…
merge-failed = The merge broke off. Nothing changed: cancel and try again.
merge-doubts = the file is not sound and is not merged. Nothing changed.
merge-do = Merge
merge-copy-report = Copy the report
merge-rule = Where several copies changed the same, what stands is
merge-rule-later = The latest
merge-rule-mine = Mine
merge-rule-theirs = The other
merge-changes = { $n ->
    [0] The other copies have nothing new
    [one] One item comes in or changes
   *[other] {$n-text} items come in or change
}
merge-more = {$n-text} more follow the rule: the report has them all
merge-done = { $n ->
    [one] Merged: one item new or changed
   *[other] Merged: {$n-text} items new or changed
}{ $aside ->
    [0] {""}
   *[other] . Versions set aside, kept in the history: {$aside-text}
}
merge-nothing = The other copies have nothing new
