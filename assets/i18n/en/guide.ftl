# The guide, in the window and as PDF. Chapters with formulas and tables are in guide_methods.ftl and guide_format.ftl.
guide-title = Guide
guide-chapter = Chapter
guide-back = Chapter before
guide-on = Next chapter
guide-enlarge = A click shows the picture large
guide-start = The first ten minutes
guide-start-text =
    On the first page choose “Open the sample…”: you make a copy of your own of the sample, with the eleven actions of the proposal, other plans and illustrative scores, and are asked where to keep it for that. It is the right place to try things. The “First tour” shows in five steps where everything is, and this guide stays open beside the work (Ctrl+F1).

    In the room Matrix (Ctrl+3) move with the arrows and type “2”: the score goes in and the cursor moves down. “-1” is a trade-off, “2/-1” both at once, “0” consistent, “n” not applicable, “?” don't know. Delete clears. Enter and Tab after a value do what they do in a spreadsheet: the cell below, the cell beside it.

    Ctrl+G goes to the cell's reason; Esc goes back to the grid. Ctrl+Z undoes, Ctrl+Y redoes. Ctrl+K finds every command, policy and goal.

    There is no need to save: the lower right corner says when the file holds everything.
guide-document = The document and saving
guide-document-text =
    A document is one .ordito file. It can be copied, mailed, put on a stick or in a network folder.

    Every edit is written at once to a working copy in your own folder and, after a moment of quiet, to the file in its place, always whole. “Saved” means that the file holds every edit; Ctrl+S does not wait.

    While the document is open, a small file beside it says who is using it. Whoever opens it meanwhile sees it read-only. If the program or the computer stops, you find everything the next time.

    If somebody changes the file while you work, Ordito notices before writing and asks what to do: reload, keep yours as a copy, merge the two.
guide-history = Undo, history and versions
guide-history-text =
    Undo (Ctrl+Z) and redo (Ctrl+Y) reach back to the first edit, also after closing and reopening.

    History (Ctrl+H) lists who changed what and when; “Back to here” undoes everything that came later, and that can be undone too. The history can be exported as a table. The history of a single cell is at the end of its inspector.

    “Name this version” marks a point, such as “Sent to the Region”. “Restore a version” lists the last saves kept aside.

    The history also keeps what was deleted or typed over. “Save a copy without history” writes a document of its own that begins with what is there now: the one to give away.

    “Who I am…” (Ctrl+K) holds the name and office you sign edits with, and the body and its logo for prints: it is asked the first time, stays on this computer and holds for every document. Until you say it, the history says “author not given”; the name of the computer's user is never taken. On the command line --author or ORDITO_AUTHOR says it.

    A document begins with its first step, the sample included: there undo stops and says so. When you open it again you are back in room, matrix, assessor and cell.
guide-catalogue = Catalogue: the policies
guide-catalogue-text =
    Policies stand in a tree: plans, programmes, actions. Insert adds one beside, Shift+Insert one below, Alt and arrows move it, Delete on its name asks and then deletes. It is a table, too, with the keys of the matrix: what is typed goes into the cell, for kind or level the first letter is enough, Ctrl+Enter writes into all chosen cells, Ctrl+D fills down, a block copied from a spreadsheet is pasted from the cell on. With several rows chosen the form on the right changes all of them together.

    On the right are all fields: level of government, territory, owner, actors, period, cost, beneficiaries, expected results, outputs, links, effects elsewhere and on future generations. A field that is not right stays as typed and says why.

    The table's columns can be chosen, sorted and filtered; search ignores accents. “Variant of” ties an alternative to its policy. Clusters gather policies for sums.

    In the table a double click writes into the cell it falls on: code, dates and cost are typed, kind, level and wording are chosen from a list. With several rows selected (Shift, Ctrl or Ctrl+A) the form on the right changes all of them in one step and says where they differ. Your policies are born without a mark; “Mark as provisional” and “Remove the mark” hold for all that are selected.

    A list you already have in a spreadsheet comes in with “Import policies”, or by copying it and pressing Ctrl+V in the list, with names of columns or without. You see what each column becomes and can change it; a date or an amount that cannot be read stays out by itself, its row comes in. Dates are written as they come (01/09/2024, September 2024, 2030), amounts too (1.5 million, € 12,500.50).
guide-frameworks = Frameworks, crosswalks and scales
guide-frameworks-text =
    A framework is a tree of goals with a version. Those that come along are added with “Add a framework”; your own are written here or imported from a table with code and name.

    Beside each name it says whether the wording is official, provisional or to be filled in. If you change official words, they become provisional until you say otherwise.

    A crosswalk ties goals of two frameworks with a weight between 0 and 1.

    A scale has levels with words, guidance and colours. The values of a scale in use do not change: make a new version of it.
