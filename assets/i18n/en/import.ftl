# What a table would bring, before it goes in.
import-go = Import
import-heading-blank = {$at}: the heading of filled cells is missing
import-heading-unknown = {$at}: “{$text}” is not in the matrix
import-heading-near = {$at}: “{$text}” is not in the matrix; the nearest are “{$near}”
import-heading-clear = {$at}: “{$text}” is not in the matrix; it looks like “{$near}”
import-heading-several = {$at}: “{$text}” can be “{$which}”: choose which, or write the code
import-heading-twice = {$at}: “{$text}” means “{$name}”, which another heading means already
import-not-entries = { $n ->
    [one] One cell with {$texts} is no entry ({$places}): choose what it means. The entries are {$entries}
   *[other] {$n-text} cells with {$texts} are no entries ({$places}): choose what they mean. The entries are {$entries}
}
import-cell-refused = {$place}: {$why}
import-diagonal-refused = “{$entry}” scores something on itself, which cannot be: leave the cell blank
import-transposed = Rows and columns are exchanged in the file: it is read the other way round.
import-guessed = { $n ->
    [one] One heading matched by likeness: {$which}
   *[other] {$n-text} headings matched by likeness: {$which}
}
import-made = { $n ->
    [one] One new line: {$which}
   *[other] {$n-text} new lines: {$which}
}
import-made-assessor = New assessor: {$name}
import-blank-left = { $n ->
    [one] One cell that is blank in the file has a score in the document, which stays: {$places}
   *[other] {$n-text} cells that are blank in the file have a score in the document, which stays: {$places}
}
import-emptied = { $n ->
    [one] One score is taken away: {$places}
   *[other] {$n-text} scores are taken away: {$places}
}
import-diagonal = { $n ->
    [one] One cell on the diagonal says nothing and is passed over: {$places}
   *[other] {$n-text} cells on the diagonal say nothing and are passed over: {$places}
}
import-left = { $n ->
    [one] One cell leaves what is there, as you chose
   *[other] {$n-text} cells leave what is there, as you chose
}
import-unplaced = { $n ->
    [one] One filled cell stays out, below a heading that has no place
   *[other] {$n-text} filled cells stay out, below headings that have no place
}
import-guess = guess
import-accept-all = { $n ->
    [one] Accept the guess
   *[other] Accept the {$n-text} guesses
}
import-refuse-all = Leave them out
import-this-heading = “{$text}”
import-no-heading = no heading
import-choose = Choose…
import-blanks = Blank cells
import-blanks-leave = Leave the score
import-blanks-empty = Take the score away
import-turned = Rows and columns exchanged
import-entries = Cells that are no entries
import-entry-leave = Leave as it is
import-entry-is = What “{$text}” means
import-new-assessor = New assessor…
import-new-assessor-name = Name of the assessor
import-columns = Columns
import-column-is = What column {$column} becomes
import-column-becomes = Column {$column}: {$field}
import-column-guessed = Column {$column}: {$field}, by what it holds
import-column-left-out = { $n ->
    [0] Column {$column}: stays out (blank)
    [one] Column {$column}: stays out (one filled cell)
   *[other] Column {$column}: stays out ({$n-text} filled cells)
}
import-column-double = { $n ->
    [one] Column {$column}: stays out, another is {$field} already (one filled cell)
   *[other] Column {$column}: stays out, another is {$field} already ({$n-text} filled cells)
}
import-column-example = for example “{$text}”
import-field-id = Identifier
import-headed = The first row names the columns
import-columns-left-out = { $n ->
    [one] One column is left out: {$columns}. Choose below what it becomes.
   *[other] {$n-text} columns are left out: {$columns}. Choose below what they become.
 }
import-choose-name = Choose which column gives the names of the policies.
import-no-names = No column gives the names of the policies (“Name”, “Title”). The columns are: {$known}
import-field-left-out = {$place}: “{$text}” does not go into {$field}: {$why}
import-why-word = it is not one of the words of the field
import-why-month = it is not a month; write for example 09/2026, 01/09/2026, September 2026 or 2026
import-why-amount = it is not an amount; write for example 12,500.50 or 1.5 million
import-why-not-there = no policy is called so
import-why-several = several policies are called so
import-why-itself = it would be part of itself
import-why-ends-before = it would end before it starts
import-same-code = Row {$row}: the code {$code} of “{$name}” is in row {$first} already
import-same-codes = Rows with a code used above
import-same-code-ask = Choose…
import-same-code-without = Come in without a code
import-same-code-leave = Stay out
import-nameless = { $n ->
    [one] One row has no name and stays out: {$which}
   *[other] {$n-text} rows have no name and stay out: {$which}
}
import-there = { $n ->
    [one] One policy is in the document already and stays as it is: {$which}
   *[other] {$n-text} policies are in the document already and stay as they are: {$which}
}
import-there-called = {$code} (called “{$name}” here)
paste-policies-name = Pasted policies
paste-people-name = Pasted participants
cli-import-more = and {$n-text} more problems; --dry-run lists all of them
cli-import-way-near = With --accept-near headings matched by likeness go in.
cli-import-way-create = With --create headings that the document does not have become new lines.
cli-import-way-entry = With --entry “X=1” you say what a cell means; --entry “X=” leaves what is there.
cli-import-way-same-code = With --same-code without-code they come in without a code, with --same-code leave-out they stay out.
cli-import-no-column = no column “{$name}”; there are {$known}
cli-import-no-field = no field “{$name}”; there are {$known}
cli-import-no-entry = “{$text}” does not say what a cell means: write for example X=1, or X= to leave what is there
cli-assessor-near = no assessor “{$name}”; it looks like “{$near}”. With --accept-near it is that one, with --create a new one is made
