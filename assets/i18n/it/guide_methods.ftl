# La guida: che cosa vuol dire ogni numero. Le voci sono quelle di METHODS che il programma calcola.
guide-methods = Metodi: che cosa vuol dire ogni numero
guide-methods-text =
    Ogni numero che si vede nella finestra, in una scheda o dalla riga di comando è uno di questi. Non c'è una norma che definisca un solo «numero della coerenza»: perciò nessun indice è mostrato senza gli obiettivi che ci stanno dietro.

    Nelle formule b ≥ 0 è il co-beneficio di una cella, t ≤ 0 il suo conflitto, s = b + t il netto, K il valore più alto della scala (3 su quella di Nilsson), w il peso dell'obiettivo. In una matrice di obiettivi × obiettivi o politiche × politiche mᵢⱼ è l'effetto netto della riga i sulla colonna j.

    Vuoto, non applicabile, «non so» e valutato (zero compreso) non si mescolano mai: solo le celle valutate entrano in una somma, e ogni risultato dice su quante celle si regge. Un numero che non esiste (la media di niente) resta vuoto e non diventa zero.

    Uguale è uguale: due numeri che differiscono di meno di un miliardesimo del più grande sono pari, hanno la stessa posizione e la successiva si salta; vale per classifiche, primi posti ed elenchi, sullo schermo, su carta e in JSON. Le cifre si arrotondano in un solo modo, la metà lontano dallo zero: 0,125 è 0,13.
guide-source = Fonte: {$source}
guide-by-command = Riga di comando: {$commands}.

