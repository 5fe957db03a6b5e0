# Riga di comando.
cli-created = Documento creato: {$file}
cli-no-display = Nessuno schermo: il documento è in {$file}. Aprilo con «ordito {$file}» dove c'è uno schermo.
cli-no-framework = Nessun quadro «{$key}». Quadri disponibili: {$known}
cli-nothing-to-undo = qui comincia il documento: non c'è altro da annullare
cli-nothing-to-redo = niente da ripetere
cli-info-policies = { $n ->
    [one] Una politica
   *[other] {$n-text} politiche
}
cli-info-sources = { $n ->
    [one] Una fonte
   *[other] {$n-text} fonti
}
cli-info-steps = { $n ->
    [one] Un passo nella storia
   *[other] {$n-text} passi nella storia
}
cli-info-waiting = { $n ->
    [one] Un passo non è ancora nel file: arriva con la prossima apertura
   *[other] {$n-text} passi non sono ancora nel file: arrivano con la prossima apertura
}
cli-recovered = { $n ->
    [one] ritrovato un passo che non era nel file
   *[other] ritrovati {$n-text} passi che non erano nel file
}
cli-withdrawn = Il comando non ha cambiato nulla.
cli-waits = La modifica è fatta e aspetta nella copia di lavoro: sarà nel file alla prossima apertura. Non ripetere il comando.
cli-changed-underneath = il file è stato cambiato da qualcun altro mentre qui aspettavano modifiche. Scegli con «ordito settle --keep mine», «theirs» o «both»: nulla va perso.
cli-nothing-to-settle = non c'è niente da scegliere: nessun altro ha cambiato il file
cli-settled = Fatto: {$file}. Lo stato che non vale è fra quelli conservati.
cli-not-printed = il risultato non si è potuto scrivere per intero: {$detail}
cli-info-matrix = Matrice «{$name}»: {$rows-text} righe × {$columns-text} colonne, {$scored-text} punteggi fra consenso e valutatori
cli-check-sound = Il file è integro
cli-check-breaches = { $n ->
    [one] Il file è integro, ma un elemento viola una regola del documento
   *[other] Il file è integro, ma {$n-text} elementi violano una regola del documento
}. {$list}
cli-check-matrix = { $n ->
    [0] Matrice «{$name}»: nessuna osservazione
    [one] Matrice «{$name}»: una osservazione
   *[other] Matrice «{$name}»: {$n-text} osservazioni
}
cli-window-no-display = Nessuno schermo (DISPLAY e WAYLAND_DISPLAY non portano a nulla). I comandi senza finestra funzionano: «ordito --help».
cli-window-libraries = Mancano librerie per la finestra ({$libraries}). Installa: apt-get install {$packages}
cli-window-failed = La finestra non si apre ({$detail}). Prova «ordito --software».
cli-no-data-folder = La cartella dei dati dell'utente non si può usare: {$detail}. Indicane un'altra con ORDITO_DATA.
cli-corner = politica
cli-exists = c'è già: aggiungi --force per sostituirlo
cli-exists-folder = la cartella c'è già e non è vuota: scegline un'altra; --force sostituisce solo una cartella di dati aperti senza altro dentro
cli-export-ending = con «.{$ending}» non si esporta: usa .xlsx, .ods, .html, .csv, .json, .svg o .png
cli-consensus-done = Consenso: {$filled} celle riempite ({$alike} con risposte uguali), {$same} già così, {$kept} lasciate come sono, {$open} da decidere
cli-consensus-would = Consenso: {$filled} celle si riempirebbero ({$alike} con risposte uguali), {$same} già così, {$kept} resterebbero come sono, {$open} da decidere. Niente è stato cambiato.
cli-consensus-nobody = nessun valutatore ha risposto in questa matrice; niente è stato cambiato
cli-consensus-agreed = «{$name}» è il consenso stesso: indica con --assessor chi ha valutato; niente è stato cambiato
cli-no-matrix = nessuna matrice «{$name}»; ci sono «{$known}»
cli-no-matrices = il documento non ha matrici: indica --matrix e --kind per crearne una
cli-which-matrix = più matrici: scegli con --matrix fra «{$known}»
cli-no-assessor = nessun valutatore «{$name}»; ci sono «{$known}»
cli-no-line = nessuna riga o colonna con il codice «{$code}»
cli-template-ending = un modello da compilare si scrive in un file .xlsx
cli-no-kind = «{$kind}» non è un tipo di matrice: policy-goal, policy-policy, goal-goal
cli-only-new = {$option} vale solo per una matrice nuova: «{$matrix}» c'è già, è di tipo {$kind} e usa la scala {$scale}. Niente è cambiato. Togli {$option} o scegli un altro nome.
cli-no-frameworks = il documento non ha quadri di obiettivi: aggiungine uno con «ordito framework»
cli-new-lines-table = Matrice «{$matrix}» creata con le sole righe e colonne della tabella: {$rows-text} × {$columns-text}. Con «--lines level» avrebbe tutti gli obiettivi dello stesso livello ({$level-rows-text} × {$level-columns-text}), con «--lines all» tutto il quadro e tutte le politiche ({$all-rows-text} × {$all-columns-text}).
cli-new-lines-level = Matrice «{$matrix}» creata con tutti gli obiettivi dei livelli di cui parla la tabella: {$rows-text} × {$columns-text}. Con «--lines all» avrebbe tutto il quadro e tutte le politiche ({$all-rows-text} × {$all-columns-text}).
cli-new-lines-all = Matrice «{$matrix}» creata con tutto il quadro e tutte le politiche: {$rows-text} × {$columns-text}. Senza «--lines» avrebbe le sole righe e colonne della tabella.
cli-scale-made = Scala «{$name}» creata: {$n-text} livelli. Usala con «--scale {$key}».
cli-framework-made = Quadro «{$name}» creato: {$n-text} obiettivi. Usalo con «--framework {$key}».
cli-lines-set = { $n ->
    [one] Una riga o colonna impostata
   *[other] {$n-text} righe e colonne impostate
}
cli-key-taken = «{$key}» c'è già: scegli un'altra parola con --key. Niente è cambiato.
cli-line-wrong = riga {$row-text}: «{$text}» non va bene
cli-long-imported = Importate {$cells-text} celle, {$same-text} già uguali; valutatori nuovi: {$assessors-text}, fonti nuove: {$sources-text}
cli-long-would = Cambierebbero {$cells-text} celle, {$same-text} già uguali; valutatori nuovi: {$assessors-text}, fonti nuove: {$sources-text}. Niente è stato cambiato.
cli-long-elsewhere = { $n ->
    [one] Una riga parla di un'altra matrice o di un altro valutatore e resta fuori
   *[other] {$n-text} righe parlano di altre matrici o di altri valutatori e restano fuori
}
cli-long-rounds = { $n ->
    [one] Una riga è di un giro di laboratorio e resta fuori: i voti vengono dal loro laboratorio
   *[other] {$n-text} righe sono di giri di laboratorio e restano fuori: i voti vengono dal loro laboratorio
}
cli-long-refused = riga {$row-text}, colonna {$column-text}: «{$text}»: {$why}
cli-long-no-row = non è una riga della matrice
cli-long-no-column = non è una colonna della matrice
cli-long-state = lo stato è unscored, not_applicable, dont_know o scored
cli-long-confidence = la confidenza va da 1 a 5
cli-long-contribution = il contributo è diretto o indiretto
cli-long-twice = la stessa cella è già in un'altra riga
cli-long-diagonal = una voce non si valuta su sé stessa
cli-no-scale = nessuna scala «{$key}»: ci sono {$known}
cli-on-sheet = foglio «{$sheet}», {$what}
cli-area-of-known = Fuori dalla matrice resta solo ciò che sta intorno: con --area {$area} si prende il resto
cli-no-area = «{$area}» non è un'area: scrivila come B3:T40
cli-imported = Importate {$changes-text} celle, {$same-text} già uguali
cli-would-change = {$place}: {$what}, {$who}: {$old} → {$new}
cli-would-import = Cambierebbero {$changes-text} celle, {$same-text} già uguali, {$refused-text} rifiutate. Niente è stato cambiato.
cli-sheets-nothing = Niente da scrivere: la matrice non ha politiche, o quelle indicate non vi sono. Nessun file è stato scritto.
cli-sheets-no-code = «{$code}» non è nella matrice. Nessun file è stato scritto.
demo-matrix = matrice
cli-compare-no-version = nessuna versione «{$name}»: ci sono «{$known}» e i passi da 1 a {$last}
cli-compare-no-versions = nessuna versione «{$name}»: il documento ha solo i passi da 1 a {$last}
cli-compare-ending = con «.{$ending}» non si scrive un confronto: usa {$known}
cli-compare-both = Celle confrontate
cli-compare-equal = Uguali
cli-compare-mean = Differenza assoluta media
cli-compare-opposite = Segni opposti
cli-compare-kappa = κ pesato
cli-compare-only-left = Valutate solo a sinistra
cli-compare-only-right = Valutate solo a destra
cli-compare-alone-left = Solo a sinistra: {$name}
cli-compare-alone-right = Solo a destra: {$name}
cli-analyse-stopped = «{$matrix}»: calcolo interrotto, nulla è cambiato
cli-criteria-column = «{$code}» non è una colonna della matrice
cli-criteria-twice = «{$code}» è già in un'altra riga
cli-output-failed = il risultato non è uscito per intero: { $why }. Il documento non è cambiato. Libera spazio o scegli un altro posto, e riprova.
cli-analyse-not-square = «{$matrix}»: questo metodo vuole una matrice di influenze (politiche × politiche o obiettivi × obiettivi); scegline una con --matrix
cli-analyse-no-effects = «{$matrix}»: nessuna voce agisce su un'altra, non c'è nulla da misurare
cli-analyse-no-goals = «{$matrix}»: manca una matrice obiettivi × obiettivi da attraversare; indicala con --goals
cli-analyse-no-route = «{$matrix}»: nessun raccordo porta dai suoi obiettivi a quel quadro; aggiungine uno nella stanza Quadri o indica un altro quadro con --to

