# Coherence sheets: the room and what is written on them.
sheets-kind = Coherence sheet
sheets-signed = by {$who}
sheets-keyword = policy coherence
sheets-file-title = Coherence sheets · {$matrix}
sheets-contents = Contents
sheets-page-of = Page {"{"}page{"}"} of {"{"}pages{"}"}
sheets-of-matrix = Matrix “{$matrix}”
sheets-n-policies = { $n ->
    [one] one policy
   *[other] {$n-text} policies
}
sheets-n-lines = { $n ->
    [one] one
   *[other] {$n-text}
}
sheets-n-assessors = { $n ->
    [0] none
    [one] one
   *[other] {$n-text}
}
sheets-mark-illustrative = Illustrative scores: not an official assessment.
sheets-mark-provisional = { $n ->
    [one] One provisional wording, not confirmed by an act.
   *[other] {$n-text} provisional wordings, not confirmed by an act.
}
sheets-mark-to-fill = { $n ->
    [one] One wording to be filled in.
   *[other] {$n-text} wordings to be filled in.
}

sheets-identity = Identity
sheets-profile = Coherence profile
sheets-contributions = Contributions and reasons
sheets-conflicts = Trade-offs and mitigation
sheets-effects = Effects in space and time
sheets-directness = Direct and indirect contributions
sheets-coherence = Coherence with other policies
sheets-missing = What is missing
sheets-method = Method note
sheets-annex = Annex: all cells

sheets-figure-scored = Scored cells
sheets-figure-index = Coherence index
sheets-figure-strong = Strong contributions (≥ {$level})
sheets-figure-conflicts = Trade-offs
sheets-figure-benefit = Gross benefit
sheets-figure-tradeoff = Gross trade-off
sheets-figure-net = Net
sheets-figure-internal = Internal conflict
sheets-n-of-m = {$n} of {$m}
sheets-rests-on = { $n ->
    [one] The numbers rest on one scored cell
   *[other] The numbers rest on {$n-text} scored cells
}; unscored {$missing-text}, don't know {$unknown-text}, not applicable {$na-text}.
sheets-strip-alt = Profile: {$what}
sheets-unscored = unscored
sheets-by-policy = Sums by policy
sheets-by-goal = Sums by goal

sheets-head-policy = Policy
sheets-head-goal = Goal
sheets-head-crossing = Crossing
sheets-head-pair = Pair
sheets-head-score = Score
sheets-head-reason = Reason and sources
sheets-head-why = Why
sheets-head-mitigation = Mitigation
sheets-head-contribution = Contribution
sheets-head-confidence = Confid.
sheets-head-who = Who and when
sheets-head-word = Word
sheets-head-guidance = What it means
sheets-head-benefit = Benefit
sheets-head-tradeoff = Trade-off
sheets-head-net = Net
sheets-head-index = Index
sheets-head-coverage = Coverage
sheets-head-internal = Internal conf.
sheets-head-synergies = Synergies
sheets-head-conflicts = Conflicts
sheets-head-joint-harm = Joint harm

sheets-contributions-caption = Co-benefits, strongest first
sheets-conflicts-caption = Trade-offs, strongest first
sheets-annex-caption = All cells
sheets-coherence-caption = Goals on which the policies meet
sheets-coherence-note = {$n} pairs of {$m} with goals in common; those with most conflict first.
sheets-no-reason = No reason given
sheets-no-mitigation = Not given
sheets-no-contributions = No co-benefit scored.
sheets-no-conflicts = No trade-off scored.
sheets-no-coherence = No other policy has effects on the same goals.
sheets-nothing-missing = Every cell is scored, with reason and source.
sheets-not-filled = Not filled in
sheets-see-annex = see the annex
sheets-page = p. {$page}
sheets-confidence-of = {$n-text} of 5
sheets-direct = Direct ({$n-text})
sheets-indirect = Indirect ({$n-text})
sheets-unsaid = Not said ({$n-text})
sheets-missing-unscored = Unscored ({$n-text})
sheets-missing-na = Not applicable ({$n-text})
sheets-missing-unknown = Don't know ({$n-text})
sheets-missing-reason = No reason ({$n-text})
sheets-missing-source = No source ({$n-text})
sheets-effects-here = Here and now
sheets-effects-elsewhere = Elsewhere
sheets-effects-future = Future generations

