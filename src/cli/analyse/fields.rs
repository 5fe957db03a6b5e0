//! What each field means: the end of `ordito analyse --help`.

pub const HELP: &str = "\
Fields of the JSON (score points unless said; null where a number does not exist; items are {code, name}):
  all           method, file, content_hash, matrix, illustrative, assessor, largest (K of the scale), crossings, scored,
                not_applicable, dont_know, unscored (counts of cells)
                equal figures have equal ranks, and the next rank is left out: two are equal when they differ by less
                than a thousand-millionth of the largest
                a rank is never without how far it holds: {rank, low, high (nine draws of ten lie between), top_three
                (share of draws)}; left_out {draws, seed, one_in}: each draw leaves out one scored cell in one_in
  profiles      by, left_out; lines: item or group {kind, code, name}, benefit, harm (negative), net, conflict, weight,
                scored, not_applicable, dont_know, unscored, coverage (0-1), index (-1 to 1), cost {euro, policies
                (with a budget), unknown (without)}, ranks {index, net}; with --across also across: for each group of the
                other axis group and the same sums
  cross-impact  items: item, influence (R), helped (C), net, active, passive, quotient, product, given_positive,
                given_negative, taken_positive, taken_negative (counts), given_benefit, given_harm, taken_benefit,
                taken_harm
  second-order  weight, returns, left_out; items: item, direct, indirect, total, total_0, total_1, rank (by total);
                paths: from, through, to, first, second, effect, harm_of_harm
  indirect      goals_matrix, goals_assessor (agreed where the assessor scored no goals), used, links, outside (items); cells: row, column, direct, indirect
  groups        axis, likeness, unrelated (pairs without a distance), silhouette, modularity; lines: item, group,
                community, place (in the optimal order); joins: left, right, height, size
  centrality    left_out; items: item, betweenness, betweenness_share (0-1), closeness_out, closeness_in, entropy (bits),
                ranks {betweenness, closeness_out, closeness_in, entropy}
  micmac        part, settled (power, no_circles or not_settled), power, mean, left_out; items: item, and for direct and
                indirect: influence, dependence (per 10000), influence_rank, dependence_rank, influence_held,
                dependence_held, quadrant (at the mean or above is the upper side; sums are counted exactly)
  robustness    draws, seed, drawn, unsaid, separates, without_confidence; columns: item, weight (share); unranked
                (items); rows: item, index, rank, scored, possible, mean, low, high (5-95 %), mean_rank, top_three,
                acceptability (shares by rank), entropy (bits: how undecided its rank is), central_weights (by column),
                confidence_factor (equal to the first is first), group, wins (share of
                draws above each row)
  weights       columns: item, weight, lower, upper, first_lower, first_upper, each {at, above, below} or null
  gaps          cells: row, column, dont_know, index, low, high, rank, best_rank, worst_rank
  panel         rule {fewest, largest_iqr, opposite_signs, polarised_share}; assessors (names); kendall: w, chi_squared,
                p (chance of as much by chance), assessors (who scored anything), cells (that all of them scored);
                krippendorff: nominal, ordinal, interval, ratio, each {alpha, units, scores}; pairs: one, other, cells, weighted_kappa; cells: row, column,
                n, not_applicable, dont_know, lower_median, upper_median, modes, mode_share, q1, q3, lowest, highest,
                negative, zero, positive, consensus, agreement, dispersion, verdict
  promethee     preference, left_out; columns: item, function, direction (max or min), weight; rows: item, leaving,
                entering, net, compared, rank (by net), pi (how far it is preferred to each row, in the order of rows)
  coherence     axis, n_pairs; pairs (every one; with --most, and as text, the strongest conflicts first, then synergies):
                a, b, common, conflicts, synergies, joint_harm (goals and intensity), index, index_low,
                index_high (without any one goal; null when it rests on one), cosine, pearson, kind; goals: item, a, b, meeting, intensity
  conflicts     counts (tradeoff, two_sided, pair, only_tradeoffs, nobody, only_one); conflicts: kind, rows (items), column,
                nets, intensity (points times weight, or null), mitigated, holds (chance that it is still one when scores
                are as unsure as their confidence says)
  structure     findings: kind, assessor, text
  reading       from, to, route (crosswalk, reversed), used, unlinked (item, scored), unreached (items); columns: item,
                sources (item, weight, inherited); cells: row, column, benefit, harm";