guide-entry = Matrix: typing fast
guide-entry-text =
    One digit is enough: the score goes in and the cursor moves on. The arrow in the bar chooses whether down or right. Enter, Tab and Shift turn them round. F4 jumps to the next empty cell.

    What the scale does not have is refused in place, with the reason, and the old value stays.

    Shift and arrows choose a block; Ctrl and arrows go to the edge of the data. Ctrl+D fills down, Ctrl+R right, Delete clears. Copy and paste use the same text as spreadsheets: one value fills the selection, a block spreads from the chosen cell. Refused cells are listed, the others go in, and one undo takes all of it back. “Copy with headings” puts the names of rows and columns into the text, too.

    With several cells chosen, a source added in the inspector goes to all of them, in one step.

    A click or F2 opens the cell; the inspector on the right has the scale's words, both sides, contribution, confidence, reason, mitigation, sources and what each assessor said.
guide-reading = Matrix: reading the numbers
guide-reading-text =
    Empty, not applicable, don't know and zero are four different things. Only scored cells enter a sum; coverage says how many the sum rests on.

    A cell can hold a co-benefit and a trade-off at once: it is split along its diagonal. Net, Benefits and Trade-offs show the sum of both sides or one alone, so that a trade-off does not vanish inside a total.

    The triangle at the upper right says there is a reason, the diamond at the lower left that assessors disagree. The profile bar shows trade-offs to the left and benefits to the right.

    F7 folds and opens groups of columns, F8 those of rows: a folded cell shows mean and range. Filters leave only the rows to be scored, with trade-offs, without a reason; “Filter by plan…” opens a line of filters: plan, type, level, office, goal, score. With a goal chosen, score and state are those of its cell. “Order by this column” puts the best scores on top, a second time the worst; “Goals by number” puts 1, 2, 3… in the place of the order by areas.

    Where the wide form does not fit the window the grid becomes compact, so that all 17 goals are seen beside the inspector; “Wide”, “Compact” and “Automatic density” (Ctrl+K) decide otherwise. “Whole names in rows” makes rows as high as long names need.

    The border between two headings is dragged to widen a column, that of the names of rows to read them whole; a double click fits the width, Alt+Right arrow and Alt+Left arrow change it by keyboard (with Shift, the names of rows). The same holds in Compare. Widths stay on the computer, for each matrix, and are not part of the document.
guide-consensus = Consensus outside a laboratory
guide-consensus-text =
    The chosen matrix and assessor hold in all rooms. If the consensus is empty and others have scored, a line says so and leads to their scores.

    “Make the consensus…” (in the menu of the matrix and with Ctrl+K) takes the assessors you choose and fills the consensus where they are equal, where they differ at most by what you say, or in the median. With two scores in the middle the lower or the upper one counts, as you choose: never a number that nobody gave. Benefits and trade-offs of a two-sided score have a median each. Who did not answer, or answered “?”, does not count in that cell; “n.a.” stands if all who count say it; opposite signs meet only if you ask for it. Hidden rows and columns are left out.

    Agreed values that are there already stay, unless you ask to replace them. Reasons and mitigations come with the names of those who wrote them, all sources, the lowest confidence; where scores differed the reason begins with who said what. All of it is one step. What is left is a list to decide below the grid: each line shows the values of each and why, and leads to its cell. “ordito consensus” does the same, also with --json and --dry-run.