guide-method-scales = Scale
guide-method-scales-text = Scala di Nilsson a sette livelli: +3 indivisibile, +2 rafforza, +1 abilita, 0 coerente, −1 vincola, −2 contrasta, −3 cancella. Scala verbale a cinque livelli delle valutazioni italiane di piani, da alta correlazione ad alto contrasto (+2 … −2). Influenza 0 … 3. Co-beneficio e conflitto 0 … 2. Se ne possono aggiungere altre; una matrice conserva la versione di scala con cui è stata valutata.
guide-method-scales-source = Nilsson, Griggs e Visbeck 2016, Nature 534:320.
guide-method-sums = Somme e indice di coerenza
guide-method-sums-text = Per una politica, sugli obiettivi valutati: beneficio lordo B = Σ w·b, conflitto lordo T = Σ w·t, netto N = B + T. Copertura: celle valutate su quelle possibili, escluse le non applicabili. Indice di coerenza Σ w·s / (K · Σ w), fra −1 e +1, perché le politiche hanno numeri diversi di incroci sensati. Conflitto interno Σ w·min(b, |t|): ciò che il netto nasconde. Lo stesso per obiettivo, per gruppo, per insieme di politiche.
guide-method-sums-source = definizione di Ordito; la somma dei due lati separati segue le matrici politiche × traguardi in uso.
guide-method-costs = Costi
guide-method-costs-text = Una politica ha il suo costo, un gruppo la somma dei suoi. Un obiettivo ha la parte dei costi delle politiche che lo aiutano, divisa in proporzione ai co-benefici: Σ costo · w·b / B. Così un costo non è mai contato due volte.
guide-method-costs-source = definizione di Ordito.
guide-method-impact = Influenza dentro una matrice quadrata
guide-method-impact-text = Somma di riga Rᵢ = Σ mᵢⱼ: quanto i influenza gli altri. Somma di colonna Cⱼ = Σ mᵢⱼ: quanto j è aiutato. Netto R − C, parti positive e negative, numero di celle diverse da zero. Somme attiva AS e passiva PS dei valori assoluti, quoziente AS/PS e prodotto AS·PS.
guide-method-impact-source = Weitz e altri 2018, Sustainability Science, doi 10.1007/s11625-017-0470-0; Vester per AS e PS.
guide-method-second = Secondo passo
guide-method-second-text = Totale Tᵢ = Rᵢ + p · Σ mᵢⱼ Rⱼ, su j diverso da i. Il peso p del secondo passo è 0,5 e si cambia; accanto si vedono sempre p = 0 e p = 1. A scelta senza i percorsi di ritorno: Σ mᵢⱼ (Rⱼ − mⱼᵢ). Con effetti di segno diverso meno per meno fa più: per questo i percorsi più forti sono detti a parole, «A aiuta B, che danneggia C».
guide-method-second-source = Weitz e altri 2018; con p = 1 è l'influenza attesa a due passi di Robinaugh e altri 2016.
guide-method-through = Che cosa arriva a un obiettivo attraverso gli altri
guide-method-through-text = Con s la riga di una politica e M una matrice di obiettivi × obiettivi, l'effetto indiretto è s·M / K. Sta accanto a quello diretto e non vi è mai sommato di nascosto.
guide-method-through-source = estensione di Ordito al metodo del secondo passo.
guide-method-groups = Gruppi e ordine
guide-method-groups-text = Distanza fra due profili: 1 − Pearson, oppure 1 − coseno, sugli obiettivi valutati per entrambi. Albero con legame medio, tagliato dove la silhouette media è più alta. Comunità con la modularità per pesi con segno Q = (2w⁺Q⁺ − 2w⁻Q⁻) / (2w⁺ + 2w⁻). Righe e colonne si ordinano in modo che i vicini nell'albero siano i più simili.
guide-method-groups-source = Rousseeuw 1987 (silhouette); Gómez, Jensen e Arenas 2009; Blondel e altri 2008; Bar-Joseph e altri 2001.
guide-method-central = Centralità
guide-method-central-text = Intermediazione: quanti percorsi più brevi passano da un elemento, con lunghezza 1/|m|, così che un effetto forte sia una strada breve. Vicinanza con la correzione per ciò che si raggiunge: ((r − 1)/(n − 1)) · ((r − 1)/Σ d). Entropia di riga H = −Σ p·log₂ p, con p = |mᵢⱼ| / Σ |mᵢ·|: alta se l'influenza si distribuisce, bassa se va su pochi.
guide-method-central-source = Brandes 2001; Wasserman e Faust.
guide-method-micmac = MICMAC
guide-method-micmac-text = Su |m|, o solo sulla parte positiva o negativa. Influenza diretta: somme di riga; dipendenza: somme di colonna. Indirette: potenze M², M³ … finché le classifiche di righe e colonne si ripetono; se non ci sono circoli, M + M² + …. Le quote sono per 10 000, così diretto e indiretto si confrontano. I quattro campi, tagliati alle medie: influenti, di collegamento, dipendenti, autonome. Chi sta esattamente sulla media sta dal lato alto. I conti sono in numeri interi, senza arrotondamenti: alla media e a pari merito si è solo quando lo si è all'ultima unità.
guide-method-micmac-source = Godet; Arcade e altri 1999.
guide-method-uncertain = Incertezza dei punteggi
guide-method-uncertain-text = La confidenza da 5 a 1 diventa uno scarto σ = 0,2; 0,5; 0,8; 1,2; 1,5: il punteggio è estratto da una normale attorno a quello scritto, tagliata alla scala. Il seme è visibile: lo stesso seme dà gli stessi numeri. Che cosa manca: ogni cella vuota o «?» è provata da sola con il punteggio più basso e il più alto, per dire quale potrebbe spostare di più la classifica. Nessuna estrazione esce dalla scala: su una scala da 0 in su non c'è un valore negativo da provare.
guide-method-uncertain-source = definizione di Ordito.
guide-method-panel = Accordo fra valutatori su una cella e in tutto
guide-method-panel-text =
    Di una cella: quanti hanno valutato, mediana bassa e alta, moda, quartili e scarto interquartile, minimo e massimo, segni. Consenso Cns = 1 + Σ p·log₂(1 − |x − μ|/d), con d ampiezza della scala: 1 se tutti uguali, 0 se metà a un estremo e metà all'altro. Accordo A di van der Eijk e dispersione D di Leik. Una cella è polarizzata se A < 0 o se i due segni hanno ciascuno almeno un quarto dei voti; sparsa è un'altra cosa.

    Di tutto il gruppo: W di Kendall con i pari merito e χ² = k(n − 1)W; α di Krippendorff (nominale, ordinale, per intervalli, per rapporti), anche con voti mancanti; κ di Cohen pesato per due valutatori. La regola del consenso è un'impostazione e si legge accanto al risultato. In W non entra chi non ha dato nessun punteggio; il valore p dice quanto spesso un accordo così verrebbe dal caso.
