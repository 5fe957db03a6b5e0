-- The document's schema, version 1. One file, any SQLite tool reads it.
-- Ids are 16-byte blobs (show them with lower(hex(id))). Lists are JSON arrays. Times are milliseconds since 1970, UTC.
-- The tables are the truth; "step" and "change" are the journal, which is only added to.
-- The views at the end show the same with plain names.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE info (
  one INTEGER PRIMARY KEY CHECK (one = 1), id BLOB NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  body TEXT NOT NULL, illustrative INTEGER NOT NULL) STRICT;

CREATE TABLE actor (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, level TEXT, members TEXT NOT NULL,
  note TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id BLOB PRIMARY KEY, key TEXT NOT NULL, citation TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT NOT NULL,
  url TEXT NOT NULL, page TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
  id BLOB PRIMARY KEY, parent BLOB, position INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  short TEXT NOT NULL, kind TEXT NOT NULL, level TEXT, territory TEXT NOT NULL, owner BLOB, actors TEXT NOT NULL,
  start TEXT, "end" TEXT, budget_cents INTEGER, budget_note TEXT NOT NULL, beneficiaries TEXT NOT NULL,
  expected_results TEXT NOT NULL, outputs TEXT NOT NULL, links TEXT NOT NULL, description TEXT NOT NULL,
  effects_here TEXT NOT NULL, effects_elsewhere TEXT NOT NULL, effects_future TEXT NOT NULL, wording TEXT NOT NULL,
  variant_of BLOB) STRICT, WITHOUT ROWID;