guide-analysis = Analysis: profiles and what stands behind them
guide-analysis-text =
    In the room Analysis (Ctrl+5) choose a matrix and whose scores, then a view. Every picture has a sentence below it that says what it shows and on how many cells it rests; “Table” shows the same numbers, sorted by a click on a heading.

    Tab goes into the picture, arrows from mark to mark, Enter opens at the right the cells that stand behind: value, reason, mitigation, sources, confidence. From each one can go to its cell in the matrix, or put it on a laboratory's agenda.

    Profiles: trade-offs to the left, co-benefits to the right, the upright stroke is the net. The index goes from −1 to +1 and counts scored cells only. The cost of a goal is its part of the costs of the policies that help it, divided in proportion to the co-benefits.

    Conflicts puts into one list the cells with a trade-off, the pairs of policies that pull in opposite ways on a goal, and the goals left alone, the most intense first, with reasons, mitigations and the offices concerned. The picture draws the twelve strongest, who goes against on the left and who contributes on the right, and says how many more there are: the table has them all. Coherence of policies compares every pair; an index never stands alone: choose a pair and read the goals behind it, with both scores and the reasons.

    Robustness says how far a ranking holds: in how many draws of weights and scores each policy has each rank, which do not separate, between which weights the order stays as it is, which missing cells could change it. The sliders try other weights without touching the document.

    The other rankings too (profiles in an order, influence, the MICMAC plane, centralities) say how far they hold: “3 (2–5)” means third rank, and between second and fifth in nine draws of ten, each without one scored cell in ten drawn by chance. Among conflicts, Holds says how likely the conflict is still there if scores are as unsure as their confidence says.

    Indirect effects, for a matrix of goals × goals or policies × policies, says what happens at the second step: influence with its weight, the strongest paths in words, the MICMAC plane with its four fields, centralities. The network is dragged, one box at a time or whole, made larger with Ctrl and the wheel, filtered by strength and grouped; a whole line with a point helps, a broken one with a bar harms. For policies × goals it shows what reaches a goal through the others.

    Every picture is saved as SVG or PNG, with its alternative text beside it, and the table as CSV or XLSX. A long calculation shows how far it is and can be stopped; after an edit it is done again by itself.
guide-compare = Compare
guide-compare-text =
    In the room Compare (Ctrl+4) two sides, or up to four, stand side by side with their differences: assessors, matrices, versions or any step of the history, two policies, two goals, another file. A click on a side's name shows what it can be.

    Rows meet by identity, then by code, then by name; what has no counterpart is marked and counted apart. In the pane of differences ▲ and ▼ say by how much the net changes, = that it is equal, ≠ that the net is the same but its sides are not, a letter that only this side has a score; a full background is an opposite sign.

    The list is sorted and filtered; Enter goes to the cell in the Matrix, F9 to the next difference. Ctrl+T takes the value over from the other side with its reason, for one cell or for the selection: one step, which can be undone. Another file is only read, never changed.

    Copies of the same document that were filled apart (by office, table, town) come together with “Merge copies…” (Ctrl+K) or “ordito merge”. What only one copy changed comes in; a cell that several changed is listed with values, reasons, authors and times: the latest stands, yours or the other, or you choose one by one. Items added twice are proposed as the same by code, then by name. The order of the copies does not count, merging twice changes nothing, what does not stand is kept in the history, and all of it is one step that can be undone.

    Between two versions it shows who changed each cell last, and when. "Export the comparison" writes PDF, DOCX, HTML or a workbook with all differences.
guide-lab = The laboratory
guide-lab-text =
    The sample document has two laboratories, with illustrative votes. The one that is over is to be read: open its agenda, then Papers ▸ “Outcome without names…”, or F5 and the right arrow up to “What was decided”. The prepared one is to be tried: F5, Enter, fifteen keys, R, Enter; Ctrl+Z goes back.

    In the room Laboratory (Ctrl+6) you prepare a session on a matrix: title, date, place, question, who votes (numbered seats, people by name, or tables) and the rule of consensus. The question is written into the session when you make it: the same on the screen, on the ballots and in the outcome; once votes were revealed, question and rule do not change any more. The agenda comes from proposals (cells without agreement first, then disagreement × effect), from Conflicts put aside, from the cells selected in Matrix, from a filter or by hand; dragging, or Alt and arrows, reorders it; below the list you write the notes of the chosen question, for the facilitator. By hand, row and column are searched by name.

    “Participants” is a table as wide as the room: Tab goes to the next field, the table is written or chosen from a list, a block copied from Excel can be pasted in any field. “Paste a list…” and “Import from a file…” (CSV, XLSX, ODS) show what each column becomes and who comes in, line by line, before anything touches the document. “Seat at” gives tables: results table by table rest on them. Under Papers are the agenda, ballots (one for each, or one to four on a page without names), the list of presences and the outcome.

    F5 projects one question at a time. Enter opens the vote; each key is a vote, in the order of participants: 0 1 2 3 for benefits, minus and a digit (or Q W E) for −1 −2 −3, N not applicable, ? don't know. The slash / adds the other side to the vote just given: 2/1 is +2 and −1. Backspace goes back to the vote before, the arrows up and down choose whose it is. With B the keyboard goes from hand to hand: each takes it with Space, writes the own vote as in Matrix and records it with Enter; C adds a comment before it is passed on. Between two people no key does anything, and nothing shows. Until you press R the screen tells only how many have voted, and with I who is missing. R reveals, and asks when somebody is missing; V votes again with the first round dashed; below the bars, which are of net scores, a line says which votes had two sides. Where the rule holds, Enter accepts; where it does not, Enter has the room discuss and vote again, and A accepts a value all the same, with two sides, n.a. or ? as well, and its reason; P puts off, S skips, C notes a comment, T stops and starts the clock, Ctrl+Z undoes. G shows the votes table by table; in an anonymous session only where at least three voted at each table. The clock is read from afar, with a bar; when time is up it is red, and it goes on when you open again. Once a value is agreed the room sees it large with its reason, which is written in several lines (Shift+Enter). After the last question Enter leads to “What was decided”. At the bottom are always the keys that do something then; F1 shows all of them. There are no phones and no QR codes: nothing leaves the room.

    With a projector connected the projection covers it and here you see who is missing, the clock, the notes, the votes and the question that comes next; beside “Start the projection” you choose another display or “In this window”. If the projector is unplugged, the projection comes to this window, without the votes. Every step is saved when it happens: if the computer goes off, open again and F5 goes on at the same question. The value accepted becomes the agreed score of the cell, with the session as its source.

    An anonymous vote means that no names stand beside votes, neither in what leaves the program nor in the file. Numbered seats vote; names stand on the list of presences only, in alphabetical order and without a tie to the seats. The file keeps, for each seat, votes and comments of each round with the time they were written: whoever remembers who sat where can tell. No outcome with names can be made of an anonymous session; names on the list are taken out of what was written in the room, but read it again before you publish it. Where tables vote, who sits at them does not vote alone as well. Anonymous sessions made with earlier versions still keep names in the file: the room says so and takes them out; the history remembers them until you make a copy without history.
