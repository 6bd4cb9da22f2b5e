/** What is said of how a source was read. Each is a `Note` until it is said, and stored with a story by its code. */
import { archives } from './archives.ts'
import { asides } from './asides.ts'
import { asked } from './asked.ts'
import { columns } from './columns.ts'
import { databases } from './databases.ts'
import { documents } from './documents.ts'
import { failed } from './failed.ts'
import { json } from './json.ts'
import { labelled } from './labelled.ts'
import { reading } from './reading.ts'
import { sheets } from './sheets.ts'
import { tables } from './tables.ts'
import { text } from './text.ts'
import { verification } from './verification.ts'

export const notes = {
  archives,
  asides,
  asked,
  columns,
  databases,
  documents,
  failed,
  json,
  labelled,
  reading,
  sheets,
  tables,
  text,
  verification,
} as const
