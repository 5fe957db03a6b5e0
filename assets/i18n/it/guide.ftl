# La guida, nella finestra e come PDF. I capitoli con formule e tabelle stanno in guide_methods.ftl e guide_format.ftl.
guide-title = Guida
guide-chapter = Capitolo
guide-back = Capitolo prima
guide-on = Capitolo dopo
guide-enlarge = Un clic mostra la figura grande
guide-start = I primi dieci minuti
guide-start-text =
    Nella pagina iniziale scegli «Apri l'esempio…»: fai una copia tua dell'esempio, con le undici azioni della proposta, altri piani e punteggi illustrativi, e per questo ti si chiede dove tenerla. È il posto giusto per provare. Il «Primo giro» mostra in cinque passi dove sta ogni cosa, e questa guida resta aperta accanto al lavoro (Ctrl+F1).

    Nella stanza Matrice (Ctrl+3) muoviti con le frecce e scrivi «2»: il punteggio entra e il cursore scende. «-1» è un conflitto, «2/-1» tutti e due insieme, «0» coerente, «n» non applicabile, «?» non so. Canc svuota. Invio e Tab dopo un valore valgono come in un foglio di calcolo: la cella sotto, la cella a destra.

    Ctrl+G porta alla motivazione della cella; Esc riporta alla griglia. Ctrl+Z annulla, Ctrl+Y ripete. Ctrl+K cerca ogni comando, politica e obiettivo.

    Non serve salvare: in basso a destra si legge quando il file contiene tutto.
guide-document = Il documento e il salvataggio
guide-document-text =
    Un documento è un solo file .ordito. Si copia, si spedisce, si mette su una chiavetta o in una cartella di rete.

    Ogni modifica è scritta subito in una copia di lavoro nella tua cartella personale e, dopo un attimo di quiete, nel file al suo posto, sempre intero. «Salvato» vuol dire che il file contiene ogni modifica; Ctrl+S non aspetta.

    Finché il documento è aperto, accanto c'è un piccolo file che dice chi lo sta usando. Chi lo apre nel frattempo lo vede in sola lettura. Se il programma o il computer si fermano, all'apertura successiva ritrovi tutto.

    Se qualcuno cambia il file mentre lavori, Ordito se ne accorge prima di scrivere e chiede che cosa fare: ricaricare, tenere la tua versione come copia, unire le due.
guide-history = Annullare, storia e versioni
guide-history-text =
    Annulla (Ctrl+Z) e Ripeti (Ctrl+Y) arrivano fino alla prima modifica, anche dopo aver chiuso e riaperto.

    Storia (Ctrl+H) elenca chi ha cambiato che cosa e quando; «Torna qui» annulla tutto ciò che è venuto dopo, e anche questo si può annullare. La storia si esporta come tabella. La storia di una sola cella è in fondo alla sua scheda.

    «Dai un nome a questa versione» segna un punto, per esempio «Inviato alla Regione». «Ripristina versione» elenca gli ultimi salvataggi tenuti da parte.

    Nella storia resta anche ciò che è stato cancellato o riscritto. «Salva una copia senza storia» scrive un documento a sé che comincia da com'è adesso: è quello da dare fuori dall'ufficio.

    «Chi sono…» (Ctrl+K) tiene il nome e l'ufficio con cui firmi le modifiche, l'ente e il suo logo per le stampe: te lo chiede la prima volta, resta su questo computer e vale per ogni documento. Finché non lo dici, nella storia si legge «autore non indicato»; il nome dell'utente del computer non è mai usato. Sulla riga di comando lo dicono --author o ORDITO_AUTHOR.

    Un documento comincia con il suo primo passo, l'esempio compreso: lì Annulla si ferma e lo dice. Riaprendolo ritrovi stanza, matrice, valutatore e cella.
