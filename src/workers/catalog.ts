/**
 * Every piece of work a worker thread knows, by name. Each is loaded when it is first asked for: all of them take most
 * of a second and some 100 MB, of which a table needs half.
 */
import type { StageMap } from '../shared/contract/stages.ts'
import type { TaskMap } from '../shared/contract/tasks.ts'
import type { WorkContext } from './runtime/context.ts'

type Work<Map> = {
  [Name in keyof Map]: Map[Name] extends { input: infer Input; output: infer Output }
    ? (input: Input, context: WorkContext) => Promise<Output>
    : never
}

function lazily<Input, Output>(
  load: () => Promise<(input: Input, context: WorkContext) => Promise<Output>>,
): (input: Input, context: WorkContext) => Promise<Output> {
  return async (input, context) => (await load())(input, context)
}

export const tasks: Work<StageMap> & Work<TaskMap> = {
  import: lazily(async () => (await import('./stages/import.ts')).importSource),
  convert: lazily(async () => (await import('./stages/convert.ts')).convert),
  analyze: lazily(async () => (await import('./stages/analyze.ts')).analyze),
  narrate: lazily(async () => (await import('./stages/narrate.ts')).narrate),
  visualize: lazily(async () => (await import('./stages/visualize.ts')).visualize),
  verify: lazily(async () => (await import('./story/verify/verify.ts')).verify),
  evidence: lazily(async () => (await import('./tasks/query.ts')).runEvidence),
  page: lazily(async () => (await import('./tasks/query.ts')).tablePage),
  'grid-rows': lazily(async () => (await import('./tasks/grid.ts')).readGridRows),
  'grid-column': lazily(async () => (await import('./tasks/grid.ts')).readGridColumn),
  'grid-selection': lazily(async () => (await import('./tasks/grid.ts')).sumGridSelection),
  'grid-copy': lazily(async () => (await import('./tasks/grid.ts')).copyGridCells),
  'grid-export': lazily(async () => (await import('./tasks/grid.ts')).exportGridRows),
  read: lazily(async () => (await import('./tasks/read.ts')).readTable),
  cells: lazily(async () => (await import('./tasks/read.ts')).readCells),
  document: lazily(async () => (await import('./tasks/document.ts')).convertDocument),
  'document-open': lazily(async () => (await import('./tasks/document-open.ts')).openDocument),
  'document-pages': lazily(async () => (await import('./tasks/document-pages.ts')).readPages),
  'document-assemble': lazily(async () => (await import('./tasks/document-assemble.ts')).assembleDocument),
  'document-story': lazily(async () => (await import('./tasks/document-story.ts')).tellDocument),
  'document-export': lazily(async () => (await import('./export/document.ts')).exportDocument),
  compare: lazily(async () => (await import('./tasks/compare.ts')).compare),
  ask: lazily(async () => (await import('./tasks/ask.ts')).ask),
  'ask-vocabulary': lazily(async () => (await import('./tasks/ask.ts')).askVocabulary),
  translate: lazily(async () => (await import('./tasks/translate.ts')).translateStory),
  export: lazily(async () => (await import('./export/story.ts')).exportStory),
}
