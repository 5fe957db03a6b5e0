# Passi della storia.
step-created = Creazione del documento
step-added = Aggiungi {$what} «{$name}»
step-changed = Modifica {$what} «{$name}»
step-deleted = Elimina {$what} «{$name}»
step-moved = Sposta {$what} «{$name}»
step-duplicated = Duplica {$what} «{$name}»
step-added-many = Aggiungi {$n-text} {$what}
step-changed-many = Modifica {$n-text} {$what}
step-deleted-many = Elimina {$n-text} {$what}
step-moved-many = Sposta {$n-text} {$what}
step-lines-hide = Nascondi {$what} «{$name}»
step-lines-show = Mostra di nuovo {$what} «{$name}»
step-lines-weigh = Cambia il peso: {$what} «{$name}»
step-lines-hide-many = Nascondi {$n-text} {$what}
step-lines-show-many = Mostra di nuovo {$n-text} {$what}
step-lines-weigh-many = Cambia il peso di {$n-text} {$what}
step-imported = Importa «{$name}»
step-restored = Ripristina «{$name}»
step-merged = Unisci «{$name}»
step-with-cell = {$what} · {$cell}
step-cells-type = { $n ->
    [one] Scrivi una cella
   *[other] Scrivi {$n-text} celle
}
step-cells-paste = { $n ->
    [one] Incolla una cella
   *[other] Incolla {$n-text} celle
}
step-cells-fill = { $n ->
    [one] Riempi una cella
   *[other] Riempi {$n-text} celle
}
step-cells-clear = { $n ->
    [one] Cancella una cella
   *[other] Cancella {$n-text} celle
}
step-cells-inspector = { $n ->
    [one] Modifica la scheda di una cella
   *[other] Modifica la scheda di {$n-text} celle
}
step-cells-import = { $n ->
    [one] Importa una cella
   *[other] Importa {$n-text} celle
}
step-cells-take-over = { $n ->
    [one] Riprendi una cella
   *[other] Riprendi {$n-text} celle
}
step-cells-consensus = { $n ->
    [one] Consenso, una cella
   *[other] Consenso, {$n-text} celle
}
step-cells-merge = { $n ->
    [one] Unisci una cella
   *[other] Unisci {$n-text} celle
}
step-cells-lab = { $n ->
    [one] Laboratorio, una cella
   *[other] Laboratorio, {$n-text} celle
}
step-lab-vote = { $n ->
    [one] Un voto su {$question}
   *[other] {$n-text} voti su {$question}
}
step-lab-ask = Apri un giro su {$question}
step-lab-show = Mostra {$question}
step-lab-reveal = Scopri i voti su {$question}
step-lab-comment = Commento su {$question}
step-lab-agree = Fissa il consenso su {$question}
step-lab-park = Rinvia {$question}
step-lab-skip = Salta {$question}
step-lab-reopen = Riapri {$question}

# Voci rifiutate.
entry-not-understood = «{$entry}» non è una voce: scrivi 2, -1, 2/-1, 0, n oppure ?
entry-date = «{$entry}» è una data: un foglio di calcolo ne fa di una voce come 2-1. Scrivi 2/-1
entry-outside-scale = «{$entry}» è fuori dalla scala, che va da {$lowest} a {$highest}
entry-not-a-level = «{$entry}» non è un livello della scala

# Modifiche rifiutate.
refusal-read-only = Il documento è aperto in sola lettura. Salva una copia per modificarlo.
refusal-not-there = Non c'è più: {$what}
refusal-there-already = C'è già: {$what}
refusal-no-name = Manca il nome: {$what}
refusal-code-taken = Il codice «{$code}» è già usato ({$what}). Scegline un altro.
refusal-below-itself = «{$name}» non può stare sotto sé stessa
refusal-in-use = «{$name}» è in uso in «{$user}». Toglila prima da lì.
refusal-too-long = Il testo supera {$limit-text} caratteri
refusal-not-in-matrix = La riga o la colonna non è nella matrice «{$matrix}»
refusal-diagonal = «{$name}» non si incrocia con sé stessa
refusal-wrong-item = Qui non può stare: {$what}
refusal-confidence = La confidenza va da 1 a 5, non {$level-text}
refusal-weight = Il peso {$weight} non è ammesso: serve un numero da 0 in su (per i raccordi fra 0 e 1)
refusal-scale-levels = Una scala ha almeno due livelli, tutti di valore diverso
refusal-level-in-use = Il livello {$value} della scala «{$scale}» è usato in alcune celle. Crea una nuova versione della scala.
refusal-agreed-stays = Il consenso c'è in ogni documento e resta uno solo
refusal-not-now = Adesso non si può {$act}: la domanda è a un altro punto. I voti raccolti sono salvi.
refusal-lab-question = La domanda resta quella a cui la sala ha risposto: dei voti sono già stati scoperti. Per chiedere altro prepara un nuovo laboratorio.
refusal-lab-rule = La regola del consenso resta quella con cui si è giudicato: dei voti sono già stati scoperti. Per un'altra regola prepara un nuovo laboratorio.
refusal-lab-anonymous = Si è già votato: chi vota, e se con il nome o da un posto, resta com'è. Prepara un nuovo laboratorio.
refusal-names-beside-votes = In un laboratorio anonimo votano posti e tavoli numerati, senza nomi accanto ai voti. Scrivi i nomi nell'elenco delle presenze.
refusal-has-no-vote = «{$name}» non ha un voto in questo laboratorio: votano i posti o i tavoli. Gli altri voti sono salvi.
refusal-end-before-start = La fine {$end} viene prima dell'inizio {$start}
refusal-no-such-level = Il quadro non ha un livello {$level-text}
refusal-out-of-range = Il numero {$number} è fuori da ogni misura
refusal-empty-cell = Una cella senza valore, motivo né fonti non si conserva
refusal-broken = Niente è cambiato, perché quello che dovrebbe entrare non sta in piedi. {$list}

