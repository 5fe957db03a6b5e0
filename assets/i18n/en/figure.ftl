# Pictures: matrix and profile, with the alternative text.
figure-below = Assessor: {$assessor} · {$scale} · {$size}
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
figure-profile-text = Profile of {$name} in the matrix “{$matrix}” ({$assessor}): {$scored-text} of {$n-text} cells scored; gross benefit {$benefit}, gross trade-off {$tradeoff}, without weights.
figure-benefit = co-benefits
figure-tradeoff = trade-offs

# Titles of pictures: what is found.
finding-with = { $others ->
    [one] {$name} (tied with one other)
   *[other] {$name} (tied with {$others-text} others)
}
finding-nothing = No scored cell
finding-profiles = First by {$by}: {$first}, {$high}; last: {$last}, {$low}
finding-profile-one = No difference by {$by}: {$first}, {$high}
finding-conflicts = { $n ->
    [one] The strongest conflict, intensity {$value}: {$title}
   *[other] {$n-text} conflicts of the highest intensity, {$value}; the first: {$title}
}
finding-conflicts-none = No conflict among those chosen
finding-conflicts-uncovered = { $n ->
    [one] No conflict, but one goal left alone
   *[other] No conflict, but {$n-text} goals left alone
}
finding-ranks = First most often, in {$share} of the draws: {$name}
finding-intervals = { $groups ->
    [one] The intervals tell nobody apart: {$name}
   *[other] The intervals tell {$groups-text} groups apart; in the first: {$name}
}
finding-intervals-one = { $n ->
    [one] One item alone has an interval
   *[other] The intervals tell none of {$n-text} items apart
}
finding-weights = First with these weights: {$name}, {$value}
finding-stability = The first place changes soonest with the weight of {$name}: {$points} percentage points are enough
finding-stability-none = No weight alone changes the first place
finding-gaps = { $places ->
    [one] The missing cell that can move most, by one place: {$cell}
   *[other] The missing cell that can move most, by {$places-text} places: {$cell}
}
finding-gaps-none = No missing cell can move the ranking
finding-groups = { $n ->
    [one] One group only, of {$most-text}: {$names}
   *[other] {$n-text} groups; the largest, of {$most-text}: {$names}
}
finding-pairs-conflict = The pair most in conflict, intensity {$value}: {$pair}
finding-pairs-conflict-none = No pair in conflict
finding-pairs-synergy = The pair with the strongest synergy, intensity {$value}: {$pair}
finding-pairs-synergy-none = No pair in synergy
finding-pairs-joint-harm = The pair with the strongest joint harm, intensity {$value}: {$pair}
finding-pairs-joint-harm-none = No pair with joint harm
finding-influence = Highest total influence: {$first}, {$high}; lowest: {$last}, {$low}
finding-path = { $n ->
    [one] The strongest path ({$effect}): {$said}
   *[other] {$n-text} paths are equally strong; the first ({$effect}): {$said}
}
finding-path-none = No path of two steps
finding-plane = Most influence: {$first}; most dependence: {$last}
finding-central = First by {$by}: {$name}, {$value}
finding-network = Of the arrows shown most helps come from {$first} ({$helps-text}), most harms from {$last} ({$harms-text})
finding-network-helps = Of the arrows shown most helps come from {$name} ({$n-text}); none harms
finding-network-harms = Of the arrows shown most harms come from {$name} ({$n-text}); none helps
finding-network-none = No arrow among those asked for
finding-through = The strongest indirect effect, {$effect}: {$name}
finding-through-none = No indirect effect

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
