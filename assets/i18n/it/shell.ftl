# La finestra: barra, ricerca, menu, stato, avvisi.
app-name = Ordito
app-subtitle = Banco di lavoro per le matrici di coerenza delle politiche
title-none = Ordito
title-document = {$title} · Ordito
title-unsaved = {$title} · modifiche da salvare · Ordito
file-untitled = documento
file-sample = esempio-illustrativo

room-catalogue = Catalogo
room-frameworks = Quadri
room-matrix = Matrice
room-compare = Confronto
room-analysis = Analisi
room-lab = Laboratorio
room-sheets = Schede
rail-label = Stanze

top-label = Documento e ricerca
search-hint = Cerca politiche, obiettivi, comandi…
search-label = Cerca politiche, obiettivi e comandi
button-theme = Aspetto
button-language = Lingua
button-menu = Menu
look-light = Chiaro
look-dark = Scuro
look-contrast = Alto contrasto
motion-desktop = Movimento come il sistema
motion-reduced = Meno movimento
motion-full = Tutto il movimento

divider-label = Dimensione del riquadro
status-label = Stato del documento
status-completion = Completamento
status-coverage = Obiettivi coperti
status-conflicts = Conflitti aperti
status-selection-one = Selezione: 1 cella
status-selection = Selezione: {$n-text} celle
status-selection-values = media {$mean} · min {$min} · max {$max} · vuote {$empty}
status-saved = Salvato in {$file}
status-saving = Salvataggio in corso
status-unsaved = Modifiche da salvare in {$file}
status-failed = Non salvato: {$why}
status-read-only = Sola lettura: aperto da {$who}
status-read-only-plain = Sola lettura
status-illustrative = Punteggi illustrativi
status-no-document = Nessun documento aperto

notice-label = Avvisi
notice-close = Chiudi l'avviso
notice-open-file = Apri il file
notice-open-folder = Apri la cartella
notice-not-opened-outside = {$file}: nel computer non c'è un programma che lo apra da qui. Il file è scritto e intero.
notice-begins-here = Qui comincia il documento: non c'è altro da annullare
notice-undone = Annullato: {$what}
notice-redone = Ripetuto: {$what}
notice-created = Documento creato in {$file}
notice-opened = Aperto {$file}
notice-recovered = { $n ->
    [one] Recuperata una modifica che non era ancora nel file: nulla è andato perso
   *[other] Recuperate {$n-text} modifiche che non erano ancora nel file: nulla è andato perso
}
notice-lock-taken = Il blocco lasciato da {$who} non è più attivo ed è stato ripreso
notice-read-only = Il documento è aperto da {$who}: qui si può solo leggere. Salva una copia per modificarlo.
notice-copy-saved = Copia salvata in {$file}
notice-without-history = Scritta {$file}: un documento a sé che comincia da qui. Ciò che era stato cancellato o riscritto non c'è, e non si unisce più a questo.
notice-exported = Esportato in {$file}
notice-saved = Salvato in {$file}
notice-changed-underneath = Il file è stato cambiato da qualcun altro. Le tue modifiche sono al sicuro: scegli che cosa fare.
notice-not-a-document = {$file} non è un documento né una tabella che Ordito sa leggere

underneath-title = Il file è cambiato
underneath-text = {$file} è stato cambiato da un'altra persona o da un altro programma mentre lo avevi aperto. Niente è perso: le tue modifiche sono nella copia di lavoro.
underneath-reload = Ricarica il file
underneath-keep = Tieni il mio come copia…
underneath-merge = Unisci
underneath-later = Decidi più tardi

