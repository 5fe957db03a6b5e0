# Analysis: what is found in a matrix.
finding-by = {$what} ({$who})
finding-matrix-unscored = No score: {$rows-text} rows × {$columns-text} columns are all to be scored
finding-nothing-scored = {$item}: no score
finding-nothing-scored-answers = { $n ->
    [one] {$item}: no score, only one “n.a.” or “don't know”
   *[other] {$item}: no score, only {$n-text} “n.a.” or “don't know”
}
finding-only-tradeoffs = {$item}: only trade-offs, with {$items}
finding-opposite-signs = {$one} → {$other} {$there}, but {$other} → {$one} {$back}
finding-older-than-policy = { $n ->
    [one] {$item}: one cell scored before the policy last changed ({$date}): {$items}
   *[other] {$item}: {$n-text} cells scored before the policy last changed ({$date}): {$items}
}
finding-drift-above = { $n ->
    [one] {$who}: score {$shift} higher than the others', on one cell
   *[other] {$who}: scores higher than the others', by {$shift} on average over {$n-text} cells
}
finding-drift-below = { $n ->
    [one] {$who}: score {$shift} lower than the others', on one cell
   *[other] {$who}: scores lower than the others', by {$shift} on average over {$n-text} cells
}
finding-no-reason = { $n ->
    [one] {$item}: one score of {$scored-text} without a reason: {$items}
   *[other] {$item}: {$n-text} scores of {$scored-text} without a reason: {$items}
}
finding-no-source = { $n ->
    [one] {$item}: one score of {$scored-text} without a source: {$items}
   *[other] {$item}: {$n-text} scores of {$scored-text} without a source: {$items}
}
finding-items-more = { $n ->
    [one] {$items} and one other
   *[other] {$items} and {$n-text} others
}

# Charts: titles, columns, sentences.
chart-left = trade-offs
chart-right = co-benefits
chart-name = Name
chart-benefit = Gross benefit
chart-harm = Gross trade-off
chart-net = Net
chart-index = Index
chart-conflict = Internal conflict
chart-coverage = Coverage
chart-scored = Scored
chart-na = n.a.
chart-unknown = Don't know
chart-missing = To score
chart-cost = Cost
chart-cost-policies = Policies with a cost
chart-no-cluster = In no cluster
chart-no-level = No level of government
chart-nothing-scored = no score
chart-of-policies = of policies
chart-of-goals = of goals
chart-of-policies-given = of policies, effects given
chart-of-policies-taken = of policies, effects taken
chart-of-goals-given = of goals, effects given
chart-of-goals-taken = of goals, effects taken
chart-profiles-title = Profiles {$of}{$by}
chart-profiles-each = {""}
chart-profiles-by-parent = {" "}by area
chart-profiles-by-cluster = {" "}by cluster
chart-profiles-by-level = {" "}by level of government
chart-profiles-sentence = { $n ->
    [one] One profile in the matrix “{$matrix}” ({$assessor}): trade-offs to the left, co-benefits to the right, the upright stroke is the net. It rests on {$scored-text} scored cells of {$crossings-text}; {$na-text} not applicable, {$unknown-text} “don't know”, {$missing-text} to score.
   *[other] {$n-text} profiles in the matrix “{$matrix}” ({$assessor}): trade-offs to the left, co-benefits to the right, the upright stroke is the net. They rest on {$scored-text} scored cells of {$crossings-text}; {$na-text} not applicable, {$unknown-text} “don't know”, {$missing-text} to score.
}
chart-weighted = Sums count the weights of rows and columns.
chart-parent-direct = Each line counts what stands directly below it: a line above another one does not include it.
chart-cluster-overlap = A policy in several clusters counts in each.
chart-cost-own = Costs are those written in the catalogue; of a set, their sum.
chart-cost-shared = Cost of a goal: each policy divides its own among the goals it has a co-benefit on, in proportion to the co-benefits; no euro is counted twice.
chart-cost-unknown = Policies without a cost in the catalogue are missing.
chart-cost-nested = { $n ->
    [one] One policy with a cost lies within another that has its own: if the second includes the first, it is counted twice.
   *[other] {$n-text} policies with a cost lie within others that have theirs: if the second includes the first, it is counted twice.
}
chart-profile-said = {$name}: gross benefit {$benefit}, gross trade-off {$harm}, net {$net}, index {$index}, coverage {$coverage} ({$scored-text} of {$possible-text}), internal conflict {$conflict}
chart-profile-said-nothing = {$name}: no score on {$possible-text} crossings
chart-profile-cost = , cost {$cost}
chart-order-holds = How far the order holds when scores and weights are not sure is said by Robustness.
chart-ranked-by = In order of: {$by}.