sheets-field-kind = Kind
sheets-field-level = Level
sheets-field-territory = Territory
sheets-field-owner = Owner
sheets-field-actors = Actors
sheets-field-period = Period
sheets-field-budget = Cost
sheets-field-budget-note = Cost details
sheets-field-beneficiaries = Beneficiaries
sheets-field-results = Expected results
sheets-field-outputs = Outputs
sheets-field-links = Links
sheets-field-variant = Variant of
sheets-field-wording = Wording
sheets-field-framework = Framework
sheets-field-goal-level = Level
sheets-field-parent = Part of
sheets-field-note = Note
sheets-field-members = Policies
sheets-field-document = Document
sheets-field-body = Body
sheets-field-matrix-kind = Kind
sheets-field-rows = Rows
sheets-field-columns = Columns
sheets-field-scale = Scale
sheets-field-assessor = Scores of
sheets-field-assessors = Assessors
sheets-field-weights = Weights
sheets-field-id = Identifier
sheets-field-step = Version (step)
sheets-field-hash = Hash
sheets-field-date = Date
sheets-weights-equal = all equal to 1
sheets-from-month = from {$month}
sheets-to-month = until {$month}
sheets-scale-caption = The levels of the scale. Source: {$source}

sheets-formula-states = Empty, not applicable, don't know and zero are four different things: only scored cells, zero included, enter sums (M2).
sheets-formula-gross = Gross benefit B = Σ w·b, gross trade-off T = Σ w·t, net N = B + T, with b ≥ 0 the co-benefit, t ≤ 0 the trade-off and w the weight of the goal, or of the policy where policies are summed (M2).
sheets-formula-index = Coherence index K = Σ w·(b + t) / (K max · Σ w) over scored cells, between −1 and +1 (M2).
sheets-formula-coverage = Coverage: scored cells of those possible, not applicable ones left out (M2).
sheets-formula-internal = Internal conflict: Σ w·min(b, |t|), what the net hides (M2).
sheets-formula-coherence = Coherence of two policies over goals scored for both: (synergies − conflicts − joint harm) / (synergies + conflicts + joint harm), intensity Σ w·min(|s₁|, |s₂|) (M13).
sheets-sources-caption = Sources cited
sheets-head-key = Key
sheets-head-citation = Citation
sheets-head-url = Address

sheets-matrix = Matrix
sheets-scores-of = Scores of
sheets-of = Sheets of
sheets-of-policies = Policies
sheets-of-goals = Goals
sheets-of-clusters = Clusters
sheets-of-whole = All
sheets-filter = Filter the list
sheets-all = All
sheets-none = None
sheets-n-chosen = { $n ->
    [one] one chosen
   *[other] {$n-text} chosen
}
sheets-list = List of sheets
sheets-no-clusters = No clusters: they are made in the Catalogue.
sheets-none-found = Nothing with this filter.
sheets-no-matrix = No matrix
sheets-no-matrix-text = A sheet tells of a matrix: make one and type the first scores.
sheets-making = Making the pages…
sheets-not-made = The pages cannot be shown
sheets-page-alt = {$title}: page {$page} of {$pages}
sheets-pages = { $n ->
    [one] one page
   *[other] {$n-text} pages
}
sheets-pages-more = {$shown} pages shown of {$n-text}
sheets-parts = Parts
sheets-part-up = Move up: {$part}
sheets-part-down = Move down: {$part}
sheets-format = Format
sheets-bound = One file with all of them
sheets-template = Template
sheets-template-shipped = The one of the program
sheets-template-choose = Choose a file…
sheets-template-copy = Copy the one of the program to change it…
sheets-export = { $n ->
    [one] Export the sheet…
   *[other] Export {$n-text} sheets…
}
sheets-export-text = Into a folder. Files that are there already are not replaced.
sheets-writing = {$done} of {$of} written
sheets-stop = Stop
sheets-folder = Sheets
sheets-exported = { $n ->
    [one] One file written to {$folder}
   *[other] {$n-text} files written to {$folder}
}
sheets-exists = {$file} is there already. No file was written: choose another folder.
sheets-provisional = (prov.)