guide-catalogue = Catalogo: le politiche
guide-catalogue-text =
    Le politiche stanno in un albero: piani, programmi, azioni. Ins ne aggiunge una accanto, Maiusc+Ins una sotto, Alt e frecce la spostano, Canc sul nome chiede e poi elimina. È anche una tabella, con gli stessi tasti della matrice: si scrive nella cella, per il tipo o il livello basta l'iniziale, Ctrl+Invio scrive in tutte le celle scelte, Ctrl+D riempie in basso, un blocco copiato da un foglio di calcolo si incolla dalla cella in poi. Con più righe scelte la scheda a destra le cambia tutte insieme.

    A destra ci sono tutti i campi: livello di governo, territorio, titolare, attori, periodo, costo, destinatari, risultati attesi, prodotti, collegamenti, effetti altrove e sulle generazioni future. Un campo che non va bene resta com'è scritto e dice perché.

    Le colonne della tabella si scelgono, si ordinano e si filtrano; la ricerca ignora gli accenti. «Variante di» lega un'alternativa alla sua politica. I gruppi raccolgono politiche per le somme.

    Nella tabella un doppio clic scrive nella cella su cui cade: codice, date e costo si scrivono, tipo, livello e dicitura si scelgono da un elenco. Con più righe scelte (Maiusc, Ctrl o Ctrl+A) la scheda a destra le cambia tutte in un passo e dice dove sono diverse. Le tue politiche nascono senza segno; «Segna come provvisorie» e «Togli il segno di provvisorio» valgono per tutte quelle scelte.

    Un elenco che hai già in un foglio di calcolo entra con «Importa politiche», oppure copiandolo e premendo Ctrl+V nell'elenco, con i nomi delle colonne o senza. Di ogni colonna vedi che cosa diventa e puoi cambiarlo; una data o una somma che non si legge resta fuori da sola, la riga entra. Le date si scrivono come viene (01/09/2024, settembre 2024, 2030), le somme anche (1,5 mln, € 12.500,50).
guide-frameworks = Quadri, raccordi e scale
guide-frameworks-text =
    Un quadro è un albero di obiettivi con una versione. Quelli già pronti si aggiungono con «Aggiungi un quadro»; i tuoi si scrivono qui o si importano da una tabella con codice e nome.

    Accanto a ogni nome si legge se la dicitura è ufficiale, provvisoria o da compilare. Se cambi parole ufficiali, diventano provvisorie finché non dici altro.

    Un raccordo lega gli obiettivi di due quadri con un peso fra 0 e 1.

    Una scala ha livelli con parole, spiegazioni e colori. I valori di una scala in uso non cambiano: se ne fa una nuova versione.
guide-entry = Matrice: scrivere in fretta
guide-entry-text =
    Una cifra basta: il punteggio entra e il cursore va avanti. La freccia nella barra sceglie se scendere o andare a destra. Invio, Tab e Maiusc li invertono. F4 salta alla prossima cella vuota.

    Ciò che la scala non prevede è rifiutato sul posto, con il perché, e il valore di prima rimane.

    Maiusc e frecce scelgono un blocco; Ctrl e frecce arrivano al bordo dei dati. Ctrl+D riempie in basso, Ctrl+R a destra, Canc svuota. Copia e incolla usano lo stesso testo dei fogli di calcolo: un valore riempie la selezione, un blocco si stende dalla cella scelta. Le celle rifiutate sono elencate, le altre entrano, e un solo Annulla toglie tutto. «Copia con le intestazioni» mette nel testo anche i nomi di righe e colonne.

    Con più celle scelte, una fonte aggiunta nella scheda va a tutte, in un solo passo.

    Un clic o F2 apre la cella; nella scheda a destra ci sono le parole della scala, i due lati, contributo, confidenza, motivazione, mitigazione, fonti e ciò che ha detto ogni valutatore.
guide-reading = Matrice: leggere i numeri
guide-reading-text =
    Vuoto, non applicabile, «non so» e zero sono quattro cose diverse. Solo le celle con un punteggio entrano nelle somme; la copertura dice su quante si regge la somma.

    Una cella può avere insieme un co-beneficio e un conflitto: è divisa lungo la diagonale. Netto, Benefici e Conflitti mostrano la somma dei due lati o uno solo, così un conflitto non scompare dentro un totale.

    Il triangolo in alto a destra dice che c'è una motivazione, il rombo in basso a sinistra che i valutatori sono in disaccordo. La barra del profilo mostra conflitti a sinistra e benefici a destra.

    F7 chiude e apre i gruppi di colonne, F8 quelli di righe: una cella chiusa mostra media e intervallo. I filtri lasciano solo le righe da valutare, con conflitti, senza motivazione; «Filtra per piano…» apre una riga di filtri: piano, tipo, livello, ufficio, obiettivo, punteggio. Con un obiettivo scelto, punteggio e stato sono quelli della sua cella. «Ordina per questa colonna» mette in alto i punteggi migliori, una seconda volta i peggiori; «Obiettivi per numero» mette 1, 2, 3… al posto dell'ordine per aree.

    Dove la forma ampia non sta nella finestra la griglia diventa compatta, così i 17 obiettivi si vedono tutti accanto alla scheda; «Densità ampia», «compatta» e «automatica» (Ctrl+K) decidono altrimenti. «Nomi interi nelle righe» alza le righe quanto serve ai nomi lunghi.

    Il bordo tra due intestazioni si trascina per allargare una colonna, quello dei nomi delle righe per leggerli interi; un doppio clic adatta la larghezza, Alt+→ e Alt+← la cambiano da tastiera (con Maiusc, i nomi delle righe). Lo stesso vale nel Confronto. Le larghezze restano sul computer, per ogni matrice, e non entrano nel documento.
