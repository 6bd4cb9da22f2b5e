/** Zusammen abgelegte Dateien, die wie Teile einer Tabelle aussehen. */
export const likeFiles = {
  title: 'Diese {files, number} Dateien als eine Tabelle erzählen?',
  explanation:
    'Sie scheinen dieselben Spalten zu haben. Als eine Tabelle ergeben sie eine Story; der Name der Datei, aus der eine Zeile stammt, wird eine Spalte.',
  together: '{name} und {more, number} weitere',
  asOne: 'Eine Story aus allen',
  each: 'Je Datei eine Story',
  cancel: 'Abbrechen',
} as const