# Ranks, never without how far they hold.
rank-short = {$rank-text} ({$low-text}–{$high-text})
rank-range = {$low-text}–{$high-text}
rank-said = rank {$rank-text}, between {$low-text} and {$high-text} in nine draws of ten
rank-none = without a rank
rank-from = Rank from
rank-to = Rank to
rank-top-three = Among the first three
rank-sentence = Beside each rank those between which it stays in nine draws of ten: {$n-text} draws, each without one scored cell in {$one-in-text}, drawn by chance (seed {$seed}).
chart-order-matrix = as in the matrix
chart-order-index = index
chart-order-net = net
chart-order-benefit = gross benefit
chart-order-harm = gross trade-off
chart-order-conflict = internal conflict
chart-order-coverage = coverage
chart-order-cost = cost

# The room Analysis.
analysis-no-matrix = Here matrices are read
analysis-no-matrix-text = Profiles, conflicts and coherence come from the scores of a matrix: make one and write the first of them.
analysis-views = Views
analysis-profiles = Profiles
analysis-profiles-text = Gross benefits and trade-offs, net, coverage, index and internal conflict, with costs beside them
analysis-conflicts = Conflicts
analysis-conflicts-text = Where a policy hinders a goal, where two pull against each other, which goals are left alone
analysis-coherence = Coherence of policies
analysis-coherence-text = Every pair of policies, with the goals behind every number
analysis-robustness = Robustness
analysis-robustness-text = How well a ranking holds when weights and scores change
analysis-indirect = Indirect effects
analysis-indirect-text = What happens at the second step, and who is at the centre of the network
analysis-groups = Groups
analysis-groups-text = Policies and goals that are alike
analysis-readings = Readings through frameworks
analysis-readings-text = The same scores read on another framework, through a crosswalk
analysis-shown-as = Show as
analysis-as-figure = Figure
analysis-as-table = Table
analysis-of = Of what
analysis-given = Effects given
analysis-taken = Effects taken
analysis-by = Brought together
analysis-one-by-one = One by one
analysis-by-parent = By area
analysis-by-cluster = By cluster
analysis-by-level = By level of government
analysis-order = Order by
analysis-sort-by = Sort by {$column}
analysis-save = Save
analysis-save-svg = Save as SVG
analysis-save-png = Save as PNG
analysis-save-csv = Save the table as CSV
analysis-save-xlsx = Save the table as XLSX
analysis-working = Updating…
analysis-stop = Stop
analysis-stopped = Stopped
analysis-stopped-text = The calculation was stopped; there is no half result.
analysis-failed = The calculation failed
analysis-failed-text = It is a mistake of the program; the document is intact.
analysis-again = Calculate again
analysis-empty = Nothing to show
analysis-empty-text = With these choices there is no result: change filter, assessor or matrix, or write more scores.
analysis-close-behind = Close the cells
analysis-cells = { $n ->
    [0] No scored cell
    [one] One scored cell
   *[other] {$n-text} scored cells
}
analysis-cells-na = {$n-text} n.a.
analysis-cells-unknown = {$n-text} “don't know”
analysis-cells-unscored = {$n-text} to score
analysis-more-cells = { $n ->
    [one] Show one more cell
   *[other] Show {$n-text} more cells
}
analysis-open-cell = Open in the matrix: {$cell}
analysis-cell-to-agenda = Put on the laboratory's agenda: {$cell}
analysis-cell-off-agenda = Take off the agenda: {$cell}
analysis-all-to-agenda = All on the laboratory's agenda
analysis-no-reason = No reason
analysis-mitigation = Mitigation: {$text}
analysis-confidence = confidence {$n-text} of 5
analysis-no-source = no source
analysis-sources = sources: {$text}