welcome-title = Benvenuta, benvenuto
welcome-text = Valuta le politiche rispetto agli obiettivi di sostenibilità, cella per cella, con motivazioni e fonti. Tutto resta in un solo file, sul tuo computer.
welcome-start = Comincia
welcome-new = Nuovo documento…
welcome-new-text = Vuoto, con Agenda 2030 e le scale pronte
welcome-sample = Apri l'esempio…
welcome-sample-text = Undici azioni della proposta CmTo e altri piani, con punteggi illustrativi. Ne fai una copia tua: ti si chiede dove tenerla
welcome-open = Apri un documento…
welcome-open-text = Un file .ordito dal computer o dalla rete
welcome-recent = Documenti recenti
welcome-no-recent = I documenti aperti compariranno qui
welcome-tour = Primo giro in cinque passi
welcome-drop = Puoi anche trascinare qui un documento
recent-forget = Togli dall'elenco
recent-open = Apri {$title}

tour-title = Primo giro
tour-step = Passo {$n-text} di 5
tour-1 = Qui c'è il Catalogo: le politiche, cioè piani, programmi, azioni, con tutti i loro campi. Se le hai già in Excel, copiale e incollale.
tour-2 = In Quadri trovi gli obiettivi: Agenda 2030, strategia nazionale, regionale, Agenda metropolitana. Ogni nome dice se è ufficiale.
tour-3 = Questa è la Matrice, dove si valuta: scrivi un numero e passi alla cella sotto. 2 è un co-beneficio, -1 un conflitto, 2/-1 tutti e due, n non applicabile, ? non so.
tour-4 = Da qui si arriva a tutto: Ctrl+K e qualche lettera di un comando, di una politica o di un obiettivo. F1 elenca le scorciatoie, Ctrl+F1 apre la guida accanto al lavoro.
tour-5 = Qui vedi che è salvato: succede da solo. Ctrl+Z annulla, anche dopo aver chiuso e riaperto.
tour-next = Avanti
tour-back = Indietro
tour-end = Ho capito
tour-end-now = Chiudi il primo giro

empty-no-document = Nessun documento aperto
empty-no-document-text = Apri un documento o creane uno per cominciare.

palette-title = Comandi
palette-hint = Scrivi un comando, una politica, un obiettivo
palette-none = Nessun risultato per «{$text}»
palette-commands = Comandi
palette-policies = Politiche
palette-goals = Obiettivi
palette-recent = Usati di recente
palette-count = { $n ->
    [one] un risultato
   *[other] {$n-text} risultati
}

shortcuts-title = Scorciatoie da tastiera
help-title = Aiuto accanto al lavoro
help-shortcuts = Scorciatoie
help-close = Chiudi il riquadro dell'aiuto
shortcuts-grid = Nella griglia
shortcut-arrows = Frecce
shortcut-arrows-text = Muoviti fra le celle
shortcut-shift-arrows = Maiusc+frecce
shortcut-shift-arrows-text = Estendi la selezione
shortcut-ctrl-arrows = Ctrl+frecce
shortcut-ctrl-arrows-text = Vai al bordo dei dati
shortcut-tab = Tab, Maiusc+Tab
shortcut-tab-text = Cella a destra, a sinistra
shortcut-enter = Invio, Maiusc+Invio
shortcut-enter-text = Cella sotto, sopra
shortcut-home = Home, Fine
shortcut-home-text = Inizio, fine della riga
shortcut-entry = 2   -1   2/-1   0   n   ?
shortcut-entry-text = Scrivi co-beneficio, conflitto, entrambi, coerente, non applicabile, non so
shortcuts-lab = Durante una votazione
shortcut-lab-enter = Invio
shortcut-lab-enter-text = Apre il voto; accetta il valore proposto; passa alla domanda dopo
shortcut-lab-vote = 0 1 2 3  −1 −2 −3  N  ?
shortcut-lab-vote-text = Un voto: beneficio, conflitto (anche Q W E), non applicabile, non so
shortcut-lab-side = /
shortcut-lab-side-text = Aggiunge l'altro lato al voto appena dato: poi una cifra
shortcut-lab-back = Backspace  ↑ ↓
shortcut-lab-back-text = Torna al voto di prima; sceglie di chi è il voto
shortcut-lab-go = ← →
shortcut-lab-go-text = Domanda prima, domanda dopo
shortcut-lab-reveal = R  V
shortcut-lab-reveal-text = Scopre i voti; si vota un'altra volta
shortcut-lab-decide = A  P  S  C
shortcut-lab-decide-text = Accetta; rinvia; salta; annota un commento
shortcut-lab-more = B  T  I  G  Esc
shortcut-lab-more-text = La tastiera passa di mano; ferma e riavvia il tempo; chi manca; risultati per tavolo; esce

