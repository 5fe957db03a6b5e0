# La stanza Laboratorio.
lab-none = Nessun laboratorio
lab-none-text = Un laboratorio raccoglie i voti di una sala su alcune celle di una matrice, giro per giro, e fissa il consenso.
lab-no-matrix = Prima serve una matrice
lab-no-matrix-text = Un laboratorio discute celle di una matrice: creane una, poi torna qui.
lab-new-title = Laboratorio {$n}
lab-session = Laboratorio scelto
lab-title = Titolo
lab-date = Data
lab-where = Luogo
lab-of-matrix = Sulla matrice: {$matrix}
lab-asked = Domanda
lab-question-policy = La politica aiuta o ostacola il raggiungimento di questo obiettivo?
lab-question-goal = Il primo aiuta o ostacola il secondo?
lab-question-policies = La prima politica aiuta o ostacola la seconda?
lab-rounds = Giri
lab-anonymous = Voto anonimo
lab-anonymous-text = Votano posti numerati: accanto ai voti il documento non tiene nomi, e nessun esito può nominare qualcuno. I nomi stanno solo nell'elenco delle presenze. Si sceglie prima del primo voto.
lab-rule = Regola del consenso
lab-rule-iqr = Scarto massimo tra i quartili
lab-rule-fewest = Voti almeno
lab-rule-opposite = Segni opposti ammessi
lab-rule-polarised = Polarizzata se i due segni hanno ciascuno almeno il
lab-participants = { $n ->
    [0] Partecipanti
    [one] Un partecipante
   *[other] {$n-text} partecipanti
}
lab-present = {$name} è in sala
lab-name = Nome
lab-role = Ruolo
lab-organisation = Ente
lab-table = Tavolo
lab-remove-participant = Togli {$name} con i suoi voti
lab-add-n = Quanti
lab-add-numbered = Aggiungi numerati
lab-add-tables = Aggiungi tavoli
lab-add-tables-text = Un solo voto per tavolo: quando ci sono tavoli votano solo loro, e nessuno vota due volte.
lab-numbered-table = Tavolo {$n}
lab-numbered = Persona {$n}
lab-seat = Posto {$n}
lab-add-seats = Aggiungi posti
lab-seats = { $n ->
    [0] Nessun posto
    [one] Un posto
   *[other] {$n-text} posti
}
lab-by-tables = { $n ->
    [one] Vota un tavolo: chi ci siede non vota anche da solo
   *[other] Votano {$n-text} tavoli: chi ci siede non vota anche da solo
}
lab-presences = Foglio presenze
lab-people = Partecipanti
lab-shown = Che cosa si prepara
lab-who-votes = Chi vota
lab-surname = Cognome
lab-people-paste = Incolla un elenco…
lab-people-import = Importa da file…
lab-people-hint = Si incolla un blocco di Excel in qualsiasi campo; Tab va al campo dopo; una riga svuotata esce dall'elenco; Ctrl+Spazio segna chi non è in sala.
lab-seat-at-tables = Distribuisci
lab-seat-at-tables-text = Assegna i tavoli nell'ordine dell'elenco: chi è vicino siede insieme. Servono per i risultati tavolo per tavolo.
lab-tables-word = tavoli
lab-tables-there = Scegli il tavolo della riga {$n}
lab-presences-text = Non è collegato ai voti: sta in ordine di nome.
lab-fixed = Già votata: domanda, regola e modo di votare restano com'erano.
lab-names-kept = In questa sessione, fatta con una versione precedente, i nomi stanno nel documento accanto ai voti.
lab-take-names = Togli i nomi dai voti
lab-take-names-text = I nomi passano nell'elenco delle presenze e votano posti numerati. La storia del documento li ricorda ancora: prima di spedirlo fai una copia senza storia.
lab-notes = Note per chi conduce

