# The room Laboratory.
lab-none = No laboratory
lab-none-text = A laboratory collects a room's votes on some cells of a matrix, round by round, and records the agreement.
lab-no-matrix = A matrix comes first
lab-no-matrix-text = A laboratory discusses cells of a matrix: make one, then come back.
lab-new-title = Laboratory {$n}
lab-session = Laboratory chosen
lab-title = Title
lab-date = Date
lab-where = Place
lab-of-matrix = On the matrix: {$matrix}
lab-asked = Question
lab-question-policy = Does the policy help or hinder this goal?
lab-question-goal = Does the first help or hinder the second?
lab-question-policies = Does the first policy help or hinder the second?
lab-rounds = Rounds
lab-anonymous = Anonymous vote
lab-anonymous-text = Numbered seats vote: the document keeps no names beside votes, and no outcome can name anybody. Names stand on the list of presences only. It is chosen before the first vote.
lab-rule = Rule of consensus
lab-rule-iqr = Largest interquartile range
lab-rule-fewest = Fewest votes
lab-rule-opposite = Opposite signs allowed
lab-rule-polarised = Polarised when both signs have at least
lab-participants = { $n ->
    [0] Participants
    [one] One participant
   *[other] {$n-text} participants
}
lab-present = {$name} is in the room
lab-name = Name
lab-role = Role
lab-organisation = Body
lab-table = Table
lab-remove-participant = Take away {$name} with all votes
lab-add-n = How many
lab-add-numbered = Add numbered
lab-add-tables = Add tables
lab-add-tables-text = One vote for each table: where there are tables only they vote, and nobody votes twice.
lab-numbered-table = Table {$n}
lab-numbered = Person {$n}
lab-seat = Seat {$n}
lab-add-seats = Add seats
lab-seats = { $n ->
    [0] No seats
    [one] One seat
   *[other] {$n-text} seats
}
lab-by-tables = { $n ->
    [one] One table votes: who sits at it does not vote alone as well
   *[other] {$n-text} tables vote: who sits at them does not vote alone as well
}
lab-presences = List of presences
lab-people = Participants
lab-shown = What is prepared
lab-who-votes = Who votes
lab-surname = Surname
lab-people-paste = Paste a list…
lab-people-import = Import from a file…
lab-people-hint = A block from Excel can be pasted in any field; Tab goes to the next field; a line that is emptied leaves the list; Ctrl+Space marks who is not in the room.
lab-seat-at-tables = Seat at
lab-seat-at-tables-text = Gives tables in the order of the list: neighbours sit together. Results table by table rest on them.
lab-tables-word = tables
lab-tables-there = Choose the table of line {$n}
lab-presences-text = It is not tied to the votes: it stands in the order of names.
lab-fixed = Voted on: question, rule and way of voting stay as they were.
lab-names-kept = In this session, made with an earlier version, names stand in the document beside the votes.
lab-take-names = Take the names off the votes
lab-take-names-text = The names go to the list of presences and numbered seats vote. The document's history still remembers them: make a copy without history before you send it.
lab-notes = Notes for the facilitator

lab-agenda = Agenda
lab-agenda-sum = { $n ->
    [0] no questions
    [one] One question, {$minutes} min, {$done} closed
   *[other] {$n-text} questions, {$minutes} min, {$done} closed
}
lab-agenda-empty = Empty agenda
lab-agenda-empty-text = Add the cells to discuss: proposals put first those without agreement, with most disagreement and most effect.
lab-start = Start the projection  F5
lab-papers = Papers
lab-paper-agenda = Agenda…
lab-paper-ballots = Ballots without a name
lab-paper-ballots-each = Ballots, one for each…
lab-paper-ballots-per-page = { $n ->
    [one] One on a page…
   *[other] {$n-text} on a page…
}
lab-paper-presences = List of presences…
lab-paper-outcome = Outcome without names…
lab-paper-outcome-names = Outcome with names…
lab-paper-no-names = The vote is anonymous: no outcome names anybody.
lab-displays = Projection
lab-one-display = In this window
lab-display = Display { $n } · { $width } × { $height }
lab-display-here = Display { $n } · { $width } × { $height } (here: the window moves)
lab-from = Where questions come from
lab-from-proposed = Proposed
lab-from-proposed-text = Cells without agreement first; then disagreement between assessors × largest effect × weights.
lab-from-aside = Put aside in Conflicts
lab-from-aside-text = The cells put aside in the conflict finder of Analysis.
lab-from-selected = Selected in Matrix
lab-from-selected-text = The cells selected in the room Matrix.
lab-from-unscored = Without an agreed value
lab-from-unscored-text = The cells where the agreed scores have no value yet.
lab-from-conflicts = With a trade-off
lab-from-conflicts-text = The cells where the agreed scores have a trade-off, also beside a co-benefit.
lab-from-no-reason = Without a reason
lab-from-no-reason-text = The cells with an agreed value and no reason.
lab-from-hand = By hand
lab-from-hand-text = One row and one column.
lab-at-most = at most
lab-minutes-each = minutes
lab-add = Add questions
lab-added = { $n ->
    [one] One question more, at the end of the agenda; Undo takes it off
   *[other] {$n-text} questions more, at the end of the agenda; Undo takes them off
}
lab-hand-row = Choose the row
lab-hand-column = Choose the column
lab-nothing-to-add = No new cell to add from here. The agenda stays as it is.
lab-question-notes = Notes on question {$n}, for the facilitator
lab-filter = Only where the name has
lab-filter-hint = part of the name
lab-remove-question = Take the question away
lab-move-up = Move up
lab-move-down = Move down
lab-status-collecting = voting, round {$round}
lab-status-revealed = round {$round} revealed