# Elementi che violano una regola, e file JSON che non entrano.
breach = {$what} «{$name}»: {$why}
breach-unnamed = {$what}: {$why}
breach-not-there = rimanda a qualcosa che nel documento non c'è ({$what})
breach-no-info = mancano il titolo e l'identità (tabella «info»)
breach-below-itself = sta sotto sé stessa, in un giro senza fine
breach-more = {$list}; { $n ->
    [one] e un altro
   *[other] e altri {$n-text}
}
json-place = Tabella «{$table}», elemento {$n-text} (chiave {$key})
json-not-ours = Il file JSON non è un documento di Ordito: mancano "format": "ordito" e "version". Niente è stato importato.
json-version = La versione {$version} del formato non è conosciuta. Serve una versione più recente di Ordito. Niente è stato importato.
json-unknown-part = La parte «{$name}» non è di un documento di Ordito, o c'è due volte. Niente è stato importato.
json-unknown-table = La tabella «{$name}» non è di un documento di Ordito. Niente è stato importato.
json-table-twice = La tabella «{$name}» c'è due volte. Niente è stato importato.
json-unknown-field = {$place}: il campo «{$field}» non è conosciuto. Niente è stato importato.
json-bad-key = {$place}: la chiave non è di questa tabella. Niente è stato importato.
json-twice = {$place}: la chiave c'è già. Niente è stato importato.
json-bad-value = {$place}: non si legge ({$detail}). Niente è stato importato.
json-too-much = Il contenuto del file supera {$limit-text} MB di memoria. Niente è stato importato.
json-rules = { $n ->
    [one] Il file viola una regola
   *[other] Il file viola {$n-text} regole
}, e niente è stato importato. {$list}
json-milestones = { $n ->
    [one] Una versione con nome resta fuori: è un passo della storia di un altro documento
   *[other] {$n-text} versioni con nome restano fuori: sono passi della storia di un altro documento
}

# File.
storage-sqlite = Il file non si può leggere o scrivere ({$detail}). Prova a salvare una copia altrove.
storage-io = {$path}: {$detail}. Salva una copia altrove.
storage-not-found = {$path}: il file o la cartella non c'è. Controlla il percorso o la rete.
storage-permission = {$path}: permesso negato. Salva una copia altrove o chiedi l'accesso alla cartella.
storage-exists = {$path}: c'è già e non viene sovrascritto. Scegli un altro nome.
storage-limit = {$path}: il sistema non lascia scrivere un file così grande, o la quota è esaurita. Salva una copia altrove.
storage-full = {$path}: il disco è pieno. Libera spazio o salva una copia altrove.
storage-not-a-file = {$path}: non è un file, ma una cartella, un dispositivo o una pipe. Non è stato letto: indica un file.
storage-not-a-folder = {$path}: una parte di questo percorso è un file e non una cartella. Non è stato scritto nulla: controlla il percorso.
storage-read-only = {$path}: questo disco è di sola lettura. Salva una copia altrove.
storage-unreachable = {$path}: la cartella di rete non risponde. Controlla il collegamento e riprova, o salva una copia altrove.
storage-name = {$path}: questo nome non si può usare qui, forse è troppo lungo. Scegli un nome più corto o salva una copia altrove.
storage-not-a-database = Il file non è un documento Ordito, o è stato tagliato. Il file non è stato toccato. Prova un salvataggio precedente.
storage-foreign = Il file appartiene a un altro programma. Non è stato toccato.
storage-newer = Il documento è stato fatto con una versione più recente di Ordito (schema {$found}, qui {$known}). Non è stato toccato: aggiorna il programma.
storage-unknown-parts = Il file contiene parti che Ordito non ha scritto ({$names}) e non viene aperto. Non è stato toccato: chiedi a chi te lo ha mandato.
storage-damaged = Il file è danneggiato ({$detail}). Non è stato toccato: apri un salvataggio precedente con «Ripristina versione».
doubt-journal-differs = La storia delle modifiche non è quella che Ordito ha scritto: il file è stato modificato fuori da Ordito o si è guastato. È aperto in sola lettura.
doubt-seal-broken = Il file non è, byte per byte, quello che Ordito ha scritto: si è guastato il supporto o un altro programma lo ha riscritto. È aperto in sola lettura: salva una copia altrove o riprendi uno stato precedente.
doubt-hash-differs = L'impronta del contenuto non corrisponde: il file è stato modificato fuori da Ordito o si è guastato. È aperto in sola lettura.