history-title = Storia del documento
history-text = Chi ha cambiato che cosa, dal passo più recente. Si può tornare a qualunque passo.
history-export = Esporta la storia…
history-back-to = Torna qui
history-step = Passo {$n}
history-undone = annullato
history-empty = Ancora nessun passo

milestone-title = Dai un nome a questa versione
milestone-name = Nome
milestone-note = Nota
milestone-save = Salva la versione
milestone-delete = Elimina la versione «{$name}»
milestone-list = Versioni con un nome

backups-title = Ripristina versione
backups-text = Gli ultimi salvataggi tenuti da parte. Il ripristino si può annullare.
backups-none = Ancora nessun salvataggio tenuto da parte
backups-restore = Ripristina

document-info-title = Documento
document-info-name = Titolo
document-info-body = Ente
document-info-description = Descrizione
document-info-illustrative = I punteggi sono illustrativi

identity-title = Chi sono
identity-text = Nome e ufficio firmano i passi della storia, le celle e le versioni di ogni documento da ora in poi; ente e logo stanno in testa a schede e stampe dei documenti che non ne dicono uno proprio. Restano su questo computer: nel documento va solo la firma.
identity-person = Nome e cognome
identity-office = Ufficio
identity-body = Ente
identity-logo = Logo dell'ente
identity-logo-choose = Scegli un'immagine…
identity-logo-remove = Togli il logo
identity-logo-none = Nessun logo (PNG o SVG)
identity-logo-alt = Logo dell'ente, {$kind}, {$size}
identity-line = Firma: {$line}
identity-line-none = Firma: nessuna, in storia e celle resta «{$unknown}»
identity-run = Solo per questa volta firma «{$line}», come chiesto all'avvio. Salvando vale ciò che scrivi qui.
who-ask = Con che nome firmi celle e passi?
who-say = Dì chi sei…
who-not-now = Senza nome
who-unknown = autore non indicato
logo-heavy = Il logo pesa più di {$limit} MB. Quello di prima resta; scegli un'immagine più leggera.
logo-no-picture = Il file non è un'immagine PNG o SVG che si possa stampare. Il logo di prima resta; scegli un altro file.
logo-size = Il logo è più largo o più alto di {$limit} punti, o non ha misure. Quello di prima resta; scegli un'immagine più piccola.
logo-not-alone = Questo SVG usa altri file o contiene programmi e non si può stampare. Il logo di prima resta; salvalo come SVG semplice o come PNG.

file-dialog-title = Apri un file
file-dialog-title-save = Salva con nome
file-dialog-title-folder = Scegli una cartella
file-dialog-title-new = Dove tenere il nuovo documento
file-dialog-title-sample = Dove tenere la tua copia dell'esempio
file-dialog-folder = Cartella
file-dialog-list = File e cartelle
file-dialog-name = Nome del file
file-dialog-format = Formato
file-dialog-open = Apri
file-dialog-save = Salva
file-dialog-up = Cartella superiore
file-dialog-places = Posti
file-dialog-home = Cartella personale
file-dialog-documents = Documenti
file-dialog-desktop = Scrivania
file-dialog-downloads = Scaricati
file-dialog-new-folder = Nuova cartella
file-dialog-new-folder-name = Nome della nuova cartella
file-dialog-make = Crea
file-dialog-not-made = La cartella non si può creare qui: {$why}. Scegli un altro nome o un altro posto.
file-dialog-exists = {$file} c'è già. Vuoi sostituirlo?
file-dialog-replace = Sostituisci

