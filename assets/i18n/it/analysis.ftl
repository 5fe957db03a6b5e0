# Analisi: quello che si trova in una matrice.
finding-by = {$what} ({$who})
finding-matrix-unscored = Nessun punteggio: {$rows-text} righe × {$columns-text} colonne tutte da valutare
finding-nothing-scored = {$item}: nessun punteggio
finding-nothing-scored-answers = { $n ->
    [one] {$item}: nessun punteggio, solo un «n.a.» o «non so»
   *[other] {$item}: nessun punteggio, solo {$n-text} «n.a.» o «non so»
}
finding-only-tradeoffs = {$item}: solo conflitti, con {$items}
finding-opposite-signs = {$one} → {$other} {$there}, ma {$other} → {$one} {$back}
finding-older-than-policy = { $n ->
    [one] {$item}: una cella valutata prima dell'ultima modifica della politica ({$date}): {$items}
   *[other] {$item}: {$n-text} celle valutate prima dell'ultima modifica della politica ({$date}): {$items}
}
finding-drift-above = { $n ->
    [one] {$who}: punteggio più alto di quello degli altri di {$shift}, su una cella
   *[other] {$who}: punteggi più alti di quelli degli altri, in media di {$shift} su {$n-text} celle
}
finding-drift-below = { $n ->
    [one] {$who}: punteggio più basso di quello degli altri di {$shift}, su una cella
   *[other] {$who}: punteggi più bassi di quelli degli altri, in media di {$shift} su {$n-text} celle
}
finding-no-reason = { $n ->
    [one] {$item}: un punteggio su {$scored-text} senza motivazione: {$items}
   *[other] {$item}: {$n-text} punteggi su {$scored-text} senza motivazione: {$items}
}
finding-no-source = { $n ->
    [one] {$item}: un punteggio su {$scored-text} senza fonte: {$items}
   *[other] {$item}: {$n-text} punteggi su {$scored-text} senza fonte: {$items}
}
finding-items-more = { $n ->
    [one] {$items} e un altro
   *[other] {$items} e altri {$n-text}
}

# Grafici: titoli, colonne, frasi.
chart-left = conflitti
chart-right = co-benefici
chart-name = Nome
chart-benefit = Beneficio lordo
chart-harm = Conflitto lordo
chart-net = Netto
chart-index = Indice
chart-conflict = Conflitto interno
chart-coverage = Copertura
chart-scored = Valutate
chart-na = n.a.
chart-unknown = Non so
chart-missing = Da valutare
chart-cost = Costo
chart-cost-policies = Politiche con costo
chart-no-cluster = Fuori dai gruppi
chart-no-level = Senza livello di governo
chart-nothing-scored = nessun punteggio
chart-of-policies = delle politiche
chart-of-goals = degli obiettivi
chart-of-policies-given = delle politiche, effetti dati
chart-of-policies-taken = delle politiche, effetti ricevuti
chart-of-goals-given = degli obiettivi, effetti dati
chart-of-goals-taken = degli obiettivi, effetti ricevuti
chart-profiles-title = Profili {$of}{$by}
chart-profiles-each = {""}
chart-profiles-by-parent = {" "}per area
chart-profiles-by-cluster = {" "}per gruppo
chart-profiles-by-level = {" "}per livello di governo
chart-profiles-sentence = { $n ->
    [one] Un profilo nella matrice «{$matrix}» ({$assessor}): a sinistra i conflitti, a destra i co-benefici, il tratto verticale è il netto. Si regge su {$scored-text} celle valutate di {$crossings-text}; {$na-text} non applicabili, {$unknown-text} «non so», {$missing-text} da valutare.
   *[other] {$n-text} profili nella matrice «{$matrix}» ({$assessor}): a sinistra i conflitti, a destra i co-benefici, il tratto verticale è il netto. Si reggono su {$scored-text} celle valutate di {$crossings-text}; {$na-text} non applicabili, {$unknown-text} «non so», {$missing-text} da valutare.
}
chart-weighted = Le somme contano i pesi di righe e colonne.
chart-parent-direct = Ogni riga conta ciò che le sta direttamente sotto: chi sta sopra un'altra riga non la comprende.
chart-cluster-overlap = Una politica che sta in più gruppi conta in ognuno.
chart-cost-own = Il costo è quello scritto nel Catalogo; di un insieme, la somma.
chart-cost-shared = Costo di un obiettivo: ogni politica divide il suo fra gli obiettivi su cui ha un co-beneficio, in proporzione ai co-benefici; nessun euro è contato due volte.
chart-cost-unknown = Mancano le politiche senza costo nel Catalogo.
chart-cost-nested = { $n ->
    [one] Una politica con costo sta dentro un'altra che ha il suo: se il secondo comprende il primo, è contato due volte.
   *[other] {$n-text} politiche con costo stanno dentro altre che hanno il loro: se il secondo comprende il primo, è contato due volte.
}
chart-profile-said = {$name}: beneficio lordo {$benefit}, conflitto lordo {$harm}, netto {$net}, indice {$index}, copertura {$coverage} ({$scored-text} di {$possible-text}), conflitto interno {$conflict}
chart-profile-said-nothing = {$name}: nessun punteggio su {$possible-text} incroci
chart-profile-cost = , costo {$cost}
chart-order-holds = Quanto regge l'ordine se punteggi e pesi sono incerti lo dice Robustezza.
chart-ranked-by = In ordine di: {$by}.

