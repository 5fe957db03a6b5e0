# Analisi, Effetti indiretti.
indirect-tabs = Che cosa si guarda
indirect-tab-influence = Influenza
indirect-tab-paths = Percorsi
indirect-weight = Peso del secondo passo
indirect-weight-text = Quanto conta ciò che passa attraverso un altro: 0 solo effetti diretti, 0,5 la metà, 1 quanto i diretti
indirect-drop-returns = Senza percorsi di ritorno
indirect-drop-returns-text = Un effetto che torna a chi lo ha mosso non conta
indirect-order-total = totale

# Frasi comuni.
indirect-rests = { $scored ->
    [one] Si regge su una cella valutata di {$crossings-text}; {$na-text} non applicabili, {$unknown-text} «non so», {$missing-text} da valutare. Dove non c'è punteggio non passa nessun effetto.
   *[other] Si regge su {$scored-text} celle valutate di {$crossings-text}; {$na-text} non applicabili, {$unknown-text} «non so», {$missing-text} da valutare. Dove non c'è punteggio non passa nessun effetto.
}
indirect-minus-minus = Meno per meno dà più: chi danneggia chi danneggia, aiuta.
indirect-returns-kept = Contano anche i percorsi che tornano a chi li ha mossi.
indirect-returns-dropped = I percorsi che tornano a chi li ha mossi non contano.

# Influenza.
indirect-influence-title = Influenza diretta e al secondo passo
indirect-direct = Diretta (R)
indirect-second-step = Secondo passo
indirect-total = Totale (T)
indirect-total-0 = T con w = 0
indirect-total-1 = T con w = 1
indirect-at = w = {$weight}
indirect-harms = ◀ danneggia
indirect-helps = aiuta ▶
indirect-influence-said = {$name}: influenza diretta {$direct}, secondo passo {$second}, totale {$total} con peso {$weight}, {$one} con peso 1; {$place}
indirect-influence-sentence = { $n ->
    [one] Influenza di una riga della matrice «{$matrix}» ({$assessor}): il contorno è quella diretta, la barra piena il totale T = R + w × secondo passo, con w = {$weight}; accanto, T con w = 0 e w = 1.
   *[other] Influenza di {$n-text} righe della matrice «{$matrix}» ({$assessor}): il contorno è quella diretta, la barra piena il totale T = R + w × secondo passo, con w = {$weight}; accanto, T con w = 0 e w = 1.
}
indirect-strongest-paths = Percorsi più forti

# Percorsi.
indirect-paths-title = Percorsi più forti di due passi
indirect-path-from = Da
indirect-path-through = Attraverso
indirect-path-to = A
indirect-path-first = Primo passo
indirect-path-second = Secondo passo
indirect-path-product = Effetto
indirect-path-help-help = {$a} aiuta {$b}, che aiuta {$c}
indirect-path-help-harm = {$a} aiuta {$b}, che danneggia {$c}
indirect-path-harm-help = {$a} danneggia {$b}, che così aiuta meno {$c}
indirect-path-harm-harm = {$a} danneggia {$b}, che danneggia {$c}: meno per meno, {$c} ne è risparmiato
indirect-path-back-help-help = {$a} aiuta {$b}, che a sua volta aiuta {$c}
indirect-path-back-help-harm = {$a} aiuta {$b}, che però danneggia {$c}
indirect-path-back-harm-help = {$a} danneggia {$b}, che così aiuta meno {$c} stesso
indirect-path-back-harm-harm = {$a} danneggia {$b}, che danneggia {$c}: meno per meno, {$c} ne è risparmiato
indirect-path-effect = effetto {$effect} ({$first} × {$second})
indirect-paths-returns-kept = Ci sono anche i percorsi che tornano a chi li ha mossi.
indirect-paths-sentence = { $n ->
    [0] Nessun percorso di due passi nella matrice «{$matrix}» ({$assessor}).
    [one] L'unico percorso di due passi nella matrice «{$matrix}» ({$assessor}); l'effetto è il prodotto dei due passi.
   *[other] I {$n-text} percorsi di due passi più forti nella matrice «{$matrix}» ({$assessor}); l'effetto è il prodotto dei due passi.
}