button-ok = Va bene
button-cancel = Annulla
button-close = Chiudi
button-save = Salva
button-sheet = Esporta scheda
button-delete = Elimina

key-ctrl = Ctrl
key-alt = Alt
key-shift = Maiusc
key-delete = Canc
key-enter = Invio
key-escape = Esc
key-left = ←
key-right = →

grid-border = Trascina per cambiare la larghezza; un doppio clic la adatta
grid-width = Larghezza { $n }
grid-widths-standard = Larghezze iniziali

group-file = Documento
group-edit = Modifica
group-view = Vista

# Menu che non sono di una stanza.
menu-import = Importa
menu-export = Esporta
menu-rooms = Vai a
menu-shown = Vista della matrice
menu-lines = Righe e colonne
menu-preferences = Preferenze
menu-help = Aiuto

command-new = Nuovo documento…
command-new-sample = Nuovo documento di esempio…
command-open = Apri…
command-save = Salva adesso
command-save-copy = Salva una copia…
command-save-without-history = Salva una copia senza storia…
command-milestone = Dai un nome a questa versione…
command-backups = Ripristina versione…
command-history = Storia
command-import-table = Importa una tabella…
also-command-import-table = excel xlsx ods calc csv foglio di calcolo
command-export-table = Esporta la matrice come tabella…
also-command-export-table = excel xlsx ods calc csv foglio di calcolo
command-export-json = Esporta il documento come JSON…
command-export-picture = Esporta la matrice come immagine…
also-command-export-picture = stampa png svg figura
command-export-template = Esporta un modello da compilare…
command-export-open-data = Esporta come dati aperti…
command-document-info = Dati del documento…
command-identity = Chi sono…
also-command-identity = nome autore firma ufficio ente logo preferenze impostazioni
command-close = Chiudi il documento
command-quit = Esci
command-undo = Annulla
command-redo = Ripeti
command-cut = Taglia
command-copy = Copia
command-copy-with-heads = Copia con le intestazioni
also-command-copy-with-heads = copia titoli excel
command-paste = Incolla
command-clear = Svuota le celle
command-fill-down = Riempi in basso
command-fill-right = Riempi a destra
command-select-all = Seleziona tutto
command-find = Trova
command-palette = Cerca un comando
command-shortcuts = Scorciatoie da tastiera
command-guide = Guida
command-tour = Primo giro
command-present = Avvia la proiezione del laboratorio
command-new-lab = Nuovo laboratorio
command-delete-lab = Elimina il laboratorio
command-go-lab = Vai al Laboratorio
command-next-pane = Passa al riquadro successivo
command-go-catalogue = Vai al Catalogo
command-go-frameworks = Vai ai Quadri
command-go-matrix = Vai alla Matrice
command-go-compare = Vai al Confronto
command-take-over = Riprendi il valore dall'altro lato
command-jump-to-cell = Vai alla cella
command-next-difference = Vai alla prossima differenza
command-only-differences = Solo differenze
command-link-scrolling = Scorrimento legato
command-swap-sides = Scambia i lati
command-add-side = Aggiungi un lato
command-open-other = Confronta con un altro file…
command-export-comparison = Esporta il confronto…
command-show-profiles = Analisi: profili
command-show-conflicts = Analisi: conflitti
command-show-coherence = Analisi: coerenza fra politiche
command-show-robustness = Analisi: robustezza
command-show-indirect = Analisi: effetti indiretti
command-show-groups = Analisi: gruppi
command-show-readings = Analisi: letture attraverso i quadri
command-figure-or-table = Analisi: figura o tabella
command-save-chart-svg = Salva la figura come SVG…
command-save-chart-png = Salva la figura come PNG…
command-save-chart-csv = Salva la tabella come CSV…
command-save-chart-xlsx = Salva la tabella come XLSX…
command-export-agenda = Esporta l'ordine del giorno…
command-go-analysis = Vai all'Analisi
command-go-sheets = Vai alle Schede
command-zoom-in = Ingrandisci
also-command-zoom-in = impostazioni preferenze caratteri grandi accessibilità
command-zoom-out = Rimpicciolisci
command-zoom-reset = Dimensione normale
command-inspector = Scheda della cella
command-widen-columns = Allarga le colonne
also-command-widen-columns = larghezza
command-narrow-columns = Restringi le colonne
also-command-narrow-columns = larghezza
command-fit-columns = Adatta la larghezza delle colonne ai titoli
command-widen-heads = Allarga i nomi delle righe
also-command-widen-heads = larghezza
command-narrow-heads = Restringi i nomi delle righe
also-command-narrow-heads = larghezza
command-standard-widths = Larghezze iniziali
command-density-automatic = Densità automatica
also-command-density-automatic = impostazioni preferenze vista ampia compatta
command-density-compact = Densità compatta
also-command-density-compact = impostazioni preferenze vista righe basse colonne strette
command-density-wide = Densità ampia
also-command-density-wide = impostazioni preferenze vista righe alte colonne larghe
command-whole-names = Nomi interi nelle righe
also-command-whole-names = a capo altezza delle righe testo a capo
command-look-light = Aspetto chiaro
also-command-look-light = impostazioni preferenze opzioni tema colori
command-look-dark = Aspetto scuro
also-command-look-dark = impostazioni preferenze opzioni tema colori notte
command-reduce-motion = Riduci il movimento
command-accessibility = Accessibilità
command-look-contrast = Aspetto ad alto contrasto
also-command-look-contrast = impostazioni preferenze opzioni tema colori accessibilità
command-italian = Programma in italiano
command-english = Programma in inglese
command-new-matrix = Nuova matrice…
command-matrix-info = Dati della matrice…
command-delete-matrix = Elimina la matrice…
command-edit-cell = Modifica la cella
command-edit-reason = Scrivi la motivazione
command-next-unscored = Vai alla prossima cella vuota
command-fold-columns = Chiudi o apri i gruppi di colonne
command-fold-rows = Chiudi o apri i gruppi di righe
command-view-net = Mostra il netto
command-view-benefit = Mostra i co-benefici
command-view-tradeoff = Mostra i conflitti
command-filter-none = Mostra tutte le righe
command-filter-unscored = Solo ciò che non ho valutato
command-filter-conflicts = Solo i conflitti
command-filter-no-reason = Solo senza motivazione
command-filter-more = Filtra per piano, tipo, ufficio…
also-command-filter-more = filtro livello obiettivo punteggio titolare politica righe
command-order-catalogue = Ordina come nel catalogo
command-order-by-column = Ordina per questa colonna
also-command-order-by-column = ordine righe punteggio crescente decrescente
command-goals-by-number = Obiettivi per numero
also-command-goals-by-number = ordine colonne 1 2 3 aree quadro
command-go-to-policy = Vai alla politica
command-go-to-goal = Vai all'obiettivo
command-add-rows = Aggiungi righe…
command-add-columns = Aggiungi colonne…
command-remove-rows = Togli le righe selezionate
command-remove-columns = Togli le colonne selezionate
command-hide-rows = Nascondi le righe selezionate
command-hide-columns = Nascondi le colonne selezionate
command-show-hidden = Mostra righe e colonne nascoste
command-move-rows-up = Sposta le righe in su
command-move-rows-down = Sposta le righe in giù
command-move-columns-left = Sposta le colonne a sinistra
command-move-columns-right = Sposta le colonne a destra
command-weights = Pesi degli obiettivi…
command-assessors = Valutatori…
command-make-consensus = Fai il consenso…
also-command-make-consensus = concordare mediana accordo valutatori medie consenso
command-add-policy = Aggiungi una politica
command-add-sub-policy = Aggiungi una politica sotto questa
command-duplicate-policy = Duplica la politica
command-add-variant = Crea una variante della politica
command-delete-policy = Elimina la politica
command-import-policies = Importa politiche…
command-mark-provisional = Segna come provvisorie
command-unmark = Togli il segno di provvisorio
command-paste-policies = Incolla politiche…
command-add-framework = Aggiungi un quadro…
command-import-framework = Importa un quadro…
command-add-goal = Aggiungi un obiettivo
command-add-crosswalk = Aggiungi un raccordo…
command-add-scale = Aggiungi una scala…

