# Le schede di coerenza: la stanza e ciò che vi è scritto.
sheets-kind = Scheda di coerenza
sheets-signed = a cura di {$who}
sheets-keyword = coerenza delle politiche
sheets-file-title = Schede di coerenza · {$matrix}
sheets-contents = Indice
sheets-page-of = Pagina {"{"}page{"}"} di {"{"}pages{"}"}
sheets-of-matrix = Matrice «{$matrix}»
sheets-n-policies = { $n ->
    [one] una politica
   *[other] {$n-text} politiche
}
sheets-n-lines = { $n ->
    [one] una
   *[other] {$n-text}
}
sheets-n-assessors = { $n ->
    [0] nessuno
    [one] uno
   *[other] {$n-text}
}
sheets-mark-illustrative = Punteggi illustrativi: non sono una valutazione ufficiale.
sheets-mark-provisional = { $n ->
    [one] Una dicitura provvisoria, non confermata da un atto.
   *[other] {$n-text} diciture provvisorie, non confermate da un atto.
}
sheets-mark-to-fill = { $n ->
    [one] Una dicitura da compilare.
   *[other] {$n-text} diciture da compilare.
}

sheets-identity = Anagrafica
sheets-profile = Profilo di coerenza
sheets-contributions = Contributi e motivazioni
sheets-conflicts = Conflitti e mitigazioni
sheets-effects = Effetti nello spazio e nel tempo
sheets-directness = Contributi diretti e indiretti
sheets-coherence = Coerenza con altre politiche
sheets-missing = Che cosa manca
sheets-method = Nota di metodo
sheets-annex = Allegato: tutte le celle

sheets-figure-scored = Celle valutate
sheets-figure-index = Indice di coerenza
sheets-figure-strong = Contributi forti (≥ {$level})
sheets-figure-conflicts = Conflitti
sheets-figure-benefit = Beneficio lordo
sheets-figure-tradeoff = Conflitto lordo
sheets-figure-net = Netto
sheets-figure-internal = Conflitto interno
sheets-n-of-m = {$n} di {$m}
sheets-rests-on = { $n ->
    [one] I numeri si reggono su una cella valutata
   *[other] I numeri si reggono su {$n-text} celle valutate
}; da valutare {$missing-text}, «non so» {$unknown-text}, non applicabili {$na-text}.
sheets-strip-alt = Profilo: {$what}
sheets-unscored = da valutare
sheets-by-policy = Somme per politica
sheets-by-goal = Somme per obiettivo

sheets-head-policy = Politica
sheets-head-goal = Obiettivo
sheets-head-crossing = Incrocio
sheets-head-pair = Coppia
sheets-head-score = Punt.
sheets-head-reason = Motivazione e fonti
sheets-head-why = Perché
sheets-head-mitigation = Mitigazione
sheets-head-contribution = Contributo
sheets-head-confidence = Confid.
sheets-head-who = Chi e quando
sheets-head-word = Parola
sheets-head-guidance = Che cosa vuol dire
sheets-head-benefit = Beneficio
sheets-head-tradeoff = Conflitto
sheets-head-net = Netto
sheets-head-index = Indice
sheets-head-coverage = Copertura
sheets-head-internal = Conf. interno
sheets-head-synergies = Sinergie
sheets-head-conflicts = Conflitti
sheets-head-joint-harm = Danni comuni

sheets-contributions-caption = Co-benefici, dal più forte
sheets-conflicts-caption = Conflitti, dal più forte
sheets-annex-caption = Tutte le celle
sheets-coherence-caption = Obiettivi su cui le politiche si incontrano
sheets-coherence-note = {$n} coppie di {$m} con obiettivi in comune; prima quelle con più conflitto.
sheets-no-reason = Senza motivazione
sheets-no-mitigation = Non indicata
sheets-no-contributions = Nessun co-beneficio valutato.
sheets-no-conflicts = Nessun conflitto valutato.
sheets-no-coherence = Nessun'altra politica ha effetti sugli stessi obiettivi.
sheets-nothing-missing = Ogni cella è valutata, con motivazione e fonte.
sheets-not-filled = Non compilato
sheets-see-annex = vedi l'allegato
sheets-page = p. {$page}
sheets-confidence-of = {$n-text} su 5
sheets-direct = Diretti ({$n-text})
sheets-indirect = Indiretti ({$n-text})
sheets-unsaid = Non indicato ({$n-text})
sheets-missing-unscored = Da valutare ({$n-text})
sheets-missing-na = Non applicabili ({$n-text})
sheets-missing-unknown = «Non so» ({$n-text})
sheets-missing-reason = Senza motivazione ({$n-text})
sheets-missing-source = Senza fonte ({$n-text})
sheets-effects-here = Qui e ora
sheets-effects-elsewhere = Altrove
sheets-effects-future = Generazioni future