CREATE TABLE cluster (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, colour TEXT, position INTEGER NOT NULL, members TEXT NOT NULL,
  note TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE framework (
  id BLOB PRIMARY KEY, key TEXT NOT NULL, version TEXT NOT NULL, name_it TEXT NOT NULL, name_en TEXT NOT NULL,
  wording TEXT NOT NULL, level TEXT, adopted TEXT NOT NULL, levels TEXT NOT NULL, sources TEXT NOT NULL,
  notes_it TEXT NOT NULL, notes_en TEXT NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
  id BLOB PRIMARY KEY, framework BLOB NOT NULL, parent BLOB, position INTEGER NOT NULL, level INTEGER NOT NULL,
  code TEXT NOT NULL, name_it TEXT NOT NULL, name_en TEXT NOT NULL, short_it TEXT NOT NULL, short_en TEXT NOT NULL,
  text_it TEXT NOT NULL, text_en TEXT NOT NULL, wording TEXT NOT NULL, colour TEXT,
  note TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE crosswalk (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, from_framework BLOB NOT NULL, to_framework BLOB NOT NULL,
  note TEXT NOT NULL, wording TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  crosswalk BLOB NOT NULL, from_goal BLOB NOT NULL, to_goal BLOB NOT NULL, weight REAL NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (crosswalk, from_goal, to_goal)) STRICT, WITHOUT ROWID;

CREATE TABLE scale (
  id BLOB PRIMARY KEY, key TEXT NOT NULL, version TEXT NOT NULL, name_it TEXT NOT NULL, name_en TEXT NOT NULL,
  source TEXT NOT NULL, levels TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE matrix (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, scale BLOB NOT NULL, position INTEGER NOT NULL,
  note TEXT NOT NULL, illustrative INTEGER NOT NULL, assessors TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE line (
  matrix BLOB NOT NULL, axis TEXT NOT NULL, item_kind TEXT NOT NULL, item BLOB NOT NULL, position INTEGER NOT NULL,
  weight REAL NOT NULL, hidden INTEGER NOT NULL, PRIMARY KEY (matrix, axis, item_kind, item)) STRICT, WITHOUT ROWID;

CREATE TABLE assessor (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL,
  position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- item kinds: 0 policy, 1 goal. State: unscored, not_applicable, dont_know, scored. sources: [{"source":id,"page":"…"}]
CREATE TABLE cell (
  matrix BLOB NOT NULL, assessor BLOB NOT NULL, round INTEGER NOT NULL, row_kind INTEGER NOT NULL, "row" BLOB NOT NULL,
  column_kind INTEGER NOT NULL, "column" BLOB NOT NULL, state TEXT NOT NULL, benefit REAL, tradeoff REAL,
  contribution TEXT, confidence INTEGER, reason TEXT NOT NULL, mitigation TEXT NOT NULL, sources TEXT,
  at INTEGER NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (matrix, assessor, round, row_kind, "row", column_kind, "column")) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL, step INTEGER NOT NULL, at INTEGER NOT NULL,
  by TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The journal. direction: do, undo, redo; target: the step undone or redone, or the step itself. digest: SHA-256 of
-- the step's changes; chain: of the chain before it, the step and its digest (meta 'journal' is the last one).
CREATE TABLE step (
  number INTEGER PRIMARY KEY, direction TEXT NOT NULL, target INTEGER NOT NULL, label TEXT NOT NULL,
  at INTEGER NOT NULL, by TEXT NOT NULL, digest TEXT NOT NULL, chain TEXT NOT NULL) STRICT;
CREATE TABLE change (
  step INTEGER NOT NULL, place INTEGER NOT NULL, "table" TEXT NOT NULL, key BLOB NOT NULL, before TEXT, after TEXT,
  PRIMARY KEY (step, place)) STRICT, WITHOUT ROWID;

-- Room for indicators, scenarios and laboratories: records that this version keeps and shows to nobody.
CREATE TABLE later (
  kind TEXT NOT NULL, id BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;

CREATE VIEW politiche AS
  SELECT lower(hex(p.id)) AS id, p.code AS codice, p.name AS nome, p.kind AS tipo, p.level AS livello,
    g.code AS parte_di, p.territory AS territorio, a.name AS responsabile, p.start AS inizio, p."end" AS fine,
    p.budget_cents / 100.0 AS euro, p.beneficiaries AS destinatari, p.expected_results AS risultati_attesi,
    p.outputs AS prodotti, p.description AS descrizione, p.wording AS dicitura
  FROM policy p LEFT JOIN policy g ON g.id = p.parent LEFT JOIN actor a ON a.id = p.owner;
CREATE VIEW obiettivi AS
  SELECT lower(hex(g.id)) AS id, f.key AS quadro, f.version AS versione, u.code AS parte_di, g.level AS livello,
    g.code AS codice, g.name_it AS nome, g.name_en AS name, g.wording AS dicitura
  FROM goal g JOIN framework f ON f.id = g.framework LEFT JOIN goal u ON u.id = g.parent;
CREATE VIEW elementi AS
  SELECT 0 AS kind, id, code AS codice, name AS nome FROM policy
  UNION ALL SELECT 1, id, code, name_it FROM goal;
CREATE VIEW celle AS
  SELECT m.name AS matrice, r.codice AS riga, r.nome AS nome_riga, k.codice AS colonna, k.nome AS nome_colonna,
    s.name AS valutatore, c.round AS giro, c.state AS stato, c.benefit AS cobeneficio, c.tradeoff AS conflitto,
    c.benefit + c.tradeoff AS netto, c.contribution AS contributo, c.confidence AS confidenza, c.reason AS motivazione,
    c.mitigation AS mitigazione, c.sources AS fonti, datetime(c.at / 1000, 'unixepoch') AS quando_utc, c.by AS chi
  FROM cell c JOIN matrix m ON m.id = c.matrix JOIN assessor s ON s.id = c.assessor
    LEFT JOIN elementi r ON r.kind = c.row_kind AND r.id = c."row"
    LEFT JOIN elementi k ON k.kind = c.column_kind AND k.id = c."column";
CREATE VIEW storia AS
  SELECT s.number AS passo, s.direction AS verso, s.label AS che_cosa, datetime(s.at / 1000, 'unixepoch') AS quando_utc,
    s.by AS chi, c."table" AS tabella, lower(hex(c.key)) AS chiave, c.before AS prima, c.after AS dopo
  FROM step s LEFT JOIN change c ON c.step = s.number;