# Senza matrici quadrate.
indirect-none = Nessuna matrice da cui passare
indirect-none-text = Un effetto indiretto passa da un obiettivo all'altro: serve una matrice che dica che cosa gli obiettivi si fanno fra loro. Creane una «Obiettivi × obiettivi» con la procedura guidata, scrivi i punteggi, e questa vista mostrerà gli effetti accanto a quelli diretti.

# Piano di influenza e dipendenza (MICMAC).
indirect-tab-plane = Piano MICMAC
indirect-tab-central = Centralità
indirect-tab-indirect = Indiretta
indirect-tab-direct = Diretta
indirect-which = Influenza e dipendenza
indirect-which-indirect = indirette
indirect-which-direct = dirette
indirect-part = Effetti
indirect-part-magnitude = tutti, senza segno
indirect-part-positive = solo gli aiuti
indirect-part-negative = solo i conflitti
indirect-part-magnitude-said = tutti gli effetti, senza segno
indirect-part-positive-said = i soli effetti di aiuto
indirect-part-negative-said = i soli effetti di conflitto
indirect-plane-title = Piano di influenza e dipendenza
indirect-plane-nothing = Nessuna voce agisce su un'altra: il piano è vuoto.
indirect-quadrant = Campo (indiretto)
indirect-quadrant-direct = Campo (diretto)
indirect-quadrant-influential = Influenti
indirect-quadrant-relay = Di collegamento
indirect-quadrant-dependent = Dipendenti
indirect-quadrant-autonomous = Autonome
indirect-axis-dependence = dipendenza ▶
indirect-axis-influence = influenza ▶
indirect-influence-direct = Influenza diretta
indirect-influence-indirect = Influenza indiretta
indirect-influence-rank-direct = Posto per influenza diretta
indirect-influence-rank-indirect = Posto per influenza indiretta
indirect-dependence-direct = Dipendenza diretta
indirect-dependence-indirect = Dipendenza indiretta
indirect-dependence-rank-direct = Posto per dipendenza diretta
indirect-dependence-rank-indirect = Posto per dipendenza indiretta
indirect-influence-rank-direct-short = influenza diretta
indirect-influence-rank-indirect-short = influenza indiretta
indirect-dependence-rank-direct-short = dipend. diretta
indirect-dependence-rank-indirect-short = dipend. indiretta
indirect-ranks = Posti in graduatoria
indirect-ranks-said = {$name}: per influenza posto {$influence-direct} diretto e {$influence-indirect} indiretto, per dipendenza posto {$dependence-direct} diretto e {$dependence-indirect} indiretto
indirect-plane-said = {$name} – {$quadrant}: influenza {$influence} e dipendenza {$dependence} su 10.000; per influenza posto {$influence-direct} diretto e {$influence-indirect} indiretto, per dipendenza posto {$dependence-direct} diretto e {$dependence-indirect} indiretto
indirect-plane-sentence = { $n ->
    [one] Influenza e dipendenza {$which} di una voce della matrice «{$matrix}» ({$assessor}), contando {$part}, in quote su 10.000; i campi sono divisi alla media, {$mean}. Influenti: agiscono molto e subiscono poco; di collegamento: molto l'uno e l'altro; dipendenti: subiscono molto; autonome: poco l'uno e l'altro.
   *[other] Influenza e dipendenza {$which} di {$n-text} voci della matrice «{$matrix}» ({$assessor}), contando {$part}, in quote su 10.000; i campi sono divisi alla media, {$mean}. Influenti: agiscono molto e subiscono poco; di collegamento: molto l'uno e l'altro; dipendenti: subiscono molto; autonome: poco l'uno e l'altro.
}
indirect-settled = La graduatoria indiretta si ripete dalla potenza {$power-text} della matrice.
indirect-no-circles = Nessun effetto torna su sé stesso: l'influenza indiretta somma tutti i percorsi.
indirect-not-settled = La graduatoria indiretta cambia ancora alla potenza {$power-text}: va letta con cautela.
indirect-plane-bare = { $n ->
    [one] Un punto è senza sigla, per non coprirne altri: la si legge indicandolo o nella tabella.
   *[other] {$n-text} punti sono senza sigla, per non coprirne altri: la si legge indicandoli o nella tabella.
}