# The projection.
lab-projection = Laboratory, projection
lab-policy = POLICY
lab-goal = GOAL
lab-place = · Cell {$n} of {$of}
lab-place-round = · Cell {$n} of {$of} · Round {$round}
lab-voted = {$n} of {$of} have voted
lab-collecting = Voting
lab-waiting = The vote is not open yet
lab-waiting-text = Enter opens the vote
lab-median = Median
lab-consensus = Consensus
lab-spread = Interquartile range
lab-signs = Signs
lab-signs-said = negative: {$minus} · zero: {$zero} · positive: {$plus}
lab-verdict = Verdict
lab-round = Round {$round}
lab-too-few = too few votes
lab-agreed = agreement
lab-polarised = two opposite camps
lab-opposite = opposite signs
lab-scattered = scattered votes
lab-nobody = no value
lab-not-applicable = n.a.
lab-dont-know = Don't know
lab-off-scale = Between levels
lab-two-sided = { $n ->
    [one] One vote with two sides: {$votes}  ·  median of the sides {$sides}
   *[other] {$n-text} votes with two sides: {$votes}  ·  median of the sides {$sides}
}
lab-outcome = Outcome
lab-outcome-agreed = Agreement recorded
lab-outcome-parked = put off
lab-outcome-skipped = skipped

# Running a session.
lab-previous = Previous question
lab-next = Next question
lab-timer-start = Start the clock  T
lab-timer-pause = Stop the clock  T
lab-turn = {$name} votes
lab-turn-next = Recorded. {$name} votes
lab-blind = Pass the keyboard
lab-blind-end = Quick entry
lab-pass-on = The keyboard goes round: each votes alone
lab-pass-to = Pass the keyboard to {$name}: press Space
lab-pass-done = {$name}: vote recorded
lab-pass-comment = C: add a comment before you pass it
lab-pass-vote = {$name}: type your vote, then Enter
lab-pass-keys = 0 1 2 3 · −1 −2 −3 · 2/-1 two sides · n not applicable · ? don't know · what you type is not shown
lab-pass-typed = ●  typed: Enter records it, Backspace deletes
lab-pass-again = Vote not understood, type it again
lab-pass-end = All have voted: the keyboard goes back to the facilitator
lab-comment-hidden = Comment of {$name} (hidden), then Enter
lab-reveals = { $n ->
    [one] One vote of {$of} is missing: reveal all the same?
   *[other] {$n-text} votes of {$of} are missing: reveal all the same?
}
lab-reveal-all-the-same = Reveal all the same
lab-reveal-not-yet = Back to voting
lab-has-voted = voted
lab-is-missing = missing
lab-more = Who is missing, the comments and what comes next (I)
lab-missing-names = Missing: {$names}
lab-clock-of = of {$minutes} min
lab-all-voted = All have voted: R reveals
lab-hint-waiting = Enter opens the vote
lab-hint-revealed = Decide
lab-hint-closed = Question closed
lab-ask = Open the vote
lab-reveal = Reveal
lab-keys = 0 1 2 3 · −1 −2 −3 (or Q W E) · / then the other side · N not applicable · ? don't know · R reveals · B pass the keyboard · T time · F1 all keys
lab-keys-waiting = Enter opens the vote · S skips · ← → questions · T time · I what comes next · F1 all keys · Esc leaves
lab-keys-blind = Space takes the keyboard · vote and Enter · Esc back to quick votes · F1 all keys
lab-keys-revealed = A accepts · V votes again · P puts off · S skips · C comment · ← → questions · T time · F1 all keys
lab-keys-revealed-tables = A accepts · V votes again · P puts off · S skips · C comment · G by table · ← → questions · T time · F1 all keys
lab-keys-closed = Enter or → goes on · ← goes back · Ctrl+Z undoes · F1 all keys · Esc leaves
lab-keys-closing = ← back to the questions · Esc leaves
lab-turn-side = One more key for {$name}: the other side
lab-by-table = By table
lab-together = All together
lab-table-median = median {$median}
lab-round-dashed = - - -  Round {$n-text}
lab-consensus-of = {$value} of 1
lab-clock-over = {$clock}  time is up
lab-fix-keys = Enter agrees · Shift+Enter starts a line · Esc leaves it
lab-dissent-said = Who does not agree: {$text}
lab-outcome-open = open
lab-closing = What was decided
lab-closing-title = What was decided
lab-closing-page = {$n} of {$of}
lab-closing-next = Next page
lab-end = Close the projection
lab-closing-agreed = { $n ->
    [one] one agreed
   *[other] {$n-text} agreed
}
lab-closing-parked = { $n ->
    [one] one put off
   *[other] {$n-text} put off
}
lab-closing-skipped = { $n ->
    [one] one skipped
   *[other] {$n-text} skipped
}
lab-closing-open = { $n ->
    [one] one open
   *[other] {$n-text} open
}
lab-accept-value = Accept {$value}
lab-accept-lower = Accept {$value} (the lower of {$value} and {$upper})
lab-again = Discuss and vote again
lab-park = Put off
lab-skip = Skip
lab-comment = Comment
lab-reopen = Reopen
lab-stop = Leave the projection (Esc)
lab-missing = { $n ->
    [0] All have voted
    [one] One vote missing
   *[other] {$n-text} votes missing
}
lab-absent = absent
lab-then = Then: {$question}
lab-agreed-value = Agreed value
lab-agreed-empty = type a value
lab-agreed-na = not applicable
lab-agreed-unknown = not known
lab-agreed-two-sided = co-benefit and trade-off at once
lab-reason = Reason
lab-dissent = Those who disagree say
lab-fix = Record
lab-park-reason = Why it is put off
lab-comment-of = Comment of
lab-add-comment = Note
