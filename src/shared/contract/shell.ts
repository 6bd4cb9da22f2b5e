/** What a graphical shell needs of the engine, and nothing more; a test's fake is as good to it as the real one. */

import type { LibraryNotice } from '../library/notice.ts'
import type { Watch } from '../library/watch.ts'
import type { TextsTag } from '../texts/texts.ts'
import type { Unsubscribe } from './bridge.ts'
import type { CommandHandlers, CommandRequest, SourceHandle } from './commands.ts'
import type { EngineEvent } from './events.ts'

/** Commands whose answer is the shell's own: the rest pass through to the engine as they are. */
export type ShellCommandName =
  | 'app/info'
  | 'sources/pick'
  | 'watches/pick'
  | 'stories/export'
  | 'documents/export'
  | 'grid/export'
export type EngineHandlers = Omit<CommandHandlers, ShellCommandName>
export type ShellHandlers = Pick<CommandHandlers, ShellCommandName>

export interface LibraryInfo {
  readonly version: string
  readonly stories: number
  readonly documents?: number
  readonly activeJobs: number
  readonly language?: string
  /** Not yet dismissed. */
  readonly notices?: LibraryNotice[]
}

export type StoryFormat = CommandRequest<'stories/export'>['format']

export type DocumentExport = CommandRequest<'documents/export'>

export type GridExport = CommandRequest<'grid/export'>

export interface GridExports {
  /** A file name fit to offer for the rows of a view, without a folder. */
  exportName(request: GridExport): Promise<string>
  /** Writes them whole to an absolute path, or not at all. */
  export(request: GridExport, outputPath: string): Promise<void>
}

export interface StoryExports {
  /** A file name fit to offer for a story's export, without a folder. */
  exportName(id: string, format: StoryFormat): Promise<string>
  /** Writes a story whole to an absolute path, or not at all; in another language than its own where one is named. */
  export(id: string, format: StoryFormat, outputPath: string, language?: TextsTag): Promise<void>
}

export interface DocumentExports {
  /** The same of a document, or of one of its tables. */
  exportName(request: DocumentExport): Promise<string>
  export(request: DocumentExport, outputPath: string): Promise<void>
  /** The absolute path of a file a page of a document is shown with; null when there is none of that name. */
  asset(id: string, name: string): Promise<string | null>
}

export interface Watching {
  /** Watches a file or a folder from now on. Throws `file_missing`, `bad_path`. */
  add(path: string): Promise<Watch>
}

export interface ShellEngine {
  readonly handlers: EngineHandlers
  info(): Promise<LibraryInfo>
  subscribe(listener: (event: EngineEvent) => void): Unsubscribe
  /** Accepts a file where it lies. Throws `StoryglassError` (`file_missing`, `is_folder`, `file_unreadable`, …). */
  adoptPath(path: string): Promise<SourceHandle>
  /**
   * Accepts a file as it arrives, at the pace it can be written. When `bytes` throws, nothing of it is kept and the
   * error passes through.
   */
  adoptStream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceHandle>
  readonly watches: Watching
  readonly stories: StoryExports
  readonly documents: DocumentExports
  readonly grid: GridExports
}
