/** The documents: read page by page while they are converted, searched, exported, their tables told. */
import type { EngineHandlers, ShellEngine } from '../../shared/contract/shell.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'

type DocumentCommand = Extract<keyof EngineHandlers, `documents/${string}` | 'library/list' | 'jobs/unlock'>

const unavailable = async (): Promise<never> => {
  throw new StoryglassError('internal', 'documents are not kept yet')
}

export const documentHandlers: Pick<EngineHandlers, DocumentCommand> = {
  'documents/get': unavailable,
  'documents/page': unavailable,
  'documents/search': unavailable,
  'documents/delete': unavailable,
  'documents/tell-table': unavailable,
  'library/list': unavailable,
  'jobs/unlock': unavailable,
}

export const documentFiles: Pick<ShellEngine, 'documentExportName' | 'exportDocument' | 'documentAsset'> = {
  documentExportName: unavailable,
  exportDocument: unavailable,
  documentAsset: async () => null,
}
