# La stanza Confronto e il confronto stampato.
compare-what = Che cosa si confronta
compare-mode-matrices = Matrici
compare-mode-assessors = Valutatori
compare-mode-versions = Versioni
compare-mode-policies = Politiche
compare-mode-goals = Obiettivi
compare-mode-files = File
compare-empty-title = Niente da confrontare
compare-empty-text = Qui si mettono fianco a fianco due valutazioni della stessa matrice, due versioni, due politiche o un altro file, e si vede dove non dicono lo stesso. Serve almeno una matrice.
compare-no-file-title = Nessun altro file
compare-no-file-text = Apri il documento con cui confrontare: si legge soltanto, non viene cambiato. Le righe si incontrano per identità, poi per codice, poi per nome.
compare-not-made = Il confronto non si può fare
compare-making = Confronto in corso…
compare-not-there = Uno dei lati non ha la matrice o la riga scelta: in quella versione non c'era, o è stata tolta. Scegli un altro lato.
compare-failed = Il confronto si è interrotto per un errore del programma. Il documento è come prima; scegli altri lati.
compare-side = Lato {$side}: {$name}
compare-remove-side = Togli questo lato
compare-part-file = Documento
compare-part-moment = Versione
compare-part-matrix = Matrice
compare-part-assessor = Valutatore
compare-part-line = Riga o colonna
compare-part-common = {$what} (per tutti i lati)
compare-this-document = Questo documento
compare-read-again = Rileggi il file
compare-now = Adesso
compare-round = {$name} · giro {$round-text}

compare-both = Celle confrontate
compare-both-hint = Celle valutate da tutti e due: su queste si reggono gli altri numeri
compare-variant = {$name} (variante di {$of})
compare-equal = Uguali
compare-equal-hint = Co-beneficio e conflitto identici, in quota sulle celle confrontate
compare-mean = Scarto medio assoluto
compare-mean-hint = Media del valore assoluto della differenza fra i netti, in punti della scala
compare-opposite = Segno opposto
compare-opposite-hint = Celle in cui un netto giova e l'altro danneggia
compare-kappa = Accordo (κ pesato)
compare-kappa-hint = κ di Cohen con pesi quadratici sui netti: 1 accordo pieno, 0 come a caso; – dove tutti hanno dato lo stesso punteggio
compare-one-side = Da un lato solo
compare-one-side-hint = Celle valutate solo su un lato: vuote, n.a. o «non so» sull'altro, o senza riga o colonna corrispondente
compare-alone = A {$a} · {$other} {$b}
compare-scales-differ = Le due scale arrivano a valori diversi: le differenze in punti dicono poco.

compare-difference = Differenza {$b} − {$a}
compare-band = Senza corrispondenza in A (da {$side})
compare-not-in = non c'è in {$side}
compare-no-crossing = non c'è su questo lato
compare-is-equal = uguale
compare-is-opposite = segno opposto
compare-only = solo {$side}
compare-none-differ = Nessuna differenza
compare-no-lines = Nessuna riga da confrontare
compare-grid-label = Lati e differenze
compare-scroll-x = Scorri in orizzontale il riquadro {$pane}
compare-scroll-y = Scorri in verticale i riquadri

compare-list-title = { $m ->
    [0] Nessuna differenza
    [one] Una differenza
   *[other] Differenze: {$n-text} di {$m-text}
}
compare-list-label = Elenco delle differenze
compare-list-empty = Nessuna differenza con questi filtri
compare-against = Lato contro A
compare-line = {$what}: A {$first}, altro lato {$second}, differenza {$difference}
compare-filter = Mostra: {$what}
compare-filter-all = tutte
compare-filter-both = valutate da entrambi
compare-filter-opposite = solo segno opposto
compare-filter-one-side = solo da un lato
compare-of-row = Riga: {$what}
compare-of-column = Colonna: {$what}
compare-every-row = tutte
compare-every-column = tutte
compare-order = Ordine: {$what}
compare-order-size = grandezza
compare-order-row = riga
compare-order-column = colonna
compare-order-sign = segno

