# Command line.
cli-created = Document created: {$file}
cli-no-display = No display: the document is in {$file}. Open it with “ordito {$file}” where there is a display.
cli-no-framework = No framework “{$key}”. Available frameworks: {$known}
cli-nothing-to-undo = nothing to undo
cli-nothing-to-redo = nothing to redo
cli-info-policies = { $n ->
    [one] One policy
   *[other] {$n-text} policies
}
cli-info-sources = { $n ->
    [one] One source
   *[other] {$n-text} sources
}
cli-info-steps = { $n ->
    [one] One step in the history
   *[other] {$n-text} steps in the history
}
cli-info-matrix = Matrix “{$name}”: {$rows-text} rows × {$columns-text} columns, {$scored-text} scored cells
cli-check-sound = The file is sound
cli-window-no-display = No display (DISPLAY and WAYLAND_DISPLAY lead nowhere). Commands without a window work: “ordito --help”.
cli-window-libraries = Libraries for the window are missing ({$libraries}). Install: apt-get install {$packages}
cli-window-failed = The window does not open ({$detail}). Try “ordito --software”.
cli-no-data-folder = The user's data folder cannot be used: {$detail}. Name another one with ORDITO_DATA.