# Posti in graduatoria, mai senza quanto reggono.
rank-short = {$rank-text} ({$low-text}–{$high-text})
rank-range = {$low-text}–{$high-text}
rank-said = {$rank-text}º posto, in nove prove su dieci fra il {$low-text}º e il {$high-text}º
rank-none = senza posto
rank-from = Posto da
rank-to = Posto a
rank-top-three = Fra i primi tre
rank-sentence = Accanto a ogni posto quelli fra cui resta in nove prove su dieci: {$n-text} prove, ognuna senza una cella valutata ogni {$one-in-text}, presa a caso (seme {$seed}).
chart-order-matrix = come nella matrice
chart-order-index = indice
chart-order-net = netto
chart-order-benefit = beneficio lordo
chart-order-harm = conflitto lordo
chart-order-conflict = conflitto interno
chart-order-coverage = copertura
chart-order-cost = costo

# La stanza Analisi.
analysis-no-matrix = Qui si leggono le matrici
analysis-no-matrix-text = Profili, conflitti e coerenza nascono dai punteggi di una matrice: creane una e scrivi i primi.
analysis-views = Letture
analysis-profiles = Profili
analysis-profiles-text = Benefici e conflitti lordi, netto, copertura, indice e conflitto interno, con il costo accanto
analysis-conflicts = Conflitti
analysis-conflicts-text = Dove una politica ostacola un obiettivo, dove due tirano in versi opposti, quali obiettivi restano scoperti
analysis-coherence = Coerenza fra politiche
analysis-coherence-text = Ogni coppia di politiche, con gli obiettivi che stanno dietro a ogni numero
analysis-robustness = Robustezza
analysis-robustness-text = Quanto regge una classifica quando cambiano pesi e punteggi
analysis-indirect = Effetti indiretti
analysis-indirect-text = Che cosa succede al secondo passo, e chi sta al centro della rete
analysis-groups = Gruppi
analysis-groups-text = Politiche e obiettivi che si somigliano
analysis-readings = Letture attraverso i quadri
analysis-readings-text = Gli stessi punteggi letti su un altro quadro, attraverso un raccordo
analysis-shown-as = Mostra come
analysis-as-figure = Figura
analysis-as-table = Tabella
analysis-of = Di che cosa
analysis-given = Effetti dati
analysis-taken = Effetti ricevuti
analysis-by = Raccolti
analysis-one-by-one = Uno per uno
analysis-by-parent = Per area
analysis-by-cluster = Per gruppo
analysis-by-level = Per livello di governo
analysis-order = Ordina per
analysis-sort-by = Ordina per {$column}
analysis-save = Salva
analysis-save-svg = Salva come SVG
analysis-save-png = Salva come PNG
analysis-save-csv = Salva la tabella come CSV
analysis-save-xlsx = Salva la tabella come XLSX
analysis-working = Aggiornamento…
analysis-stop = Interrompi
analysis-stopped = Interrotto
analysis-stopped-text = Il calcolo è stato fermato; non c'è nessun risultato a metà.
analysis-failed = Il calcolo non è riuscito
analysis-failed-text = È un errore del programma; il documento è intatto.
analysis-again = Calcola di nuovo
analysis-empty = Niente da mostrare
analysis-empty-text = Con queste scelte non c'è nessun risultato: cambia filtro, valutatore o matrice, oppure scrivi altri punteggi.
analysis-close-behind = Chiudi le celle
analysis-cells = { $n ->
    [0] Nessuna cella valutata
    [one] Una cella valutata
   *[other] {$n-text} celle valutate
}
analysis-cells-na = {$n-text} n.a.
analysis-cells-unknown = {$n-text} «non so»
analysis-cells-unscored = {$n-text} da valutare
analysis-more-cells = { $n ->
    [one] Mostra ancora una cella
   *[other] Mostra altre {$n-text} celle
}
analysis-open-cell = Apri nella Matrice: {$cell}
analysis-cell-to-agenda = Metti nell'ordine del giorno: {$cell}
analysis-cell-off-agenda = Togli dall'ordine del giorno: {$cell}
analysis-all-to-agenda = Tutte nell'ordine del giorno
analysis-no-reason = Senza motivazione
analysis-mitigation = Mitigazione: {$text}
analysis-confidence = confidenza {$n-text} su 5
analysis-no-source = senza fonte
analysis-sources = fonti: {$text}