# Unire copie.
merge-taken = { $n ->
    [0] Niente di nuovo dalle altre copie
    [one] Un elemento nuovo o cambiato rispetto alla prima copia
   *[other] {$n-text} elementi nuovi o cambiati rispetto alla prima copia
}
merge-taken-of = {$what}: {$new-text} nuovi, {$changed-text} cambiati, {$gone-text} tolti
merge-clashes = { $n ->
    [0] Nessun conflitto
    [one] Un conflitto
   *[other] {$n-text} conflitti
}
merge-kind-changed = Cambiato in più copie
merge-kind-combined = Parti diverse della stessa cella, messe insieme
merge-kind-deleted = Eliminato in una copia, cambiato in un'altra
merge-kind-homeless = Apparteneva a qualcosa che è stato eliminato
merge-version = {$copy}: {$what} ({$who}, {$when})
merge-version-unsigned = {$copy}: {$what}
merge-gone = eliminato
merge-outcome = Resta: {$what}
merge-nothing-left = niente
merge-proposals = { $n ->
    [one] Una voce aggiunta due volte, forse la stessa
   *[other] {$n-text} voci aggiunte due volte, forse le stesse
}
merge-by-code = {$what}: «{$one}» e «{$other}» hanno lo stesso codice
merge-by-name = {$what}: «{$one}» e «{$other}» hanno lo stesso nome
cli-merge-match = { $n ->
    [one] una voce aggiunta in copie diverse sembra la stessa; niente è stato scritto. Guardala con --dry-run, poi scegli --match code, --match name o --match none
   *[other] {$n-text} voci aggiunte in copie diverse sembrano le stesse; niente è stato scritto. Guardale con --dry-run, poi scegli --match code, --match name o --match none
}
cli-merge-other-document = è un altro documento, non una copia di {$first}; niente è stato scritto. Per confrontarli usa «ordito compare»
cli-merge-doubts = il file non è integro e non si unisce; niente è stato scritto. Guardalo con «ordito check»
cli-merge-decide = il file delle decisioni non si legge ({$why}); niente è stato scritto. È una lista JSON con table, key e copy, il numero della copia a partire da 1
cli-merge-written = Scritto {$file}: la storia della prima copia e un passo che unisce
cli-merge-same = Le altre copie non hanno niente di nuovo: {$file} è come la prima
cli-merge-dry = Niente è stato scritto