# Documento tenuto.
holder = {$user} su {$host}
holder-machine = qualcuno su {$host}
holder-unknown = un'altra persona
keep-held = Il documento è aperto da {$who}. Chiedi di chiuderlo, o scegli un altro nome.
keep-lock-taken = {$who} ha preso il documento mentre non era raggiungibile. Le tue modifiche sono al sicuro nella copia di lavoro: salva una copia altrove.
keep-another-document = È un altro documento, non una copia di questo.
read-only-file = Il file è protetto da scrittura: qui si può solo leggere. Salva una copia per modificarlo.
read-only-folder = Nella cartella non si può scrivere: qui si può solo leggere. Salva una copia altrove per modificarlo.
read-only-full = Il disco o la quota di questa cartella sono pieni: qui si può solo leggere. Fai spazio e riapri, oppure salva una copia altrove.
read-only-other-program = Il file è aperto in un altro programma: qui si può solo leggere. Chiudi l'altro programma e riapri.
backup-published = Salvataggio
backup-migration = Originale di una versione precedente
backup-replaced = File sostituito
backup-mine = Modifiche messe da parte
backup-unreadable = Copia di lavoro illeggibile

# Importazione.
import-too-large = Il file supera {$limit} MB. Dividilo in più tabelle.
import-too-many-cells = La tabella supera {$limit-text} celle. Dividila in più tabelle.
import-empty = Nel file non c'è una tabella.
import-kind-nothing = Il file è vuoto: non contiene nemmeno un byte. Chiedilo o scaricalo di nuovo.
import-kind-pdf = È un PDF, da cui non si legge una tabella. Chiedi il foglio di calcolo da cui viene, in XLSX, ODS o CSV.
import-kind-picture = È un'immagine, da cui non si legge una tabella. Chiedi il foglio di calcolo da cui viene, in XLSX, ODS o CSV.
import-kind-ordito = È un documento di Ordito, non una tabella. Aprilo, oppure uniscilo a questo con «Unisci copie» (ordito merge).
import-kind-database = È una base di dati SQLite, non una tabella. Esporta la tabella che serve in CSV.
import-kind-writing = È un documento di testo, non un foglio di calcolo. Copia la tabella in un foglio di calcolo e salvalo come XLSX, ODS o CSV.
import-kind-slides = È una presentazione, non un foglio di calcolo. Copia la tabella in un foglio di calcolo e salvalo come XLSX, ODS o CSV.
import-kind-mail = È un messaggio di posta, non una tabella. Salva l'allegato e importa quello.
import-kind-web-page = È una pagina web, anche se il nome dice altro. Aprila con Excel o Calc e salvala come XLSX.
import-kind-excel-2003 = È un XML di Excel 2003, anche se il nome dice altro. Aprilo con Excel o Calc e salvalo come XLSX.
import-kind-old-excel = È una cartella di lavoro più vecchia di Excel 97. Aprila con Calc e salvala come XLSX.
import-kind-binary-workbook = È una cartella di lavoro binaria (XLSB). Aprila con Excel o Calc e salvala come XLSX.
import-kind-flat-ods = È un ODS in un solo file XML (FODS). Aprilo con Calc e salvalo come ODS o XLSX.
import-kind-numbers = È un foglio di Numbers. Aprilo con Numbers ed esportalo come XLSX.
import-kind-sylk = È una tabella in formato SYLK. Aprila con Excel o Calc e salvala come XLSX.
import-kind-xml = È un file XML, non una tabella. Aprilo con il programma che lo ha scritto e salvalo come XLSX, ODS o CSV.
import-kind-json = È un JSON, non una tabella. Se è un documento esportato da Ordito, il nome del file deve finire in .json.
import-kind-archive = È un archivio compresso, non una tabella. Estrai i file e importa quello con la tabella.
import-kind-cut = Comincia come una cartella di lavoro, ma è incompleto o rovinato. Scaricalo o copialo di nuovo; se si apre con Excel o Calc, salvalo come XLSX.
import-kind-bytes = Non è testo e non è un foglio di calcolo che si conosce. Aprilo con il programma che lo ha scritto e salvalo come XLSX, ODS o CSV.
note-hidden-sheet = Il foglio è nascosto.
note-hidden-rows = { $n ->
    [one] Una riga nascosta, presa come le altre: { $which }.
   *[other] { $n } righe nascoste, prese come le altre: { $which }.
}
note-hidden-columns = { $n ->
    [one] Una colonna nascosta, presa come le altre: { $which }.
   *[other] { $n } colonne nascoste, prese come le altre: { $which }.
}
note-merged = { $n ->
    [one] Celle unite: { $which }. Il valore vale per la prima; le altre sono prese come vuote.
   *[other] Celle unite in { $n } punti: { $which }. Il valore vale per la prima di ciascuno; le altre sono prese come vuote.
}
note-open-quotes = { $n ->
    [one] Una virgoletta si apre e non si chiude: { $which }. È presa come un segno del testo; controlla la cella.
   *[other] { $n } virgolette si aprono e non si chiudono: { $which }. Sono prese come segni del testo; controlla le celle.
}
note-lines-in-cells = { $n ->
    [one] Una cella fra virgolette contiene righe intere: { $which }. Forse una virgoletta è di troppo.
   *[other] { $n } celle fra virgolette contengono righe intere: { $which }. Forse una virgoletta è di troppo.
}
note-bad-bytes = { $n ->
    [one] Un byte non è UTF-8 come il resto: { $which }. È letto come Windows-1252; controlla la cella.
   *[other] { $n } byte non sono UTF-8 come il resto: { $which }. Sono letti come Windows-1252; controlla le celle.
}
note-cut-short = Il file finisce a metà di una lettera: forse è stato troncato. Controlla l'ultima riga.
import-malformed = Riga {$line}: non si legge ({$detail}). Niente è stato importato.
import-missing-column = Manca la colonna «{$name}». La prima riga deve dare i nomi delle colonne.
workbook-unreadable = La cartella di lavoro non si legge: {$part}, {$detail}. Riaprila e salvala di nuovo come XLSX.
workbook-no-sheets = Nel file non ci sono fogli da leggere. Salvalo come XLSX, ODS o CSV.
workbook-protected = La cartella di lavoro è protetta da password. Toglila e salva di nuovo.
workbook-declares = {$part} dichiara un tipo di documento, che una cartella di lavoro non ha. Niente è stato importato.
workbook-large-part = {$part} supera {$limit-text} MB una volta aperta. Salva solo il foglio che serve.
workbook-many-nodes = {$part} ha più di {$limit-text} elementi. Salva solo il foglio che serve.
workbook-many-parts = Il file ha più di {$limit-text} parti: non è una cartella di lavoro.
workbook-many-sheets = Il file ha più di {$limit-text} fogli. Salva solo quello che serve.
workbook-many-texts = Il file ha più di {$limit-text} testi. Salva solo il foglio che serve.
workbook-large-texts = I testi superano {$limit-text} MB. Salva solo il foglio che serve.
workbook-long-text = {$place}: il testo supera {$limit-text} byte. Accorcialo.
workbook-wide-sheet = Fra la prima e l'ultima cella piena ci sono {$rows-text} righe per {$columns-text} colonne, più di {$limit-text} celle. Indica solo l'area della tabella o svuota le celle lontane.
workbook-no-sheet = Non c'è il foglio «{$name}». Ci sono «{$known}».
workbook-no-sheets-in-text = È un file di testo e non ha fogli: «{$name}» non c'è.
workbook-none-fits = Nessun foglio corrisponde da solo. Scegli fra «{$known}».
workbook-hidden-among = Nascosti: «{$names}».
workbook-unread-among = Non letti: «{$names}»; indicane uno per sapere perché.
workbook-between-names = », «
workbook-several-fit = Più fogli corrispondono. Scegli fra «{$known}».
paper-too-much = Il modello chiede troppa memoria ed è stato fermato. Nulla è stato scritto: cerca un elenco o una ripetizione senza fine.
paper-too-slow = Il modello ha impiegato troppo e non è stato aspettato. Nessun file è stato scritto: controlla il modello o usa quello del programma.
paper-place = {""} alla riga {$line}
paper-template = Il modello non va{$place}: {$what}. Nessun file è stato scritto: correggilo o usa quello del programma.
paper-unshown = Alcuni segni non sono in nessun carattere di stampa: al loro posto c'è un riquadro con il codice.
paper-unshown-line = {$place}: {$codes}
paper-unshown-more = { $n ->
    [one] e un altro punto
   *[other] e altri {$n-text} punti
}
paper-stopped = Interrotto: nessun file è stato scritto.
