# Steps of the history.
step-created = Document created
step-added = Add {$what} “{$name}”
step-changed = Change {$what} “{$name}”
step-deleted = Delete {$what} “{$name}”
step-moved = Move {$what} “{$name}”
step-duplicated = Duplicate {$what} “{$name}”
step-added-many = Add {$n-text} {$what}
step-changed-many = Change {$n-text} {$what}
step-deleted-many = Delete {$n-text} {$what}
step-moved-many = Move {$n-text} {$what}
step-lines-hide = Hide {$what} “{$name}”
step-lines-show = Show {$what} “{$name}” again
step-lines-weigh = Change the weight: {$what} “{$name}”
step-lines-hide-many = Hide {$n-text} {$what}
step-lines-show-many = Show {$n-text} {$what} again
step-lines-weigh-many = Change the weight of {$n-text} {$what}
step-imported = Import “{$name}”
step-restored = Restore “{$name}”
step-merged = Merge “{$name}”
step-with-cell = {$what} · {$cell}
step-cells-type = { $n ->
    [one] Type one cell
   *[other] Type {$n-text} cells
}
step-cells-paste = { $n ->
    [one] Paste one cell
   *[other] Paste {$n-text} cells
}
step-cells-fill = { $n ->
    [one] Fill one cell
   *[other] Fill {$n-text} cells
}
step-cells-clear = { $n ->
    [one] Clear one cell
   *[other] Clear {$n-text} cells
}
step-cells-inspector = { $n ->
    [one] Change the details of one cell
   *[other] Change the details of {$n-text} cells
}
step-cells-import = { $n ->
    [one] Import one cell
   *[other] Import {$n-text} cells
}
step-cells-take-over = { $n ->
    [one] Take over one cell
   *[other] Take over {$n-text} cells
}
step-cells-consensus = { $n ->
    [one] Consensus, one cell
   *[other] Consensus, {$n-text} cells
}
step-cells-merge = { $n ->
    [one] Merge one cell
   *[other] Merge {$n-text} cells
}
step-cells-lab = { $n ->
    [one] Laboratory, one cell
   *[other] Laboratory, {$n-text} cells
}
step-lab-vote = { $n ->
    [one] One vote on {$question}
   *[other] {$n-text} votes on {$question}
}
step-lab-ask = Open a round on {$question}
step-lab-show = Show {$question}
step-lab-reveal = Reveal the votes on {$question}
step-lab-comment = Comment on {$question}
step-lab-agree = Record the agreement on {$question}
step-lab-park = Put off {$question}
step-lab-skip = Skip {$question}
step-lab-reopen = Reopen {$question}

# Refused entries.
entry-not-understood = “{$entry}” is not an entry: type 2, -1, 2/-1, 0, n or ?
entry-date = “{$entry}” is a date: spreadsheets make one of an entry such as 2-1. Type 2/-1
entry-outside-scale = “{$entry}” is outside the scale, which goes from {$lowest} to {$highest}
entry-not-a-level = “{$entry}” is not a level of the scale

