# Che cosa porterebbe una tabella, prima che entri.
import-go = Importa
import-heading-blank = {$at}: manca l'intestazione di celle compilate
import-heading-unknown = {$at}: «{$text}» non è nella matrice
import-heading-near = {$at}: «{$text}» non è nella matrice; le più vicine sono «{$near}»
import-heading-clear = {$at}: «{$text}» non è nella matrice; sembra «{$near}»
import-heading-several = {$at}: «{$text}» può essere «{$which}»: scegli quale, o scrivi il codice
import-heading-twice = {$at}: «{$text}» indica «{$name}», che un'altra intestazione indica già
import-not-entries = { $n ->
    [one] Una cella con {$texts} non è una voce ({$places}): scegli che cosa vuol dire. Le voci sono {$entries}
   *[other] {$n-text} celle con {$texts} non sono voci ({$places}): scegli che cosa vogliono dire. Le voci sono {$entries}
}
import-cell-refused = {$place}: {$why}
import-diagonal-refused = «{$entry}» valuta una voce su se stessa, che non si può: lascia vuota la cella
import-transposed = Nel file righe e colonne sono scambiate: è letto nell'altro verso.
import-guessed = { $n ->
    [one] Un'intestazione abbinata per somiglianza: {$which}
   *[other] {$n-text} intestazioni abbinate per somiglianza: {$which}
}
import-made = { $n ->
    [one] Una voce nuova: {$which}
   *[other] {$n-text} voci nuove: {$which}
}
import-made-assessor = Valutatore nuovo: {$name}
import-blank-left = { $n ->
    [one] Una cella vuota nel file ha un punteggio nel documento, che resta: {$places}
   *[other] {$n-text} celle vuote nel file hanno un punteggio nel documento, che resta: {$places}
}
import-emptied = { $n ->
    [one] Un punteggio viene tolto: {$places}
   *[other] {$n-text} punteggi vengono tolti: {$places}
}
import-diagonal = { $n ->
    [one] Una cella sulla diagonale non dice nulla ed è passata: {$places}
   *[other] {$n-text} celle sulla diagonale non dicono nulla e sono passate: {$places}
}
import-left = { $n ->
    [one] Una cella lascia ciò che c'è, come hai scelto
   *[other] {$n-text} celle lasciano ciò che c'è, come hai scelto
}
import-unplaced = { $n ->
    [one] Una cella compilata resta fuori, sotto un'intestazione che non ha un posto
   *[other] {$n-text} celle compilate restano fuori, sotto intestazioni che non hanno un posto
}
import-guess = proposta
import-accept-all = { $n ->
    [one] Accetta la proposta
   *[other] Accetta le {$n-text} proposte
}
import-refuse-all = Lasciale fuori
import-this-heading = «{$text}»
import-no-heading = senza intestazione
import-choose = Scegli…
import-blanks = Celle vuote
import-blanks-leave = Lasciano il punteggio
import-blanks-empty = Tolgono il punteggio
import-turned = Righe e colonne scambiate
import-entries = Celle che non sono voci
import-entry-leave = Lascia com'è
import-entry-is = Che cosa vuol dire «{$text}»
import-new-assessor = Nuovo valutatore…
import-new-assessor-name = Nome del valutatore
import-columns = Colonne
import-column-is = Che cosa diventa la colonna {$column}
import-column-becomes = Colonna {$column}: {$field}
import-column-guessed = Colonna {$column}: {$field}, per ciò che contiene
import-column-left-out = { $n ->
    [0] Colonna {$column}: resta fuori (vuota)
    [one] Colonna {$column}: resta fuori (una cella compilata)
   *[other] Colonna {$column}: resta fuori ({$n-text} celle compilate)
}
import-column-double = { $n ->
    [one] Colonna {$column}: resta fuori, un'altra è già {$field} (una cella compilata)
   *[other] Colonna {$column}: resta fuori, un'altra è già {$field} ({$n-text} celle compilate)
}
import-column-example = per esempio «{$text}»
import-field-id = Identificativo
import-headed = La prima riga dà i nomi delle colonne
import-columns-left-out = { $n ->
    [one] Una colonna resta fuori: {$columns}. Scegli qui sotto che cosa diventa.
   *[other] {$n-text} colonne restano fuori: {$columns}. Scegli qui sotto che cosa diventano.
 }
import-choose-name = Scegli quale colonna dà il nome delle politiche.
import-no-names = Nessuna colonna dà il nome delle politiche («Nome», «Titolo», «Denominazione»). Le colonne sono: {$known}
import-field-left-out = {$place}: «{$text}» non entra in {$field}: {$why}
import-why-word = non è una delle parole del campo
import-why-month = non è un mese; si scrive per esempio 09/2026, 01/09/2026, settembre 2026 o 2026
import-why-amount = non è una somma; si scrive per esempio 12.500,50 o 1,5 mln
import-why-not-there = nessuna politica si chiama così
import-why-several = più politiche si chiamano così
import-why-itself = farebbe parte di se stessa
import-why-ends-before = finirebbe prima dell'inizio
import-same-code = Riga {$row}: il codice {$code} di «{$name}» è già alla riga {$first}
import-same-codes = Righe con un codice già usato sopra
import-same-code-ask = Scegli…
import-same-code-without = Entrano senza codice
import-same-code-leave = Restano fuori
import-nameless = { $n ->
    [one] Una riga non ha un nome e resta fuori: {$which}
   *[other] {$n-text} righe non hanno un nome e restano fuori: {$which}
}
import-there = { $n ->
    [one] Una politica è già nel documento e resta com'è: {$which}
   *[other] {$n-text} politiche sono già nel documento e restano come sono: {$which}
}
import-there-called = {$code} (qui si chiama «{$name}»)
paste-policies-name = Politiche incollate
paste-people-name = Partecipanti incollati
cli-import-more = e altri {$n-text} problemi; --dry-run li elenca tutti
cli-import-way-near = Con --accept-near entrano le intestazioni abbinate per somiglianza.
cli-import-way-create = Con --create diventano voci nuove le intestazioni che nel documento non ci sono.
cli-import-way-entry = Con --entry «X=1» si dice che cosa vuol dire una cella; --entry «X=» lascia ciò che c'è.
cli-import-way-same-code = Con --same-code without-code entrano senza codice, con --same-code leave-out restano fuori.
cli-import-no-column = nessuna colonna «{$name}»; ci sono {$known}
cli-import-no-field = nessun campo «{$name}»; ci sono {$known}
cli-import-no-entry = «{$text}» non dice che cosa vuol dire una cella: scrivi per esempio X=1, o X= per lasciare ciò che c'è
cli-assessor-near = nessun valutatore «{$name}»; sembra «{$near}». Con --accept-near è quello, con --create se ne fa uno nuovo
