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
indirect-minus-minus = Minus times minus gives plus: who harms one that does harm, helps.
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
indirect-influence-said = {$name}: direct influence {$direct}, second step {$second}, total {$total} at weight {$weight}, {$one} at weight 1
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