compare-head-row = Riga
compare-head-column = Colonna
compare-head-change = Ultima modifica
compare-order-latest = ultima modifica
compare-no-cell = Nessuna cella scelta
compare-take = { $n ->
    [0] Prendi in {$to} da {$from}
    [one] Prendi in {$to} da {$from}
   *[other] Prendi in {$to} da {$from} ({$n-text} celle)
}
compare-take-not = Si può scrivere solo nel documento aperto, com'è adesso, e dove l'altro lato dice qualcosa di diverso
compare-take-nothing = Niente da riprendere: l'altro lato è vuoto o dice lo stesso
compare-sources-left = { $n ->
    [one] Una fonte citata dall'altro lato non è in questo documento ed è rimasta fuori
   *[other] {$n-text} fonti citate dall'altro lato non sono in questo documento e sono rimaste fuori
}
compare-not-here = Questa cella non è nel documento aperto
compare-sources = Fonti: {$what}
compare-changed = { $n ->
    [one] Cambiata da {$from} a {$to} · {$who} · {$when}
   *[other] Cambiata da {$from} a {$to}, l'ultima di {$n-text} volte da {$who} · {$when}
}
compare-file = confronto

printed-title = Confronto · {$matrix}
printed-keyword = confronto di valutazioni
printed-kind = Confronto
printed-sheet-title = Confronto · {$one} {$a} – {$other} {$b}
printed-identity = Che cosa si confronta
printed-identity-caption = I due lati
printed-file = File
printed-moment = Versione
printed-line = Riga o colonna
printed-figures = Cifre
printed-missing = Corrispondenze
printed-differences = Differenze
printed-only = Valutate solo in {$side}
printed-other-side = altro lato
printed-other-states = Altri stati diversi
printed-equal-cells = Celle uguali
printed-mean-sides = Scarto medio dei due lati
printed-no-crossing = non c'è
printed-nothing-common = Nessuna cella è valutata da tutti e due: uguaglianza, scarto e κ non ci sono.
printed-rests-on = { $n ->
    [one] Uguali, scarto, segno e κ si reggono su una cella valutata da tutti e due.
   *[other] Uguali, scarto, segno e κ si reggono su {$n-text} celle valutate da tutti e due.
}
printed-rows-met = Righe incontrate
printed-columns-met = Colonne incontrate
printed-met = per identità {$id}, per codice {$code}, per nome {$name}
printed-alone = Solo in {$side}: {$name}
printed-all-met = Ogni riga e ogni colonna ha una corrispondenza.
printed-differences-caption = Celle che non dicono lo stesso, dalla differenza più grande
printed-head-cell = Cella
printed-head-why = Motivazioni e ultima modifica
printed-more = Sono riportate le prime {$n-text} differenze su {$m-text}; la cartella di lavoro (XLSX) le contiene tutte.
printed-reason-of = Motivazione {$side}
printed-who-of = Chi e quando {$side}
printed-last-change = Ultima modifica fra le due versioni
printed-yes = sì
printed-counterparts = Corrispondenze
printed-formula-agreement = Accordo: sulle celle valutate da tutti e due, quota di celle con co-beneficio e conflitto identici; scarto medio assoluto Σ |n_B − n_A| / N dei netti n = b + t; segno opposto dove n_A · n_B < 0. Le celle valutate da un lato solo sono contate a parte.
printed-formula-kappa = κ pesato = 1 − Σ w o / Σ w e, con pesi quadratici w = (x − y)² sui netti, o le coppie osservate ed e quelle attese se i due lati fossero indipendenti (Cohen 1968; M10). 1 è accordo pieno, 0 è come a caso; non c'è dove tutti hanno dato lo stesso punteggio.
printed-formula-align = Righe e colonne si incontrano per identità, poi per codice uguale, poi per nome (senza contare accenti, maiuscole e spazi). Ciò che non ha corrispondenza è elencato e non entra nelle cifre di accordo.
printed-formula-side = Righe e colonne nascoste restano fuori, come sullo schermo. La differenza è sempre il lato indicato meno A.
