/** Eine Tabelle aus der Zwischenablage. */
export const paste = {
  name: 'Eingefügte Tabelle {when}',
  noTable: 'In der Zwischenablage ist keine Tabelle',
  whatIsTaken:
    'Zellen einer Tabellenkalkulation, eine Tabelle einer Webseite oder CSV-Zeilen kopieren und hier einfügen.',
  hint: 'Oder eine Tabelle einfügen.',
} as const
