# La guida: il file. L'elenco di tabelle e viste è quello dello schema; una prova lo controlla.
guide-format = Il formato del file
guide-format-text =
    Un documento è un file SQLite con l'estensione .ordito: si apre anche senza Ordito, con qualunque strumento SQLite, per esempio sqlite3 documento.ordito "SELECT * FROM celle LIMIT 5". Da fuori conviene solo leggerlo: un file cambiato da altri è riconosciuto e si apre in sola lettura.

    L'intestazione porta l'identificativo 0x4F726469 («Ordi») in application_id e la versione dello schema in user_version. Un file di una versione più nuova, con tabelle estranee o danneggiato è rifiutato o aperto in sola lettura, mai indovinato.

    Gli identificativi sono di 16 byte a caso: copie compilate in uffici diversi si possono unire. I tempi sono millisecondi dal 1970, in UTC; gli elenchi sono JSON; gli importi sono in centesimi. Una cella ha uno di quattro stati: unscored, not_applicable, dont_know, scored; benefit e tradeoff sono i due lati.

    Le tabelle dicono come stanno le cose adesso; step e change sono la storia, a cui si aggiunge soltanto: ogni passo ha chi, quando, che cosa, prima e dopo, e un'impronta che lo lega al passo precedente.
guide-format-name = Nome
guide-format-holds = Che cosa contiene
guide-format-views = Viste con nomi semplici, da leggere con qualunque strumento SQLite
guide-format-tables = Tabelle
guide-format-others = Altri formati
guide-format-others-text =
    Matrice come tabella: prima riga i codici (o i nomi) delle colonne, prima colonna quelli delle righe, celle come si scrivono a mano; vuota vuol dire non valutata. In CSV, XLSX, ODS e HTML. Nei fogli esportati le somme sono formule, le motivazioni note delle celle. Una tabella lunga, una riga per cella come in valutazioni.csv dei dati aperti, è riconosciuta da «ordito import». Scale, quadri, pesi e righe nascoste vengono da tabelle con «ordito scale», «ordito framework» e «ordito lines».

    Documento intero in JSON, con «Esporta il documento come JSON…» o «ordito export», e di nuovo dentro con «ordito import»: fino a 512 MB, e solo se rispetta tutte le regole del documento e ogni campo è conosciuto; altrimenti niente entra, e si dice quale elemento viola quale regola. Dati aperti: una cartella di CSV con la descrizione dei campi. Figure in SVG e PNG con il testo alternativo in un file accanto.

    Schede, confronti e materiali di laboratorio in PDF (PDF/UA-1 e PDF/A-2a), DOCX e HTML. Le uscite JSON della riga di comando hanno nomi di campo stabili, elencati da «ordito analyse --help» e «ordito lab --help».

guide-view-politiche = Le politiche con tipo, livello, titolare, periodo, costo in euro, destinatari, risultati, prodotti
guide-view-obiettivi = Gli obiettivi con quadro, versione, codice, nome e dicitura
guide-view-elementi = Politiche e obiettivi insieme, per unire le tabelle
guide-view-celle = Ogni cella con matrice, riga, colonna, valutatore, giro, stato, i due lati, netto, motivazione, fonti, quando e chi
guide-view-storia = Ogni passo con che cosa è cambiato, prima e dopo
guide-view-laboratori = I laboratori con matrice, data, luogo, domanda
guide-view-domande = Le domande dei laboratori con riga, colonna ed esito
