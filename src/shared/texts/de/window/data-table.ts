/** Zeilen und Spalten einer beliebigen Abfrage. */
export const dataTable = {
  row: 'Zeile',
  empty: 'leer',
  true: 'wahr',
  false: 'falsch',
} as const