notice-open-failed = {$file}: l'apertura si è interrotta. Il file non è stato toccato.
notice-breaches = { $n ->
    [one] Un elemento del documento va corretto
   *[other] {$n-text} elementi del documento vanno corretti
}: {$list}. Si può lavorare lo stesso.
notice-work-failed = Un errore del programma ha interrotto il lavoro. Il documento è al sicuro; riprova, e se succede ancora segnalalo con il rapporto nella cartella dei rapporti.
notice-not-written = {$file} non è stato scritto. {$why}
notice-not-opened = {$file} non si apre. {$why}
notice-edits-safe = Le modifiche già confermate sono al sicuro nella copia di lavoro.
notice-folder-gone = Le modifiche già confermate sono al sicuro nella copia di lavoro e saranno salvate quando torna; oppure salva una copia altrove.
notice-not-closed = Il documento resta aperto: non è stato possibile salvare. {$why}
notice-newer-published = Il file è stato aggiornato da chi lo sta modificando: puoi ricaricarlo.
notice-migrated = Il documento viene da una versione precedente di Ordito: l'originale è fra i salvataggi tenuti da parte.
notice-set-aside = Una copia di lavoro illeggibile è stata messa fra i salvataggi tenuti da parte.
opening = Apertura di {$file}
quit-title = Modifiche non salvate nel file
quit-text = Le modifiche non si possono scrivere in {$file}. Sono al sicuro nella copia di lavoro e si ritrovano alla prossima apertura. Puoi salvarne una copia altrove.
quit-copy = Salva una copia altrove…
quit-anyway = Esci lo stesso

