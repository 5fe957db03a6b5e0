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

# Groups and readings.
chart-groups-title = Groups of {$of}
chart-groups-said = {$name}: group {$group-text}, place {$place-text}
chart-group-name = Group {$group-text}
chart-group-said = { $n ->
    [one] Group {$group-text}, one only: {$names}
   *[other] Group {$group-text}, {$n-text}: {$names}
}
chart-groups-sentence = { $groups ->
    [one] {$n-text} profiles in one group ({$good}).
   *[other] {$n-text} profiles in {$groups-text} groups ({$good}).
} Distance {$likeness} over the cells scored for both, average linkage, in the order in which neighbours are most alike. Rests on {$scored-text} scored cells; {$missing-text} are missing.
chart-groups-silhouette = mean silhouette {$value}
chart-groups-no-silhouette = too few for a silhouette
chart-groups-modularity = communities on signed likeness, modularity {$value}
chart-groups-pearson = 1 − Pearson
chart-groups-cosine = 1 − cosine
chart-groups-unrelated = { $n ->
    [one] One pair has too little in common: it is put at distance 1.
   *[other] {$n-text} pairs have too little in common: they are put at distance 1.
}
chart-groups-no-cells = The matrix is too large for the picture: its cells are in the room Matrix.
chart-place = Place
chart-group = Group
chart-community = Community
chart-reading-title = {$from} read on {$to}
chart-reading-from = From {$list}
chart-reading-sources = From (weight)
chart-reading-policy = Policy
chart-reading-goal = Goal read
chart-reading-sentence = A reading, not a score: {$used-text} scored cells of {$scored-text} pass through the crosswalk {$route} to {$goals-text} goals; each value is the weighted mean of the cells it comes from, both sides apart. {$missing-text} cells are still missing.
chart-reading-unlinked = { $n ->
    [one] Without a link {$list}: {$cells-text} cells stay out.
   *[other] Without a link {$n-text} goals ({$list}): {$cells-text} cells stay out.
}
chart-reading-unreached = { $n ->
    [one] Nothing leads to {$list}.
   *[other] Nothing leads to {$n-text} goals ({$list}).
}
chart-reading-inherited = A goal without links of its own uses those of the goal it belongs under.
chart-reading-too-many = The matrix is too large for the picture: the goals are shown.
