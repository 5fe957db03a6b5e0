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
subject-actor = attore
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
subjects-actor = attori
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

# What each table of a file holds, for the guide.
guide-table-meta = Impronta del contenuto, capo della storia, sigillo del file
guide-table-info = Il documento: identificativo, titolo, descrizione, ente, se i punteggi sono illustrativi
guide-table-actor = Attori e reti
guide-table-source = Fonti: citazione, editore, data, indirizzo
guide-table-policy = Politiche con tutti i loro campi, in un albero
guide-table-cluster = Gruppi di politiche
guide-table-framework = Quadri di obiettivi con versione e dicitura
guide-table-goal = Obiettivi, in un albero per ogni quadro
guide-table-crosswalk = Raccordi fra due quadri
guide-table-link = I legami di un raccordo, con il peso
guide-table-scale = Scale con i livelli e la versione
guide-table-matrix = Matrici: nome, tipo, scala, valutatori
guide-table-line = Righe e colonne di ogni matrice: ordine, peso, se nascoste
guide-table-assessor = Valutatori, consenso compreso
guide-table-cell = Ciò che un valutatore dice di un incrocio, in un giro
guide-table-milestone = Versioni con un nome
guide-table-step = I passi della storia, con impronta e catena
guide-table-change = Che cosa ha cambiato ogni passo
guide-table-later = Posto per ciò che verrà: elementi che questa versione conserva e non mostra
guide-table-lab = Laboratori: data, luogo, domanda, regola, partecipanti
guide-table-question = Le domande di un laboratorio, con tempi ed esito; i voti sono in cell, nei giri da 1