lab-agenda = Ordine del giorno
lab-agenda-sum = { $n ->
    [0] nessuna domanda
    [one] Una domanda, {$minutes} min, chiuse: {$done}
   *[other] {$n-text} domande, {$minutes} min, chiuse: {$done}
}
lab-agenda-empty = Ordine del giorno vuoto
lab-agenda-empty-text = Aggiungi le celle da discutere: le proposte mettono prima quelle senza consenso, con più disaccordo e più effetto.
lab-start = Avvia la proiezione  F5
lab-papers = Documenti
lab-paper-agenda = Ordine del giorno…
lab-paper-ballots = Schede di voto senza nome
lab-paper-ballots-each = Schede di voto, una a testa…
lab-paper-ballots-per-page = { $n ->
    [one] Una per pagina…
   *[other] {$n-text} per pagina…
}
lab-paper-presences = Foglio presenze…
lab-paper-outcome = Esito senza nomi…
lab-paper-outcome-names = Esito con i nomi…
lab-paper-no-names = Il voto è anonimo: nessun esito nomina qualcuno.
lab-displays = Proiezione
lab-one-display = In questa finestra
lab-display = Schermo { $n } · { $width } × { $height }
lab-display-here = Schermo { $n } · { $width } × { $height } (qui: la finestra si sposta)
lab-from = Da dove vengono le domande
lab-from-proposed = Proposte
lab-from-proposed-text = Prima le celle senza consenso; poi disaccordo tra i valutatori × effetto più grande × pesi.
lab-from-aside = Messe da parte nei Conflitti
lab-from-aside-text = Le celle messe da parte nel cercatore di conflitti dell'Analisi.
lab-from-selected = Selezionate nella Matrice
lab-from-selected-text = Le celle selezionate nella stanza Matrice.
lab-from-unscored = Senza valore di consenso
lab-from-unscored-text = Le celle in cui il consenso non ha ancora un valore.
lab-from-conflicts = Con un effetto negativo
lab-from-conflicts-text = Le celle in cui il consenso segna un effetto negativo, anche accanto a uno positivo.
lab-from-no-reason = Senza motivazione
lab-from-no-reason-text = Le celle con un valore di consenso e nessuna motivazione.
lab-from-hand = A mano
lab-from-hand-text = Una riga e una colonna.
lab-at-most = al più
lab-minutes-each = minuti
lab-add = Aggiungi domande
lab-added = { $n ->
    [one] Una domanda in più, in fondo all'ordine del giorno; Annulla la toglie
   *[other] {$n-text} domande in più, in fondo all'ordine del giorno; Annulla le toglie
}
lab-hand-row = Scegli la riga
lab-hand-column = Scegli la colonna
lab-nothing-to-add = Nessuna cella nuova da aggiungere da qui. L'ordine del giorno resta com'è.
lab-question-notes = Note sulla domanda {$n}, per chi conduce
lab-filter = Solo se il nome contiene
lab-filter-hint = parte del nome
lab-remove-question = Togli la domanda
lab-move-up = Sposta su
lab-move-down = Sposta giù
lab-status-collecting = si vota, giro {$round}
lab-status-revealed = giro {$round} scoperto

# La proiezione.
lab-projection = Laboratorio, proiezione
lab-policy = POLITICA
lab-goal = OBIETTIVO
lab-place = · Cella {$n} di {$of}
lab-place-round = · Cella {$n} di {$of} · Giro {$round}
lab-voted = {$n} di {$of} hanno votato
lab-collecting = Si vota
lab-waiting = Il voto non è ancora aperto
lab-waiting-text = Invio apre il voto
lab-median = Mediana
lab-consensus = Consenso
lab-spread = Scarto tra quartili
lab-signs = Segni
lab-signs-said = negativi: {$minus} · zero: {$zero} · positivi: {$plus}
lab-verdict = Giudizio
lab-round = Giro {$round}
lab-too-few = pochi voti
lab-agreed = accordo
lab-polarised = due campi opposti
lab-opposite = segni opposti
lab-scattered = voti dispersi
lab-nobody = nessun valore
lab-not-applicable = n.a.
lab-dont-know = Non so
lab-off-scale = Fuori dai livelli
lab-two-sided = { $n ->
    [one] Un voto con due lati: {$votes}  ·  mediana dei lati {$sides}
   *[other] {$n-text} voti con due lati: {$votes}  ·  mediana dei lati {$sides}
}
lab-outcome = Esito
lab-outcome-agreed = Consenso fissato
lab-outcome-parked = rinviata
lab-outcome-skipped = saltata