guide-consensus = Il consenso fuori dal laboratorio
guide-consensus-text =
    Matrice e valutatore scelti valgono in tutte le stanze. Se il consenso è vuoto e altri hanno valutato, una riga lo dice e porta ai loro punteggi.

    «Fai il consenso…» (nel menu della matrice e con Ctrl+K) prende i valutatori che scegli e riempie il consenso dove sono uguali, dove differiscono al più di quanto dici, o nella mediana. Con due punteggi al centro vale il più basso o il più alto, come scegli: mai un numero che nessuno ha dato. Benefici e conflitti di un punteggio doppio hanno ciascuno la propria mediana. Chi non ha risposto o ha risposto «?» non conta in quella cella; «n.a.» vale se lo dicono tutti quelli che contano; segni opposti si incontrano solo se lo chiedi. Righe e colonne nascoste restano fuori.

    I valori concordati che ci sono già restano, salvo chiedere di sostituirli. Motivazioni e mitigazioni vengono con il nome di chi le ha scritte, le fonti tutte, la confidenza più bassa; dove i punteggi erano diversi la motivazione comincia con chi ha detto che cosa. Tutto è un solo passo. Ciò che resta è un elenco da decidere sotto la griglia: ogni riga mostra i valori di ciascuno e il perché, e porta alla sua cella. Lo stesso fa «ordito consensus», anche con --json e --dry-run.
guide-analysis = Analisi: profili e ciò che sta dietro
guide-analysis-text =
    Nella stanza Analisi (Ctrl+5) scegli matrice e punteggi di chi, poi una lettura. Ogni figura ha sotto una frase che dice che cosa mostra e su quante celle si regge; «Tabella» mostra gli stessi numeri, che si ordinano con un clic sull'intestazione.

    Con Tab si entra nella figura, le frecce vanno da un segno all'altro, Invio apre a destra le celle che stanno dietro: valore, motivazione, mitigazione, fonti, confidenza. Da ognuna si va alla sua cella nella Matrice, o la si mette all'ordine del giorno di un laboratorio.

    Profili: a sinistra i conflitti, a destra i co-benefici, il tratto verticale è il netto. L'indice va da −1 a +1 e tiene conto solo delle celle valutate. Il costo di un obiettivo è la parte dei costi delle politiche che lo aiutano, divisa in proporzione ai co-benefici.

    Conflitti mette in una sola lista le celle con un conflitto, le coppie di politiche che su un obiettivo vanno in versi opposti e gli obiettivi rimasti soli, i più intensi per primi, con motivazioni, mitigazioni e uffici coinvolti. La figura disegna i dodici più forti, a sinistra chi va contro e a destra chi contribuisce, e dice quanti altri ce ne sono: la tabella li ha tutti. Coerenza fra politiche confronta ogni coppia; un indice non sta mai da solo: scegli una coppia e leggi gli obiettivi dietro, con i due punteggi e i perché.

    Robustezza dice quanto regge una classifica: in quante estrazioni di pesi e punteggi ogni politica sta in ogni posizione, quali non si distinguono, fra quali pesi l'ordine resta com'è, quali celle mancanti potrebbero cambiarlo. I cursori provano altri pesi senza toccare il documento.

    Anche le altre graduatorie (profili in ordine, influenza, piano MICMAC, centralità) dicono quanto reggono: «3 (2–5)» vuol dire terzo posto, e fra il secondo e il quinto in nove prove su dieci, ognuna senza una cella valutata ogni dieci presa a caso. Nei conflitti la tenuta dice quanto è probabile che il conflitto ci sia ancora, se i punteggi sono incerti quanto dice la loro confidenza.

    Effetti indiretti, per una matrice di obiettivi × obiettivi o politiche × politiche, dice che cosa succede al secondo passo: influenza con il suo peso, percorsi più forti a parole, il piano MICMAC con i quattro campi, le centralità. La rete si trascina, un riquadro alla volta o tutta, si ingrandisce con Ctrl e la rotella, si filtra per forza e si raggruppa; linea continua con punta aiuta, tratteggiata con barra danneggia. Per politiche × obiettivi mostra che cosa arriva a un obiettivo attraverso gli altri.

    Ogni figura si salva come SVG o PNG, con il testo alternativo accanto, e la tabella come CSV o XLSX. Un calcolo lungo mostra a che punto è e si può interrompere; dopo una modifica si rifà da solo.
