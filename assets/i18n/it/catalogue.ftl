# Catalogo: politiche, attori, gruppi, fonti.
catalogue-tabs = Catalogo
catalogue-tab-policies = Politiche
catalogue-tab-actors = Attori
catalogue-tab-clusters = Gruppi
catalogue-tab-sources = Fonti

catalogue-field-code = Codice
catalogue-field-name = Nome
catalogue-field-short = Nome breve
catalogue-field-kind = Tipo
catalogue-field-level = Livello
catalogue-field-territory = Territorio
catalogue-field-owner = Titolare
catalogue-field-actors = Attori coinvolti
catalogue-field-start = Inizio
catalogue-field-end = Fine
catalogue-field-budget = Costo in euro
catalogue-field-budget-note = Nota sul costo
catalogue-field-beneficiaries = Destinatari
catalogue-field-expected-results = Risultati attesi
catalogue-field-outputs = Prodotti
catalogue-field-links = Collegamenti
catalogue-field-description = Descrizione
catalogue-field-effects-here = Effetti qui e ora
catalogue-field-effects-elsewhere = Effetti altrove
catalogue-field-effects-future = Effetti sulle generazioni future
catalogue-field-wording = Dicitura
catalogue-field-variant-of = Variante di
catalogue-field-clusters = Gruppi
catalogue-field-members = Membri della rete
catalogue-field-policies = Politiche del gruppo
catalogue-field-colour = Colore
catalogue-field-note = Nota
catalogue-field-key = Sigla
catalogue-field-citation = Citazione
catalogue-field-publisher = Editore o ente
catalogue-field-date = Data
catalogue-field-url = Indirizzo
catalogue-field-page = Pagina
catalogue-column-cells = Celle

catalogue-part-who = Chi
catalogue-part-when = Quando e quanto
catalogue-part-what = Per chi e che cosa
catalogue-part-effects = Effetti da tenere presenti
catalogue-part-relations = Rapporti con altre politiche

catalogue-hint-month = MM/AAAA
catalogue-hint-money = 96.920,50
catalogue-hint-list = Uno per riga
catalogue-refused-month = «{$entry}» non è un mese. Scrivi per esempio 09/2026, 01/09/2026, settembre 2026 o 2026
catalogue-refused-money = «{$entry}» non è una somma. Scrivi per esempio 96.920,50 o 1,5 mln
catalogue-left-refused = {$field}: il testo non è stato registrato e resta nel campo. {$why}
catalogue-refused-word = «{$entry}» non è una delle parole dell'elenco. Scrivi l'inizio di una parola, o premi F2 per vederle
catalogue-refused-no-word = Qui serve una parola dell'elenco. Premi F2 per vederle
catalogue-refused-policy = «{$entry}» non è né il codice né il nome di una politica
catalogue-refused-two-policies = «{$entry}» è il nome di più politiche. Scrivi il codice
catalogue-refused-cluster = «{$entry}» non è un gruppo. I gruppi si aggiungono nella scheda Gruppi
catalogue-refused-counted = Le celle si contano da sole
catalogue-refused-cell = {$field} di «{$policy}»: {$why}
catalogue-refused-outside = { $n ->
    [one] Un valore cade fuori dalla tabella. Per aggiungere politiche: «Incolla politiche…»
   *[other] {$n-text} valori cadono fuori dalla tabella. Per aggiungere politiche: «Incolla politiche…»
}
catalogue-pasted-partly = Celle scritte: {$n-text}. Non entrate: {$m-text}.
catalogue-made-actors = Attori nuovi: {$names}
catalogue-has-refused = con un testo non registrato

catalogue-search = Cerca, anche senza accenti
catalogue-filter = Filtro: {$what}
catalogue-filter-none = nessuno
catalogue-any = Tutti
catalogue-none = Nessuno
catalogue-columns = Colonne
catalogue-show-all = Mostra tutto
catalogue-found = {$n-text} di {$of-text}
catalogue-selected = {$n-text} selezionate
catalogue-sort-by = {$column}: ordina
catalogue-sorted-up = {$column}: ordine crescente
catalogue-sorted-down = {$column}: ordine decrescente
catalogue-as-tree = Torna all'albero
catalogue-fold-all = Chiudi tutti i rami
catalogue-unfold-all = Apri tutti i rami
catalogue-row-place = riga {$at} di {$n-text}
catalogue-more = Altri comandi
catalogue-add = Aggiungi
catalogue-keys-add = Ins
catalogue-keys-add-below = Maiusc+Ins
catalogue-keys-rename = F2
catalogue-keys-delete = Canc

