# Laboratories on paper: outcome, agenda, ballots, presences.
labpaper-kind-outcome = Laboratory outcome
labpaper-kind-agenda = Agenda
labpaper-kind-ballots = Ballot sheets
labpaper-kind-presences = List of presences
labpaper-file-title = {$kind} · {$title}
labpaper-file-outcome = {$title} - outcome without names
labpaper-file-outcome-names = {$title} - outcome with names
labpaper-file-agenda = {$title} - agenda
labpaper-file-ballots = {$title} - ballots
labpaper-file-presences = {$title} - list of presences
labpaper-keyword = assessment laboratory
labpaper-mark-anonymous = Outcome without names: votes are given as counts only.
labpaper-gone = The laboratory, or its matrix, is there no more. No file was written: choose another laboratory.
labpaper-somebody = (…)
labpaper-session = The laboratory
labpaper-summary = In brief
labpaper-questions = Questions
labpaper-participants = Participants
labpaper-panel = Agreement of the panel
labpaper-outcomes = Outcomes
labpaper-rounds = Rounds
labpaper-moves = Moves
labpaper-votes = Votes
labpaper-all-comments = Comments
labpaper-title = Laboratory
labpaper-place = Place
labpaper-asked = Question asked
labpaper-rule-label = Consensus rule
labpaper-participation = { $present ->
    [one] one present
   *[other] {$present-text} present
} of {$n-text}, { $voted ->
    [one] one voted
   *[other] {$voted-text} voted
}
labpaper-rule = Agreed with at least {$n-text} votes, an interquartile range up to {$iqr} and no opposite signs; polarised from {$share} of votes on each sign.
labpaper-rule-signs = Agreed with at least {$n-text} votes and an interquartile range up to {$iqr}, also with opposite signs; polarised from {$share} of votes on each sign.
labpaper-rests-on = α rests on {$units} questions with two scores or more ({$scores} scores); W on {$cells} questions that everybody scored ({$people} people). The last revealed rounds count.
labpaper-moved = From the first to the last round { $n ->
    [0] no vote changed
    [one] one vote changed
   *[other] {$n-text} votes changed
} of {$m-text}: {$up} up, {$down} down, mean shift {$shift}; consensus from {$before} to {$after}.
labpaper-total = { $n ->
    [one] One question
   *[other] {$n-text} questions
}, {$minutes} minutes in all ({$clock} hours).
labpaper-total-minutes = { $n ->
    [one] One question
   *[other] {$n-text} questions
}, {$minutes} minutes in all.
labpaper-comments = Comments, round {$round-text}
labpaper-round = Round {$round-text}
labpaper-last-rounds = Last rounds
labpaper-listed = Listed
labpaper-present = Present
labpaper-voted = Voted
labpaper-is-present = present
labpaper-absent = absent
labpaper-agreed = Agreed
labpaper-parked = Put off
labpaper-skipped = Skipped
labpaper-open = Open
labpaper-alpha = Krippendorff's α
labpaper-w = Kendall's W
labpaper-moved-label = Votes changed
labpaper-moved-both = Votes in both rounds
labpaper-moved-up = Up
labpaper-moved-down = Down
labpaper-moved-shift = Mean shift
labpaper-moved-distance = Mean absolute shift
labpaper-moved-before = Consensus in the first round
labpaper-moved-after = Consensus in the last round
labpaper-no-questions = The agenda is empty.
labpaper-nothing-revealed = No round was revealed: there are no figures yet.
labpaper-not-revealed = No round revealed.
labpaper-questions-caption = The questions, with the last revealed round and the outcome
labpaper-participants-caption = Who was there and how many questions they answered
labpaper-panel-caption = Agreement of the panel, round by round
labpaper-spread-caption = Votes on each level of the scale
labpaper-tables-caption = The last round table by table
labpaper-printed = printed on {$date}
labpaper-statistics-caption = Figures of the rounds
labpaper-votes-caption = Who voted what
labpaper-agenda-caption = Questions with the time meant for them
labpaper-ballot-caption = Tick one box in each line
labpaper-presences-caption = Signatures of those present
labpaper-ballot = Ballot sheet
labpaper-ballot-lines = Name or number: ______________________      Round: ______
labpaper-ballot-round = Round: ______
labpaper-privacy = Notice (article 13 of Regulation EU 2016/679). Controller: {$body}. Names, contacts and signatures only document who was present; they are not linked to votes and not published. Rights of who signs and contact of the data protection officer: ____________________________
labpaper-privacy-blank = Notice (article 13 of Regulation EU 2016/679). Controller: ____________________________. Names, contacts and signatures only document who was present; they are not linked to votes and not published. Rights of who signs and contact of the data protection officer: ____________________________
labpaper-not-applicable = not applicable
labpaper-dont-know = don't know
labpaper-outcome-parked = put off
labpaper-outcome-skipped = skipped
labpaper-outcome-open = open
labpaper-agreed-value = Agreed value
labpaper-reason = Reason
labpaper-dissent = Dissent
labpaper-parked-reason = Why it was put off
labpaper-verdict-few = too few votes
labpaper-verdict-agreed = agreed
labpaper-verdict-polarised = polarised
labpaper-verdict-signs = opposite signs
labpaper-verdict-scattered = scattered
labpaper-head-n = No.
labpaper-head-crossing = Crossing
labpaper-head-votes = Votes
labpaper-head-vote = Vote
labpaper-head-median = Median
labpaper-head-lower-median = Lower median
labpaper-head-upper-median = Upper median
labpaper-head-q1 = First quartile
labpaper-head-q3 = Third quartile
labpaper-head-iqr = Interq. range
labpaper-head-consensus = Consensus
labpaper-head-agreement = Agreement A
labpaper-head-dispersion = Dispersion D
labpaper-head-signs = − · 0 · +
labpaper-head-negative = Negative
labpaper-head-zero = Zero
labpaper-head-positive = Positive
labpaper-head-verdict = Verdict
labpaper-head-two-sided = Votes with two sides
labpaper-head-sides = What the net hides
labpaper-two-sided-note = Votes with a co-benefit and a trade-off at once, which the net score hides
labpaper-two-sided = { $n ->
    [one] one vote with two sides ({$votes}); median of co-benefits {$benefit}, of trade-offs {$tradeoff}
   *[other] {$n-text} votes with two sides ({$votes}); median of co-benefits {$benefit}, of trade-offs {$tradeoff}
}
labpaper-head-outcome = Outcome
labpaper-head-round = Round
labpaper-head-units = Questions of α
labpaper-head-scores = Scores of α
labpaper-head-cells = Questions of W
labpaper-head-people = People of W
labpaper-head-units-scores = questions · scores
labpaper-head-cells-people = questions · people
labpaper-head-between = Other values
labpaper-head-na = n.a.
labpaper-head-missing = Missing
labpaper-head-scored = Scores
labpaper-head-name = Name
labpaper-head-role = Role
labpaper-head-organisation = Organisation
labpaper-head-table = Table
labpaper-head-presence = Presence
labpaper-head-answered = Questions voted
labpaper-head-signature = Signature
labpaper-head-of = Role, body, table
labpaper-head-contact = E-mail or telephone
labpaper-head-time = Time
labpaper-head-minutes = Minutes
labpaper-head-from-to = From – to
labpaper-head-comment = Comment
labpaper-formula-panel = Each round: median, interquartile range (quartiles by linear interpolation), Tastle and Wierman's consensus Cns = 1 + Σ p log2(1 − |x − μ|/d) with d the width of the scale, van der Eijk's agreement A, Leik's dispersion D, over the nets of revealed votes; n.a. and “don't know” are counted apart (M10).
labpaper-formula-agreement = Agreement of the panel: Krippendorff's α with the interval metric, missing votes allowed; Kendall's W corrected for ties, over the questions scored by everybody who scored any (M10).
labpaper-formula-moved = Moves: votes with a net in both rounds, the first and the last revealed; a move is last minus first, in points of the scale.