guide-compare = Confronto
guide-compare-text =
    Nella stanza Confronto (Ctrl+4) due lati, o fino a quattro, stanno fianco a fianco con le loro differenze: valutatori, matrici, versioni o qualunque passo della storia, due politiche, due obiettivi, un altro file. Un clic sul nome di un lato mostra che cosa può essere.

    Le righe si incontrano per identità, poi per codice, poi per nome; ciò che non ha corrispondenza è segnato e contato a parte. Nel riquadro delle differenze ▲ e ▼ dicono di quanto cambia il netto, = che è uguale, ≠ che il netto è lo stesso ma i lati no, una lettera che solo quel lato ha un punteggio; il fondo pieno è un segno opposto.

    L'elenco si ordina e si filtra; Invio porta alla cella nella Matrice, F9 alla prossima differenza. Ctrl+T riprende dall'altro lato il valore con la sua motivazione, per una cella o per la selezione: è un solo passo e si annulla. Un altro file è solo letto, mai cambiato.

    Copie dello stesso documento compilate a parte (per ufficio, tavolo, Comune) si uniscono con «Unisci copie…» (Ctrl+K) o con «ordito merge». Ciò che ha cambiato una sola copia entra; una cella cambiata in più copie è elencata con valori, motivazioni, autori e ore: resta la più recente, la tua o l'altra, o scegli una per una. Voci aggiunte due volte si propongono come la stessa per codice, poi per nome. L'ordine delle copie non conta, unire due volte non cambia niente, ciò che non resta è conservato nella storia, e tutto è un solo passo che si annulla.

    Fra due versioni si legge chi ha cambiato ogni cella per ultimo e quando. «Esporta il confronto» scrive PDF, DOCX, HTML o una cartella di lavoro con tutte le differenze.
