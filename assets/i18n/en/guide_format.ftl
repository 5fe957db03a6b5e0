# The guide: the file. The list of tables and views is that of the schema; a test holds them together.
guide-format = The file format
guide-format-text =
    A document is an SQLite file with the ending .ordito: it opens without Ordito too, in any SQLite tool, such as sqlite3 document.ordito "SELECT * FROM celle LIMIT 5". From outside it is best only read: a file changed by others is noticed and opens read-only.

    Its header carries the id 0x4F726469 (“Ordi”) in application_id and the schema's version in user_version. A file of a newer version, with foreign tables, or damaged, is refused or opened read-only, never guessed at.

    Ids are 16 random bytes: copies filled in different offices can be merged. Times are milliseconds since 1970, in UTC; lists are JSON; amounts are in cents. A cell has one of four states: unscored, not_applicable, dont_know, scored; benefit and tradeoff are its two sides.

    The tables say how things are now; step and change are the history, which is only added to: every step has who, when, what, before and after, and a digest that ties it to the step before.
guide-format-name = Name
guide-format-holds = What it holds
guide-format-views = Views with plain (Italian) names, for any SQLite tool
guide-format-tables = Tables
guide-format-others = Other formats
guide-format-others-text =
    A matrix as a table: codes (or names) of the columns in the first row, of the rows in the first column, cells as typed by hand; an empty one is unscored. In CSV, XLSX, ODS and HTML. In exported workbooks sums are formulas and reasons are notes of the cells. A long table, one line a cell as in valutazioni.csv of the open data, is recognised by “ordito import”. Scales, frameworks, weights and hidden lines come from tables with “ordito scale”, “ordito framework” and “ordito lines”.

    The whole document as JSON, with “Export the document as JSON…” or “ordito export”, and in again with “ordito import”: up to 512 MB, and only if it keeps every rule of the document and every field is known; otherwise nothing comes in, and it says which record breaks which rule. Open data: a folder of CSV files with the description of their fields. Pictures as SVG and PNG with the alternative text in a file beside them.

    Sheets, comparisons and papers of a laboratory as PDF (PDF/UA-1 and PDF/A-2a), DOCX and HTML. JSON output of the command line has stable field names, listed by “ordito analyse --help” and “ordito lab --help”.

guide-view-politiche = The policies with kind, level, owner, period, cost in euro, beneficiaries, results, outputs
guide-view-obiettivi = The goals with framework, version, code, name and wording
guide-view-elementi = Policies and goals together, for joining tables
guide-view-celle = Every cell with matrix, row, column, assessor, round, state, both sides, net, reason, sources, when and who
guide-view-storia = Every step with what it changed, before and after
guide-view-laboratori = The laboratories with matrix, date, place, question
guide-view-domande = The questions of laboratories with row, column and outcome