# L'agenda di un laboratorio.
agenda-title = Ordine del giorno di un laboratorio
agenda-count = { $n ->
    [one] Un incrocio
   *[other] {$n-text} incroci
}
agenda-export = Esporta l'ordine del giorno
agenda-add-shown = { $n ->
    [one] Metti all'ordine del giorno un incrocio
   *[other] Metti all'ordine del giorno {$n-text} incroci
}
agenda-clear = Svuota
agenda-added = { $n ->
    [0] Già all'ordine del giorno: {$all-text} in tutto
    [one] Un incrocio in più all'ordine del giorno: {$all-text} in tutto
   *[other] {$n-text} incroci in più all'ordine del giorno: {$all-text} in tutto
}
agenda-taken = { $n ->
    [0] Nell'ordine del giorno non resta niente
    [one] Tolto: nell'ordine del giorno resta un incrocio
   *[other] Tolto: nell'ordine del giorno restano {$n-text} incroci
}
agenda-file = {$title} - ordine del giorno
agenda-agreed = Consenso
agenda-reason = Motivazione
agenda-mitigation = Mitigazione

# Conflitti.
chart-conflicts-title = Conflitti
chart-kind = Che cosa
chart-what = Dove
chart-intensity = Intensità
chart-nets = Valori
chart-reason = Motivazione
chart-mitigation = Mitigazione
chart-offices = Uffici coinvolti
conflict-tradeoff = Conflitto in una cella
conflict-two-sided = Cella a due lati
conflict-pair = Coppia in contrasto
conflict-only-tradeoffs = Obiettivo solo in conflitto
conflict-nobody = Obiettivo senza contributi
conflict-only-one = Obiettivo con un solo contributo
conflict-pair-title = {$a} e {$b} su {$column}
conflict-only-tradeoffs-title = { $n ->
    [one] {$column}: un conflitto e nessun co-beneficio
   *[other] {$column}: {$n-text} conflitti e nessun co-beneficio
}
conflict-nobody-title = {$column}: valutato, ma nessuno contribuisce
conflict-only-one-title = {$column}: contribuisce solo {$row}
conflict-open = senza mitigazione
conflict-softened = mitigato
conflict-only-open = Solo senza mitigazione
conflict-search = Cerca politica, obiettivo, ufficio
conflict-said-nets = , valori {$text}
conflict-said-intensity = , intensità {$text}
conflict-said-holds = , tenuta {$text}
conflict-said-reason = . Motivazione: {$text}
conflict-said-mitigation = . Mitigazione: {$text}
conflict-said-offices = . Uffici: {$text}
chart-conflicts-sentence = { $n ->
    [one] Un conflitto di {$all-text} nella matrice «{$matrix}» ({$assessor}), su {$scored-text} celle valutate di {$crossings-text} ({$missing-text} mancanti). Ordine per intensità: i punti del conflitto, o di una coppia il più piccolo dei due effetti opposti, per il peso; è un ordine in cui parlarne, non una misura.
   *[other] {$n-text} conflitti di {$all-text} nella matrice «{$matrix}» ({$assessor}), su {$scored-text} celle valutate di {$crossings-text} ({$missing-text} mancanti). Ordine per intensità: i punti del conflitto, o di una coppia il più piccolo dei due effetti opposti, per il peso; è un ordine in cui parlarne, non una misura.
}
chart-holds = Tenuta
chart-conflicts-hold = La tenuta dice quanto è probabile che il conflitto ci sia ancora, se ogni punteggio è incerto quanto dice la sua confidenza ({$unsaid-text} dove non c'è).
chart-conflicts-first = Disegnati i {$n-text} più forti; altri {$rest-text} sono nella tabella.
chart-conflicts-equal = { $n ->
    [one] Uno di questi è intenso quanto l'ultimo disegnato.
   *[other] {$n-text} di questi sono intensi quanto l'ultimo disegnato.
}
conflict-side-harms = chi va contro
conflict-side-helps = chi contribuisce
conflict-side-goal = su che cosa
conflict-side-same = la stessa politica
conflict-side-nobody = nessuno
conflict-uncovered-nobody = Valutati, ma nessuno contribuisce ({$n-text})
conflict-uncovered-only-one = Contribuisce uno solo ({$n-text})
conflict-not-drawn = Più {$n-text} conflitti meno intensi o a pari intensità, nella tabella
chart-conflicts-pairs = Delle coppie sono elencate le {$n-text} più intense.

# Gruppi e letture.
analysis-groups-policies = Politiche
analysis-groups-goals = Obiettivi
analysis-likeness = Somiglianza
analysis-pearson = Pearson
analysis-cosine = Coseno
analysis-groups-how = Divisi in
analysis-groups-best = Taglio migliore ({$n-text})
analysis-groups-cut = {$n-text} gruppi
analysis-groups-communities = Comunità
analysis-group-kept = Da salvare
analysis-group-keep = Salva nel Catalogo
analysis-cluster-name = { $n ->
    [one] Gruppo {$group-text}: {$first}
   *[other] Gruppo {$group-text}: {$first} e altre
}
analysis-reading-to = Leggi su
analysis-reading-goals = Obiettivi
analysis-reading-cells = Politiche × obiettivi
analysis-reading-none = Nessun raccordo da qui
analysis-reading-none-text = Per leggere questi punteggi su un altro quadro serve un raccordo fra i suoi obiettivi: aggiungilo nella stanza Quadri.
analysis-offer-crosswalk = Aggiungi il raccordo illustrativo
analysis-offer-crosswalk-text = Con il programma ne arriva uno fra le MAS della Strategia regionale e l'Agenda 2030: è nostro e illustrativo, nessuna fonte lo conferma, e si può correggere.
analysis-offer-goals = Aggiungi la matrice illustrativa degli obiettivi
analysis-offer-goals-text = Con il programma ne arriva una dell'Agenda 2030 su sé stessa: è nostra e illustrativa, nessuna fonte la conferma, e si può correggere.

# Coerenza fra politiche.
pairs-title = Coerenza fra {$rows}: {$what}
pairs-show = Numero nelle celle
pairs-index = Indice
pairs-conflicts = In conflitto
pairs-synergies = Sinergie
pairs-joint-harm = Danno comune
pairs-order-conflict = più conflitti prima
pairs-b = Con
pairs-kind = Tipo di coerenza
pairs-all-kinds = Ogni tipo di coerenza
pairs-all-levels = Ogni livello
pairs-all-territories = Ogni territorio
pairs-level = Livello di governo
pairs-territory = Territorio
pairs-external-vertical = esterna verticale
pairs-external-horizontal = esterna orizzontale
pairs-external-unknown = esterna, livello non detto
pairs-internal = interna orizzontale
pairs-common = Obiettivi comuni
pairs-conflict-intensity = Intensità conflitti
pairs-synergy-intensity = Intensità sinergie
pairs-harm-intensity = Intensità danno comune
pairs-said-holds = senza un obiettivo qualsiasi l'indice sta fra {$low} e {$high}
pairs-said-one-goal = l'indice si regge su un obiettivo solo
pairs-index-from = Indice da
pairs-index-to = Indice a
pairs-holds = «Indice da» e «a» dicono fra quali valori sta l'indice se si toglie un obiettivo qualsiasi: quanto regge.
pairs-said = {$a} × {$b}: indice {$index}; obiettivi in conflitto {$conflicts-text} (intensità {$conflict}), in sinergia {$synergies-text} ({$synergy}), con danno comune {$joint-text} ({$harm}), di {$common-text} valutati per entrambe
pairs-sentence = { $n ->
    [one] Una coppia di {$rows} di {$all-text} valutata sugli stessi obiettivi, nella matrice «{$matrix}» ({$assessor}), su {$scored-text} celle valutate di {$crossings-text} ({$missing-text} mancanti). L'indice va da −1 (solo conflitti o danni comuni) a +1 (solo sinergie); «·» dove le due non si incontrano mai. Un numero da solo non basta: ogni coppia apre gli obiettivi che le stanno dietro.
   *[other] {$n-text} coppie di {$rows} di {$all-text} valutate sugli stessi obiettivi, nella matrice «{$matrix}» ({$assessor}), su {$scored-text} celle valutate di {$crossings-text} ({$missing-text} mancanti). L'indice va da −1 (solo conflitti o danni comuni) a +1 (solo sinergie); «·» dove le due non si incontrano mai. Un numero da solo non basta: ogni coppia apre gli obiettivi che le stanno dietro.
}
pairs-only = Solo: {$what}.
pairs-table-first = La tabella ha le {$n-text} coppie con più conflitto.
pairs-page-first = Disegnate le prime {$n-text} righe.
pairs-goals = { $n ->
    [one] {$what}: un obiettivo
   *[other] {$what}: {$n-text} obiettivi
}
pairs-meeting-conflict = In conflitto
pairs-meeting-synergy = In sinergia
pairs-meeting-joint-harm = Danno comune
pairs-meeting-neutral = Senza effetto per una delle due
pairs-intensity = intensità {$text}

# Robustezza.
robust-tabs = Che cosa si guarda
robust-tab-ranks = Posizioni
robust-tab-intervals = Intervalli
robust-tab-weights = Pesi
robust-tab-stability = Stabilità dei pesi
robust-tab-gaps = Celle mancanti
robust-drawn = Si estraggono
robust-both = Pesi e punteggi
robust-only-weights = Solo pesi
robust-only-scores = Solo punteggi
robust-draws = Estrazioni
robust-n-draws = {$n-text} estrazioni
robust-seed = Seme
robust-seed-text = Lo stesso seme dà gli stessi numeri, su ogni computer
robust-weights = Pesi
robust-reset = Pesi della matrice
robust-weight-of = Peso di {$column}
robust-holds = l'ordine regge da {$low} a {$high}
robust-title-ranks = Robustezza: posizioni
robust-title-intervals = Robustezza: intervalli dell'indice
robust-title-weights = Robustezza: l'ordine con altri pesi
robust-title-stability = Robustezza: fra quali pesi l'ordine regge
robust-title-gaps = Robustezza: celle mancanti
robust-ranks-head = Quota di estrazioni in ogni posizione
robust-group = Gruppo
robust-group-said = { $n ->
    [one] Gruppo {$group-text}: una riga che si distingue dalle altre ({$rows})
   *[other] Gruppo {$group-text}: {$n-text} {$rows} che non si distinguono fra loro
}
robust-rank = Posizione
robust-rank-now = Posizione ora
robust-index-now = Indice ora
robust-moved = Spostata
robust-mean = Indice medio
robust-low = Da
robust-high = A
robust-mean-rank = Posizione media
robust-first = Prima
robust-top-three = Fra le prime tre
robust-factor = Fattore di confidenza
robust-possible = Possibili
robust-weight = Peso
robust-from = Da
robust-to = A
robust-first-from = Prima da
robust-first-to = Prima a
robust-below = Sotto
robust-above = Sopra
robust-best = Migliore
robust-worst = Peggiore
robust-places = Posti
robust-state = Stato
robust-no-change = nessun cambiamento
robust-change = al {$at} {$below} raggiunge {$above}
robust-said = {$name}: posizione {$rank-text}, indice {$index}, in nove estrazioni su dieci fra {$low} e {$high}; prima nel {$first} delle estrazioni, fra le prime tre nel {$three}, posizione media {$mean}; gruppo {$group-text}; {$scored-text} celle valutate di {$possible-text}
robust-live-said = {$name}: posizione {$rank-text} con questi pesi, indice {$index}; con quelli della matrice posizione {$before-text}; posizione media nelle estrazioni {$mean}, gruppo {$group-text}
robust-stability-said = {$name}: peso {$weight}; l'ordine resta com'è da {$low} a {$high} (sotto: {$below}; sopra: {$above}); la prima resta prima da {$first-low} a {$first-high}
robust-gap-said = {$cell}, {$state}: la posizione della riga, ora {$rank}, potrebbe andare da {$best-text} a {$worst-text}, l'indice da {$low} a {$high}
robust-drawn-both = pesi qualunque e punteggi secondo la confidenza
robust-drawn-weights = pesi qualunque
robust-drawn-scores = punteggi secondo la confidenza
robust-sentence-ranks = Quanto regge l'ordine per indice di {$n-text} {$rows} nella matrice «{$matrix}» ({$assessor}): {$draws} estrazioni di {$drawn}, seme {$seed}. Due righe si distinguono quando una sta sopra l'altra in almeno {$share} delle estrazioni; quelle dello stesso gruppo non vanno messe in fila. Nella barra la prima posizione è la più intensa.
robust-sentence-intervals = Indice di {$n-text} {$rows} nella matrice «{$matrix}» ({$assessor}): il tratto verticale è quello della matrice, la barra tiene nove estrazioni su dieci ({$draws}, seme {$seed}, {$drawn}). Due righe si distinguono quando una sta sopra l'altra in almeno {$share} delle estrazioni.
robust-sentence-weights = Ordine per indice di {$n-text} {$rows} nella matrice «{$matrix}» ({$assessor}) con i pesi scelti a sinistra, che non cambiano il documento. Accanto, quanto regge: posizione media e gruppo su {$draws} estrazioni, seme {$seed}; chi è nello stesso gruppo non si distingue.
robust-sentence-stability = Per ogni colonna della matrice «{$matrix}» ({$assessor}), il tratto verticale è il suo peso, la barra alta fra quali pesi l'ordine di {$n-text} {$rows} resta com'è, quella sottile fra quali resta la prima; gli altri pesi tengono le proporzioni.
robust-sentence-gaps = Le {$shown-text} celle mancanti di {$missing-text} che possono spostare di più una riga nella matrice «{$matrix}» ({$assessor}): ognuna provata da sola con il punteggio più basso e il più alto della scala; le righe senza punteggi vengono dopo. Dice dove conviene chiedere prima, non che cosa risponderebbero.
robust-rests = Si regge su {$scored-text} celle valutate di {$possible-text} possibili nelle righe che hanno punteggi; in tutta la matrice ne mancano {$missing-text}.
robust-unranked = { $n ->
    [one] Una riga senza punteggi è fuori dall'ordine.
   *[other] {$n-text} righe senza punteggi sono fuori dall'ordine.
}
robust-unsaid = { $n ->
    [one] Una cella senza confidenza conta come {$unsaid-text} su 5.
   *[other] {$n-text} celle senza confidenza contano come {$unsaid-text} su 5.
}
