# Le immagini: matrice e profilo, con il testo alternativo.
figure-below = Valutatore: {$assessor} · {$scale} · {$size}
figure-size = {$rows-text} × {$columns-text}
figure-illustrative = Punteggi illustrativi: non sono una valutazione ufficiale.
figure-unscored = da valutare
figure-not-applicable = non applicabile
figure-na = n.a.
figure-dont-know = non so
figure-two-sided = co-beneficio e conflitto insieme
figure-no-group = Senza gruppo
figure-matrix-title = Matrice «{$matrix}»
figure-matrix-text = Matrice «{$matrix}» ({$assessor}): {$rows-text} righe per {$columns-text} colonne. Celle valutate {$scored-text}, con co-benefici {$plus-text}, con conflitti {$minus-text}; non applicabili {$na-text}, «non so» {$unknown-text}, da valutare {$missing-text}.
figure-profile-title = Profilo di coerenza di {$name}
figure-profile-below = Valutatore: {$assessor} · {$matrix}
figure-profile-text = Profilo di {$name} nella matrice «{$matrix}» ({$assessor}): celle valutate {$scored-text} di {$n-text}; beneficio lordo {$benefit}, conflitto lordo {$tradeoff}, senza pesi.
figure-benefit = co-benefici
figure-tradeoff = conflitti

# Titoli delle figure: che cosa si trova.
finding-with = { $others ->
    [one] {$name} (a pari con un'altra voce)
   *[other] {$name} (a pari con altre {$others-text})
}
finding-nothing = Nessuna cella valutata
finding-profiles = In testa per {$by}: {$first}, {$high}; in coda: {$last}, {$low}
finding-profile-one = Per {$by} nessuna differenza: {$first}, {$high}
finding-conflicts = { $n ->
    [one] Il conflitto più forte, intensità {$value}: {$title}
   *[other] {$n-text} conflitti con l'intensità più alta, {$value}; il primo: {$title}
}
finding-conflicts-none = Nessun conflitto fra quelli scelti
finding-conflicts-uncovered = { $n ->
    [one] Nessun conflitto, ma un obiettivo scoperto
   *[other] Nessun conflitto, ma {$n-text} obiettivi scoperti
}
finding-ranks = In testa più spesso, nel {$share} delle prove: {$name}
finding-intervals = { $groups ->
    [one] Gli intervalli non separano nessuno: {$name}
   *[other] Gli intervalli separano {$groups-text} gruppi; nel primo: {$name}
}
finding-intervals-one = { $n ->
    [one] Una sola voce ha un intervallo
   *[other] Gli intervalli non separano nessuna delle {$n-text} voci
}
finding-weights = In testa con questi pesi: {$name}, {$value}
finding-stability = Il primo posto è più vicino a cambiare con il peso di {$name}: bastano {$points} punti percentuali
finding-stability-none = Nessun peso, da solo, cambia il primo posto
finding-gaps = { $places ->
    [one] La cella mancante che può spostare di più, di un posto: {$cell}
   *[other] La cella mancante che può spostare di più, di {$places-text} posti: {$cell}
}
finding-gaps-none = Nessuna cella mancante può spostare la graduatoria
finding-groups = { $n ->
    [one] Un gruppo solo, di {$most-text}: {$names}
   *[other] {$n-text} gruppi; il più numeroso, di {$most-text}: {$names}
}
finding-pairs-conflict = La coppia più in conflitto, intensità {$value}: {$pair}
finding-pairs-conflict-none = Nessuna coppia in conflitto
finding-pairs-synergy = La coppia con la sinergia più forte, intensità {$value}: {$pair}
finding-pairs-synergy-none = Nessuna coppia in sinergia
finding-pairs-joint-harm = La coppia con il danno comune più forte, intensità {$value}: {$pair}
finding-pairs-joint-harm-none = Nessuna coppia con un danno comune
finding-influence = Influenza totale più alta: {$first}, {$high}; più bassa: {$last}, {$low}
finding-path = { $n ->
    [one] Il percorso più forte ({$effect}): {$said}
   *[other] {$n-text} percorsi ugualmente forti; il primo ({$effect}): {$said}
}
finding-path-none = Nessun percorso di due passi
finding-plane = Più influenza: {$first}; più dipendenza: {$last}
finding-central = In testa per {$by}: {$name}, {$value}
finding-network = Con le frecce mostrate aiuta di più {$first} ({$helps-text}), danneggia di più {$last} ({$harms-text})
finding-network-helps = Con le frecce mostrate aiuta di più {$name} ({$n-text}); nessuna danneggia
finding-network-harms = Con le frecce mostrate danneggia di più {$name} ({$n-text}); nessuna aiuta
finding-network-none = Nessuna freccia fra quelle chieste
finding-through = L'effetto indiretto più forte, {$effect}: {$name}
finding-through-none = Nessun effetto indiretto

# Gruppi e letture.
chart-groups-title = Gruppi di {$of}
chart-groups-said = {$name}: gruppo {$group-text}, posto {$place-text}
chart-group-name = Gruppo {$group-text}
chart-group-said = { $n ->
    [one] Gruppo {$group-text}, uno solo: {$names}
   *[other] Gruppo {$group-text}, {$n-text}: {$names}
}
chart-groups-sentence = { $groups ->
    [one] {$n-text} profili in un gruppo solo ({$good}).
   *[other] {$n-text} profili in {$groups-text} gruppi ({$good}).
} Distanza {$likeness} sulle celle valutate in comune, legame medio, nell'ordine in cui i vicini si somigliano di più. Poggia su {$scored-text} celle valutate; ne mancano {$missing-text}.
chart-groups-silhouette = silhouette media {$value}
chart-groups-no-silhouette = troppo pochi per una silhouette
chart-groups-modularity = comunità su somiglianze con segno, modularità {$value}
chart-groups-pearson = 1 − Pearson
chart-groups-cosine = 1 − coseno
chart-groups-unrelated = { $n ->
    [one] Una coppia ha troppo poco in comune: è posta a distanza 1.
   *[other] {$n-text} coppie hanno troppo poco in comune: sono poste a distanza 1.
}
chart-groups-no-cells = La matrice è troppo grande per la figura: le celle stanno nella stanza Matrice.
chart-place = Posto
chart-group = Gruppo
chart-community = Comunità
chart-reading-title = {$from} letto su {$to}
chart-reading-from = Da {$list}
chart-reading-sources = Da (peso)
chart-reading-policy = Politica
chart-reading-goal = Obiettivo letto
chart-reading-sentence = Lettura, non punteggio: {$used-text} celle valutate su {$scored-text} passano dal raccordo {$route} a {$goals-text} obiettivi; ogni valore è la media pesata delle celle da cui viene, i due lati separati. Da valutare restano {$missing-text} celle.
chart-reading-unlinked = { $n ->
    [one] Senza collegamento {$list}: {$cells-text} celle restano fuori.
   *[other] Senza collegamento {$n-text} obiettivi ({$list}): {$cells-text} celle restano fuori.
}
chart-reading-unreached = { $n ->
    [one] Nulla porta a {$list}.
   *[other] Nulla porta a {$n-text} obiettivi ({$list}).
}
chart-reading-inherited = Un obiettivo senza collegamenti propri usa quelli dell'obiettivo a cui appartiene.
chart-reading-too-many = La matrice è troppo grande per la figura: si vedono gli obiettivi.