leaving-title = Non tutto è nel documento
leaving-text = Questo è scritto, ma non è ancora nel documento. Se vai avanti va perso.
leaving-field = «{$name}», {$field}: {$why}
leaving-record = «{$name}»: {$why}
leaving-dialog = Quello che hai scritto o scelto nella finestra aperta
leaving-merge = Quello che hai deciso per unire le copie
leaving-lab = I dati della sessione: manca il titolo, o il nome di un partecipante
leaving-back = Torna a scrivere
leaving-give-up = Lascia perdere
notice-dialog-first = {$file}: chiudi prima la finestra aperta
underneath-keep-here = Scrivi il mio sopra
underneath-keep-here-text = L'altro resta fra i salvataggi
history-column-number = passo
history-column-what = che cosa
history-column-when = quando
history-column-who = chi
history-column-record = tabella
history-column-before = prima
history-column-after = dopo
sample-title = Esempio illustrativo: azioni CmTo e altri piani

import-title = Importa {$file}
import-sheet = Foglio
import-sheet-hidden = {$name} (nascosto)
import-into = Matrice
import-as = Valutatore
import-no-matrix = Il documento non ha ancora matrici: creane una, poi importa.
import-counts = Cambiano {$changes-text} celle, {$same-text} già uguali, {$refused-text} non entrano
import-empty-cell = vuota
import-goals = { $n ->
    [one] Un obiettivo da aggiungere
   *[other] {$n-text} obiettivi da aggiungere
}
import-goal-refused = {$place}: «{$text}» non si può prendere
import-policies = Politiche da aggiungere: {$policies-text}; attori nuovi: {$actors-text}; già presenti: {$there-text}
import-people = Entrano in elenco: {$n-text}; restano fuori: {$out-text}
import-people-present = Vanno nel foglio presenze: accanto ai voti non ci sono nomi.
import-people-vote = Votano con il proprio nome.
import-people-seats = { $n ->
    [one] Aggiungi anche un posto che vota
   *[other] Aggiungi anche {$n-text} posti che votano
}
import-people-lines = Righe
import-people-table = tavolo {$table}
import-people-column = colonna {$n-text}
import-people-no-name = {$line} · senza nome, resta fuori
import-people-there = {$line} · già in elenco
import-people-twice = {$line} · come la riga {$first}

