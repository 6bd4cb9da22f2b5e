import type { TableFormat } from './format.ts'

/** Databases of SQLite 3: every table of one is a table. */
export const sqlite = {
  pipeline: 'story',
  title: 'SQLite',
  names: ['SQLite'],
  endings: ['sqlite', 'sqlite3', 'db', 'db3', 's3db', 'gpkg'],
  types: ['application/vnd.sqlite3', 'application/x-sqlite3', 'application/geopackage+sqlite3'],
  isPlainText: false,
  association: { name: 'SQLite database', endings: ['sqlite', 'sqlite3'] },
} as const satisfies TableFormat