# The agenda of a laboratory.
agenda-title = Laboratory's agenda
agenda-count = { $n ->
    [one] One crossing
   *[other] {$n-text} crossings
}
agenda-export = Export agenda
agenda-add-shown = { $n ->
    [one] Put one crossing on the agenda
   *[other] Put {$n-text} crossings on the agenda
}
agenda-clear = Empty
agenda-added = { $n ->
    [0] On the agenda already: {$all-text} in all
    [one] One more crossing on the laboratory's agenda: {$all-text} in all
   *[other] {$n-text} more crossings on the laboratory's agenda: {$all-text} in all
}
agenda-taken = { $n ->
    [0] Nothing is left on the agenda
    [one] Taken off: a crossing is left on the agenda
   *[other] Taken off: {$n-text} crossings are left on the agenda
}
agenda-file = {$title} - agenda
agenda-agreed = Agreed
agenda-reason = Reason
agenda-mitigation = Mitigation

# Conflicts.
chart-conflicts-title = Conflicts
chart-kind = What
chart-what = Where
chart-intensity = Intensity
chart-nets = Values
chart-reason = Reason
chart-mitigation = Mitigation
chart-offices = Offices concerned
conflict-tradeoff = Trade-off in a cell
conflict-two-sided = Two-sided cell
conflict-pair = Pair at odds
conflict-only-tradeoffs = Goal with trade-offs only
conflict-nobody = Goal nobody contributes to
conflict-only-one = Goal with one contribution
conflict-pair-title = {$a} and {$b} on {$column}
conflict-only-tradeoffs-title = { $n ->
    [one] {$column}: one trade-off and no co-benefit
   *[other] {$column}: {$n-text} trade-offs and no co-benefit
}
conflict-nobody-title = {$column}: scored, but nobody contributes
conflict-only-one-title = {$column}: only {$row} contributes
conflict-open = not mitigated
conflict-softened = mitigated
conflict-only-open = Only those not mitigated
conflict-search = Search policy, goal, office
conflict-said-nets = , values {$text}
conflict-said-intensity = , intensity {$text}
conflict-said-holds = , holds {$text}
conflict-said-reason = . Reason: {$text}
conflict-said-mitigation = . Mitigation: {$text}
conflict-said-offices = . Offices: {$text}
chart-conflicts-sentence = { $n ->
    [one] One conflict of {$all-text} in the matrix “{$matrix}” ({$assessor}), on {$scored-text} scored cells of {$crossings-text} ({$missing-text} missing). Ordered by intensity: the points of the trade-off, or of a pair the smaller of the two opposite effects, times the weight; it is an order to talk about them in, no measure.
   *[other] {$n-text} conflicts of {$all-text} in the matrix “{$matrix}” ({$assessor}), on {$scored-text} scored cells of {$crossings-text} ({$missing-text} missing). Ordered by intensity: the points of the trade-off, or of a pair the smaller of the two opposite effects, times the weight; it is an order to talk about them in, no measure.
}
chart-holds = Holds
chart-conflicts-hold = Holds says how likely the conflict is still there if each score is as unsure as its confidence says ({$unsaid-text} where it says none).
chart-conflicts-first = The {$n-text} strongest are drawn; {$rest-text} more are in the table.
chart-conflicts-equal = { $n ->
    [one] One of these is as intense as the last one drawn.
   *[other] {$n-text} of these are as intense as the last one drawn.
}
conflict-side-harms = who goes against
conflict-side-helps = who contributes
conflict-side-goal = over what
conflict-side-same = the same policy
conflict-side-nobody = nobody
conflict-uncovered-nobody = Scored, but nobody contributes ({$n-text})
conflict-uncovered-only-one = One alone contributes ({$n-text})
conflict-not-drawn = And {$n-text} conflicts, less intense or as intense, in the table
chart-conflicts-pairs = Of the pairs the {$n-text} most intense are listed.