guide-sheets = Coherence sheets
guide-sheets-text =
    A sheet tells of a policy, a goal, a cluster or the whole matrix: who it is, its profile, contributions and trade-offs with reasons and sources, effects, coherence with the other policies, what is missing, the method note with formulas and version, and all cells in an annex.

    In the room Sheets (Ctrl+9) choose whose, with whose scores, which parts and in which order; in the middle are the pages as they will be. Space ticks sheets for export. PDF is accessible and fit for keeping (PDF/UA-1 and PDF/A-2a); DOCX opens to be corrected; HTML is a single file.

    The template of the PDF can be copied and changed: logo, order of parts, texts, colours. What is there already is not replaced, and if you stop, nothing half-written stays.

    Signs that no typeface of print has (emoji, ideograms) do not stop the PDF: a box with their code stands in their place, and after the export you read where. DOCX and HTML keep the sign.
guide-exchange = Importing and exporting
guide-exchange-text =
    A table comes in from the menu or by dropping the file on the window: policies in the first column, goals in the first row, cells as typed by hand. It may be a text (CSV) or a workbook (XLSX, ODS, XLS), of which you choose the sheet; of a merged cell the first counts. You see what would change, cell by cell; what is not recognised is listed with its cell, such as T8. Codes are read as the sheet shows them (1.10, 001). Hidden rows, columns and sheets, merged cells, open quotes and wrong bytes are told with their cell. All of it goes in as one step.

    “Export the matrix as a table” writes the format chosen with the file's name: XLSX and ODS with totals as formulas, reasons as notes and sheets for policies, goals, sources and method; CSV; HTML. Matrix, totals and method are printed, across and as wide as the page; reasons and other long lists stay off paper until you ask for it on their sheet (Excel: Page Layout, Print Area, Clear; LibreOffice: Format, Print Ranges). Headings are recognised by code, by name and as the world writes them (SDG 1, Goal 1, OSS 1); the others are given a meaning: the one that looks like it is offered, and all of them are accepted at once, or a new one, any one, or none. A blank cell leaves the score that is there; emptying it is chosen. Signs such as X or ✓ are explained once, and where rows and columns are exchanged in the file it is read the other way round. A file that is already there is not replaced without asking.
guide-trouble = If something goes wrong
guide-trouble-text =
    A message always says what happened, what is safe and what to do.

    If the file cannot be written, the edits stay in the working copy: use “Save a copy” somewhere else. If a file is damaged or comes from a newer version, it opens read-only or is refused, and is not touched.

    If the window does not open with the computer's graphics, the program tries by itself to draw with the processor.
guide-access = Accessibility and screen readers
guide-access-text =
    Every command can be reached by keyboard: F1 shows all shortcuts beside the work, Ctrl+K finds them by name and keeps the commands used lately on top, F6 goes from pane to pane.

    A screen reader says policy, goal, value, marks and place of every cell. Colour is never the only sign. Ctrl and + zoom; the menu at the upper right offers light, dark and high-contrast looks, and the language; motion is as the system asks for, or less, or all. The page “Accessibility” (Ctrl+K) says what works and what does not.

