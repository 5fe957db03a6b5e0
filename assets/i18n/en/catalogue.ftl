# Catalogue: policies, actors, clusters, sources.
catalogue-tabs = Catalogue
catalogue-tab-policies = Policies
catalogue-tab-actors = Actors
catalogue-tab-clusters = Clusters
catalogue-tab-sources = Sources

catalogue-field-code = Code
catalogue-field-name = Name
catalogue-field-short = Short name
catalogue-field-kind = Kind
catalogue-field-level = Level
catalogue-field-territory = Territory
catalogue-field-owner = Owner
catalogue-field-actors = Actors involved
catalogue-field-start = Start
catalogue-field-end = End
catalogue-field-budget = Cost in euro
catalogue-field-budget-note = Note on the cost
catalogue-field-beneficiaries = Beneficiaries
catalogue-field-expected-results = Expected results
catalogue-field-outputs = Outputs
catalogue-field-links = Links
catalogue-field-description = Description
catalogue-field-effects-here = Effects here and now
catalogue-field-effects-elsewhere = Effects elsewhere
catalogue-field-effects-future = Effects on future generations
catalogue-field-wording = Wording
catalogue-field-variant-of = Variant of
catalogue-field-clusters = Clusters
catalogue-field-members = Members of the network
catalogue-field-policies = Policies of the cluster
catalogue-field-colour = Colour
catalogue-field-note = Note
catalogue-field-key = Key
catalogue-field-citation = Citation
catalogue-field-publisher = Publisher or body
catalogue-field-date = Date
catalogue-field-url = Address
catalogue-field-page = Page
catalogue-column-cells = Cells

catalogue-part-who = Who
catalogue-part-when = When and how much
catalogue-part-what = For whom and what
catalogue-part-effects = Effects to bear in mind
catalogue-part-relations = Relations with other policies

catalogue-hint-month = MM/YYYY
catalogue-hint-money = 96,920.50
catalogue-hint-list = One per line
catalogue-refused-month = “{$entry}” is not a month. Write for example 09/2026, 01/09/2026, September 2026 or 2026
catalogue-refused-money = “{$entry}” is not an amount. Write for example 96,920.50 or 1.5 million
catalogue-left-refused = {$field}: the text was not recorded and stays in its field. {$why}
catalogue-refused-word = “{$entry}” is not one of the words of the list. Type how a word begins, or press F2 to see them
catalogue-refused-no-word = A word of the list is needed here. Press F2 to see them
catalogue-refused-policy = “{$entry}” is neither the code nor the name of a policy
catalogue-refused-two-policies = “{$entry}” is the name of several policies. Type the code
catalogue-refused-cluster = “{$entry}” is no cluster. Clusters are added under Clusters
catalogue-refused-counted = Cells count themselves
catalogue-refused-cell = {$field} of “{$policy}”: {$why}
catalogue-refused-outside = { $n ->
    [one] One value falls outside the table. To add policies: “Paste policies…”
   *[other] {$n-text} values fall outside the table. To add policies: “Paste policies…”
}
catalogue-pasted-partly = Cells written: {$n-text}. Not taken: {$m-text}.
catalogue-made-actors = New actors: {$names}
catalogue-has-refused = with a text not recorded

catalogue-search = Search, accents do not matter
catalogue-filter = Filter: {$what}
catalogue-filter-none = none
catalogue-any = All
catalogue-none = None
catalogue-columns = Columns
catalogue-show-all = Show all
catalogue-found = {$n-text} of {$of-text}
catalogue-selected = {$n-text} selected
catalogue-sort-by = {$column}: sort
catalogue-sorted-up = {$column}: ascending
catalogue-sorted-down = {$column}: descending
catalogue-as-tree = Back to the tree
catalogue-fold-all = Fold all branches
catalogue-unfold-all = Unfold all branches
catalogue-row-place = row {$at} of {$n-text}
catalogue-more = More commands
catalogue-add = Add
catalogue-keys-add = Ins
catalogue-keys-add-below = Shift+Ins
catalogue-keys-rename = F2
catalogue-keys-delete = Del

