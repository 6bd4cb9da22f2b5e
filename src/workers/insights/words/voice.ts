/** What a sentence is made from: the values, names and strength of one insight, each by its name in the names table. */
import { formatNumber, formOfColumn, type NumberForm, type NumberOptions } from '../../../shared/format/numbers.ts'
import { type Grain, isGrain, namingOfColumn } from '../../../shared/format/periods.ts'
import { plural, withArticle } from '../../../shared/format/words.ts'
import type { InsightDraft, Scalar } from '../../../shared/story/insight.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import type { DetailName, Names, ValueName } from '../names.ts'
import { categoryPhrase, columnPhrase, isProperName, partPhrase } from './categories.ts'
import { listed } from './listed.ts'
import type { Chooser } from './paraphrase.ts'
import { periodPhrase, shortPeriodPhrase } from './periods.ts'
import { type CountedPhrase, named, type Phrase, stated } from './phrase.ts'
import { sharedWords } from './shared/index.ts'
import type { Strength } from './strength.ts'
import { option } from './word-book.ts'

export interface Voice<N extends Names> {
  readonly draft: InsightDraft
  readonly strength: Strength
  /** Of the words. */
  readonly language: TextsTag
  /** The raw value, for choosing words by it. Null where the insight has none. */
  raw(name: ValueName<N>): number | null
  /** A value as it is written in a text, with its evidence. */
  number(name: ValueName<N>, form?: NumberForm, options?: NumberOptions): Phrase
  /** The same without its sign, where the words say the direction. */
  size(name: ValueName<N>, form?: NumberForm): Phrase
  /** A count, for the words around it to agree with. */
  count(name: ValueName<N>): CountedPhrase
  /** How many rows, called what they are where that is known: `344 penguins`. */
  rows(name: ValueName<N>): Phrase
  /** The same of rows that were drawn from all. */
  sampledRows(name: ValueName<N>): Phrase
  /** What a row is called, one of them and several. */
  readonly row: Phrase
  readonly rowPlural: Phrase
  /** For each: `a row`, `an order`. */
  readonly aRow: Phrase
  /** All of them: `the rows`. */
  readonly theRows: Phrase
  /** How many periods: `48 months`. */
  periods(name: ValueName<N>): Phrase
  detail(name: DetailName<N>): Scalar
  /** A detail as text; empty when it has none. */
  text(name: DetailName<N>): string
  /** A detail as the name of an option of a message: `levelling_off`. */
  option(name: DetailName<N>): string
  /** The column a detail names, as people say it. */
  column(name: DetailName<N>): CountedPhrase
  /** The same of a column by its own name. */
  columnCalled(name: string): CountedPhrase
  /** What the values of the column a detail names are, several of them: `countries`. */
  nouns(name: DetailName<N>): Phrase
  /** `a`, `a and b`, `a, b and c`. */
  listed(phrases: readonly Phrase[]): Phrase
  /** How values of the column a detail names are written. */
  form(name: DetailName<N>): NumberForm
  /** Least and greatest value of the column a detail names, where they are numbers. */
  range(name: DetailName<N>): { readonly min: number | null; readonly max: number | null }
  /** A category, quoted where it would be misread in a sentence. */
  category(name: DetailName<N>): Phrase
  /** Whether the category is a name that needs no quotes, and so says by itself what kind of thing it is. */
  isPlainName(name: DetailName<N>): boolean
  /** The part of the table the statement is about, as ` of Japan`; empty when it is about all of it. */
  readonly part: Phrase
  /** The period a detail or the location names. */
  period(iso: Scalar | undefined): Phrase
  /** The same, as short as brackets need it. */
  shortPeriod(iso: Scalar | undefined): Phrase
  /** The same with its preposition: `in March 2021`, `on 4 May 2020`, `at 14:00 on 4 May 2020`. */
  when(iso: Scalar | undefined): Phrase
  readonly grain: Grain
  /** The same as the name of an option of a message: `half_year`. */
  readonly ofGrain: string
  /** One of several ways to say the same; `slot` is what is said. */
  oneOf<Given>(
    slot: string,
    ways: readonly [(given: Given) => Phrase, ...((given: Given) => Phrase)[]],
    given: Given,
  ): Phrase
}

export interface Surroundings {
  readonly language: TextsTag
  readonly tables: readonly ProfiledTable[]
  readonly choose: Chooser
}

