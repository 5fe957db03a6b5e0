# I laboratori su carta: esito, agenda, schede di voto, presenze.
labpaper-kind-outcome = Esito del laboratorio
labpaper-kind-agenda = Ordine del giorno
labpaper-kind-ballots = Schede di voto
labpaper-kind-presences = Foglio presenze
labpaper-file-title = {$kind} · {$title}
labpaper-file-outcome = {$title} - esito senza nomi
labpaper-file-outcome-names = {$title} - esito con i nomi
labpaper-file-agenda = {$title} - ordine del giorno
labpaper-file-ballots = {$title} - schede di voto
labpaper-file-presences = {$title} - foglio presenze
labpaper-keyword = laboratorio di valutazione
labpaper-mark-anonymous = Esito senza nomi: i voti sono riportati solo come conteggi.
labpaper-gone = Il laboratorio, o la sua matrice, non c'è più. Nessun file è stato scritto: scegli un altro laboratorio.
labpaper-somebody = (…)
labpaper-session = Il laboratorio
labpaper-summary = In breve
labpaper-questions = Domande
labpaper-participants = Partecipanti
labpaper-panel = Accordo del gruppo
labpaper-outcomes = Esiti
labpaper-rounds = Giri
labpaper-moves = Spostamenti
labpaper-votes = Voti
labpaper-all-comments = Commenti
labpaper-title = Laboratorio
labpaper-place = Luogo
labpaper-asked = Domanda posta
labpaper-rule-label = Regola del consenso
labpaper-participation = { $present ->
    [one] uno presente
   *[other] {$present-text} presenti
} su {$n-text}, { $voted ->
    [one] uno ha votato
   *[other] {$voted-text} hanno votato
}
labpaper-rule = Accordo con almeno {$n-text} voti, scarto interquartile fino a {$iqr} e nessun segno opposto; polarizzata dal {$share} dei voti su ciascun segno.
labpaper-rule-signs = Accordo con almeno {$n-text} voti e scarto interquartile fino a {$iqr}, anche con segni opposti; polarizzata dal {$share} dei voti su ciascun segno.
labpaper-rests-on = α si regge su {$units} domande con almeno due punteggi ({$scores} punteggi); W su {$cells} domande a cui tutti hanno dato un punteggio ({$people} persone). Contano gli ultimi giri rivelati.
labpaper-moved = Dal primo all'ultimo giro { $n ->
    [0] nessun voto è cambiato
    [one] è cambiato un voto
   *[other] sono cambiati {$n-text} voti
} su {$m-text}: {$up} in su, {$down} in giù, spostamento medio {$shift}; consenso da {$before} a {$after}.
labpaper-total = { $n ->
    [one] Una domanda
   *[other] {$n-text} domande
}, {$minutes} minuti in tutto ({$clock} ore).
labpaper-total-minutes = { $n ->
    [one] Una domanda
   *[other] {$n-text} domande
}, {$minutes} minuti in tutto.
labpaper-comments = Commenti, giro {$round-text}
labpaper-round = Giro {$round-text}
labpaper-last-rounds = Ultimi giri
labpaper-listed = In elenco
labpaper-present = Presenti
labpaper-voted = Hanno votato
labpaper-is-present = presente
labpaper-absent = assente
labpaper-agreed = Concordate
labpaper-parked = Rinviate
labpaper-skipped = Saltate
labpaper-open = Aperte
labpaper-alpha = α di Krippendorff
labpaper-w = W di Kendall
labpaper-moved-label = Voti cambiati
labpaper-moved-both = Voti in entrambi i giri
labpaper-moved-up = In su
labpaper-moved-down = In giù
labpaper-moved-shift = Spostamento medio
labpaper-moved-distance = Spostamento medio assoluto
labpaper-moved-before = Consenso al primo giro
labpaper-moved-after = Consenso all'ultimo giro
labpaper-no-questions = L'ordine del giorno è vuoto.
labpaper-nothing-revealed = Nessun giro è stato rivelato: non ci sono ancora cifre.
labpaper-not-revealed = Nessun giro rivelato.
labpaper-questions-caption = Le domande, con l'ultimo giro rivelato e l'esito
labpaper-participants-caption = Chi c'era e a quante domande ha risposto
labpaper-panel-caption = Accordo del gruppo, giro per giro
labpaper-spread-caption = Voti per livello della scala
labpaper-tables-caption = L'ultimo giro tavolo per tavolo
labpaper-printed = stampato il {$date}
labpaper-statistics-caption = Cifre dei giri
labpaper-votes-caption = Chi ha votato che cosa
labpaper-agenda-caption = Domande con il tempo previsto
labpaper-ballot-caption = Segna una casella per ogni riga
labpaper-presences-caption = Firme dei presenti
labpaper-ballot = Scheda di voto
labpaper-ballot-lines = Nome o numero: ______________________      Giro: ______
labpaper-ballot-round = Giro: ______
labpaper-privacy = Informativa (articolo 13 del regolamento UE 2016/679). Titolare del trattamento: {$body}. Nomi, recapiti e firme servono solo a documentare chi era presente; non sono collegati ai voti e non sono diffusi. Diritti di chi firma e recapito del responsabile della protezione dei dati: ____________________________
labpaper-privacy-blank = Informativa (articolo 13 del regolamento UE 2016/679). Titolare del trattamento: ____________________________. Nomi, recapiti e firme servono solo a documentare chi era presente; non sono collegati ai voti e non sono diffusi. Diritti di chi firma e recapito del responsabile della protezione dei dati: ____________________________
labpaper-not-applicable = non applicabile
labpaper-dont-know = non so
labpaper-outcome-parked = rinviata
labpaper-outcome-skipped = saltata
labpaper-outcome-open = aperta
labpaper-agreed-value = Valore concordato
labpaper-reason = Motivazione
labpaper-dissent = Dissenso
labpaper-parked-reason = Perché è rinviata
labpaper-verdict-few = pochi voti
labpaper-verdict-agreed = accordo
labpaper-verdict-polarised = due campi opposti
labpaper-verdict-signs = segni opposti
labpaper-verdict-scattered = voti dispersi
labpaper-head-n = N.
labpaper-head-crossing = Incrocio
labpaper-head-votes = Voti
labpaper-head-vote = Voto
labpaper-head-median = Mediana
labpaper-head-lower-median = Mediana inferiore
labpaper-head-upper-median = Mediana superiore
labpaper-head-q1 = Primo quartile
labpaper-head-q3 = Terzo quartile
labpaper-head-iqr = Scarto interq.
labpaper-head-consensus = Consenso
labpaper-head-agreement = Accordo A
labpaper-head-dispersion = Dispersione D
labpaper-head-signs = − · 0 · +
labpaper-head-negative = Negativi
labpaper-head-zero = Zero
labpaper-head-positive = Positivi
labpaper-head-verdict = Giudizio
labpaper-head-two-sided = Voti con due lati
labpaper-head-sides = Che cosa nasconde il netto
labpaper-two-sided-note = Voti con un co-beneficio e un conflitto insieme, che il punteggio netto nasconde
labpaper-two-sided = { $n ->
    [one] un voto con due lati ({$votes}); mediana dei co-benefici {$benefit}, dei conflitti {$tradeoff}
   *[other] {$n-text} voti con due lati ({$votes}); mediana dei co-benefici {$benefit}, dei conflitti {$tradeoff}
}
labpaper-head-outcome = Esito
labpaper-head-round = Giro
labpaper-head-units = Domande di α
labpaper-head-scores = Punteggi di α
labpaper-head-cells = Domande di W
labpaper-head-people = Persone di W
labpaper-head-units-scores = domande · punteggi
labpaper-head-cells-people = domande · persone
labpaper-head-between = Altri valori
labpaper-head-na = n.a.
labpaper-head-missing = Mancanti
labpaper-head-scored = Punteggi
labpaper-head-name = Nome
labpaper-head-role = Ruolo
labpaper-head-organisation = Ente
labpaper-head-table = Tavolo
labpaper-head-presence = Presenza
labpaper-head-answered = Domande votate
labpaper-head-signature = Firma
labpaper-head-of = Ruolo, ente, tavolo
labpaper-head-contact = E-mail o telefono
labpaper-head-time = Ora
labpaper-head-minutes = Minuti
labpaper-head-from-to = Dalle – alle
labpaper-head-comment = Commento
labpaper-formula-panel = Ogni giro: mediana, scarto interquartile (quartili per interpolazione lineare), consenso di Tastle e Wierman Cns = 1 + Σ p log2(1 − |x − μ|/d) con d la larghezza della scala, accordo A di van der Eijk, dispersione D di Leik, sui netti dei voti rivelati; n.a. e «non so» sono contati a parte (M10).
labpaper-formula-agreement = Accordo del gruppo: α di Krippendorff con metrica a intervalli, che ammette voti mancanti; W di Kendall con correzione per i pari merito, sulle domande a cui hanno dato un punteggio tutti coloro che ne hanno dato almeno uno (M10).
labpaper-formula-moved = Spostamenti: voti con un netto in entrambi i giri, il primo e l'ultimo rivelato; lo spostamento è ultimo meno primo, in punti della scala.