# Refused edits.
refusal-read-only = The document is open for reading only. Save a copy to change it.
refusal-not-there = No longer there: {$what}
refusal-there-already = There already: {$what}
refusal-no-name = The name is missing: {$what}
refusal-code-taken = The code “{$code}” is used already ({$what}). Choose another one.
refusal-below-itself = “{$name}” cannot be below itself
refusal-in-use = “{$name}” is in use in “{$user}”. Take it away from there first.
refusal-too-long = The text is longer than {$limit-text} characters
refusal-not-in-matrix = The row or column is not in the matrix “{$matrix}”
refusal-diagonal = “{$name}” cannot be crossed with itself
refusal-wrong-item = This cannot be here: {$what}
refusal-confidence = Confidence goes from 1 to 5, not {$level-text}
refusal-weight = The weight {$weight} is not allowed: use a number of 0 or more (between 0 and 1 for crosswalks)
refusal-scale-levels = A scale has at least two levels, all of different value
refusal-level-in-use = Some cells use the level {$value} of the scale “{$scale}”. Make a new version of the scale.
refusal-agreed-stays = Every document has the agreed scores, and only once
refusal-not-now = It is not possible now to {$act}: the question stands elsewhere. The votes taken are safe.
refusal-lab-question = The question stays the one the room answered: votes have been revealed. To ask something else prepare a new laboratory.
refusal-lab-rule = The rule of consensus stays the one votes were judged by: votes have been revealed. For another rule prepare a new laboratory.
refusal-lab-anonymous = Votes have been given: who votes, and whether by name or from a seat, stays as it is. Prepare a new laboratory.
refusal-names-beside-votes = In an anonymous laboratory numbered seats and tables vote, without names beside the votes. Write the names on the list of presences.
refusal-has-no-vote = “{$name}” has no vote in this laboratory: the seats or the tables vote. The other votes are safe.
refusal-end-before-start = The end {$end} is before the start {$start}
refusal-no-such-level = The framework has no level {$level-text}
refusal-out-of-range = The number {$number} is beyond every use
refusal-empty-cell = A cell without value, reason and sources is not kept
refusal-broken = Nothing was changed, because what was to come in does not hold together. {$list}

# Records that break a rule, and JSON files that do not come in.
breach = {$what} “{$name}”: {$why}
breach-unnamed = {$what}: {$why}
breach-not-there = refers to something that is not in the document ({$what})
breach-no-info = title and identity are missing (table “info”)
breach-below-itself = is below itself, in a ring without an end
breach-more = {$list}; { $n ->
    [one] and one more
   *[other] and {$n-text} more
}
json-place = Table “{$table}”, record {$n-text} (key {$key})
json-not-ours = The JSON file is no document of Ordito: "format": "ordito" and "version" are missing. Nothing was imported.
json-version = Version {$version} of the format is not known. It needs a newer Ordito. Nothing was imported.
json-unknown-part = The part “{$name}” is not of a document of Ordito, or is there twice. Nothing was imported.
json-unknown-table = The table “{$name}” is not of a document of Ordito. Nothing was imported.
json-table-twice = The table “{$name}” is there twice. Nothing was imported.
json-unknown-field = {$place}: the field “{$field}” is not known. Nothing was imported.
json-bad-key = {$place}: the key is not of this table. Nothing was imported.
json-twice = {$place}: the key is there already. Nothing was imported.
json-bad-value = {$place}: cannot be read ({$detail}). Nothing was imported.
json-too-much = What is in the file comes to more than {$limit-text} MB of memory. Nothing was imported.
json-rules = { $n ->
    [one] The file breaks a rule
   *[other] The file breaks {$n-text} rules
}, and nothing was imported. {$list}
json-milestones = { $n ->
    [one] One named version stays out: it is a step of another document's history
   *[other] {$n-text} named versions stay out: they are steps of another document's history
}

# Files.
storage-sqlite = The file cannot be read or written ({$detail}). Try to save a copy elsewhere.
storage-io = {$path}: {$detail}. Save a copy elsewhere.
storage-not-found = {$path}: the file or folder is not there. Check the path or the network.
storage-permission = {$path}: permission denied. Save a copy elsewhere or ask for access to the folder.
storage-exists = {$path}: it is there already and is not overwritten. Choose another name.
storage-limit = {$path}: the system does not allow a file that large, or the quota is used up. Save a copy elsewhere.
storage-full = {$path}: the disk is full. Make room or save a copy elsewhere.
storage-not-a-file = {$path}: this is no file but a folder, a device or a pipe. It was not read: name a file.
storage-not-a-folder = {$path}: a part of this path is a file and no folder. Nothing was written: check the path.
storage-read-only = {$path}: this disk is read only. Save a copy elsewhere.
storage-unreachable = {$path}: the network folder does not answer. Check the connection and try again, or save a copy elsewhere.
storage-name = {$path}: this name cannot be used here, it may be too long. Choose a shorter name or save a copy elsewhere.
storage-not-a-database = The file is not an Ordito document, or it was cut short. It was not touched. Try an earlier save.
storage-foreign = The file belongs to another program. It was not touched.
storage-newer = The document was made with a newer version of Ordito (schema {$found}, here {$known}). It was not touched: update the program.
storage-unknown-parts = The file holds parts that Ordito did not write ({$names}) and is not opened. It was not touched: ask whoever sent it.
storage-damaged = The file is damaged ({$detail}). It was not touched: open an earlier save with “Restore version”.
doubt-journal-differs = The history of changes is not what Ordito wrote: the file was changed outside Ordito or is damaged. It is open for reading only.
doubt-seal-broken = The file is not, byte for byte, what Ordito wrote: its medium is failing or another program rewrote it. It is open for reading only: save a copy elsewhere or take back an earlier state.
doubt-hash-differs = The content hash does not match: the file was changed outside Ordito or is damaged. It is open for reading only.

