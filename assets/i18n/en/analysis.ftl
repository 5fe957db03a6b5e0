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