guide-method-panel-source = Tastle e Wierman 2007; van der Eijk 2001; Leik 1966; Kendall e Babington Smith 1939; Krippendorff 2004; Cohen 1968.
guide-method-ranks = Quanto regge una classifica
guide-method-ranks-text = Pesi estratti in modo uniforme fra tutti quelli possibili, punteggi come sopra: accettabilità di una posizione è la quota di estrazioni in cui la politica sta lì; peso centrale, la media dei pesi che la mettono prima; fattore di confidenza; indice di vittoria a coppie. Per un solo obiettivo, l'intervallo di stabilità dice fra quali pesi l'ordine non cambia, con gli altri pesi in proporzione. Le posizioni che non si distinguono sono disegnate come un gruppo. L'entropia di una posizione, −Σ b·log₂ b sulle accettabilità, dice quanto è indecisa: 0 quando è sempre la stessa.
guide-method-ranks-source = SMAA, Lahdelma, Hokkanen e Salminen 1998; Lahdelma e Salminen 2001.
guide-method-promethee = PROMETHEE
guide-method-promethee-text = Preferenza di a su b: π(a, b) = Σ w·P(s₁ − s₂) / Σ w sugli obiettivi valutati per entrambe, con una di sei funzioni P. Flusso uscente φ⁺ ed entrante φ⁻ sono medie sulle altre; la I dà un ordine parziale, la II uno completo con φ = φ⁺ − φ⁻. Dalla riga di comando «--criteria» dà a ogni colonna la sua funzione, le soglie, il verso e il peso; π è nel risultato, coppia per coppia.
guide-method-promethee-source = Brans, Vincke e Mareschal 1986, EJOR 24:228.
guide-method-coherence = Coerenza fra due politiche
guide-method-coherence-text = Sugli obiettivi valutati per entrambe: conflitti X (segni opposti), sinergie Y (entrambe aiutano), danni comuni Z (entrambe danneggiano), ciascuno con l'intensità Σ w·min(|s₁|, |s₂|). Indice (Y − X − Z) / (Y + X + Z). Coseno e Pearson sono solo una descrizione: Pearson direbbe coerenti due politiche che danneggiano allo stesso modo. Il tipo dice se la coerenza è esterna o interna, verticale o orizzontale. Gli obiettivi dietro l'indice sono sempre elencati.
guide-method-coherence-source = definizione di Ordito; tipi di coerenza da Regione Marche, DAR 25/2021.
guide-method-conflicts = Elenco dei conflitti
guide-method-conflicts-text = Un solo elenco, per intensità in punti per peso: w·|t| di una cella, w·min(|s₁|, |s₂|) di una coppia di politiche su un obiettivo, w·Σ|t| di un obiettivo soltanto danneggiato. In coda gli obiettivi che nessuno o una sola politica aiuta. A pari intensità viene prima ciò che nessuno ha mitigato. È un ordine in cui parlarne, non un indice.
guide-method-conflicts-source = definizione di Ordito.
guide-method-structure = Controlli di struttura
guide-method-structure-text = Righe e colonne senza alcun punteggio; obiettivi con soli conflitti; mᵢⱼ e mⱼᵢ di segno opposto; celle più vecchie dell'ultima modifica della loro politica; quanto un valutatore si scosta dalla mediana degli altri; punteggi senza motivazione o senza fonte. Sono informazioni, non giudizi.
guide-method-structure-source = definizione di Ordito.
guide-method-reading = Lettura su un altro quadro
guide-method-reading-text = Attraverso un raccordo con pesi ω, il co-beneficio su un obiettivo t dell'altro quadro è la media Σ ω·b / Σ ω sugli obiettivi che vi portano, e così per il conflitto: i due lati restano separati. Su più raccordi i pesi si moltiplicano. È una lettura, non un punteggio: nessuno l'ha detto. Ciò che non ha raccordo è contato e nominato.
guide-method-reading-source = definizione di Ordito.
guide-method-agreement = Accordo fra due matrici, versioni o valutatori
guide-method-agreement-text = Sulle celle valutate da entrambe le parti: quota di celle uguali, differenza media assoluta, segni opposti, κ pesato (quadratico), e l'elenco delle celle dalla differenza maggiore. Le celle valutate da una parte sola sono contate a parte. È ciò che mostra la stanza Confronto e scrive «ordito compare».
guide-method-agreement-source = Cohen 1968 per κ.