# Kept document.
holder = {$user} on {$host}
holder-machine = somebody on {$host}
holder-unknown = somebody else
keep-held = The document is open by {$who}. Ask for it to be closed, or choose another name.
keep-lock-taken = {$who} took the document while it was out of reach. Your changes are safe in the working copy: save a copy elsewhere.
keep-another-document = It is another document, not a copy of this one.
read-only-file = The file is write-protected: here it can only be read. Save a copy to change it.
read-only-folder = The folder cannot be written: here the document can only be read. Save a copy elsewhere to change it.
read-only-full = The disk or the quota of this folder is full: it can only be read here. Make room and open it again, or save a copy elsewhere.
read-only-other-program = The file is open in another program: here it can only be read. Close the other program and open it again.
backup-published = Save
backup-migration = Original of an earlier version
backup-replaced = Replaced file
backup-mine = Changes put aside
backup-unreadable = Unreadable working copy

# Import.
import-too-large = The file is larger than {$limit} MB. Split it into several tables.
import-too-many-cells = The table has more than {$limit-text} cells. Split it into several tables.
import-empty = There is no table in the file.
import-kind-nothing = The file is empty: there is not one byte in it. Ask for it or download it again.
import-kind-pdf = It is a PDF, from which no table is read. Ask for the spreadsheet it was made of, as XLSX, ODS or CSV.
import-kind-picture = It is a picture, from which no table is read. Ask for the spreadsheet it was made of, as XLSX, ODS or CSV.
import-kind-ordito = It is a document of Ordito's, not a table. Open it, or merge it into this one with “Merge copies” (ordito merge).
import-kind-database = It is an SQLite database, not a table. Export the table you need as CSV.
import-kind-writing = It is a text document, not a spreadsheet. Copy the table into a spreadsheet and save it as XLSX, ODS or CSV.
import-kind-slides = It is a presentation, not a spreadsheet. Copy the table into a spreadsheet and save it as XLSX, ODS or CSV.
import-kind-mail = It is an e-mail, not a table. Save what is attached and import that.
import-kind-web-page = It is a web page, whatever its name says. Open it in Excel or Calc and save it as XLSX.
import-kind-excel-2003 = It is an XML of Excel 2003, whatever its name says. Open it in Excel or Calc and save it as XLSX.
import-kind-old-excel = It is a workbook older than Excel 97. Open it in Calc and save it as XLSX.
import-kind-binary-workbook = It is a binary workbook (XLSB). Open it in Excel or Calc and save it as XLSX.
import-kind-flat-ods = It is an ODS in one XML file (FODS). Open it in Calc and save it as ODS or XLSX.
import-kind-numbers = It is a sheet of Numbers. Open it in Numbers and export it as XLSX.
import-kind-sylk = It is a table in the SYLK format. Open it in Excel or Calc and save it as XLSX.
import-kind-xml = It is an XML file, not a table. Open it with the program that wrote it and save it as XLSX, ODS or CSV.
import-kind-json = It is JSON, not a table. If it is a document that Ordito exported, the name of the file must end in .json.
import-kind-archive = It is a compressed archive, not a table. Extract the files and import the one with the table.
import-kind-cut = It begins like a workbook, but is incomplete or broken. Download or copy it again; if Excel or Calc opens it, save it as XLSX.
import-kind-bytes = It is no text and no spreadsheet that is known. Open it with the program that wrote it and save it as XLSX, ODS or CSV.
note-hidden-sheet = The sheet is hidden.
note-hidden-rows = { $n ->
    [one] One hidden row, taken as the others are: { $which }.
   *[other] { $n } hidden rows, taken as the others are: { $which }.
}
note-hidden-columns = { $n ->
    [one] One hidden column, taken as the others are: { $which }.
   *[other] { $n } hidden columns, taken as the others are: { $which }.
}
note-merged = { $n ->
    [one] Merged cells: { $which }. The value counts for the first one; the others are taken as blank.
   *[other] Merged cells in { $n } places: { $which }. The value counts for the first one of each; the others are taken as blank.
}
note-open-quotes = { $n ->
    [one] A quote opens and does not close: { $which }. It is taken for a sign of the text; check the cell.
   *[other] { $n } quotes open and do not close: { $which }. They are taken for signs of the text; check the cells.
}
note-lines-in-cells = { $n ->
    [one] A cell in quotes holds whole lines: { $which }. Perhaps there is a quote too many.
   *[other] { $n } cells in quotes hold whole lines: { $which }. Perhaps there is a quote too many.
}
note-bad-bytes = { $n ->
    [one] A byte is not UTF-8 as the rest is: { $which }. It is read as Windows-1252; check the cell.
   *[other] { $n } bytes are not UTF-8 as the rest is: { $which }. They are read as Windows-1252; check the cells.
}
note-cut-short = The file ends in the middle of a letter: perhaps it was cut. Check the last row.
import-malformed = Line {$line}: cannot be read ({$detail}). Nothing was imported.
import-missing-column = The column “{$name}” is missing. The first row must name the columns.
workbook-unreadable = The workbook cannot be read: {$part}, {$detail}. Open it and save it again as XLSX.
workbook-no-sheets = There are no sheets to read in the file. Save it as XLSX, ODS or CSV.
workbook-protected = The workbook is behind a password. Remove it and save again.
workbook-declares = {$part} declares a document type, which a workbook does not have. Nothing was imported.
workbook-large-part = {$part} is larger than {$limit-text} MB when unpacked. Save only the sheet you need.
workbook-many-nodes = {$part} has more than {$limit-text} elements. Save only the sheet you need.
workbook-many-parts = The file has more than {$limit-text} parts: it is not a workbook.
workbook-many-sheets = The file has more than {$limit-text} sheets. Save only the one you need.
workbook-many-texts = The file has more than {$limit-text} texts. Save only the sheet you need.
workbook-large-texts = The texts are larger than {$limit-text} MB. Save only the sheet you need.
workbook-long-text = {$place}: the text is longer than {$limit-text} bytes. Shorten it.
workbook-wide-sheet = Between the first and the last filled cell there are {$rows-text} rows by {$columns-text} columns, more than {$limit-text} cells. Give only the area of the table or empty the far cells.
workbook-no-sheet = There is no sheet “{$name}”. There are “{$known}”.
workbook-no-sheets-in-text = It is a file of text and has no sheets: “{$name}” is not there.
workbook-none-fits = No sheet fits by itself. Choose among “{$known}”.
workbook-hidden-among = Hidden: “{$names}”.
workbook-unread-among = Not read: “{$names}”; name one to know why.
workbook-between-names = ”, “
workbook-several-fit = Several sheets fit. Choose among “{$known}”.
paper-too-much = The template asks for too much memory and was ended. Nothing was written: look for a list or a repetition without an end.
paper-too-slow = The template took too long and was not waited for. No file was written: check the template or use the one of the program.
paper-place = {""} in line {$line}
paper-template = The template has a mistake{$place}: {$what}. No file was written: correct it or use the one of the program.
paper-unshown = Some signs are in none of the typefaces of print: a box with their code stands in their place.
paper-unshown-line = {$place}: {$codes}
paper-unshown-more = { $n ->
    [one] and one more place
   *[other] and {$n-text} more places
}
paper-stopped = Stopped: no file was written.
