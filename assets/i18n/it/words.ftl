# Parole del modello.
language-it = Italiano
language-en = English

policy-kind-policy = Politica
policy-kind-programme = Programma
policy-kind-plan = Piano
policy-kind-project = Progetto
policy-kind-action = Azione
policy-kind-measure = Misura
policy-kind-network = Rete

actor-kind-body = Ente
actor-kind-office = Ufficio
actor-kind-person = Persona
actor-kind-network = Rete

assessor-kind-person = Persona
assessor-kind-office = Ufficio
assessor-kind-table = Tavolo
assessor-kind-agreed = Consenso
assessor-kind-participant = Partecipante

level-global = Globale
level-european = Europeo
level-national = Nazionale
level-regional = Regionale
level-metropolitan = Metropolitano
level-local = Locale

wording-official = ufficiale
wording-provisional = provvisorio
wording-to-fill = da compilare

matrix-kind-policy-goal = Politiche × obiettivi
matrix-kind-policy-policy = Politiche × politiche
matrix-kind-goal-goal = Obiettivi × obiettivi

axis-rows = Righe
axis-columns = Colonne

contribution-direct = diretto
contribution-indirect = indiretto

cause-type = digitazione
cause-paste = incolla
cause-fill = riempimento
cause-clear = cancellazione
cause-inspector = scheda della cella
cause-import = importazione
cause-take-over = ripresa dal confronto
cause-consensus = consenso
cause-merge = unione
cause-lab = laboratorio
lab-act-vote = raccogliere un voto
lab-act-ask = aprire un giro
lab-act-show = mostrare la domanda
lab-act-reveal = scoprire i voti
lab-act-comment = annotare un commento
lab-act-agree = fissare il consenso
lab-act-park = rinviare
lab-act-skip = saltare
lab-act-reopen = riaprire

subject-document = documento
subject-policy = politica
subject-actor = soggetto
subject-source = fonte
subject-cluster = gruppo di politiche
subject-framework = quadro
subject-goal = obiettivo
subject-crosswalk = raccordo
subject-link = legame del raccordo
subject-scale = scala
subject-matrix = matrice
subject-row = riga
subject-column = colonna
subject-assessor = valutatore
subject-milestone = versione
subject-cell = cella
subject-lab = laboratorio
subject-question = domanda del laboratorio
subject-participant = partecipante

subjects-document = documenti
subjects-policy = politiche
subjects-actor = soggetti
subjects-source = fonti
subjects-cluster = gruppi di politiche
subjects-framework = quadri
subjects-goal = obiettivi
subjects-crosswalk = raccordi
subjects-link = legami del raccordo
subjects-scale = scale
subjects-matrix = matrici
subjects-row = righe
subjects-column = colonne
subjects-assessor = valutatori
subjects-milestone = versioni
subjects-cell = celle
subjects-lab = laboratori
subjects-question = domande del laboratorio
subjects-participant = partecipanti
