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
