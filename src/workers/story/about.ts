/**
 * Paragraphs about the work itself: what was looked for and not found, how it was tested, how the file was read. Their
 * numbers come from the method record and the tables' own description, not from the data, so they carry no evidence.
 */
import { formatNumber } from '../../shared/format/numbers.ts'
import { readableName } from '../../shared/format/words.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { Method, Paragraph } from '../../shared/story/story.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { localeOf, type TextsTag } from '../../shared/texts/texts.ts'
import { kinds } from '../insights/kinds/index.ts'
import { join, named, nothing, type Phrase } from '../insights/words/phrase.ts'
import { isOfPopulation } from './plot.ts'
import { recorded } from './recorded.ts'
import { paragraph } from './statement.ts'
import type { Frame } from './words/index.ts'

/**
 * The kinds of pattern that were tested for and of which none was kept; and those of which something was kept that is
 * not told, being too small to matter. "None" is said only where every test of a kind failed. `drafts` are all that were
 * found, those whose words could not be proved among them.
 */
export function notFound(
  drafts: readonly InsightDraft[],
  method: Method,
  { frame, language }: { readonly frame: Frame; readonly language: TextsTag },
): readonly Paragraph[] {
  const found = new Set(drafts.filter((draft) => draft.class === 'finding').map((draft) => draft.type))
  const looked = kinds.flatMap(({ type, soughtFor }) => {
    const families = method.families.filter((family) => familyType(family.name) === type)
    const tests = families.reduce((sum, family) => sum + family.tests, 0)
    const kept = families.reduce((sum, family) => sum + family.kept, 0)
    return tests === 0 || found.has(type) || soughtFor === null ? [] : [{ ...soughtFor(language), tests, kept }]
  })
  const missed = looked.filter(({ kept }) => kept === 0)
  const small = looked.filter(({ kept }) => kept > 0)
  const words = frame.notFound
  const missing = missed.map(({ none, tests }) => words.noneOf({ pattern: none, tests: recorded(tests, frame) }))
  const passed = small.map(({ some, tests, kept }) =>
    words.smallOf({ pattern: some, tests: recorded(tests, frame), kept: recorded(kept, frame) }),
  )
  return [
    ...(missing.length === 0 ? [] : [paragraph([words.none({ list: listed(missing, frame) })], [])]),
    ...(passed.length === 0 ? [] : [paragraph([words.small({ list: listed(passed, frame) })], [])]),
  ]
}

/** `a`, `a and b`, `a, b and c`. */
function listed(list: readonly Phrase[], { and }: Frame): Phrase {
  const last = list.at(-1)
  if (last === undefined || list.length === 1) return last ?? nothing
  return and({ list: join(list.slice(0, -1), ', '), last })
}

/** Families are named `<type>` or `<type> <anything>`. */
function familyType(name: string): string {
  return /^[a-z_]+/.exec(name)?.[0] ?? ''
}

/** Says that no pattern was found, and of how much that is said. */
export function nothingFound(
  method: Method,
  frame: Frame,
  tables: readonly Pick<ProfiledTable, 'declared'>[],
): readonly Phrase[] {
  const { nothing: words } = frame
  if (isOfPopulation(tables)) return [words.noneLarge, words.arithmetic]
  const tests = recorded(method.testsRun, frame)
  const tried =
    method.testsRun === 0
      ? words.untestable
      : method.kept === 0
        ? words.noneSurvived({ tests })
        : words.tooSmall({ tests })
  return [tried, words.arithmetic]
}

/** Says that patterns were found of which none can be told: not that there are none. */
export function nothingTold({ nothing: words }: Frame): readonly Phrase[] {
  return [words.unprovable, words.arithmetic]
}

/** What the control kept and no statement tells, as `; 4 of these are too small to matter or say what others say`. */
function untold({ kept, told = kept }: Method, frame: Frame): Phrase {
  const { method: words } = frame
  if (told >= kept) return nothing
  return kept === 1 ? words.onlyOneUntold : words.untold({ left: recorded(kept - told, frame) })
}

/** Of wide tables, what was looked into and what was not. */
function lookedInto({ bounded = [] }: Method, frame: Frame): Phrase[] {
  const { lookedInto: ofOne, lookedIntoOf } = frame.method
  return bounded.map(({ table, columns, measures, dimensions }) => {
    const parts = [...partOf(measures, frame, 'amounts'), ...partOf(dimensions, frame, 'groupings')]
    const given = { columns: recorded(columns, frame), taken: listed(parts, frame) }
    return bounded.length > 1 ? lookedIntoOf({ ...given, table: named(table) }) : ofOne(given)
  })
}