# Groups and readings.
analysis-groups-policies = Policies
analysis-groups-goals = Goals
analysis-likeness = Likeness
analysis-pearson = Pearson
analysis-cosine = Cosine
analysis-groups-how = Divided into
analysis-groups-best = Best cut ({$n-text})
analysis-groups-cut = {$n-text} groups
analysis-groups-communities = Communities
analysis-group-kept = To keep
analysis-group-keep = Keep in the Catalogue
analysis-cluster-name = { $n ->
    [one] Group {$group-text}: {$first}
   *[other] Group {$group-text}: {$first} and others
}
analysis-reading-to = Read on
analysis-reading-goals = Goals
analysis-reading-cells = Policies × goals
analysis-reading-none = No crosswalk from here
analysis-reading-none-text = To read these scores on another framework there must be a crosswalk from its goals: add one in the room Frameworks.
analysis-offer-crosswalk = Add the illustrative crosswalk
analysis-offer-crosswalk-text = One ships with the program, from the MAS of the regional strategy to the 2030 Agenda: it is ours and illustrative, no source confirms it, and it can be corrected.
analysis-offer-goals = Add the illustrative matrix of goals
analysis-offer-goals-text = One ships with the program, of the 2030 Agenda on itself: it is ours and illustrative, no source confirms it, and it can be corrected.

# Coherence of policies.
pairs-title = Coherence of {$rows}: {$what}
pairs-show = Number in the cells
pairs-index = Index
pairs-conflicts = In conflict
pairs-synergies = Synergies
pairs-joint-harm = Joint harm
pairs-order-conflict = most conflict first
pairs-b = With
pairs-kind = Kind of coherence
pairs-all-kinds = Every kind of coherence
pairs-all-levels = Every level
pairs-all-territories = Every territory
pairs-level = Level of government
pairs-territory = Territory
pairs-external-vertical = external vertical
pairs-external-horizontal = external horizontal
pairs-external-unknown = external, level not said
pairs-internal = internal horizontal
pairs-common = Common goals
pairs-conflict-intensity = Conflict intensity
pairs-synergy-intensity = Synergy intensity
pairs-harm-intensity = Joint harm intensity
pairs-said-holds = without any one goal the index lies between {$low} and {$high}
pairs-said-one-goal = the index rests on one goal alone
pairs-index-from = Index from
pairs-index-to = Index to
pairs-holds = “Index from” and “to” say between which values the index lies if any one goal is left out: how far it holds.
pairs-said = {$a} × {$b}: index {$index}; goals in conflict {$conflicts-text} (intensity {$conflict}), in synergy {$synergies-text} ({$synergy}), with joint harm {$joint-text} ({$harm}), of {$common-text} scored for both
pairs-sentence = { $n ->
    [one] One pair of {$rows} of {$all-text} scored on the same goals, in the matrix “{$matrix}” ({$assessor}), on {$scored-text} scored cells of {$crossings-text} ({$missing-text} missing). The index goes from −1 (only conflicts or joint harm) to +1 (only synergies); “·” where the two never meet. A number alone is not enough: every pair opens the goals behind it.
   *[other] {$n-text} pairs of {$rows} of {$all-text} scored on the same goals, in the matrix “{$matrix}” ({$assessor}), on {$scored-text} scored cells of {$crossings-text} ({$missing-text} missing). The index goes from −1 (only conflicts or joint harm) to +1 (only synergies); “·” where the two never meet. A number alone is not enough: every pair opens the goals behind it.
}
pairs-only = Only: {$what}.
pairs-table-first = The table has the {$n-text} pairs with most conflict.
pairs-page-first = The first {$n-text} rows are drawn.
pairs-goals = { $n ->
    [one] {$what}: one goal
   *[other] {$what}: {$n-text} goals
}
pairs-meeting-conflict = In conflict
pairs-meeting-synergy = In synergy
pairs-meeting-joint-harm = Joint harm
pairs-meeting-neutral = No effect for one of the two
pairs-intensity = intensity {$text}

