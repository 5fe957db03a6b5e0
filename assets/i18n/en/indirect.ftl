# Analysis, indirect effects.
indirect-tabs = What to look at
indirect-tab-influence = Influence
indirect-tab-paths = Paths
indirect-weight = Weight of the second step
indirect-weight-text = How much counts what passes through another one: 0 direct effects only, 0.5 half, 1 as much as direct ones
indirect-drop-returns = Without return paths
indirect-drop-returns-text = An effect that comes back to its origin does not count
indirect-order-total = total

# Common sentences.
indirect-rests = { $scored ->
    [one] Rests on one scored cell of {$crossings-text}; {$na-text} not applicable, {$unknown-text} "don't know", {$missing-text} to be scored. Where there is no score no effect passes.
   *[other] Rests on {$scored-text} scored cells of {$crossings-text}; {$na-text} not applicable, {$unknown-text} "don't know", {$missing-text} to be scored. Where there is no score no effect passes.
}
indirect-minus-minus = Minus times minus gives plus: who harms one that harms, helps.
indirect-returns-kept = Paths that come back to their origin count too.
indirect-returns-dropped = Paths that come back to their origin do not count.

# Influence.
indirect-influence-title = Influence, direct and at the second step
indirect-direct = Direct (R)
indirect-second-step = Second step
indirect-total = Total (T)
indirect-total-0 = T at w = 0
indirect-total-1 = T at w = 1
indirect-at = w = {$weight}
indirect-harms = ◀ harms
indirect-helps = helps ▶
indirect-influence-said = {$name}: direct influence {$direct}, second step {$second}, total {$total} at weight {$weight}, {$one} at weight 1; {$place}
indirect-influence-sentence = { $n ->
    [one] Influence of one row of the matrix "{$matrix}" ({$assessor}): the outline is direct, the full bar the total T = R + w × second step, with w = {$weight}; beside it T at w = 0 and w = 1.
   *[other] Influence of {$n-text} rows of the matrix "{$matrix}" ({$assessor}): the outline is direct, the full bar the total T = R + w × second step, with w = {$weight}; beside it T at w = 0 and w = 1.
}
indirect-strongest-paths = Strongest paths

# Paths.
indirect-paths-title = Strongest paths of two steps
indirect-path-from = From
indirect-path-through = Through
indirect-path-to = To
indirect-path-first = First step
indirect-path-second = Second step
indirect-path-product = Effect
indirect-path-help-help = {$a} helps {$b}, which helps {$c}
indirect-path-help-harm = {$a} helps {$b}, which harms {$c}
indirect-path-harm-help = {$a} harms {$b}, which thus helps {$c} less
indirect-path-harm-harm = {$a} harms {$b}, which harms {$c}: minus times minus, {$c} is spared
indirect-path-back-help-help = {$a} helps {$b}, which in turn helps {$c}
indirect-path-back-help-harm = {$a} helps {$b}, which however harms {$c}
indirect-path-back-harm-help = {$a} harms {$b}, which thus helps {$c} itself less
indirect-path-back-harm-harm = {$a} harms {$b}, which harms {$c}: minus times minus, {$c} is spared
indirect-path-effect = effect {$effect} ({$first} × {$second})
indirect-paths-returns-kept = Paths that come back to their origin are among them.
indirect-paths-sentence = { $n ->
    [0] No path of two steps in the matrix "{$matrix}" ({$assessor}).
    [one] The only path of two steps in the matrix "{$matrix}" ({$assessor}); its effect is the product of the two steps.
   *[other] The {$n-text} strongest paths of two steps in the matrix "{$matrix}" ({$assessor}); an effect is the product of its two steps.
}

# Without square matrices.
indirect-none = No matrix to pass through
indirect-none-text = An indirect effect passes from goal to goal: it takes a matrix that says what goals do to one another. Make one of "Goals × goals" with the wizard, write its scores, and this view will show the effects beside the direct ones.

