# Words of the model.
language-it = Italiano
language-en = English

policy-kind-policy = Policy
policy-kind-programme = Programme
policy-kind-plan = Plan
policy-kind-project = Project
policy-kind-action = Action
policy-kind-measure = Measure
policy-kind-network = Network

actor-kind-body = Body
actor-kind-office = Office
actor-kind-person = Person
actor-kind-network = Network

assessor-kind-person = Person
assessor-kind-office = Office
assessor-kind-table = Table
assessor-kind-agreed = Agreed
assessor-kind-participant = Participant

level-global = Global
level-european = European
level-national = National
level-regional = Regional
level-metropolitan = Metropolitan
level-local = Local

wording-official = official
wording-provisional = provisional
wording-to-fill = to be filled in

matrix-kind-policy-goal = Policies × goals
matrix-kind-policy-policy = Policies × policies
matrix-kind-goal-goal = Goals × goals

axis-rows = Rows
axis-columns = Columns

contribution-direct = direct
contribution-indirect = indirect

cause-type = typing
cause-paste = paste
cause-fill = fill
cause-clear = clear
cause-inspector = cell inspector
cause-import = import
cause-take-over = taken from comparison
cause-consensus = consensus
cause-merge = merge
cause-lab = laboratory
lab-act-vote = take a vote
lab-act-ask = open a round
lab-act-show = show the question
lab-act-reveal = reveal the votes
lab-act-comment = take a comment
lab-act-agree = record the agreement
lab-act-park = put off
lab-act-skip = skip
lab-act-reopen = reopen

subject-document = document
subject-policy = policy
subject-actor = actor
subject-source = source
subject-cluster = policy cluster
subject-framework = framework
subject-goal = goal
subject-crosswalk = crosswalk
subject-link = crosswalk link
subject-scale = scale
subject-matrix = matrix
subject-row = row
subject-column = column
subject-assessor = assessor
subject-milestone = version
subject-cell = cell
subject-lab = laboratory
subject-question = laboratory question
subject-participant = participant

subjects-document = documents
subjects-policy = policies
subjects-actor = actors
subjects-source = sources
subjects-cluster = policy clusters
subjects-framework = frameworks
subjects-goal = goals
subjects-crosswalk = crosswalks
subjects-link = crosswalk links
subjects-scale = scales
subjects-matrix = matrices
subjects-row = rows
subjects-column = columns
subjects-assessor = assessors
subjects-milestone = versions
subjects-cell = cells
subjects-lab = laboratories
subjects-question = laboratory questions
subjects-participant = participants

# What each table of a file holds, for the guide.
guide-table-meta = Hash of the contents, head of the history, seal of the file
guide-table-info = The document: id, title, description, body, whether scores are illustrative
guide-table-actor = Actors and networks
guide-table-source = Sources: citation, publisher, date, address
guide-table-policy = Policies with all their fields, in a tree
guide-table-cluster = Clusters of policies
guide-table-framework = Frameworks of goals with version and wording
guide-table-goal = Goals, in a tree for each framework
guide-table-crosswalk = Crosswalks between two frameworks
guide-table-link = The links of a crosswalk, with their weight
guide-table-scale = Scales with their levels and version
guide-table-matrix = Matrices: name, kind, scale, assessors
guide-table-line = Rows and columns of each matrix: order, weight, whether hidden
guide-table-assessor = Assessors, the agreed one included
guide-table-cell = What an assessor says of a crossing, in a round
guide-table-milestone = Versions with a name
guide-table-step = The steps of the history, with digest and chain
guide-table-change = What each step changed
guide-table-later = Room for what is to come: records that this version keeps and does not show
guide-table-lab = Laboratories: date, place, question, rule, participants
guide-table-question = The questions of a laboratory, with times and outcome; votes are in cell, in rounds from 1
