# Le immagini: matrice e profilo, con il testo alternativo.
figure-below = Valutatore: {$assessor} · Scala: {$scale} · {$size}
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
figure-profile-text = Profilo di {$name} nella matrice «{$matrix}» ({$assessor}): celle valutate {$scored-text} di {$n-text}; beneficio lordo {$benefit}, danno lordo {$tradeoff}, senza pesi.
figure-benefit = co-benefici
figure-tradeoff = conflitti

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