# The plane of influence and dependence (MICMAC).
indirect-tab-plane = MICMAC plane
indirect-tab-central = Centrality
indirect-tab-indirect = Indirect
indirect-tab-direct = Direct
indirect-which = Influence and dependence
indirect-which-indirect = Indirect
indirect-which-direct = Direct
indirect-part = Effects
indirect-part-magnitude = all, without sign
indirect-part-positive = helps only
indirect-part-negative = trade-offs only
indirect-part-magnitude-said = all effects without their sign
indirect-part-positive-said = helping effects only
indirect-part-negative-said = harming effects only
indirect-plane-title = Plane of influence and dependence
indirect-plane-nothing = No item acts on another one: the plane is empty.
indirect-quadrant = Field (indirect)
indirect-quadrant-direct = Field (direct)
indirect-quadrant-influential = Influential
indirect-quadrant-relay = Relay
indirect-quadrant-dependent = Dependent
indirect-quadrant-autonomous = Autonomous
indirect-axis-dependence = dependence ▶
indirect-axis-influence = influence ▶
indirect-influence-direct = Direct influence
indirect-influence-indirect = Indirect influence
indirect-influence-rank-direct = Rank by direct influence
indirect-influence-rank-indirect = Rank by indirect influence
indirect-dependence-direct = Direct dependence
indirect-dependence-indirect = Indirect dependence
indirect-dependence-rank-direct = Rank by direct dependence
indirect-dependence-rank-indirect = Rank by indirect dependence
indirect-influence-rank-direct-short = direct influence
indirect-influence-rank-indirect-short = indirect influence
indirect-dependence-rank-direct-short = direct depend.
indirect-dependence-rank-indirect-short = indirect depend.
indirect-ranks = Ranks
indirect-ranks-said = {$name}: by influence rank {$influence-direct} directly and {$influence-indirect} indirectly, by dependence {$dependence-direct} directly and {$dependence-indirect} indirectly
indirect-plane-said = {$name} – {$quadrant}: influence {$influence} and dependence {$dependence} of 10,000; by influence rank {$influence-direct} directly and {$influence-indirect} indirectly, by dependence {$dependence-direct} directly and {$dependence-indirect} indirectly
indirect-plane-sentence = { $n ->
    [one] {$which} influence and dependence of one item of the matrix “{$matrix}” ({$assessor}), counting {$part}, in shares of 10,000; fields are cut at the mean, {$mean}. Influential: act much and are acted on little; relay: much of both; dependent: are acted on much; autonomous: little of both.
   *[other] {$which} influence and dependence of {$n-text} items of the matrix “{$matrix}” ({$assessor}), counting {$part}, in shares of 10,000; fields are cut at the mean, {$mean}. Influential: act much and are acted on little; relay: much of both; dependent: are acted on much; autonomous: little of both.
}
indirect-settled = The indirect ranking repeats from power {$power-text} of the matrix on.
indirect-no-circles = No effect comes back to itself: indirect influence adds up all paths.
indirect-not-settled = The indirect ranking still changes at power {$power-text}: read it with care.
indirect-plane-bare = { $n ->
    [one] One point has no code, so as not to cover others: point at it or read the table.
   *[other] {$n-text} points have no code, so as not to cover others: point at them or read the table.
}

# Centrality.
indirect-central-title = Centrality in the network of effects
indirect-central-by = Sort by
indirect-betweenness = Betweenness (%)
indirect-betweenness-paths = Short paths through it
indirect-betweenness-text = Betweenness: how much of the shortest paths between other items passes through here. Where it is high, a delay here is felt elsewhere. A strong effect is a short way.
indirect-closeness-out = Closeness out
indirect-closeness-out-text = Closeness out: how soon, and how many items, the effects of this one reach. Where it is high, acting here soon moves much else.
indirect-closeness-in = Closeness in
indirect-closeness-in-text = Closeness in: how soon, and from how many items, effects arrive here. Where it is high, this item soon feels what happens elsewhere.
indirect-entropy = Entropy (bits)
indirect-entropy-text = Entropy: how spread the effects of the row are. Zero: all on one item; the higher, the more evenly they are shared among many.
indirect-central-said = {$name}, {$place}: betweenness {$betweenness} %, closeness out {$out}, in {$in}, entropy {$entropy} bits
indirect-central-sentence = { $n ->
    [one] Centrality of one item of the matrix “{$matrix}” ({$assessor}), by {$by}; the way between two items is the shorter, the stronger the effect, helping or harming.
   *[other] Centrality of {$n-text} items of the matrix “{$matrix}” ({$assessor}), by {$by}; the way between two items is the shorter, the stronger the effect, helping or harming.
}

