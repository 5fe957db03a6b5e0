# The guide: what each number means. The entries are those of METHODS that the program computes.
guide-methods = Methods: what each number means
guide-methods-text =
    Every number in the window, on a sheet or from the command line is one of these. There is no standard for one “coherence number”: so no index is shown without the goals behind it.

    In the formulas b ≥ 0 is the co-benefit of a cell, t ≤ 0 its trade-off, s = b + t the net, K the largest value of the scale (3 on Nilsson's), w the weight of the goal. In a matrix of goals × goals or policies × policies mᵢⱼ is the net effect of row i on column j.

    Empty, not applicable, don't know and scored (zero included) are never mixed: only scored cells enter a sum, and every result says how many cells it rests on. A number that does not exist (the mean of nothing) stays empty and does not become zero.

    Equal is equal: two figures that differ by less than a thousand-millionth of the largest are level, have the same rank, and the next rank is left out; this holds for rankings, first places and lists, on the screen, on paper and in JSON. Figures are rounded in one way, half away from zero: 0.125 is 0.13.
guide-source = Source: {$source}
guide-by-command = Command line: {$commands}.

guide-method-scales = Scales
guide-method-scales-text = Nilsson's seven levels: +3 indivisible, +2 reinforcing, +1 enabling, 0 consistent, −1 constraining, −2 counteracting, −3 cancelling. The verbal scale of Italian plan appraisals with five levels, from high correlation to high contrast (+2 … −2). Influence 0 … 3. Co-benefit and trade-off 0 … 2. More can be added; a matrix keeps the version of the scale it was scored on.
guide-method-scales-source = Nilsson, Griggs and Visbeck 2016, Nature 534:320.
guide-method-sums = Sums and index of coherence
guide-method-sums-text = For a policy, over its scored goals: gross benefit B = Σ w·b, gross trade-off T = Σ w·t, net N = B + T. Coverage: scored cells out of the possible ones, not applicable ones left out. Index of coherence Σ w·s / (K · Σ w), between −1 and +1, because policies have different numbers of meaningful crossings. Internal conflict Σ w·min(b, |t|): what the net hides. The same by goal, by group, by cluster of policies.
guide-method-sums-source = definition of Ordito; keeping both sides apart follows the policy × target matrices in use.
guide-method-costs = Costs
guide-method-costs-text = A policy has its cost, a group the sum of its own. A goal has its part of the costs of the policies that help it, divided in proportion to the co-benefits: Σ cost · w·b / B. So a cost is never counted twice.
guide-method-costs-source = definition of Ordito.
guide-method-impact = Influence within a square matrix
guide-method-impact-text = Row sum Rᵢ = Σ mᵢⱼ: how much i influences the others. Column sum Cⱼ = Σ mᵢⱼ: how much j is helped. Net R − C, positive and negative parts, number of cells that are not zero. Active and passive sums AS and PS of absolute values, quotient AS/PS and product AS·PS.
guide-method-impact-source = Weitz et al. 2018, Sustainability Science, doi 10.1007/s11625-017-0470-0; Vester for AS and PS.
guide-method-second = Second step
guide-method-second-text = Total Tᵢ = Rᵢ + p · Σ mᵢⱼ Rⱼ, over j other than i. The weight p of the second step is 0.5 and can be changed; p = 0 and p = 1 are always shown beside it. Optionally without return paths: Σ mᵢⱼ (Rⱼ − mⱼᵢ). With effects of different sign minus times minus gives plus: that is why the strongest paths are said in words, “A helps B, which harms C”.
guide-method-second-source = Weitz et al. 2018; with p = 1 it is the two-step expected influence of Robinaugh et al. 2016.
guide-method-through = What reaches a goal through the others
guide-method-through-text = With s the row of a policy and M a matrix of goals × goals, the indirect effect is s·M / K. It stands beside the direct one and is never added in silently.
guide-method-through-source = Ordito's extension of the second step.
guide-method-groups = Groups and order
guide-method-groups-text = Distance of two profiles: 1 − Pearson, or 1 − cosine, over the goals scored for both. A tree with average linkage, cut where the mean silhouette is largest. Communities by modularity on signed weights Q = (2w⁺Q⁺ − 2w⁻Q⁻) / (2w⁺ + 2w⁻). Rows and columns are ordered so that neighbours in the tree are the most alike.
guide-method-groups-source = Rousseeuw 1987 (silhouette); Gómez, Jensen and Arenas 2009; Blondel et al. 2008; Bar-Joseph et al. 2001.
guide-method-central = Centrality
guide-method-central-text = Betweenness: how many shortest paths lead through an item, with length 1/|m|, so that a strong effect is a short way. Closeness with the correction for what is reached: ((r − 1)/(n − 1)) · ((r − 1)/Σ d). Row entropy H = −Σ p·log₂ p, with p = |mᵢⱼ| / Σ |mᵢ·|: high where influence is spread, low where it goes to few.
guide-method-central-source = Brandes 2001; Wasserman and Faust.
guide-method-micmac = MICMAC
guide-method-micmac-text = On |m|, or on the positive or negative part alone. Direct influence: row sums; dependence: column sums. Indirect: powers M², M³ … until the rankings of rows and columns repeat; without circles, M + M² + …. Shares are per 10,000, so that direct and indirect can be compared. The four fields, cut at the means: influential, relay, dependent, autonomous. What stands exactly at the mean is on its upper side. All is counted in whole numbers, without rounding: at the mean, and equal, is what is so to the last unit.
guide-method-micmac-source = Godet; Arcade et al. 1999.
guide-method-uncertain = Uncertainty of scores
guide-method-uncertain-text = Confidence from 5 to 1 becomes a deviation σ = 0.2, 0.5, 0.8, 1.2, 1.5: the score is drawn from a normal distribution around the written one, clipped to the scale. The seed is visible: the same seed gives the same numbers. What is missing: each empty or “?” cell is tried alone with the lowest and the highest score, to say which could move the ranking most. No draw leaves the scale: on a scale from 0 up there is no negative value to try.
guide-method-uncertain-source = definition of Ordito.
guide-method-panel = Agreement of assessors on a cell and as a whole
guide-method-panel-text =
    Of a cell: how many scored, lower and upper median, mode, quartiles and interquartile range, minimum and maximum, signs. Consensus Cns = 1 + Σ p·log₂(1 − |x − μ|/d), with d the width of the scale: 1 when all are equal, 0 when half are at one end and half at the other. Van der Eijk's agreement A and Leik's dispersion D. A cell is polarised when A < 0 or when both signs have at least a quarter of the votes; scattered is another thing.

    Of the whole panel: Kendall's W with ties and χ² = k(n − 1)W; Krippendorff's α (nominal, ordinal, interval, ratio), also with votes missing; weighted Cohen's κ for two assessors. The rule of consensus is a setting and is read beside the result. Who gave no score at all does not enter W; the p-value says how often as much accord would come by chance.
guide-method-panel-source = Tastle and Wierman 2007; van der Eijk 2001; Leik 1966; Kendall and Babington Smith 1939; Krippendorff 2004; Cohen 1968.
guide-method-ranks = How far a ranking holds
guide-method-ranks-text = Weights drawn uniformly among all possible ones, scores as above: rank acceptability is the share of draws in which a policy has that rank; central weight, the mean of the weights that put it first; confidence factor; pairwise winning index. For a single goal, the stability interval says between which weights the order stays, the other weights in proportion. Ranks that do not separate are drawn as a group. The entropy of a rank, −Σ b·log₂ b over the acceptabilities, says how undecided it is: 0 when it is always the same.
guide-method-ranks-source = SMAA, Lahdelma, Hokkanen and Salminen 1998; Lahdelma and Salminen 2001.
guide-method-promethee = PROMETHEE
guide-method-promethee-text = Preference of a over b: π(a, b) = Σ w·P(s₁ − s₂) / Σ w over the goals scored for both, with one of six functions P. Leaving flow φ⁺ and entering flow φ⁻ are means over the others; I gives a partial order, II a full one by φ = φ⁺ − φ⁻. On the command line “--criteria” gives each column its own function, thresholds, direction and weight; π is in the result, pair by pair.
guide-method-promethee-source = Brans, Vincke and Mareschal 1986, EJOR 24:228.
guide-method-coherence = Coherence of two policies
guide-method-coherence-text = Over the goals scored for both: conflicts X (opposite signs), synergies Y (both help), joint harm Z (both harm), each with the intensity Σ w·min(|s₁|, |s₂|). Index (Y − X − Z) / (Y + X + Z). Cosine and Pearson are a description only: Pearson would call two equally harmful policies coherent. The kind says whether the coherence is external or internal, vertical or horizontal. The goals behind the index are always listed.
guide-method-coherence-source = definition of Ordito; kinds of coherence from Regione Marche, DAR 25/2021.
guide-method-conflicts = List of conflicts
guide-method-conflicts-text = One list, by intensity in points times weight: w·|t| of a cell, w·min(|s₁|, |s₂|) of a pair of policies on a goal, w·Σ|t| of a goal that is only harmed. Goals that nobody or only one policy helps come last. At equal intensity what nobody has mitigated comes first. It is an order in which to talk, no index.
guide-method-conflicts-source = definition of Ordito.
guide-method-structure = Structure checks
guide-method-structure-text = Rows and columns without any score; goals with trade-offs only; mᵢⱼ and mⱼᵢ of opposite signs; cells older than the last change of their policy; how far an assessor is from the median of the others; scores without a reason or a source. They are information and no verdict.
guide-method-structure-source = definition of Ordito.
guide-method-reading = Reading on another framework
guide-method-reading-text = Through a crosswalk with weights ω, the co-benefit on a goal t of the other framework is the mean Σ ω·b / Σ ω over the goals that lead to it, and the same for the trade-off: both sides stay apart. Over several crosswalks weights multiply. It is a reading, not a score: nobody said it. What has no link is counted and named.
guide-method-reading-source = definition of Ordito.
guide-method-agreement = Agreement of two matrices, versions or assessors
guide-method-agreement-text = Over the cells scored on both sides: share of equal cells, mean absolute difference, opposite signs, weighted κ (quadratic), and the list of cells, largest difference first. Cells scored on one side only are counted apart. It is what the room Compare shows and “ordito compare” writes.
guide-method-agreement-source = Cohen 1968 for κ.
