/**
 * Paragraphs about the work itself: what was looked for and not found, how it was tested, how the file was read. Their
 * numbers come from the method record and the tables' own description, not from the data, so they carry no evidence.
 */
import { formatNumber } from '../../shared/format/numbers.ts'
import { formatList, plural, readableName } from '../../shared/format/words.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { Method, Paragraph } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { kinds } from '../insights/kinds/index.ts'
import { named, type Phrase, say } from '../insights/words/phrase.ts'
import { paragraph } from './statement.ts'

/** A number of the method record, as its own text. */
function recorded(value: number): Phrase {
  return named(formatNumber(value, { kind: 'count' }))
}

/**
 * The kinds of pattern that were tested for and of which none was kept; and those of which something was kept that is
 * not told, being too small to matter. "None" is said only where every test of a kind failed. `drafts` are all that were
 * found, those whose words could not be proved among them.
 */
export function notFound(drafts: readonly InsightDraft[], method: Method, language: TextsTag): readonly Paragraph[] {
  const found = new Set(drafts.filter((draft) => draft.class === 'finding').map((draft) => draft.type))
  const looked = kinds.flatMap(({ type, soughtFor }) => {
    const families = method.families.filter((family) => familyType(family.name) === type)
    const tests = families.reduce((sum, family) => sum + family.tests, 0)
    const kept = families.reduce((sum, family) => sum + family.kept, 0)
    return tests === 0 || found.has(type) || soughtFor === null ? [] : [{ ...soughtFor(language), tests, kept }]
  })
  const missed = looked.filter(({ kept }) => kept === 0)
  const small = looked.filter(({ kept }) => kept > 0)
  const paragraphs: Paragraph[] = []
  if (missed.length > 0) {
    const list = missed.map(({ none, tests }) => say`${none} (${recorded(tests)} ${plural(tests, 'test')})`)
    paragraphs.push(
      paragraph(
        [
          say`Storyglass looked for these and found nothing that would hold up: ${listed(list)}. That is not proof that there is nothing; small differences may hide in few rows.`,
        ],
        [],
      ),
    )
  }
  if (small.length > 0) {
    const list = small.map(
      ({ some, tests, kept }) => say`${some} (${recorded(kept)} of ${recorded(tests)} ${plural(tests, 'test')})`,
    )
    paragraphs.push(
      paragraph(
        [say`These passed their tests, but are too small to matter or said by other statements: ${listed(list)}.`],
        [],
      ),
    )
  }
  return paragraphs
}

function listed(list: readonly Phrase[]): Phrase {
  return list.reduce((left, right, index) => say`${left}${index === list.length - 1 ? ' and ' : ', '}${right}`)
}

/** Families are named `<type>` or `<type> <anything>`. */
function familyType(name: string): string {
  return /^[a-z_]+/.exec(name)?.[0] ?? ''
}

/** Says that no pattern was found, and of how much that is said. */
export function nothingFound(method: Method): Paragraph {
  const tried =
    method.testsRun === 0
      ? say`The data offered nothing that could be tested for patterns.`
      : method.kept === 0
        ? say`Storyglass ran ${recorded(method.testsRun)} ${plural(method.testsRun, 'test')} on this data, and no pattern survived ${method.testsRun === 1 ? 'it' : 'them'}.`
        : say`Storyglass ran ${recorded(method.testsRun)} ${plural(method.testsRun, 'test')} on this data; what passed them is too small to matter.`
  return paragraph([tried, say`What follows is plain arithmetic: true of these rows, without a claim beyond them.`], [])
}

/** Says that patterns were found of which none can be told: not that there are none. */
export function nothingTold(): Paragraph {
  const left = say`Storyglass found patterns in this data, but could not prove its own words about them, so they are left out.`
  return paragraph([left, say`What follows is plain arithmetic: true of these rows, without a claim beyond them.`], [])
}

/** What the control kept and no statement tells, as `; 4 of these are too small to matter or say what others say`. */
function untold({ kept, told = kept }: Method): Phrase {
  if (told >= kept) return say``
  const left = kept - told
  const which = kept === 1 ? say`it` : say`${recorded(left)} of these`
  return say`; ${which} ${left === 1 ? 'is' : 'are'} not told, being too small to matter or said by ${left === 1 ? 'another' : 'others'}`
}