welcome-recoverable = Da recuperare
welcome-rescue = Stati precedenti di {$file}, che non si apre
welcome-rescue-text = Riprendi quello del {$when}
welcome-recoverable-text = { $n ->
    [one] Una modifica non ancora nel file: aprilo per ritrovarla
   *[other] {$n-text} modifiche non ancora nel file: aprilo per ritrovarle
}
underneath-merge-text = Le due versioni diventano una, con un passo che si può annullare
merged-title = Le due versioni sono una
merged-taken = { $n ->
    [one] Dall'altra versione è arrivata una modifica.
   *[other] Dall'altra versione sono arrivate {$n-text} modifiche.
} Annulla le toglie tutte.
merged-conflicts = Cambiati da tutti e due ({$n-text})
merged-both-changed = Lo stesso campo è cambiato di qua e di là: resta il tuo.
merged-deleted-here = Tu lo hai eliminato, l'altro lo ha cambiato: resta, com'è di là.
merged-deleted-there = L'altro lo ha eliminato, tu lo hai cambiato: resta, come lo hai tu.
merged-homeless = Apparteneva a qualcosa che uno dei due ha eliminato: se n'è andato con quello.
merged-mine = Tuo: {$what}
merged-theirs = Dell'altro: {$what}
import-meanings = Intestazioni non riconosciute
import-meaning = Che cosa vuol dire: {$at}
import-left-out = Resta fuori
import-new-policy = Nuova politica con questo nome
import-new-goal = Nuovo obiettivo con questo nome
command-import-pasted = Importa una tabella incollata…
also-command-import-pasted = excel appunti incolla
import-area = Area
import-area-wrong = Scrivi un'area come B3:T40
paste-title = Incolla una tabella
paste-policies-title = Politiche da incollare
paste-policies-text = Copia le righe da un foglio di calcolo, con la riga delle intestazioni o senza, e incollale qui: una politica per riga. Vedrai che cosa entra prima di confermare.
paste-people-title = Partecipanti da incollare
paste-people-text = Copia le righe da un foglio di calcolo, con la riga delle intestazioni o senza, e incollale qui: una persona per riga. Senza intestazioni le colonne sono nome, ruolo, ente, tavolo. Vedrai chi entra prima di confermare.
paste-text = Prima colonna le politiche, prima riga gli obiettivi, come si copia da un foglio di calcolo.
paste-table = Tabella
paste-go = Continua
paste-name = tabella incollata

# Unire copie.
command-merge-copies = Unisci copie…
merge-title = Unisci copie
merge-text = Copie di questo documento compilate a parte diventano una cosa sola, con un passo che si annulla. Finché non premi «Unisci» niente cambia.
merge-add = Aggiungi un'altra copia…
merge-working = Lettura e confronto delle copie…
merge-failed = L'unione si è interrotta. Niente è cambiato: annulla e riprova.
merge-doubts = il file non è integro e non si unisce. Niente è cambiato.
merge-do = Unisci
merge-copy-report = Copia la relazione
merge-rule = Dove più copie hanno cambiato la stessa cosa resta
merge-rule-later = Il più recente
merge-rule-mine = Il mio
merge-rule-theirs = L'altro
merge-changes = { $n ->
    [0] Le altre copie non hanno niente di nuovo
    [one] Entra o cambia un elemento
   *[other] Entrano o cambiano {$n-text} elementi
}
merge-more = Altri {$n-text} seguono la regola: sono tutti nella relazione
merge-done = { $n ->
    [one] Unito: un elemento nuovo o cambiato
   *[other] Unito: {$n-text} elementi nuovi o cambiati
}{ $aside ->
    [0] {""}
   *[other] . Versioni scartate, conservate nella storia: {$aside-text}
}
merge-nothing = Le altre copie non hanno niente di nuovo
