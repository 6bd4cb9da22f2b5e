/** Every piece of work a worker thread knows, by name. */
import type { StageMap } from '../shared/contract/stages.ts'
import type { TaskMap } from '../shared/contract/tasks.ts'
import { analyze } from './analyze.ts'
import { visualize } from './chart/visualize.ts'
import type { WorkContext } from './context.ts'
import { convert } from './convert/convert.ts'
import { detectKind, importSource } from './convert/kind.ts'
import { readCells, readTable } from './convert/read.ts'
import { assembleDocument } from './document/assemble.ts'
import { convertDocument } from './document/convert-document.ts'
import { openDocument } from './document/open-document.ts'
import { readPages } from './document/pdf/read-pages.ts'
import { tellDocument } from './document/story/tell-document.ts'
import { exportDocument } from './export/document.ts'
import { exportStory } from './export/export.ts'
import { narrate } from './narrate/narrate.ts'
import { runEvidence, tablePage } from './query.ts'
import { verify } from './verify/verify.ts'

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
  read: readTable,
  cells: readCells,
  kind: detectKind,
  document: convertDocument,
  'document-open': openDocument,
  'document-pages': readPages,
  'document-assemble': assembleDocument,
  'document-story': tellDocument,
  'document-export': exportDocument,
  export: exportStory,
}