catalogue-new-policy = New policy
catalogue-new-actor = New actor
catalogue-new-cluster = New cluster
catalogue-new-source = New source
catalogue-add-actor = Add an actor
catalogue-add-cluster = Add a cluster
catalogue-add-source = Add a source
catalogue-delete-actor = Delete the actor…
catalogue-delete-cluster = Delete the cluster…
catalogue-delete-source = Delete the source…

catalogue-pick-search = Search the list
catalogue-pick-or-add = Search or write a new name
catalogue-pick-new = New: {$name}
catalogue-pick-nothing = No results
catalogue-pick-type-new = Write a name and press Enter to add it
catalogue-variants = Variants: {$names}
catalogue-take-out = Take out {$name}
catalogue-colour = Colour: {$name}
catalogue-colour-plum = plum
catalogue-colour-green = green
catalogue-colour-ochre = ochre
catalogue-colour-blue = blue
catalogue-colour-violet = violet
catalogue-colour-red = red
catalogue-colour-teal = teal
catalogue-colour-grey = grey

catalogue-members = { $n ->
    [one] one member
   *[other] {$n-text} members
}
catalogue-policies = { $n ->
    [0] no policies
    [one] one policy
   *[other] {$n-text} policies
}
catalogue-in-policies = { $n ->
    [0] in no policy
    [one] in one policy
   *[other] in {$n-text} policies
}
catalogue-cited = { $n ->
    [0] never cited
    [one] cited in one cell
   *[other] cited in {$n-text} cells
}
catalogue-used-in-policies = In policies
catalogue-used-in-networks = In networks
catalogue-used-in-cells = Cited in cells
catalogue-and-more = and {$n-text} more
catalogue-source-in-use = A source that is cited cannot be deleted

catalogue-delete-one = Delete “{$name}”?
catalogue-delete-many = Delete {$n-text} policies?
catalogue-delete-below = { $n ->
    [one] The policy below it goes too
   *[other] {$n-text} policies below go too
}
catalogue-delete-cells = { $n ->
    [one] One assessed cell goes, with reason and sources
   *[other] {$n-text} assessed cells go, with reasons and sources
}
catalogue-delete-lines = { $n ->
    [one] One row or column of the matrices goes
   *[other] {$n-text} rows or columns of the matrices go
}
catalogue-delete-variants = { $n ->
    [one] One policy is no longer its variant
   *[other] {$n-text} policies are no longer its variants
}
catalogue-delete-actor-policies = { $n ->
    [one] It is taken out of one policy
   *[other] It is taken out of {$n-text} policies
}
catalogue-delete-actor-networks = { $n ->
    [one] It is taken out of one network
   *[other] It is taken out of {$n-text} networks
}
catalogue-delete-cluster-text = The policies of the cluster stay
catalogue-delete-undo = Ctrl+Z undoes it

catalogue-empty-title = No policies
catalogue-empty-text = Add plans, programmes and actions, or import them from a table.
catalogue-not-found-title = No results
catalogue-not-found-text = No policy fits search and filters.
catalogue-actors-empty-title = No actors
catalogue-actors-empty-text = Bodies, offices, people and networks that own or carry out policies.
catalogue-clusters-empty-title = No clusters
catalogue-clusters-empty-text = A cluster holds policies of several branches together, to see their scores together.
catalogue-sources-empty-title = No sources
catalogue-sources-empty-text = Documents and data cited in cells: written once, referred to everywhere.
catalogue-details-none = Nothing selected
catalogue-details-policies = Choose a policy to see and edit its fields.
catalogue-details-actors = Choose an actor to see and edit its fields.
catalogue-details-clusters = Choose a cluster to see and edit its policies.
catalogue-details-sources = Choose a source to see and edit its fields.
catalogue-unmarked = no mark
catalogue-many = { $n ->
    [one] one policy selected
   *[other] {$n-text} policies selected
}
catalogue-many-text = A change goes to all of them, in one step. Where they differ the field says so; code and names stay each one’s own.
catalogue-many-empty = Empty in all of them: {$field}
catalogue-many-differ = different values