sheets-field-kind = Tipo
sheets-field-level = Livello
sheets-field-territory = Territorio
sheets-field-owner = Titolare
sheets-field-actors = Attori
sheets-field-period = Periodo
sheets-field-budget = Costo
sheets-field-budget-note = Dettaglio del costo
sheets-field-beneficiaries = Destinatari
sheets-field-results = Risultati attesi
sheets-field-outputs = Prodotti
sheets-field-links = Collegamenti
sheets-field-variant = Variante di
sheets-field-wording = Dicitura
sheets-field-framework = Quadro
sheets-field-goal-level = Livello
sheets-field-parent = Fa parte di
sheets-field-note = Nota
sheets-field-members = Politiche
sheets-field-document = Documento
sheets-field-body = Ente
sheets-field-matrix-kind = Tipo
sheets-field-rows = Righe
sheets-field-columns = Colonne
sheets-field-scale = Scala
sheets-field-assessor = Punteggi di
sheets-field-assessors = Valutatori
sheets-field-weights = Pesi
sheets-field-id = Identificativo
sheets-field-step = Versione (passo)
sheets-field-hash = Impronta
sheets-field-date = Data
sheets-weights-equal = tutti uguali a 1
sheets-from-month = da {$month}
sheets-to-month = fino a {$month}
sheets-scale-caption = I livelli della scala. Fonte: {$source}

sheets-formula-states = Vuoto, non applicabile, «non so» e zero sono quattro cose diverse: solo le celle valutate, zero compreso, entrano nelle somme (M2).
sheets-formula-gross = Beneficio lordo B = Σ w·b, conflitto lordo T = Σ w·t, netto N = B + T, con b ≥ 0 il co-beneficio, t ≤ 0 il conflitto e w il peso dell'obiettivo, o della politica dove si sommano politiche (M2).
sheets-formula-index = Indice di coerenza K = Σ w·(b + t) / (K max · Σ w) sulle celle valutate, fra −1 e +1 (M2).
sheets-formula-coverage = Copertura: celle valutate su quelle possibili, escluse le non applicabili (M2).
sheets-formula-internal = Conflitto interno: Σ w·min(b, |t|), ciò che il netto nasconde (M2).
sheets-formula-coherence = Coerenza fra due politiche sugli obiettivi valutati per entrambe: (sinergie − conflitti − danni comuni) / (sinergie + conflitti + danni comuni), intensità Σ w·min(|s₁|, |s₂|) (M13).
sheets-sources-caption = Fonti citate
sheets-head-key = Sigla
sheets-head-citation = Citazione
sheets-head-url = Indirizzo

sheets-matrix = Matrice
sheets-scores-of = Punteggi di
sheets-of = Schede di
sheets-of-policies = Politiche
sheets-of-goals = Obiettivi
sheets-of-clusters = Gruppi
sheets-of-whole = Tutto
sheets-filter = Filtra l'elenco
sheets-all = Tutte
sheets-none = Nessuna
sheets-n-chosen = { $n ->
    [one] una scelta
   *[other] {$n-text} scelte
}
sheets-list = Elenco delle schede
sheets-no-clusters = Nessun gruppo: si fanno nel Catalogo.
sheets-none-found = Niente con questo filtro.
sheets-no-matrix = Nessuna matrice
sheets-no-matrix-text = Una scheda racconta una matrice: creane una e scrivi i primi punteggi.
sheets-making = Preparo le pagine…
sheets-not-made = Le pagine non si possono mostrare
sheets-page-alt = {$title}: pagina {$page} di {$pages}
sheets-pages = { $n ->
    [one] una pagina
   *[other] {$n-text} pagine
}
sheets-pages-more = {$shown} pagine mostrate di {$n-text}
sheets-parts = Parti
sheets-part-up = Sposta prima: {$part}
sheets-part-down = Sposta dopo: {$part}
sheets-format = Formato
sheets-bound = Un solo file con tutte
sheets-template = Modello
sheets-template-shipped = Quello del programma
sheets-template-choose = Scegli un file…
sheets-template-copy = Copia quello del programma per cambiarlo…
sheets-export = { $n ->
    [one] Esporta la scheda…
   *[other] Esporta {$n-text} schede…
}
sheets-export-text = In una cartella. I file che ci sono già non sono sostituiti.
sheets-writing = Scritte {$done} di {$of}
sheets-stop = Interrompi
sheets-folder = Schede
sheets-exported = { $n ->
    [one] Scritto un file in {$folder}
   *[other] Scritti {$n-text} file in {$folder}
}
sheets-exists = {$file} c'è già. Nessun file è stato scritto: scegli un'altra cartella.
sheets-provisional = (provv.)
