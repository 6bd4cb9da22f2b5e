/** The first paragraph: what the rows are, what stands out, what changed; or that nothing did, and what would have shown. */
import { datePartNamed } from '../../shared/format/date-part-names.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { grainOfTable } from '../../shared/format/row-grain.ts'
import type { Method, Paragraph } from '../../shared/story/story.ts'
import { type ProfiledColumn, rowNounOf } from '../../shared/story/table.ts'
import { textsIn } from '../../shared/texts/texts.ts'
import { detectableCorrelation, detectableDifference } from '../analysis/statistics/detectable.ts'
import { columnPhrase } from '../insights/words/categories.ts'
import { eitherOf, listed } from '../insights/words/listed.ts'
import { named, nothing, type Phrase, sentence } from '../insights/words/phrase.ts'
import { nothingFound, nothingTold } from './about.ts'
import { baseOnce } from './base-once.ts'
import { claimAfter } from './joining.ts'
import { isOfPopulation, type Plot, tableOf } from './plot.ts'
import { recorded } from './recorded.ts'
import { isFinding, paragraph, type Told } from './statement.ts'

/** Columns named before the others are only counted. */
const mostNamed = 4
/** Columns that tell what a table is about where it is not known what a row is. */
const leastDescribing = 3
/** An effect of the size named is found this often. */
const power = 0.8

/**
 * `lead`: the statements it makes. What is said of the table and of the search stands in a paragraph of its own: its
 * numbers are those of the method record, without evidence.
 */
export function leadParagraphs(plot: Plot, lead: readonly Told[]): readonly Paragraph[] {
  const about = aboutRows(plot)
  const once = baseOnce(plot.wholes)
  const claims = lead.flatMap((one, index) => [
    lead[index - 1]?.draft.table === one.draft.table ? nothing : tableOf(plot, one),
    once(claimAfter(one, lead[index - 1] ?? null, plot.choose, plot.frame), one.draft.table),
  ])
  return [
    paragraph([about], []),
    paragraph(
      claims,
      lead.map(({ draft }) => draft.id),
    ),
    // What there is comes before what was not found, and is told for what it is.
    paragraph(plot.told.some(isFinding) ? [] : ofNoPattern(plot), []),
  ].filter(({ text }) => text !== '')
}

/** What a row of the only table is: what was measured, and of what. */
function aboutRows({ tables, frame, language }: Plot): Phrase {
  const [table] = tables
  if (table === undefined || tables.length > 1) return nothing
  const entity = table.order?.kind === 'panel' ? table.order.entity : []
  const hasDates = table.columns.some(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP')
  const told = table.columns.filter(
    ({ leftOut, name }) => leftOut !== true && !(hasDates && datePartNamed(name) !== null),
  )
  const measures = told.filter(({ role }) => role === 'measure')
  const dimensions = told.filter(({ role, name }) => role === 'dimension' && !entity.includes(name))
  const names = (columns: readonly Pick<ProfiledColumn, 'name'>[]): Phrase => {
    const shown = columns.slice(0, columns.length > mostNamed + 1 ? mostNamed : columns.length)
    const more = columns.length - shown.length
    const phrases = shown.map(({ name }) => columnPhrase(name, language, table.columns))
    return listed(more > 0 ? [...phrases, frame.about.more({ more: recorded(more, frame) })] : phrases, language)
  }
  const row = named(rowNounOf(table).one)
  const grain = grainOfTable(table)
  const described = measures.length > 0 ? measures : dimensions
  if (described.length === 0) return nothing
  const by = measures.length > 0 && dimensions.length > 0 ? frame.about.by({ dimensions: names(dimensions) }) : nothing
  const given = { row, columns: names(described), by }
  if (grain === null || table.order === undefined || table.order.kind === 'events') {
    if (table.rowNoun !== undefined) return sentence(frame.about.rowOfName(given))
    // Two names that nothing is said of describe no table.
    return measures.length + dimensions.length < leastDescribing ? nothing : sentence(frame.about.row(given))
  }
  const time = frame.about.time({ grain: grain.replace('-', '_') })
  const each = listed([...entity.map((name) => columnPhrase(name, language)), time], language)
  return sentence(frame.about.rowOfEach({ ...given, each }))
}

/** That nothing passed, and which effects these rows would have shown. */
function ofNoPattern(plot: Plot): readonly Phrase[] {
  const { frame, method, untold } = plot
  if (untold.some((draft) => draft.class === 'finding')) return nothingTold(frame)
  return [...nothingFound(method, frame, plot.tables), sensitivityOf(plot)]
}

/** Only of one table, whose rows are all rows, and where it was looked for: of several the tests cannot be told apart. */
function sensitivityOf({ tables, method, frame, language }: Plot): Phrase {
  const [table] = tables
  if (table === undefined || tables.length > 1 || isOfPopulation(tables) || method.testsRun === 0 || method.kept > 0)
    return nothing
  const sensitivity = { rows: table.rows, alpha: method.q / method.testsRun, power }
  const { locale } = textsIn(language)
  const said = (value: number): Phrase => named(formatNumber(value, { kind: 'number' }, { locale }))
  const [least, difference] = [detectableCorrelation(sensitivity), detectableDifference(sensitivity)]
  const parts = [
    ...(wasLookedFor(method, 'correlation') && least < 1
      ? [frame.sensitivity.correlation({ least: said(least) })]
      : []),
    ...(wasLookedFor(method, 'group_difference') ? [frame.sensitivity.difference({ least: said(difference) })] : []),
  ]
  return parts.length === 0
    ? nothing
    : frame.sensitivity.whole({
        rows: recorded(table.rows, frame),
        effects: eitherOf(parts, language),
        often: named(formatNumber(power, { kind: 'percent' }, { locale })),
      })
}

function wasLookedFor(method: Method, type: string): boolean {
  return method.families.some(({ name, tests }) => tests > 0 && name.split(' ')[0] === type)
}