function partOf(
  { taken, of }: { readonly taken: number; readonly of: number },
  frame: Frame,
  name: 'amounts' | 'groupings',
): Phrase[] {
  return taken === of ? [] : [frame.method[name]({ taken: recorded(taken, frame), of: recorded(of, frame) })]
}

/** What a person declared of the rows, and what follows from it: once, where it is of several tables. */
function declaredPhrases(tables: readonly Pick<ProfiledTable, 'declared'>[], { declared: words }: Frame): Phrase[] {
  const said = tables.flatMap(({ declared: { rows, rowsOf, assigned } = {} }) => [
    ...(rows === undefined ? [] : [words[rows]]),
    ...(rowsOf === undefined
      ? []
      : [rowsOf === null ? words.independent : words.rowsOf({ column: named(readableName(rowsOf)) })]),
    ...(assigned === undefined ? [] : [words.assigned({ column: named(readableName(assigned)) })]),
  ])
  return said.filter(({ text }, index) => said.findIndex((other) => other.text === text) === index)
}

/** What was declared, how many tests there were, what was kept, and what that means. */
export function methodParagraphs(
  method: Method,
  frame: Frame,
  tables: readonly Pick<ProfiledTable, 'declared'>[],
): readonly Paragraph[] {
  const words = frame.method
  const isWhole = isOfPopulation(tables)
  const rows = recorded(method.rowsAnalysed, frame)
  const tests =
    method.testsRun === 0
      ? words.noTest
      : isWhole
        ? words.screened({ tests: recorded(method.testsRun, frame) })
        : words.tests({
            tests: recorded(method.testsRun, frame),
            families: recorded(method.families.length, frame),
            kept: recorded(method.kept, frame),
            untold: untold(method, frame),
            share: named(formatNumber(method.q, { kind: 'percent' }, { locale: localeOf(frame.language) })),
          })
  const read = method.sampled ? words.sampled({ rows }) : words.whole({ rows })
  const declared = declaredPhrases(tables, frame)
  return [
    ...(declared.length === 0 ? [] : [paragraph(declared, [])]),
    paragraph([read, ...lookedInto(method, frame), tests], []),
    paragraph([words.recomputed], []),
  ]
}

/** Notes of one table that are written out; of a wide table there may be thousands. */
const mostNotes = 40

/** What reading the file left out or could not read. */
export function readingParagraphs(tables: readonly ProfiledTable[], frame: Frame): readonly Paragraph[] {
  const { reading: words } = frame
  return tables.flatMap((table) => {
    const notes = table.notes.map((note) => named(/[.!?]$/.test(note) ? note : `${note}.`))
    const all = [...notes, ...table.columns.flatMap((column) => unreadableOf(column, table.rows, frame))]
    const more = all.length - mostNotes
    const sentences = more > 0 ? [...all.slice(0, mostNotes), words.more({ more: recorded(more, frame) })] : all
    const lead = tables.length > 1 && sentences.length > 0 ? [frame.ofTable({ table: named(table.name) })] : []
    return sentences.length === 0 ? [] : [paragraph([...lead, ...sentences], [])]
  })
}

function unreadableOf(column: ProfiledColumn, rows: number, frame: Frame): Phrase[] {
  const { count, examples } = column.unreadable
  if (count === 0) return []
  const { unreadable, examples: those, forExample, example } = frame.reading
  const first = examples.slice(0, 3)
  const list = listed(
    first.map(({ row, text }) => example({ value: named(text), row: named(String(row)) })),
    frame,
  )
  const shown = first.length === 0 ? nothing : count > first.length ? forExample({ list }) : those({ list })
  const readable = rows - column.nulls
  return [
    unreadable({
      values: recorded(readable + count, frame),
      column: named(readableName(column.name)),
      readable: recorded(readable, frame),
      count: recorded(count, frame),
      kind: kindOf(column.type),
      examples: shown,
    }),
  ]
}

/** As a message selects by it. */
function kindOf(type: ProfiledColumn['type']): 'number' | 'date' | 'boolean' | 'text' {
  switch (type) {
    case 'number':
    case 'integer':
      return 'number'
    case 'date':
    case 'timestamp':
      return 'date'
    case 'boolean':
      return 'boolean'
    case 'category':
    case 'text':
    case 'identifier':
      return 'text'
  }
}
