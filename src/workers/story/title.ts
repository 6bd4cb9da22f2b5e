/** The story's title, a claim of twelve words at most, and its scope line. */

import { grainOfColumn, grainOfRange, isGrain, namingOfColumn } from '../../shared/format/periods.ts'
import { grainOfTable } from '../../shared/format/row-grain.ts'
import { readableName } from '../../shared/format/words.ts'
import { conditionText } from '../../shared/story/condition.ts'
import type { Method } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { wordCount } from '../insights/wording-of.ts'
import { periodPhrase } from '../insights/words/periods.ts'
import { named, type Phrase } from '../insights/words/phrase.ts'
import { opensStory } from './opening.ts'
import { isOfPopulation } from './plot.ts'
import { recorded } from './recorded.ts'
import type { Told } from './statement.ts'
import type { Frame } from './words/index.ts'

type Scope = Frame['scope']

const mostWords = 12
const mostCharacters = 110

/** The number of a cluster, a month or a plot tells a reader nothing before the table is known; that of an amount does. */
function isOfNumber({ draft: { location, details, table } }: Told, tables: readonly ProfiledTable[]): boolean {
  if (!/^\d{1,3}$/u.test(String(location ?? '')) || typeof details.course === 'string') return false
  const columns = tables.find(({ name }) => name === table)?.columns ?? []
  return columns.find(({ name }) => name === details.dimension)?.role !== 'measure'
}

/** The strongest finding that fits, of a group with a name before one with a number, or else a fact of the kinds that open a story; where there is neither, that nothing stands out. */
export function titleOf(
  told: readonly Told[],
  tables: readonly ProfiledTable[],
  fileName: string,
  { method, frame }: { readonly method: Pick<Method, 'testsRun' | 'kept'>; readonly frame: Frame },
): string {
  const findings = told.filter(({ draft }) => draft.class === 'finding')
  const facts = told.filter(({ draft }) => opensStory(draft))
  const fits = ({ wording }: Told): boolean =>
    wordCount(wording.headline) <= mostWords && wording.headline.text.length <= mostCharacters
  const fitting = [...findings.filter((one) => !isOfNumber(one, tables)), ...findings, ...facts].find(fits)
  if (fitting !== undefined) return fitting.wording.headline.text
  const [only] = tables
  const topic = tables.length === 1 && only !== undefined ? only.name : fileName.replace(/\.[^.]+$/, '')
  const words = isOfPopulation(tables)
    ? frame.title.nothingLarge
    : method.testsRun === 0
      ? frame.title.untested
      : method.kept === 0
        ? frame.title.noPattern
        : frame.title.nothingLarge
  return words({ topic: named(readableName(topic.replaceAll(/[-_]+/g, ' '))) }).text
}

/** `406 rows and 9 columns, yearly from 1970 to 1982, from cars.csv`. */
export function scopeOf(
  told: readonly Told[],
  tables: readonly ProfiledTable[],
  fileName: string,
  { frame, texts }: { readonly frame: Frame; readonly texts: Texts },
): string {
  const { scope } = frame
  const size = sizeOf(tables, frame)
  const all = tables.length === 1 ? size : scope.severalTables({ tables: recorded(tables.length, frame), size })
  return [all, selectionOf(tables, texts, scope), periodOf(told, tables, frame), scope.from({ file: named(fileName) })]
    .filter((part) => part !== null)
    .map(({ text }) => text)
    .join(', ')
}

/** `only where region is North`: what was left out at a person's wish is said before anything else. */
function selectionOf(tables: readonly ProfiledTable[], texts: Texts, scope: Scope): Phrase | null {
  const where = tables.map(({ view }) => view?.where ?? null).find((condition) => condition !== null)
  return where === undefined ? null : scope.onlyWhere({ condition: named(conditionText(texts, where)) })
}

function sizeOf(tables: readonly ProfiledTable[], frame: Frame): Phrase {
  const { scope } = frame
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0)
  const [rowCount, columnCount] = [recorded(rows, frame), recorded(columns, frame)]
  // Several tables may each have a noun of their own.
  const noun = tables.length === 1 ? tables[0]?.rowNoun : undefined
  return noun === undefined
    ? scope.size({ rows: rowCount, columns: columnCount })
    : scope.sizeOfNamed({ rows: rowCount, noun: named(rows === 1 ? noun.one : noun.many), columns: columnCount })
}

function periodOf(told: readonly Told[], tables: readonly ProfiledTable[], { scope, language }: Frame): Phrase | null {
  const [table] = tables
  if (tables.length !== 1 || table === undefined) return null
  // Years that are compared with each other say nothing of how fine the figures are.
  const series = told.find(
    ({ draft }) =>
      draft.type !== 'change_decomposition' && typeof draft.details.grain === 'string' && draft.details.from,
  )
  const grain = grainOfTable(table) ?? series?.draft.details.grain
  const times = table.columns.filter(({ role }) => role === 'time')
  const ofSeries = series?.draft.details.time ?? table.order?.time
  const time = times.find(({ name }) => name === ofSeries) ?? (series === undefined ? times[0] : undefined)
  const { min, max } = time?.stats ?? {}
  if (typeof min === 'number' && typeof max === 'number') return yearsOf(table, { min, max }, scope)
  if (typeof min !== 'string' || typeof max !== 'string') return null
  const naming = namingOfColumn(time?.format)
  if (isGrain(grain)) {
    return scope.spanBy({
      grain: grain.replace('-', '_'),
      from: periodPhrase(min, grain, naming, language),
      to: periodPhrase(max, grain, naming, language),
    })
  }
  const finest = grainOfColumn(time?.format) ?? grainOfRange(min, max)
  return scope.span({
    from: periodPhrase(min, finest, naming, language),
    to: periodPhrase(max, finest, naming, language),
  })
}

/** Years written as numbers; every fifth one is not yearly. */
function yearsOf(
  table: ProfiledTable,
  { min, max }: { readonly min: number; readonly max: number },
  scope: Scope,
): Phrase | null {
  if (grainOfTable(table) !== 'year' || !Number.isInteger(max)) return null
  const time = table.columns.find(({ name }) => name === table.order?.time)
  const ends = { from: named(String(min)), to: named(String(max)) }
  return time?.distinct === max - min + 1 ? scope.spanBy({ grain: 'year', ...ends }) : scope.span(ends)
}