/** Of wide tables, what was looked into and what was not. */
function lookedInto({ bounded = [] }: Method): Phrase[] {
  return bounded.map(({ table, columns, measures, dimensions }) => {
    const where = bounded.length > 1 ? say` of ${named(table)}` : say``
    const taken = [...partOf(measures, 'amount'), ...partOf(dimensions, 'grouping')]
    return say`Of ${recorded(columns)} columns${where}, ${listed(taken)} were looked into and compared with each other: those filled in at least half of the rows, in their order, and then the rest; the costliest searches take fewer still. The others were only counted, summarised and checked for gaps and constant values.`
  })
}

function partOf({ taken, of }: { readonly taken: number; readonly of: number }, noun: string): Phrase[] {
  return taken === of ? [] : [say`${recorded(taken)} of ${recorded(of)} ${plural(of, noun)}`]
}

/** How many tests there were, what was kept, and what that means. */
export function methodParagraphs(method: Method): readonly Paragraph[] {
  const rows = say`${recorded(method.rowsAnalysed)} ${plural(method.rowsAnalysed, 'row')}`
  const read = method.sampled
    ? say`All ${rows} were read for totals, counts and extremes; rank statistics use a fixed sample of them.`
    : say`All ${rows} were analysed; nothing was sampled.`
  const share = named(formatNumber(method.q, { kind: 'percent' }))
  const families = method.families.length
  const tests =
    method.testsRun === 0
      ? say`No statistical test was run.`
      : say`Storyglass ran ${recorded(method.testsRun)} statistical ${plural(method.testsRun, 'test')} in ${recorded(families)} ${plural(families, 'family')} and kept ${recorded(method.kept)}${untold(method)}. Among patterns kept this way, at most ${share} are expected to be false alarms, however many were tried (Simes within families, then Benjamini and Hochberg).`
  return [
    paragraph([read, ...lookedInto(method), tests], []),
    paragraph(
      [
        say`Every number was computed by a query that is kept with it, and recomputed from the data before this story was saved.`,
      ],
      [],
    ),
  ]
}

/** Notes of one table that are written out; of a wide table there may be thousands. */
const mostNotes = 40

/** What reading the file left out or could not read. */
export function readingParagraphs(tables: readonly ProfiledTable[]): readonly Paragraph[] {
  return tables.flatMap((table) => {
    const notes = table.notes.map((note) => say`${named(/[.!?]$/.test(note) ? note : `${note}.`)}`)
    const unreadable = table.columns
      .filter((column) => column.unreadable.count > 0)
      .map((column) => {
        const { count, examples } = column.unreadable
        const first = examples.slice(0, 3)
        const shown = formatList(first.map(({ row, text }) => `“${text}” in row ${row}`))
        const readable = table.rows - column.nulls
        const kind = kindOf(column.type)
        return say`Of ${recorded(readable + count)} values of ${named(readableName(column.name))}, ${recorded(readable)} are ${kind}; ${recorded(count)} could not be read as ${kind} and ${count === 1 ? 'is' : 'are'} treated as missing${shown === '' ? say`` : say`${count > first.length ? ', for example' : ':'} ${named(shown)}`}.`
      })
    const all = [...notes, ...unreadable]
    const more = all.length - mostNotes
    const sentences =
      more > 0 ? [...all.slice(0, mostNotes), say`And ${recorded(more)} more ${plural(more, 'note')}.`] : all
    const lead = tables.length > 1 && sentences.length > 0 ? [say`${named(table.name)}:`] : []
    return sentences.length === 0 ? [] : [paragraph([...lead, ...sentences], [])]
  })
}

function kindOf(type: ProfiledTable['columns'][number]['type']): string {
  switch (type) {
    case 'number':
    case 'integer':
      return 'numbers'
    case 'date':
    case 'timestamp':
      return 'dates'
    case 'boolean':
      return 'yes or no'
    case 'category':
    case 'text':
    case 'identifier':
      return 'text'
  }
}
