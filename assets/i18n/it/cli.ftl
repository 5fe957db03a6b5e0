# Riga di comando.
cli-created = Documento creato: {$file}
cli-no-display = Nessuno schermo: il documento è in {$file}. Aprilo con «ordito {$file}» dove c'è uno schermo.
cli-no-framework = Nessun quadro «{$key}». Quadri disponibili: {$known}
cli-nothing-to-undo = niente da annullare
cli-nothing-to-redo = niente da ripetere
cli-info-policies = { $n ->
    [one] Una politica
   *[other] {$n-text} politiche
}
cli-info-sources = { $n ->
    [one] Una fonte
   *[other] {$n-text} fonti
}
cli-info-steps = { $n ->
    [one] Un passo nella storia
   *[other] {$n-text} passi nella storia
}
cli-info-matrix = Matrice «{$name}»: {$rows-text} righe × {$columns-text} colonne, {$scored-text} celle valutate
cli-check-sound = Il file è integro
cli-window-no-display = Nessuno schermo (DISPLAY e WAYLAND_DISPLAY non portano a nulla). I comandi senza finestra funzionano: «ordito --help».
cli-window-libraries = Mancano librerie per la finestra ({$libraries}). Installa: apt-get install {$packages}
cli-window-failed = La finestra non si apre ({$detail}). Prova «ordito --software».
cli-no-data-folder = La cartella dei dati dell'utente non si può usare: {$detail}. Indicane un'altra con ORDITO_DATA.