# Centralità.
indirect-central-title = Centralità nella rete degli effetti
indirect-central-by = Ordina per
indirect-betweenness = Intermediazione (%)
indirect-betweenness-paths = Percorsi brevi che vi passano
indirect-betweenness-text = Intermediazione: quanta parte dei percorsi più brevi fra le altre voci passa di qui. Dove è alta, un ritardo qui si sente altrove. Un effetto forte è una strada breve.
indirect-closeness-out = Vicinanza in uscita
indirect-closeness-out-text = Vicinanza in uscita: quanto presto e a quante voci arrivano gli effetti di questa. Dove è alta, agire qui muove presto molto altro.
indirect-closeness-in = Vicinanza in entrata
indirect-closeness-in-text = Vicinanza in entrata: quanto presto e da quante voci arrivano qui gli effetti. Dove è alta, questa voce risente presto di ciò che accade altrove.
indirect-entropy = Entropia (bit)
indirect-entropy-text = Entropia: quanto sono sparsi gli effetti della riga. Zero: tutto su una voce sola; più è alta, più gli effetti sono divisi in parti uguali fra molte.
indirect-central-said = {$name}, {$place}: intermediazione {$betweenness} %, vicinanza in uscita {$out}, in entrata {$in}, entropia {$entropy} bit
indirect-central-sentence = { $n ->
    [one] Centralità di una voce della matrice «{$matrix}» ({$assessor}), in ordine di {$by}; la strada fra due voci è tanto più breve quanto più forte è l'effetto, di aiuto o di conflitto.
   *[other] Centralità di {$n-text} voci della matrice «{$matrix}» ({$assessor}), in ordine di {$by}; la strada fra due voci è tanto più breve quanto più forte è l'effetto, di aiuto o di conflitto.
}

# Rete.
indirect-tab-network = Rete
indirect-network-title = Rete degli effetti
indirect-network-effect = Effetto
indirect-network-sign = Segno
indirect-network-cells = Celle
indirect-network-helps = aiuta
indirect-network-harms = danneggia
indirect-network-legend-helps = aiuta (linea continua, punta)
indirect-network-legend-harms = danneggia (linea tratteggiata, barra)
indirect-network-legend-width = linea più spessa, effetto più forte; sopra, l'effetto
indirect-network-node = {$name}: con le frecce mostrate aiuta {$helps-text} e danneggia {$harms-text}; è aiutato da {$helped-text} e danneggiato da {$harmed-text}
indirect-network-holds = { $n ->
    [one] Riunisce una voce: {$list}
   *[other] Riunisce {$n-text} voci: {$list}
}
indirect-network-arrow-helps = {$from} aiuta {$to}: {$effect}
indirect-network-arrow-harms = {$from} danneggia {$to}: {$effect}
indirect-network-group-helps = { $n ->
    [one] {$from} in media aiuta {$to}: {$effect} su una cella valutata
   *[other] {$from} in media aiuta {$to}: {$effect} su {$n-text} celle valutate
}
indirect-network-group-harms = { $n ->
    [one] {$from} in media danneggia {$to}: {$effect} su una cella valutata
   *[other] {$from} in media danneggia {$to}: {$effect} su {$n-text} celle valutate
}
indirect-network-all = Rete di {$nodes-text} riquadri della matrice «{$matrix}» ({$assessor}) con tutte le {$n-text} frecce.
indirect-network-sentence = Rete di {$nodes-text} riquadri della matrice «{$matrix}» ({$assessor}): {$n-text} frecce di {$all-text}, quelle con effetto di almeno {$least}.
indirect-network-cut = Rete di {$nodes-text} riquadri della matrice «{$matrix}» ({$assessor}): {$n-text} frecce di {$all-text}, le più forti, fino a un effetto di {$weakest}. Non ci stanno tutte quelle di almeno {$least}: altre di {$weakest} o meno non sono disegnate. Chiedi un effetto più forte o raggruppa.
indirect-network-means = Fra due gruppi l'effetto è la media delle celle valutate; gli effetti dentro un gruppo non si vedono.
indirect-network-bare = { $n ->
    [one] Una freccia è senza numero, per non coprirne altri: lo si legge indicandola o nella tabella.
   *[other] {$n-text} frecce sono senza numero, per non coprirne altri: lo si legge indicandole o nella tabella.
}
indirect-network-unnamed = { $n ->
    [one] Un nome non trova posto: lo si legge indicando il riquadro.
   *[other] {$n-text} nomi non trovano posto: si leggono indicando i riquadri.
}
indirect-network-near = Sta vicino ciò che ha effetti forti l'uno sull'altro; la stessa matrice dà sempre lo stesso disegno.
indirect-least = Frecce
indirect-least-auto = le più forti
indirect-least-all = tutte
indirect-least-some = da almeno {$least}
indirect-fold = Raggruppa
indirect-fold-none = niente
indirect-fold-parent = per voce superiore
indirect-fold-cluster = per cluster
indirect-fold-level = per livello di governo
indirect-zoom-in = Ingrandisci la rete
indirect-zoom-out = Rimpicciolisci la rete
indirect-as-laid-out = Rimetti a posto

