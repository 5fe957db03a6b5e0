# Pictures: matrix and profile, with the alternative text.
figure-below = Assessor: {$assessor} · Scale: {$scale} · {$size}
figure-size = {$rows-text} × {$columns-text}
figure-illustrative = Illustrative scores: they are no official assessment.
figure-unscored = not scored
figure-not-applicable = not applicable
figure-na = n.a.
figure-dont-know = don't know
figure-two-sided = co-benefit and trade-off together
figure-no-group = Without a group
figure-matrix-title = Matrix “{$matrix}”
figure-matrix-text = Matrix “{$matrix}” ({$assessor}): {$rows-text} rows by {$columns-text} columns. Scored cells {$scored-text}, with co-benefits {$plus-text}, with trade-offs {$minus-text}; not applicable {$na-text}, “don't know” {$unknown-text}, not scored {$missing-text}.
figure-profile-title = Coherence profile of {$name}
figure-profile-below = Assessor: {$assessor} · {$matrix}
figure-profile-text = Profile of {$name} in the matrix “{$matrix}” ({$assessor}): {$scored-text} of {$n-text} cells scored; gross benefit {$benefit}, gross harm {$tradeoff}, without weights.
figure-benefit = co-benefits
figure-tradeoff = trade-offs