guide-lab = Il laboratorio
guide-lab-text =
    Il documento di esempio ha due laboratori, con voti illustrativi. Quello concluso si legge: apri l'ordine del giorno, poi Documenti ▸ «Esito senza nomi…», o F5 e la freccia a destra fino a «Che cosa si è deciso». Quello preparato si prova: F5, Invio, quindici tasti, R, Invio; Ctrl+Z torna indietro.

    Nella stanza Laboratorio (Ctrl+6) prepari una seduta su una matrice: titolo, data, luogo, domanda, chi vota (posti numerati, persone per nome oppure tavoli) e la regola del consenso. La domanda è scritta nella seduta quando la crei: la stessa sullo schermo, sulle schede e nell'esito; scoperti i primi voti, domanda e regola non cambiano più. L'ordine del giorno viene dalle proposte (prima le celle senza consenso, poi disaccordo × effetto), dai Conflitti messi da parte, dalle celle selezionate nella Matrice, da un filtro o a mano; trascinando, o con Alt e frecce, si riordina; sotto l'elenco scrivi le note della domanda scelta, per chi conduce. A mano, riga e colonna si cercano per nome.

    «Partecipanti» è una tabella larga quanto la stanza: Tab va al campo dopo, il tavolo si scrive o si sceglie da un elenco, un blocco copiato da Excel si incolla in qualsiasi campo. «Incolla un elenco…» e «Importa da file…» (CSV, XLSX, ODS) mostrano che cosa diventa ogni colonna e chi entra, riga per riga, prima di toccare il documento. «Distribuisci» assegna i tavoli: servono per i risultati tavolo per tavolo. Sotto Documenti ci sono ordine del giorno, schede di voto (una a testa, o da una a quattro per pagina senza nome), foglio presenze ed esito.

    F5 proietta una domanda alla volta. Invio apre il voto; ogni tasto è un voto, nell'ordine dei partecipanti: 0 1 2 3 per i benefici, meno e cifra (o Q W E) per −1 −2 −3, N non applicabile, ? non so. La barra / aggiunge l'altro lato al voto appena dato: 2/1 è +2 e −1. Backspace torna al voto di prima, le frecce su e giù scelgono di chi è. Con B la tastiera passa di mano in mano: ognuno la prende con Spazio, scrive il suo voto come nella Matrice e lo registra con Invio; con C aggiunge un commento prima di passarla. Fra una persona e l'altra nessun tasto vale, e non si vede niente. Finché non premi R lo schermo dice solo quanti hanno votato, I anche chi manca. R scopre, e chiede conferma se qualcuno manca; V rivota con il primo giro tratteggiato; sotto le barre, che sono dei punteggi netti, una riga dice quali voti avevano due lati. Se la regola vale, Invio accetta; se non vale, Invio fa discutere e rivotare, e A accetta lo stesso un valore, anche a due lati, n.a. o ?, con la motivazione; P rinvia, S salta, C annota un commento, T ferma e riavvia il tempo, Ctrl+Z annulla. G mostra i voti tavolo per tavolo; in una seduta anonima solo se a ogni tavolo hanno votato almeno in tre. Il tempo si vede da lontano, con una barra; scaduto diventa rosso, e riaprendo continua. Fissato il valore, la sala lo vede grande con la sua motivazione, che si scrive su più righe (Maiusc+Invio). Dopo l'ultima domanda Invio porta a «Che cosa si è deciso». In basso ci sono sempre i tasti che valgono in quel momento; F1 li mostra tutti. Telefoni e codici QR non ci sono: niente lascia la sala.

    Con un proiettore collegato la proiezione lo copre tutto e qui vedi chi manca, il tempo, le note, i voti e la domanda che viene dopo; accanto ad «Avvia la proiezione» scegli un altro schermo o «In questa finestra». Se il proiettore si stacca, la proiezione passa in questa finestra, senza i voti. Ogni passo è salvato quando avviene: se il computer si spegne, riapri e F5 continua dalla stessa domanda. Il valore accettato diventa il consenso della cella, con la seduta come fonte.

    Voto anonimo vuol dire che accanto ai voti non ci sono nomi, né nei documenti che escono né nel file. Votano posti numerati; i nomi stanno solo nel foglio presenze, in ordine alfabetico e senza legame coi posti. Il file tiene, per ogni posto, i voti e i commenti di ogni giro con l'ora in cui sono stati scritti: chi ricorda su che posto sedeva qualcuno può riconoscerlo. Nessun esito con i nomi si può fare di una seduta anonima; dai testi scritti in sala si tolgono i nomi dell'elenco, ma rileggili prima di pubblicarli. Se votano i tavoli, chi ci siede non vota anche da solo. Le sedute anonime fatte con versioni precedenti tengono ancora i nomi nel file: la stanza lo dice e li toglie; la storia li ricorda finché non fai una copia senza storia.
guide-sheets = Schede di coerenza
guide-sheets-text =
    Una scheda racconta una politica, un obiettivo, un gruppo o tutta la matrice: chi è, il profilo, contributi e conflitti con motivazioni e fonti, effetti, coerenza con le altre politiche, che cosa manca, la nota di metodo con formule e versione, e in allegato tutte le celle.

    Nella stanza Schede (Ctrl+9) scegli di chi, con i punteggi di chi, quali parti e in che ordine; al centro vedi le pagine come saranno. Spazio segna le schede da esportare. PDF è accessibile e adatto alla conservazione (PDF/UA-1 e PDF/A-2a); DOCX si apre e si corregge; HTML è un solo file.

    Il modello del PDF si può copiare e cambiare: logo, ordine delle parti, testi, colori. Si scelgono cartella e file; ciò che c'è già non è sostituito, e se interrompi non resta niente a metà.

    Segni che nessun carattere di stampa ha (faccine, ideogrammi) non fermano il PDF: al loro posto c'è un riquadro con il codice, e dopo l'esportazione è elencato dove. DOCX e HTML tengono il segno.
