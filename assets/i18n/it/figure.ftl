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