# La conduzione.
lab-previous = Domanda precedente
lab-next = Domanda successiva
lab-timer-start = Avvia il tempo  T
lab-timer-pause = Ferma il tempo  T
lab-turn = Vota {$name}
lab-turn-next = Registrato. Vota {$name}
lab-blind = Passa la tastiera
lab-blind-end = Voto rapido
lab-pass-on = La tastiera gira: ognuno vota da sé
lab-pass-to = Passa la tastiera a {$name}: premi Spazio
lab-pass-done = {$name}: voto registrato
lab-pass-comment = C: aggiungi un commento prima di passarla
lab-pass-vote = {$name}: scrivi il voto, poi Invio
lab-pass-keys = 0 1 2 3 · −1 −2 −3 · 2/-1 due lati · n non applicabile · ? non so · quello che scrivi non si vede
lab-pass-typed = ●  scritto: Invio lo registra, Backspace cancella
lab-pass-again = Voto non capito, riscrivilo
lab-pass-end = Hanno votato tutti: la tastiera torna a chi conduce
lab-comment-hidden = Commento di {$name} (non si vede), poi Invio
lab-reveals = { $n ->
    [one] Manca un voto su {$of}: si scopre lo stesso?
   *[other] Mancano {$n-text} voti su {$of}: si scopre lo stesso?
}
lab-reveal-all-the-same = Scopri lo stesso
lab-reveal-not-yet = Torna al voto
lab-has-voted = ha votato
lab-is-missing = manca
lab-more = Chi manca, i commenti e cosa viene dopo (I)
lab-missing-names = Mancano: {$names}
lab-clock-of = di {$minutes} min
lab-all-voted = Hanno votato tutti: R scopre
lab-hint-waiting = Invio apre il voto
lab-hint-revealed = Si decide
lab-hint-closed = Domanda chiusa
lab-ask = Apri il voto
lab-reveal = Scopri
lab-keys = 0 1 2 3 · −1 −2 −3 (o Q W E) · / poi l'altro lato · N non applicabile · ? non so · R scopre · B passa la tastiera · T tempo · F1 tutti i tasti
lab-keys-waiting = Invio apre il voto · S salta · ← → domande · T tempo · I cosa viene dopo · F1 tutti i tasti · Esc esce
lab-keys-blind = Spazio prende la tastiera · voto e Invio · Esc torna al voto rapido · F1 tutti i tasti
lab-keys-revealed = A accetta · V rivota · P rinvia · S salta · C commento · ← → domande · T tempo · F1 tutti i tasti
lab-keys-revealed-tables = A accetta · V rivota · P rinvia · S salta · C commento · G per tavolo · ← → domande · T tempo · F1 tutti i tasti
lab-keys-closed = Invio o → va avanti · ← torna indietro · Ctrl+Z annulla · F1 tutti i tasti · Esc esce
lab-keys-closing = ← torna alle domande · Esc esce
lab-turn-side = Ancora un tasto per {$name}: l'altro lato
lab-by-table = Per tavolo
lab-together = Tutti insieme
lab-table-median = mediana {$median}
lab-round-dashed = - - -  Giro {$n-text}
lab-consensus-of = {$value} su 1
lab-clock-over = {$clock}  tempo scaduto
lab-fix-keys = Invio fissa · Maiusc+Invio va a capo · Esc lascia stare
lab-dissent-said = Chi non è d'accordo: {$text}
lab-outcome-open = aperta
lab-closing = Che cosa si è deciso
lab-closing-title = Che cosa si è deciso
lab-closing-page = {$n} di {$of}
lab-closing-next = Pagina successiva
lab-end = Chiudi la proiezione
lab-closing-agreed = { $n ->
    [one] una concordata
   *[other] {$n-text} concordate
}
lab-closing-parked = { $n ->
    [one] una rinviata
   *[other] {$n-text} rinviate
}
lab-closing-skipped = { $n ->
    [one] una saltata
   *[other] {$n-text} saltate
}
lab-closing-open = { $n ->
    [one] una aperta
   *[other] {$n-text} aperte
}
lab-accept-value = Accetta {$value}
lab-accept-lower = Accetta {$value} (il minore tra {$value} e {$upper})
lab-again = Discuti e rivota
lab-park = Rinvia
lab-skip = Salta
lab-comment = Commento
lab-reopen = Riapri
lab-stop = Esci dalla proiezione (Esc)
lab-missing = { $n ->
    [0] Hanno votato tutti
    [one] Manca un voto
   *[other] Mancano {$n-text} voti
}
lab-absent = assente
lab-then = Poi: {$question}
lab-agreed-value = Valore di consenso
lab-agreed-empty = scrivi un valore
lab-agreed-na = non applicabile
lab-agreed-unknown = non si sa
lab-agreed-two-sided = co-beneficio e conflitto insieme
lab-reason = Motivazione
lab-dissent = Chi non è d'accordo dice
lab-fix = Fissa
lab-park-reason = Perché si rinvia
lab-comment-of = Commento di
lab-add-comment = Annota
