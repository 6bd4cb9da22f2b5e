/** Every piece of work a worker thread knows, by name. */
import type { StageMap } from '../shared/contract/stages.ts'
import type { TaskMap } from '../shared/contract/tasks.ts'
import { exportDocument } from './export/document.ts'
import { exportStory } from './export/story.ts'
import type { WorkContext } from './runtime/context.ts'
import { analyze } from './stages/analyze.ts'
import { convert } from './stages/convert.ts'
import { importSource } from './stages/import.ts'
import { narrate } from './stages/narrate.ts'
import { visualize } from './stages/visualize.ts'
import { verify } from './story/verify/verify.ts'
import { ask, askVocabulary } from './tasks/ask.ts'
import { compare } from './tasks/compare.ts'
import { convertDocument } from './tasks/document.ts'
import { assembleDocument } from './tasks/document-assemble.ts'
import { openDocument } from './tasks/document-open.ts'
import { readPages } from './tasks/document-pages.ts'
import { tellDocument } from './tasks/document-story.ts'
import { copyGridCells, exportGridRows, readGridColumn, readGridRows, sumGridSelection } from './tasks/grid.ts'
import { runEvidence, tablePage } from './tasks/query.ts'
import { readCells, readTable } from './tasks/read.ts'
import { translateStory } from './tasks/translate.ts'

type Work<Map> = {
  [Name in keyof Map]: Map[Name] extends { input: infer Input; output: infer Output }
    ? (input: Input, context: WorkContext) => Promise<Output>
    : never
}

export const tasks: Work<StageMap> & Work<TaskMap> = {
  import: importSource,
  convert,
  analyze,
  narrate,
  visualize,
  verify,
  evidence: runEvidence,
  page: tablePage,
  'grid-rows': readGridRows,
  'grid-column': readGridColumn,
  'grid-selection': sumGridSelection,
  'grid-copy': copyGridCells,
  'grid-export': exportGridRows,
  read: readTable,
  cells: readCells,
  document: convertDocument,
  'document-open': openDocument,
  'document-pages': readPages,
  'document-assemble': assembleDocument,
  'document-story': tellDocument,
  'document-export': exportDocument,
  compare,
  ask,
  'ask-vocabulary': askVocabulary,
  translate: translateStory,
  export: exportStory,
}
