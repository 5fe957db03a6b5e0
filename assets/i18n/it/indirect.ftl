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
indirect-minus-minus = Meno per meno dà più: chi danneggia chi fa danno, aiuta.
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
indirect-influence-said = {$name}: influenza diretta {$direct}, secondo passo {$second}, totale {$total} con peso {$weight}, {$one} con peso 1
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
