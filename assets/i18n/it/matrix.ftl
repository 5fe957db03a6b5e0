# La matrice: griglia, barra, scheda della cella, finestre.
matrix-none-title = Nessuna matrice
matrix-none-text = Una matrice incrocia politiche e obiettivi su una scala. Creane una e comincia a scrivere i punteggi.
matrix-none-no-policies = Qui non ci sono ancora politiche. Aggiungile nel Catalogo, importa un elenco da un foglio di calcolo o incollalo: poi si crea la matrice.
matrix-filtered-title = Nessuna riga con questo filtro
matrix-filtered-text = Ogni riga è a posto per ciò che hai chiesto.
matrix-blank-title = La matrice è vuota
matrix-blank-text = Aggiungi righe e colonne, o mostra quelle nascoste.
matrix-chooser = Matrice: {$name}
matrix-view = Vista
matrix-view-net = Netto
matrix-view-benefit = Benefici
matrix-view-tradeoff = Conflitti
matrix-scale = {$name} {$lowest} … {$highest}
matrix-filter = Filtro: {$what}
matrix-filter-none = tutte
matrix-filter-unscored = da valutare
matrix-filter-conflicts = con conflitti
matrix-filter-no-reason = senza motivazione
matrix-filter-dont-know = con «non so»
matrix-filter-not-applicable = con n.a.
matrix-filter-disputed = con valutatori in disaccordo
matrix-only-plan = Piano
matrix-only-office = Ufficio
matrix-only-goal = Obiettivo
matrix-only-score = Punteggio
matrix-only-benefit = con benefici
matrix-only-tradeoff = con conflitti
matrix-only-clear = Togli i filtri
matrix-only-close = Chiudi i filtri
matrix-order = Ordina: {$what}
matrix-order-catalogue = catalogo
matrix-order-net = netto
matrix-order-conflicts = conflitti
matrix-order-missing = più vuote
matrix-order-column = colonna
matrix-more = Altre scelte della vista
matrix-density = Densità
matrix-density-wide = Ampia
matrix-density-compact = Compatta
matrix-fold-cells = { $n ->
    [one] 1 cella
   *[other] {$n-text} celle
}
matrix-fold-hint = { $n ->
    [one] {$mean} (una cella)
   *[other] {$mean}, da {$lowest} a {$highest} ({$n-text} celle)
}
matrix-assessor = Valutatore
matrix-way-down = Dopo una voce: cella sotto
matrix-way-right = Dopo una voce: cella a destra
matrix-scroll-x = Scorri le colonne
matrix-scroll-y = Scorri le righe

matrix-head-policies = Politiche
matrix-head-goals = Obiettivi
matrix-head-profile = Profilo
matrix-head-count = {$n-text} di {$m-text}
matrix-head-hidden = {$n-text} di {$m-text} · { $hidden ->
    [one] una nascosta
   *[other] {$hidden-text} nascoste
 }
matrix-no-group = Senza gruppo
matrix-total-net = Netto
matrix-total-coverage = Copertura
matrix-na = n.a.
matrix-dont-know = ?

matrix-grid-label = Matrice {$name}
matrix-cell-label = {$row}, {$column}: {$value}, riga {$row-at} di {$rows}, colonna {$column-at} di {$columns}
matrix-mark-reason = con motivazione
matrix-mark-disputed = valutatori in disaccordo
matrix-value-both = co-beneficio {$benefit}, conflitto {$tradeoff}
matrix-value-empty = vuoto
matrix-value-na = non applicabile
matrix-value-dont-know = non so
matrix-editing = in modifica

matrix-refused-folded = Qui stanno più celle insieme. Apri il gruppo (F7, F8) per scrivere.
matrix-refused-diagonal = Una voce non si incrocia con sé stessa
matrix-refused-cell = {$row} × {$column}: {$why}
matrix-refused-outside = { $n ->
    [one] Un valore cade fuori dalla matrice
   *[other] {$n-text} valori cadono fuori dalla matrice
}
matrix-pasted-partly = Incollate {$n-text} celle. Non entrate: {$m-text}.
matrix-none-unscored = Non ci sono celle vuote

matrix-completion-text = Celle con un punteggio, non applicabili o «non so», su tutte quelle mostrate
matrix-find = Trova una riga o una colonna
matrix-find-hint = Codice o nome di una riga o colonna
matrix-find-next = Trova la prossima
matrix-find-count = {$n-text} di {$m-text}

matrix-score = Punteggio
matrix-two-sided = Co-beneficio e conflitto
matrix-benefit = Co-beneficio
matrix-tradeoff = Conflitto
matrix-contribution = Contributo
matrix-confidence = Confidenza
matrix-confidence-text = Da 1 (bassa) a 5 (alta)
matrix-reason = Motivazione
matrix-mitigation = Come si mitiga il conflitto
matrix-sources = Fonti ({$n-text})
matrix-sources-word = Fonti
matrix-source-add = Aggiungi una fonte
matrix-source-add-many = { $n ->
    [one] Aggiungi una fonte
   *[other] Aggiungi una fonte alle {$n-text} celle scelte
}
matrix-source-new = Nuova fonte…
matrix-source-remove = Togli la fonte da questa cella
matrix-source-citation = Citazione
matrix-source-url = Collegamento
matrix-source-save = Aggiungi
matrix-source-for = Per {$cell}
matrix-source-for-many = { $n ->
    [one] Per una cella
   *[other] Per {$n-text} celle, in un solo passo
}
matrix-voices = Che cosa dicono i valutatori
matrix-voices-sums = { $n ->
    [one] una valutazione · mediana {$median} · consenso {$consensus}
   *[other] {$n-text} valutazioni · mediana {$median} · consenso {$consensus}
}
matrix-history = Storia
matrix-history-line = {$when} · {$who}: {$what}
matrix-today = oggi {$time}
matrix-inspector-fold = Scegli una sola cella per vederne la scheda. Le celle chiuse in un gruppo mostrano media e intervallo.

