-- Version 2: laboratories. Votes are cells of participants (kind "participant" in assessor) in rounds from 1.
-- rule, participants and outcome are JSON as src/model/lab.rs describes; row_kind and column_kind as in cell.
CREATE TABLE lab (
  id BLOB PRIMARY KEY, title TEXT NOT NULL, matrix BLOB NOT NULL, position INTEGER NOT NULL, date TEXT NOT NULL,
  place TEXT NOT NULL, question TEXT NOT NULL, rounds INTEGER NOT NULL, rule TEXT NOT NULL,
  anonymous INTEGER NOT NULL, notes TEXT NOT NULL, participants TEXT NOT NULL, source BLOB,
  current BLOB) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  id BLOB PRIMARY KEY, lab BLOB NOT NULL, position INTEGER NOT NULL, row_kind INTEGER NOT NULL, "row" BLOB NOT NULL,
  column_kind INTEGER NOT NULL, "column" BLOB NOT NULL, minutes INTEGER NOT NULL, notes TEXT NOT NULL,
  round INTEGER NOT NULL, revealed INTEGER NOT NULL, outcome TEXT) STRICT, WITHOUT ROWID;

CREATE VIEW laboratori AS
  SELECT lower(hex(l.id)) AS id, l.title AS titolo, m.name AS matrice, l.date AS data, l.place AS luogo,
    json_array_length(l.participants) AS partecipanti, l.rounds AS giri
  FROM lab l LEFT JOIN matrix m ON m.id = l.matrix;
CREATE VIEW domande AS
  SELECT l.title AS laboratorio, q.position + 1 AS numero, r.codice AS riga, r.nome AS nome_riga, k.codice AS colonna,
    k.nome AS nome_colonna, q.minutes AS minuti, q.round AS giro, q.revealed AS mostrato, q.outcome AS esito
  FROM question q JOIN lab l ON l.id = q.lab
    LEFT JOIN elementi r ON r.kind = q.row_kind AND r.id = q."row"
    LEFT JOIN elementi k ON k.kind = q.column_kind AND k.id = q."column";
