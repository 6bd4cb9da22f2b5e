/** The story's title, a claim of twelve words at most, and its scope line. */

import { formatNumber } from '../../shared/format/numbers.ts'
import {
  formatPeriod,
  grainAdverb,
  grainOfColumn,
  grainOfRange,
  isGrain,
  namingOfColumn,
} from '../../shared/format/periods.ts'
import { capitalise, plural, readableName } from '../../shared/format/words.ts'
import { conditionText } from '../../shared/story/condition.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { wordCount } from '../insights/wording-of.ts'
import { opensStory } from './sections.ts'
import type { Told } from './statement.ts'

const mostWords = 12
const mostCharacters = 110

/** The strongest finding that fits, or else a fact of the kinds that open a story; a plain topic when there is neither. */
export function titleOf(told: readonly Told[], tables: readonly ProfiledTable[], fileName: string): string {
  const findings = told.filter(({ draft }) => draft.class === 'finding')
  const facts = told.filter(({ draft }) => opensStory(draft))
  const fitting = [...findings, ...facts].find(
    ({ wording }) => wordCount(wording.headline) <= mostWords && wording.headline.text.length <= mostCharacters,
  )
  if (fitting !== undefined) return fitting.wording.headline.text
  const [only] = tables
  const topic = tables.length === 1 && only !== undefined ? only.name : fileName.replace(/\.[^.]+$/, '')
  return `${capitalise(readableName(topic))} at a glance`
}

/** `406 rows and 9 columns, yearly from 1970 to 1982, from cars.csv`. */
export function scopeOf(
  told: readonly Told[],
  tables: readonly ProfiledTable[],
  fileName: string,
  texts: Texts,
): string {
  const size = tables.length === 1 ? sizeOf(tables) : `${tables.length} tables, ${sizeOf(tables)}`
  return [size, selectionOf(tables, texts), periodOf(told, tables), `from ${fileName}`]
    .filter((part) => part !== null)
    .join(', ')
}

/** `only where region is North`: what was left out at a person's wish is said before anything else. */
function selectionOf(tables: readonly ProfiledTable[], texts: Texts): string | null {
  const where = tables.map(({ view }) => view?.where ?? null).find((condition) => condition !== null)
  return where === undefined ? null : `only where ${conditionText(texts, where)}`
}

function sizeOf(tables: readonly ProfiledTable[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0)
  const count = (value: number) => formatNumber(value, { kind: 'count' })
  // Several tables may each have a noun of their own.
  const noun = (tables.length === 1 ? tables[0]?.rowNoun : undefined) ?? { one: 'row', many: 'rows' }
  return `${count(rows)} ${rows === 1 ? noun.one : noun.many} and ${count(columns)} ${plural(columns, 'column')}`
}

function periodOf(told: readonly Told[], tables: readonly ProfiledTable[]): string | null {
  const [table] = tables
  if (tables.length !== 1 || table === undefined) return null
  // Years that are compared with each other say nothing of how fine the figures are.
  const series = told.find(
    ({ draft }) =>
      draft.type !== 'change_decomposition' && typeof draft.details.grain === 'string' && draft.details.from,
  )
  const grain = series?.draft.details.grain
  const time = table.columns.find(
    (column) => column.role === 'time' && (series === undefined || column.name === series.draft.details.time),
  )
  const { min, max } = time?.stats ?? {}
  if (typeof min !== 'string' || typeof max !== 'string') return null
  const naming = namingOfColumn(time?.format)
  if (isGrain(grain)) {
    return `${grainAdverb(grain)} from ${formatPeriod(min, grain, naming)} to ${formatPeriod(max, grain, naming)}`
  }
  const finest = grainOfColumn(time?.format) ?? grainOfRange(min, max)
  return `${formatPeriod(min, finest, naming)} to ${formatPeriod(max, finest, naming)}`
}