# Robustness.
robust-tabs = What is looked at
robust-tab-ranks = Ranks
robust-tab-intervals = Intervals
robust-tab-weights = Weights
robust-tab-stability = Stability of weights
robust-tab-gaps = Missing cells
robust-drawn = What is drawn
robust-both = Weights and scores
robust-only-weights = Weights only
robust-only-scores = Scores only
robust-draws = Draws
robust-n-draws = {$n-text} draws
robust-seed = Seed
robust-seed-text = The same seed gives the same numbers, on every computer
robust-weights = Weights
robust-reset = Weights of the matrix
robust-weight-of = Weight of {$column}
robust-holds = the order holds from {$low} to {$high}
robust-title-ranks = Robustness: ranks
robust-title-intervals = Robustness: intervals of the index
robust-title-weights = Robustness: the order with other weights
robust-title-stability = Robustness: between which weights the order holds
robust-title-gaps = Robustness: missing cells
robust-ranks-head = Share of draws in each rank
robust-group = Group
robust-group-said = { $n ->
    [one] Group {$group-text}: one row that stands apart from the others ({$rows})
   *[other] Group {$group-text}: {$n-text} {$rows} that do not separate from each other
}
robust-rank = Rank
robust-rank-now = Rank now
robust-index-now = Index now
robust-moved = Moved
robust-mean = Mean index
robust-low = From
robust-high = To
robust-mean-rank = Mean rank
robust-first = First
robust-top-three = In the first three
robust-factor = Confidence factor
robust-possible = Possible
robust-weight = Weight
robust-from = From
robust-to = To
robust-first-from = First from
robust-first-to = First to
robust-below = Below
robust-above = Above
robust-best = Best
robust-worst = Worst
robust-places = Places
robust-state = State
robust-no-change = no change
robust-change = at {$at} {$below} reaches {$above}
robust-said = {$name}: rank {$rank-text}, index {$index}, in nine draws of ten between {$low} and {$high}; first in {$first} of the draws, in the first three in {$three}, mean rank {$mean}; group {$group-text}; {$scored-text} scored cells of {$possible-text}
robust-live-said = {$name}: rank {$rank-text} with these weights, index {$index}; rank {$before-text} with those of the matrix; mean rank over the draws {$mean}, group {$group-text}
robust-stability-said = {$name}: weight {$weight}; the order stays as it is from {$low} to {$high} (below: {$below}; above: {$above}); the first stays first from {$first-low} to {$first-high}
robust-gap-said = {$cell}, {$state}: the rank of the row, now {$rank}, could go from {$best-text} to {$worst-text}, its index from {$low} to {$high}
robust-drawn-both = any weights and scores by their confidence
robust-drawn-weights = any weights
robust-drawn-scores = scores by their confidence
robust-sentence-ranks = How far the order by index of {$n-text} {$rows} in the matrix “{$matrix}” ({$assessor}) holds: {$draws} draws of {$drawn}, seed {$seed}. Two rows separate when one is above the other in at least {$share} of the draws; those of one group should not be put in a line. In the bar the first rank is the strongest.
robust-sentence-intervals = Index of {$n-text} {$rows} in the matrix “{$matrix}” ({$assessor}): the upright stroke is that of the matrix, the bar holds nine draws of ten ({$draws}, seed {$seed}, {$drawn}). Two rows separate when one is above the other in at least {$share} of the draws.
robust-sentence-weights = Order by index of {$n-text} {$rows} in the matrix “{$matrix}” ({$assessor}) with the weights chosen at the left, which do not change the document. Beside it, how far it holds: mean rank and group over {$draws} draws, seed {$seed}; those of one group do not separate.
robust-sentence-stability = For each column of the matrix “{$matrix}” ({$assessor}), the upright stroke is its weight, the tall bar between which weights the order of {$n-text} {$rows} stays as it is, the thin one between which the first stays first; the other weights keep their proportions.
robust-sentence-gaps = The {$shown-text} missing cells of {$missing-text} that can move a row most in the matrix “{$matrix}” ({$assessor}): each tried alone with the lowest and the highest score of the scale; rows without scores come after. It says where to ask first, not what the answer would be.
robust-rests = It rests on {$scored-text} scored cells of {$possible-text} possible in the rows that have scores; {$missing-text} are missing in the whole matrix.
robust-unranked = { $n ->
    [one] One row without scores is left out of the order.
   *[other] {$n-text} rows without scores are left out of the order.
}
robust-unsaid = { $n ->
    [one] One cell without confidence counts as {$unsaid-text} of 5.
   *[other] {$n-text} cells without confidence count as {$unsaid-text} of 5.
}