# Attraverso gli obiettivi.
indirect-through-title = Effetti attraverso gli obiettivi
indirect-through-matrix = Attraverso
indirect-through-policy = Politica
indirect-through-goal = Obiettivo
indirect-through-direct = Diretto
indirect-through-effect = Attraverso gli obiettivi
indirect-through-goals = Passa da
indirect-through-said = {$policy} su {$goal}: {$effect} attraverso gli altri obiettivi, punteggio diretto {$direct}
indirect-through-way = attraverso {$goal}: {$score} × {$link} / {$scale} = {$effect}
indirect-through-more = { $n ->
    [one] e un altro obiettivo
   *[other] e altri {$n-text} obiettivi
}
indirect-through-sentence = { $n ->
    [0] Nessun effetto delle politiche di «{$matrix}» ({$assessor}) passa attraverso la matrice «{$through}».
    [one] Un effetto delle politiche di «{$matrix}» ({$assessor}) che passa attraverso la matrice «{$through}»: punteggio della politica sull'obiettivo di passaggio × effetto di questo sull'altro / {$scale}, sommati. Si regge su {$used-text} punteggi delle politiche e {$links-text} effetti fra obiettivi.
   *[other] {$n-text} effetti delle politiche di «{$matrix}» ({$assessor}) che passano attraverso la matrice «{$through}»: punteggio della politica sull'obiettivo di passaggio × effetto di questo sull'altro / {$scale}, sommati. Si reggono su {$used-text} punteggi delle politiche e {$links-text} effetti fra obiettivi.
}
indirect-through-outside = { $n ->
    [one] Una colonna non è fra gli obiettivi di quella matrice: {$list}.
   *[other] {$n-text} colonne non sono fra gli obiettivi di quella matrice: {$list}.
}
indirect-through-first = La tabella sullo schermo elenca i {$n-text} effetti più forti di {$all-text}; salvata come CSV o XLSX li elenca tutti.
indirect-through-fallback = {$assessor} non ha valutato gli effetti fra obiettivi: sono quelli di «{$by}».
indirect-through-page = Nella figura le prime {$rows-text} righe e {$columns-text} colonne; gli altri effetti sono nella tabella.
indirect-open = Gruppi aperti
indirect-open-some = { $n ->
    [0] Gruppi aperti: nessuno
    [one] Gruppi aperti: uno
   *[other] Gruppi aperti: {$n-text}
}