/** `withheld`: names of values that its evidence does not have because nothing is inferred of its rows. */
export function voiceOf<N extends Names>(
  draft: InsightDraft,
  strength: Strength,
  surroundings: Surroundings,
  withheld: readonly string[] = [],
): Voice<N> {
  const table = surroundings.tables.find((one) => one.name === draft.table)
  const { values } = draft.evidence
  const raw = (name: string): number | null => {
    const value = values[name]
    if (value === undefined && withheld.includes(name)) return null
    if (value === undefined) throw new Error(`${draft.id}: the evidence has no value “${name}”`)
    return typeof value === 'number' ? value : null
  }
  const detail = (name: string): Scalar => draft.details[name] ?? null
  const text = (name: string): string => String(detail(name) ?? '')
  const columnOf = (name: string) => table?.columns.find((column) => column.name === detail(name))
  const own = detail('grain')
  const grain = isGrain(own) ? own : 'day'
  const naming = namingOfColumn((columnOf('time') ?? onlyTime(table))?.format)
  const locale = localeOf(surroundings.language)
  const periodIn = (phrase: typeof periodPhrase) => (iso: Scalar | undefined) =>
    phrase(String(iso ?? ''), grain, naming, surroundings.language)
  const period = periodIn(periodPhrase)
  const number = (name: string, form?: NumberForm, options?: NumberOptions): Phrase => {
    const value = raw(name)
    if (value === null) throw new Error(`${draft.id}: the value “${name}” is not a number`)
    return stated({ text: formatNumber(value, form, { ...options, locale }), value, evidence: draft.id, name })
  }
  const choose: Chooser = (slot, first, ...others) => surroundings.choose(`${draft.id}/${slot}`, first, ...others)
  const words = sharedWords.in(surroundings.language)
  const count = (name: string): CountedPhrase => ({ ...number(name, { kind: 'count' }), count: raw(name) ?? 0 })
  // A fault is one of the file's rows, whatever they stand for.
  const known = draft.class === 'quality' ? undefined : table?.rowNoun
  const rowPlural = known === undefined ? words.rowPlural : named(known.many)
  // A fault is one of the column as it stands in the file, and a formula holds of its numbers as they are.
  const isFault = draft.class === 'quality' && draft.type !== 'missing'
  const isVerbatim = isFault || draft.type === 'derived_column'
  const spoken = isVerbatim ? undefined : table?.columns
  const columnCalled = (name: string) => columnPhrase(name, surroundings.language, spoken)
  const rows = (name: string): Phrase => {
    const n = count(name)
    return known === undefined
      ? words.rows({ n })
      : words.namedRows({ n, noun: named(n.count === 1 ? known.one : known.many) })
  }
  return {
    draft,
    strength,
    language: surroundings.language,
    raw,
    number,
    size: (name, form) => number(name, form, { sign: 'none' }),
    count,
    rows,
    sampledRows: (name) => words.sampledRows({ n: count(name) }),
    row: known === undefined ? words.row : named(known.one),
    rowPlural,
    aRow:
      known === undefined
        ? words.aRow
        : words.aNamedRow({
            noun: named(known.one),
            withArticle: named(withArticle(known.one)),
            article: 'indefinite',
          }),
    theRows: words.theRows({ rows: rowPlural }),
    periods: (name) => words.periods({ n: count(name), grain: option(grain) }),
    option: (name) => option(text(name)),
    detail,
    text,
    column: (name) => columnCalled(text(name)),
    columnCalled,
    nouns: (name) => {
      const column = columnCalled(text(name))
      return words.nouns({ by: 'plural', column, plural: named(plural(2, column.text)) })
    },
    listed: (phrases) => listed(phrases, surroundings.language),
    form: (name) => formOfColumn(columnOf(name)?.format ?? null),
    range: (name) => {
      const { min, max } = columnOf(name)?.stats ?? {}
      return { min: typeof min === 'number' ? min : null, max: typeof max === 'number' ? max : null }
    },
    category: (name) => categoryPhrase(text(name), surroundings.language),
    isPlainName: (name) => isProperName(text(name)),
    part: partPhrase(draft.subspace, surroundings.language),
    period,
    shortPeriod: periodIn(shortPeriodPhrase),
    when: (iso) => words.when({ grain: option(grain), period: period(iso) }),
    grain,
    ofGrain: option(grain),
    oneOf: (slot, ways, given) => choose(slot, ...ways)(given),
  }
}

/** The column time is told by, where there is one only. */
function onlyTime(table: ProfiledTable | undefined): ProfiledTable['columns'][number] | undefined {
  const times = table?.columns.filter(({ role }) => role === 'time') ?? []
  return times.length === 1 ? times[0] : undefined
}
