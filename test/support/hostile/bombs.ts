/** All of them: several of every kind of file that is read, and of everything a file may come packed in. */
import type { Bomb } from './bomb.ts'
import { containerBombs } from './bombs/containers.ts'
import { databaseBombs } from './bombs/databases.ts'
import { delimitedBombs } from './bombs/delimited.ts'
import { documentBombs } from './bombs/documents.ts'
import { jsonBombs } from './bombs/json.ts'
import { labelledBombs } from './bombs/labelled.ts'
import { markupBombs } from './bombs/markup.ts'
import { workbookBombs } from './bombs/workbooks.ts'

export const bombs: readonly Bomb[] = [
  ...delimitedBombs,
  ...jsonBombs,
  ...markupBombs,
  ...workbookBombs,
  ...documentBombs,
  ...databaseBombs,
  ...labelledBombs,
  ...containerBombs,
]