cli-lab-none = Nessun laboratorio.
cli-lab-no-names = Il laboratorio è anonimo: nessun esito nomina qualcuno, e non è stato scritto nulla. Togli «--names».
cli-no-labs = Il documento non ha laboratori; non è stato scritto nulla. Preparane uno nella stanza Laboratorio.
cli-no-lab = Nessun laboratorio «{$name}»; non è stato scritto nulla. Ci sono: «{$known}».
cli-lab-several = Più laboratori si chiamano «{$name}»; non è stato scritto nulla. Indica l'identificativo: lo dice «ordito lab FILE --json».
cli-which-lab = Il documento ha più laboratori; non è stato scritto nulla. Indica quale: «{$known}».
cli-lab-there = C'è già un laboratorio «{$name}»; non è stato scritto nulla. Scegli un altro titolo.
cli-lab-made = { $n ->
    [one] Laboratorio «{$name}» preparato, con una domanda
   *[other] Laboratorio «{$name}» preparato, con {$n-text} domande
}
cli-lab-counts = { $n ->
    [one] una domanda
   *[other] {$n-text} domande
}: concordate {$agreed-text}, rinviate {$parked-text}, saltate {$skipped-text}, aperte {$open-text}
cli-lab-question = giri scoperti {$rounds-text}, mediana {$median}, consenso {$consensus}
