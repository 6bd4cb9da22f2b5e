/** What a story is made of, before it is put in order. */
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { Method } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import type { Chooser } from '../insights/words/paraphrase.ts'
import { named, nothing, type Phrase } from '../insights/words/phrase.ts'
import type { Told } from './statement.ts'
import type { Frame } from './words/index.ts'

export interface Plot {
  readonly told: readonly Told[]
  /** Statements that were found and cannot be told. */
  readonly untold: readonly InsightDraft[]
  readonly tables: readonly ProfiledTable[]
  readonly method: Method
  readonly choose: Chooser
  readonly language: TextsTag
  /** Its words about itself. */
  readonly frame: Frame
  /** What was said of all rows already, as `baseOnce` keeps it. */
  readonly wholes: Set<string>
}

/** `Orders:` before what is said of one of several tables, where no heading says it. */
export function tableOf({ tables, frame }: Pick<Plot, 'tables' | 'frame'>, { draft }: Told): Phrase {
  return tables.length > 1 ? frame.ofTable({ table: named(draft.table) }) : nothing
}

/** Whether the rows of every table were declared to be the whole population. */
export function isOfPopulation(tables: readonly Pick<ProfiledTable, 'declared'>[]): boolean {
  return tables.length > 0 && tables.every(({ declared }) => declared?.rows === 'population')
}