guide-exchange = Importare ed esportare
guide-exchange-text =
    Una tabella entra dal menu o trascinando il file sulla finestra: prima colonna le politiche, prima riga gli obiettivi, celle come si scrivono a mano. Può essere un testo (CSV) o una cartella di lavoro (XLSX, ODS, XLS), della quale scegli il foglio; di una cella unita conta la prima. Vedi che cosa cambierebbe, cella per cella; ciò che non si riconosce è elencato con la sua cella, come T8. I codici si leggono come il foglio li mostra (1.10, 001). Righe, colonne e fogli nascosti, celle unite, virgolette aperte e byte sbagliati sono detti con la loro cella. Tutto entra con un passo solo.

    «Esporta la matrice come tabella» scrive il formato scelto con il nome del file: XLSX e ODS con totali in formule, motivazioni come note e fogli per politiche, obiettivi, fonti e metodo; CSV; HTML. Si stampano matrice, totali e metodo, in orizzontale e larghi quanto la pagina; motivazioni e altri elenchi lunghi non vanno sulla carta finché non lo chiedi sul loro foglio (Excel: Layout di pagina, Area di stampa, Cancella; LibreOffice: Formato, Aree di stampa). Le intestazioni si riconoscono per codice, per nome e come le scrive il mondo (SDG 1, Goal 1, OSS 1, Obiettivo 1); le altre si indicano: quella che somiglia è proposta, e si accettano tutte in una volta, oppure una nuova, una qualunque, o nessuna. Una cella vuota lascia il punteggio che c'è; svuotarlo si sceglie. Segni come X o ✓ si spiegano una volta per tutte, e se nel file righe e colonne sono scambiate si legge nell'altro verso. Un file che c'è già non è sostituito senza chiederlo.
guide-trouble = Se qualcosa non va
guide-trouble-text =
    Un messaggio dice sempre che cosa è successo, che cosa è al sicuro e che cosa fare.

    Se il file non si può scrivere, le modifiche restano nella copia di lavoro: usa «Salva una copia» altrove. Se un file è danneggiato o viene da una versione più nuova, si apre in sola lettura o è rifiutato, e non viene toccato.

    Se la finestra non si apre con la grafica del computer, il programma prova da solo a disegnare con il processore.
guide-access = Accessibilità e lettori di schermo
guide-access-text =
    Ogni comando si raggiunge da tastiera: F1 mostra tutte le scorciatoie accanto al lavoro, Ctrl+K le cerca per nome e tiene in cima i comandi usati di recente, F6 passa da un riquadro all'altro.

    Un lettore di schermo dice di ogni cella politica, obiettivo, valore, segni e posto. Il colore non è mai l'unico segno. Ctrl e + ingrandiscono; il menu in alto a destra offre gli aspetti chiaro, scuro e ad alto contrasto, e la lingua; il movimento è come lo chiede il sistema, oppure meno, oppure tutto. La pagina «Accessibilità» (Ctrl+K) dice che cosa funziona e che cosa no.

guide-paper-title = Guida di Ordito
guide-version = Ordito {$version}

guide-first = La tua prima matrice
guide-first-text = Quando l'esempio è chiaro, dieci minuti bastano per una matrice tua, con poche politiche e gli obiettivi dell'Agenda 2030.
guide-first-1 = Ctrl+N chiede dove mettere il documento. Dentro trovi già l'Agenda 2030 e le scale. «Dati del documento…» (Ctrl+K) tiene titolo ed ente, «Chi sono…» il nome con cui firmi.
guide-first-2 = Nel Catalogo (Ctrl+1) scrivi tre o quattro politiche: Ins ne aggiunge una, a destra vanno almeno codice e nome. Se hai già un elenco in un foglio di calcolo, «Importa politiche…» lo prende.
guide-first-3 = Ctrl+M apre «Nuova matrice…»: quadro Agenda 2030, il livello dei 17 obiettivi, una scala, chi valuta. «Crea la matrice» la mostra vuota, sui punteggi di chi valuta; il consenso si fa dopo, con «Fai il consenso…».
guide-first-4 = Scrivi i punteggi: una cifra, e il cursore va avanti. Comincia dalla politica che conosci meglio; «n» dove l'incrocio non ha senso, «?» dove non sai.
guide-first-5 = Dove il punteggio pesa, Ctrl+G e scrivi perché; accanto metti confidenza, fonti e, per un conflitto, la mitigazione.
guide-first-6 = F4 porta alla prossima cella vuota; in basso si legge quanto manca e quanti obiettivi sono coperti.
guide-first-7 = Nell'Analisi (Ctrl+5) guarda profili e conflitti: ogni segno porta alle celle che ci stanno dietro.
guide-first-8 = Nelle Schede (Ctrl+9) controlla la pagina della politica ed esportala in PDF o DOCX. Il file .ordito è già salvato: si può spedire.