# The network.
indirect-tab-network = Network
indirect-network-title = Network of effects
indirect-network-effect = Effect
indirect-network-sign = Sign
indirect-network-cells = Cells
indirect-network-helps = helps
indirect-network-harms = harms
indirect-network-legend-helps = helps (whole line, point)
indirect-network-legend-harms = harms (broken line, bar)
indirect-network-legend-width = thicker line, stronger effect; the effect is written on it
indirect-network-node = {$name}: by the arrows shown helps {$helps-text} and harms {$harms-text}; is helped by {$helped-text} and harmed by {$harmed-text}
indirect-network-holds = { $n ->
    [one] Gathers one item: {$list}
   *[other] Gathers {$n-text} items: {$list}
}
indirect-network-arrow-helps = {$from} helps {$to}: {$effect}
indirect-network-arrow-harms = {$from} harms {$to}: {$effect}
indirect-network-group-helps = { $n ->
    [one] {$from} on the mean helps {$to}: {$effect} over one scored cell
   *[other] {$from} on the mean helps {$to}: {$effect} over {$n-text} scored cells
}
indirect-network-group-harms = { $n ->
    [one] {$from} on the mean harms {$to}: {$effect} over one scored cell
   *[other] {$from} on the mean harms {$to}: {$effect} over {$n-text} scored cells
}
indirect-network-all = Network of {$nodes-text} boxes of the matrix “{$matrix}” ({$assessor}) with all its {$n-text} arrows.
indirect-network-sentence = Network of {$nodes-text} boxes of the matrix “{$matrix}” ({$assessor}): {$n-text} arrows of {$all-text}, those with an effect of at least {$least}.
indirect-network-cut = Network of {$nodes-text} boxes of the matrix “{$matrix}” ({$assessor}): {$n-text} arrows of {$all-text}, the strongest, down to an effect of {$weakest}. Not all of at least {$least} have room: others of {$weakest} or less are not drawn. Ask for a stronger effect, or group.
indirect-network-means = Between two groups the effect is the mean of the scored cells; effects within a group are not seen.
indirect-network-bare = { $n ->
    [one] One arrow has no number, so as not to cover others: point at it or read the table.
   *[other] {$n-text} arrows have no number, so as not to cover others: point at them or read the table.
}
indirect-network-unnamed = { $n ->
    [one] One name finds no room: point at its box to read it.
   *[other] {$n-text} names find no room: point at their boxes to read them.
}
indirect-network-near = Near each other stands what has strong effects on each other; the same matrix always gives the same drawing.
indirect-least = Arrows
indirect-least-auto = the strongest
indirect-least-all = all
indirect-least-some = of at least {$least}
indirect-fold = Group
indirect-fold-none = nothing
indirect-fold-parent = by what they belong to
indirect-fold-cluster = by cluster
indirect-fold-level = by level of government
indirect-zoom-in = Make the network larger
indirect-zoom-out = Make the network smaller
indirect-as-laid-out = Put back in place

# Through goals.
indirect-through-title = Effects through goals
indirect-through-matrix = Through
indirect-through-policy = Policy
indirect-through-goal = Goal
indirect-through-direct = Direct
indirect-through-effect = Through goals
indirect-through-goals = By way of
indirect-through-said = {$policy} on {$goal}: {$effect} through other goals, direct score {$direct}
indirect-through-way = through {$goal}: {$score} × {$link} / {$scale} = {$effect}
indirect-through-more = { $n ->
    [one] and one more goal
   *[other] and {$n-text} more goals
}
indirect-through-sentence = { $n ->
    [0] No effect of the policies of “{$matrix}” ({$assessor}) passes through the matrix “{$through}”.
    [one] One effect of the policies of “{$matrix}” ({$assessor}) passes through the matrix “{$through}”: score of the policy on the goal in between × effect of that one on the other / {$scale}, added up. It rests on {$used-text} scores of policies and {$links-text} effects between goals.
   *[other] {$n-text} effects of the policies of “{$matrix}” ({$assessor}) pass through the matrix “{$through}”: score of the policy on the goal in between × effect of that one on the other / {$scale}, added up. They rest on {$used-text} scores of policies and {$links-text} effects between goals.
}
indirect-through-outside = { $n ->
    [one] One column is not among the goals of that matrix: {$list}.
   *[other] {$n-text} columns are not among the goals of that matrix: {$list}.
}
indirect-through-first = The table on the screen lists the {$n-text} strongest effects of {$all-text}; saved as CSV or XLSX it lists them all.
indirect-through-fallback = {$assessor} has not scored the effects between goals: they are those of “{$by}”.
indirect-through-page = In the figure the first {$rows-text} rows and {$columns-text} columns; the other effects are in the table.
indirect-open = Open groups
indirect-open-some = { $n ->
    [0] Open groups: none
    [one] Open groups: one
   *[other] Open groups: {$n-text}
}