guide-paper-title = Guide to Ordito
guide-version = Ordito {$version}

guide-first = Your first matrix
guide-first-text = When the sample is clear, ten minutes are enough for a matrix of your own, with a few policies and the goals of the 2030 Agenda.
guide-first-1 = Ctrl+N asks where to put the document. The 2030 Agenda and the scales are in it already. “Document details…” (Ctrl+K) holds title and body, “Who I am…” the name you sign with.
guide-first-2 = In the Catalogue (Ctrl+1) write three or four policies: Insert adds one, on the right at least code and name. If you have a list in a spreadsheet already, “Import policies…” takes it in.
guide-first-3 = Ctrl+M opens “New matrix…”: framework 2030 Agenda, the level of the 17 goals, a scale, who scores. “Make the matrix” shows it empty, on the scores of who scores; the consensus comes later, with “Make the consensus…”.
guide-first-4 = Type the scores: one digit, and the cursor moves on. Begin with the policy you know best; “n” where the crossing has no meaning, “?” where you don't know.
guide-first-5 = Where a score weighs, press Ctrl+G and write why; beside it are confidence, sources and, for a trade-off, its mitigation.
guide-first-6 = F4 goes to the next empty cell; the line below says how much is missing and how many goals are covered.
guide-first-7 = In Analysis (Ctrl+5) look at profiles and conflicts: every mark leads to the cells behind it.
guide-first-8 = In Sheets (Ctrl+9) look over the policy's page and export it as PDF or DOCX. The .ordito file is saved already: it can be mailed.

guide-keyboard = Keyboard
guide-keyboard-text =
    These are the shortcuts that the program knows in this version. None uses Ctrl and Alt together, which are AltGr on an Italian keyboard. Ctrl+Shift+Z redoes as well.

    While a text is being written, cut, copy, paste, undo and redo are about that text. Esc leaves what was being done (a dialog in which something is written asks first; a click beside it does not close it), F6 goes from pane to pane, Tab from control to control.
guide-keys = Keys
guide-command = What they do
guide-palette = Everything else, with Ctrl+K
guide-palette-text = Ctrl+K opens the search for commands: a few letters of the name are enough, then Enter. Every command is there, also those without a shortcut.
guide-palette-table = Commands without a shortcut
guide-group = Group
guide-commands = Commands

guide-picture-matrix = The room Matrix with the sample document.
guide-picture-matrix-alt = Window of Ordito: the rooms on the left, in the middle the grid with actions as rows and goals of the 2030 Agenda as columns, in each cell a signed number and a colour, blue for co-benefits and orange for trade-offs; on the right the inspector of the chosen cell; below, completion, goals covered and the state of saving.
guide-picture-catalogue = The Catalogue: the tree of policies and the fields of the chosen one.
guide-picture-catalogue-alt = Window of Ordito in the room Catalogue: a tree table of plans and actions with code, name, kind and other fields; on the right the fields of the chosen policy, to be filled in.
guide-picture-cell = A cell with co-benefit and trade-off at once, and its inspector.
guide-picture-cell-alt = Window of Ordito in the room Matrix: the chosen cell is split along its diagonal, the co-benefit above and the trade-off below; the inspector on the right has the scale's words for both sides, confidence, reason, mitigation and what each assessor said.
guide-picture-analysis = Analysis: profiles of the policies.
guide-picture-analysis-alt = Window of Ordito in the room Analysis: for each policy a bar with trade-offs left of zero and co-benefits right of it, an upright stroke for the net; below, the sentence that says what the picture shows and on how many cells it rests.
guide-picture-network = Indirect effects: the network of a matrix of goals × goals.
guide-picture-network-alt = Window of Ordito in the room Analysis: boxes with the numbers and colours of goals, their names beside them, tied by arrows; whole lines with a point help, broken ones with a bar harm.
guide-picture-compare = Compare: two assessors side by side, and their differences.
guide-picture-compare-alt = Window of Ordito in the room Compare: two grids with the same rows and columns, a pane with the differences marked by triangles, and the list of cells in disagreement, largest difference first.
guide-picture-lab = The projection of a laboratory, after the votes are revealed.
guide-picture-lab-alt = Projected display during a laboratory: above, the policy and the goal in question; in the middle, bars of how many gave each score; below, median, consensus and the proposed value.
guide-picture-sheets = Sheets: the pages as they will be.
guide-picture-sheets-alt = Window of Ordito in the room Sheets: the list of policies on the left, in the middle the preview of the page with identity and profile, on the right the parts to print and the format.