catalogue-new-policy = Nuova politica
catalogue-new-actor = Nuovo attore
catalogue-new-cluster = Nuovo gruppo
catalogue-new-source = Nuova fonte
catalogue-add-actor = Aggiungi un attore
catalogue-add-cluster = Aggiungi un gruppo
catalogue-add-source = Aggiungi una fonte
catalogue-delete-actor = Elimina l'attore…
catalogue-delete-cluster = Elimina il gruppo…
catalogue-delete-source = Elimina la fonte…

catalogue-pick-search = Cerca nell'elenco
catalogue-pick-or-add = Cerca o scrivi un nome nuovo
catalogue-pick-new = Nuovo: {$name}
catalogue-pick-nothing = Nessun risultato
catalogue-pick-type-new = Scrivi un nome e premi Invio per aggiungerlo
catalogue-variants = Varianti: {$names}
catalogue-take-out = Togli {$name}
catalogue-colour = Colore: {$name}
catalogue-colour-plum = prugna
catalogue-colour-green = verde
catalogue-colour-ochre = ocra
catalogue-colour-blue = blu
catalogue-colour-violet = viola
catalogue-colour-red = rosso
catalogue-colour-teal = petrolio
catalogue-colour-grey = grigio

catalogue-members = { $n ->
    [one] un membro
   *[other] {$n-text} membri
}
catalogue-policies = { $n ->
    [0] nessuna politica
    [one] una politica
   *[other] {$n-text} politiche
}
catalogue-in-policies = { $n ->
    [0] in nessuna politica
    [one] in una politica
   *[other] in {$n-text} politiche
}
catalogue-cited = { $n ->
    [0] mai citata
    [one] citata in una cella
   *[other] citata in {$n-text} celle
}
catalogue-used-in-policies = Nelle politiche
catalogue-used-in-networks = Nelle reti
catalogue-used-in-cells = Citata nelle celle
catalogue-and-more = e altre {$n-text}
catalogue-source-in-use = Una fonte citata non si può eliminare

catalogue-delete-one = Eliminare «{$name}»?
catalogue-delete-many = Eliminare {$n-text} politiche?
catalogue-delete-below = { $n ->
    [one] Va via anche la politica che sta sotto
   *[other] Vanno via anche {$n-text} politiche che stanno sotto
}
catalogue-delete-cells = { $n ->
    [one] Va via una cella valutata, con motivazione e fonti
   *[other] Vanno via {$n-text} celle valutate, con motivazioni e fonti
}
catalogue-delete-lines = { $n ->
    [one] Va via una riga o colonna delle matrici
   *[other] Vanno via {$n-text} righe o colonne delle matrici
}
catalogue-delete-variants = { $n ->
    [one] Una politica non è più sua variante
   *[other] {$n-text} politiche non sono più sue varianti
}
catalogue-delete-actor-policies = { $n ->
    [one] Viene tolto da una politica
   *[other] Viene tolto da {$n-text} politiche
}
catalogue-delete-actor-networks = { $n ->
    [one] Viene tolto da una rete
   *[other] Viene tolto da {$n-text} reti
}
catalogue-delete-cluster-text = Le politiche del gruppo restano
catalogue-delete-undo = Si può annullare con Ctrl+Z

catalogue-empty-title = Nessuna politica
catalogue-empty-text = Aggiungi piani, programmi e azioni, oppure importali da una tabella.
catalogue-not-found-title = Nessun risultato
catalogue-not-found-text = Nessuna politica risponde a ricerca e filtri.
catalogue-actors-empty-title = Nessun attore
catalogue-actors-empty-text = Enti, uffici, persone e reti che hanno o attuano le politiche.
catalogue-clusters-empty-title = Nessun gruppo
catalogue-clusters-empty-text = Un gruppo tiene insieme politiche di rami diversi, per vederne i punteggi insieme.
catalogue-sources-empty-title = Nessuna fonte
catalogue-sources-empty-text = Documenti e dati citati nelle celle: si scrivono una volta e si richiamano ovunque.
catalogue-details-none = Nulla di selezionato
catalogue-details-policies = Scegli una politica per vederne e modificarne i campi.
catalogue-details-actors = Scegli un attore per vederne e modificarne i campi.
catalogue-details-clusters = Scegli un gruppo per vederne e modificarne le politiche.
catalogue-details-sources = Scegli una fonte per vederne e modificarne i campi.
catalogue-unmarked = senza segno
catalogue-many = { $n ->
    [one] una politica selezionata
   *[other] {$n-text} politiche selezionate
}
catalogue-many-text = Un cambiamento va a tutte, in un solo passo. Dove sono diverse lo dice il campo; codice e nomi restano di ciascuna.
catalogue-many-empty = Svuota in tutte: {$field}
catalogue-many-differ = valori diversi