guide-keyboard = Tastiera
guide-keyboard-text =
    Queste sono le scorciatoie che il programma conosce in questa versione. Nessuna usa Ctrl e Alt insieme, che su una tastiera italiana sono AltGr. Anche Ctrl+Maiusc+Z ripete.

    Mentre si scrive un testo, taglia, copia, incolla, annulla e ripeti riguardano quel testo. Esc lascia ciò che si stava facendo (una finestra in cui c'è qualcosa di scritto prima lo chiede; un clic accanto non la chiude), F6 passa da un riquadro all'altro, Tab da un comando all'altro.
guide-keys = Tasti
guide-command = Che cosa fanno
guide-palette = Tutto il resto, con Ctrl+K
guide-palette-text = Ctrl+K apre la ricerca dei comandi: bastano alcune lettere del nome, poi Invio. Lì c'è ogni comando, anche quelli senza scorciatoia.
guide-palette-table = Comandi senza scorciatoia
guide-group = Gruppo
guide-commands = Comandi

guide-picture-matrix = La stanza Matrice con il documento di esempio.
guide-picture-matrix-alt = Finestra di Ordito: a sinistra le stanze, al centro la griglia con le azioni in riga e gli obiettivi dell'Agenda 2030 in colonna, ogni cella con un numero con segno e un colore, blu per i co-benefici e arancione per i conflitti; a destra la scheda della cella scelta; in basso completamento, obiettivi coperti e lo stato del salvataggio.
guide-picture-catalogue = Il Catalogo: l'albero delle politiche e i campi di quella scelta.
guide-picture-catalogue-alt = Finestra di Ordito nella stanza Catalogo: una tabella ad albero di piani e azioni con codice, nome, tipo e altri campi; a destra i campi della politica scelta da compilare.
guide-picture-cell = Una cella con co-beneficio e conflitto insieme, e la sua scheda.
guide-picture-cell-alt = Finestra di Ordito nella stanza Matrice: la cella scelta è divisa lungo la diagonale, sopra il co-beneficio e sotto il conflitto; nella scheda a destra ci sono le parole della scala per i due lati, confidenza, motivazione, mitigazione e ciò che ha detto ogni valutatore.
guide-picture-analysis = L'Analisi: profili delle politiche.
guide-picture-analysis-alt = Finestra di Ordito nella stanza Analisi: per ogni politica una barra con i conflitti a sinistra dello zero e i co-benefici a destra, un tratto verticale per il netto; sotto, la frase che dice che cosa mostra la figura e su quante celle si regge.
guide-picture-network = Effetti indiretti: la rete di una matrice di obiettivi × obiettivi.
guide-picture-network-alt = Finestra di Ordito nella stanza Analisi: riquadri con numero e colore degli obiettivi, i nomi accanto, legati da frecce; le linee continue con punta aiutano, quelle tratteggiate con barra danneggiano.
guide-picture-compare = Il Confronto: due valutatori fianco a fianco e le loro differenze.
guide-picture-compare-alt = Finestra di Ordito nella stanza Confronto: due griglie con le stesse righe e colonne, un riquadro con le differenze segnate da triangoli, e l'elenco delle celle in disaccordo, dalla differenza maggiore.
guide-picture-lab = La proiezione di un laboratorio, dopo aver scoperto i voti.
guide-picture-lab-alt = Schermo proiettato durante un laboratorio: in alto la politica e l'obiettivo di cui si parla, al centro le barre con quanti hanno dato ogni punteggio, sotto mediana, consenso e il valore proposto.
guide-picture-sheets = Le Schede: le pagine come saranno.
guide-picture-sheets-alt = Finestra di Ordito nella stanza Schede: a sinistra l'elenco delle politiche, al centro l'anteprima della pagina con identità e profilo, a destra le parti da stampare e il formato.