matrix-wizard-title = Nuova matrice
matrix-wizard-name = Nome
matrix-wizard-kind = Tipo
matrix-wizard-scale = Scala
matrix-wizard-assessors = Chi valuta, oltre al consenso
matrix-wizard-framework = Quadro
matrix-wizard-level = Livello
matrix-wizard-levels = Tutti i livelli
matrix-wizard-usual-name = Politiche × {$framework}
matrix-wizard-new-assessor = Nuovo valutatore
matrix-wizard-make = Crea la matrice
matrix-wizard-size = {$rows} righe × {$columns} colonne
matrix-pick-no-policies = Non ci sono ancora politiche da scegliere. Scrivine una, importa un elenco o incollalo.
matrix-pick-no-goals = Non ci sono ancora obiettivi da scegliere. Aggiungi un quadro.
matrix-pick-filter = Filtra
matrix-pick-all = Tutte
matrix-pick-none = Nessuna
matrix-pick-count = { $n ->
    [one] una scelta
   *[other] {$n-text} scelte
}
matrix-info-title = Dati della matrice
matrix-info-note = Nota
matrix-info-illustrative = I punteggi di questa matrice sono illustrativi
matrix-delete-title = Eliminare «{$name}»?
matrix-delete-text = { $n ->
    [one] Con la matrice va via una cella. Si può annullare.
   *[other] Con la matrice vanno via {$n-text} celle. Si può annullare.
}
matrix-add = Aggiungi
matrix-add-rows = Aggiungi righe
matrix-add-columns = Aggiungi colonne
matrix-remove = Togli
matrix-remove-rows = Togli righe
matrix-remove-columns = Togli colonne
matrix-remove-text = { $n ->
    [one] Con loro va via una cella. Si può annullare.
   *[other] Con loro vanno via {$n-text} celle. Si può annullare.
}
matrix-weights-title = Pesi degli obiettivi
matrix-weights-text = Il peso moltiplica i punteggi di una colonna nelle somme. 1 è il peso normale, 0 la esclude.
matrix-weights-wrong = serve un numero da 0 in su
matrix-assessors-title = Valutatori
matrix-assessor-new = Nuovo valutatore
matrix-assessor-kind = Tipo di valutatore
matrix-assessor-delete = Elimina {$name}
matrix-assessor-delete-text = { $n ->
    [one] Con il valutatore va via una sua cella. Si può annullare.
   *[other] Con il valutatore vanno via {$n-text} sue celle. Si può annullare.
}

consensus-left-apart = punteggi troppo lontani
consensus-left-opposite-signs = segni opposti
consensus-left-some-not-applicable = per alcuni n.a., per altri no
consensus-left-too-few = ha risposto uno solo
consensus-left-nobody-knows = nessuno lo sa
consensus-left-off-scale = il risultato non è sulla scala
consensus-left-long-text = motivazioni troppo lunghe insieme
consensus-lower-median-of = Mediana inferiore di: {$scores}
consensus-upper-median-of = Mediana superiore di: {$scores}

consensus-title = Fai il consenso
consensus-text = Riempie il consenso dove chi ha valutato si incontra; il resto diventa un elenco da decidere. Chi non ha risposto o ha risposto «?» non conta in quella cella; «n.a.» vale solo se lo dicono tutti quelli che contano. Motivazioni, contromisure e fonti vengono con il valore, con il nome di chi le ha scritte. È un solo passo, che si può annullare.
consensus-who = Di chi
consensus-assessor = { $n ->
    [one] {$name} (una cella)
   *[other] {$name} ({$n-text} celle)
}
consensus-nobody = Nessuno ha ancora valutato questa matrice: scegli un valutatore sopra la griglia e scrivi i punteggi.
consensus-way = Si incontrano
consensus-way-equal = Se uguali
consensus-way-within = Se vicini
consensus-way-median = Nella mediana
consensus-points = Differenza massima, in punti
consensus-points-wrong = Scrivi un numero come 1 o 0,5
consensus-middle = Con due punteggi al centro
consensus-lower = Il più basso
consensus-upper = Il più alto
consensus-middle-text = Il valore è sempre la mediana: un punteggio dato da qualcuno. Benefici e conflitti di un punteggio doppio hanno ciascuno la propria.
consensus-opposite = Anche dove alcuni vedono un beneficio e altri un conflitto
consensus-alone = Anche dove ha risposto uno solo
consensus-replace = Sostituisci i valori concordati che ci sono già
consensus-counts = Si riempiono {$filled} celle ({$alike} con risposte uguali). Già così {$same}, lasciate come sono {$kept}, da decidere {$open}.
consensus-not-ready = Scegli almeno un valutatore e scrivi una differenza che sia un numero.
consensus-make = { $n ->
    [one] Riempi una cella
   *[other] Riempi {$n-text} celle
}
consensus-list = Mostra cosa resta da decidere
consensus-left = { $n ->
    [one] Da decidere: una cella
   *[other] Da decidere: {$n-text} celle
}
consensus-left-list = Celle da decidere
consensus-now = ora si incontrano in {$value}
consensus-all-decided = Tutto deciso.
consensus-close = Chiudi l'elenco
consensus-empty = Il consenso di questa matrice è ancora vuoto. Hanno valutato
