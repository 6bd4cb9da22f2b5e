/** The comparison in words: the one sentence that matters, and the sections below it. */
import type { ComparedStatement, ComparisonSection, Verdict } from '../../shared/comparison/comparison.ts'
import type { Paragraph } from '../../shared/story/story.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { columnPhrase, quotedPhrase } from '../insights/words/categories.ts'
import { listed } from '../insights/words/listed.ts'
import { named, type Phrase } from '../insights/words/phrase.ts'
import type { ComparedPair, Limit } from './compare-table.ts'
import { sayColumns, sayRows, sayTotal } from './say-tables.ts'
import { counting, countOf, paragraphOf, tally } from './stated.ts'
import { words as book } from './words/index.ts'

export interface ToSay {
  readonly pairs: readonly ComparedPair[]
  readonly tablesAdded: readonly ProfiledTable[]
  readonly tablesGone: readonly ProfiledTable[]
  readonly statements: readonly ComparedStatement[]
  readonly basis: 'tables' | 'statistics'
}

interface Candidate {
  readonly weight: number
  readonly phrase: Phrase
}

/** Below, the change of a total is not what a person has to know first. */
const leastShareOfNews = 0.01

export function headlineOf(found: ToSay, language: TextsTag): Paragraph {
  const { headline } = book.in(language)
  const candidates = [
    ...found.pairs.flatMap((pair) => totals(pair, language)),
    ...found.pairs.flatMap((pair) => rows(pair, language)),
    ...found.pairs.flatMap((pair) => columns(pair, language)),
    ...statements(found.statements, language),
  ].sort((one, other) => other.weight - one.weight)
  const isSame = candidates.length === 0 && found.pairs.every(isUnchanged)
  return paragraphOf([candidates[0]?.phrase ?? (isSame ? headline.nothing : headline.noneMatters)])
}

function isUnchanged({ compared: { rows: counts, columns: names } }: ComparedPair): boolean {
  const { added, gone, revised } = counts
  return added === 0 && gone === 0 && (revised ?? 0) === 0 && names.added.length + names.gone.length === 0
}

function totals(pair: ComparedPair, language: TextsTag): Candidate[] {
  return pair.compared.totals.flatMap((total, place) => {
    const change = pair.changes.find(({ id }) => id === total.evidence)
    if (change === undefined || total.change === 0) return []
    const size = total.share === null ? 1 : Math.abs(total.share)
    if (size < leastShareOfNews) return []
    // The first total of a table is most often the one it is kept for.
    const weight = 0.6 + 0.3 * Math.min(1, size / 0.5) - Math.min(0.1, 0.02 * place)
    return [{ weight, phrase: sayTotal(pair, change, language) }]
  })
}

function rows(pair: ComparedPair, language: TextsTag): Candidate[] {
  const { added, gone, kept, revised } = pair.compared.rows
  const change = pair.changes.find(({ kind }) => kind === 'rows')
  if (change === undefined || added === null || gone === null) return []
  const said = sayRows(pair, language)
  const revision = said[1]
  // That what was known is not so any more weighs more than that there is more of it.
  const wasRevised = revised !== null && revised > 0 && kept !== null && revision !== undefined
  const { headline } = book.in(language)
  return [
    ...(wasRevised ? [{ weight: 0.55 + 0.2 * Math.min(1, (10 * revised) / Math.max(1, kept)), phrase: revision }] : []),
    ...(added + gone > 0
      ? [
          {
            weight: 0.4,
            phrase: headline.rows({
              added: countOf(change, 'added', language),
              gone: countOf(change, 'gone', language),
            }),
          },
        ]
      : []),
  ]
}

function columns(pair: ComparedPair, language: TextsTag): Candidate[] {
  const { kept, added, gone } = pair.compared.columns
  const isSame = added.length + gone.length === 0 && kept.every(({ by }) => by === 'name')
  const [first] = sayColumns(pair, language)
  return isSame || first === undefined ? [] : [{ weight: gone.length > 0 ? 0.58 : 0.5, phrase: first }]
}

function statements(compared: readonly ComparedStatement[], language: TextsTag): Candidate[] {
  const { headline } = book.in(language)
  const first = (verdict: Verdict) =>
    findings(compared).find((one) => one.verdict === verdict && one.because !== 'table')
  const quoted = (text: string) => ({ sentence: quotedPhrase(text, language) })
  const turned = first('turned')?.after
  const vanished = first('vanished')?.before
  const appeared = first('appeared')?.after
  return [
    ...(turned == null ? [] : [{ weight: 0.95, phrase: headline.turned(quoted(turned.sentence)) }]),
    ...(vanished == null ? [] : [{ weight: 0.52, phrase: headline.vanished(quoted(vanished.sentence)) }]),
    ...(appeared == null ? [] : [{ weight: 0.51, phrase: headline.appeared(quoted(appeared.sentence)) }]),
  ]
}

function findings(compared: readonly ComparedStatement[]): readonly ComparedStatement[] {
  return compared.filter(({ before, after }) => before?.class === 'finding' || after?.class === 'finding')
}

export function sectionsOf(found: ToSay, language: TextsTag): ComparisonSection[] {
  const { headings } = book.in(language)
  const section = (role: ComparisonSection['role'], paragraphs: readonly Paragraph[]): ComparisonSection[] =>
    paragraphs.length === 0 ? [] : [{ role, heading: headings[role].text, paragraphs: [...paragraphs] }]
  return [
    ...section(
      'totals',
      found.pairs.flatMap((pair) => totalParagraphs(pair, language)),
    ),
    ...section('statements', [statementCounts(found.statements, language)]),
    ...section(
      'rows',
      found.pairs.map((pair) => paragraphOf(ofTable(found, pair, sayRows(pair, language)))),
    ),
    ...section('columns', [
      ...found.pairs.map((pair) => paragraphOf(ofTable(found, pair, sayColumns(pair, language)))),
      ...tableParagraphs(found, language),
    ]),
    ...section('limits', limitParagraphs(found, language)),
  ]
}

function totalParagraphs(pair: ComparedPair, language: TextsTag): Paragraph[] {
  return pair.changes
    .filter(({ kind }) => kind === 'total')
    .map((change) => paragraphOf([sayTotal(pair, change, language)]))
}

/** Named where there are several. */
function ofTable(found: ToSay, { tables }: ComparedPair, phrases: readonly Phrase[]): readonly Phrase[] {
  const [first, ...others] = phrases
  if (found.pairs.length < 2 || first === undefined) return phrases
  const name = named(`${tables.after.name}: `)
  const text = name.text + first.text
  const shift = name.text.length
  return [
    {
      text,
      numbers: first.numbers.map((number) => ({ ...number, start: number.start + shift })),
      names: [...name.names, ...first.names.map(({ start, end }) => ({ start: start + shift, end: end + shift }))],
    },
    ...others,
  ]
}

function tableParagraphs({ tablesAdded, tablesGone }: ToSay, language: TextsTag): Paragraph[] {
  const { columns: said } = book.in(language)
  const list = (tables: readonly ProfiledTable[]) => ({
    tables: listed(
      tables.map(({ name }) => quotedPhrase(name, language)),
      language,
    ),
    count: counting(tables.length),
  })
  return [
    ...(tablesAdded.length === 0 ? [] : [paragraphOf([said.tablesAdded(list(tablesAdded))])]),
    ...(tablesGone.length === 0 ? [] : [paragraphOf([said.tablesGone(list(tablesGone))])]),
  ]
}

const told = ['turned', 'vanished', 'weakened', 'moved', 'strengthened', 'appeared'] as const

function statementCounts(compared: readonly ComparedStatement[], language: TextsTag): Paragraph {
  const { statements: said } = book.in(language)
  const own = findings(compared)
  if (own.length === 0) return paragraphOf([said.none])
  const count = (verdict: Verdict): number => own.filter((one) => one.verdict === verdict).length
  const before = own.filter(({ before: side }) => side !== null).length
  const first =
    before === 0
      ? said.noneBefore
      : said.counted({ all: tally(before, language), held: tally(count('held'), language) })
  const others = told.filter((verdict) => count(verdict) > 0)
  return paragraphOf([first, ...others.map((verdict) => said[verdict]({ n: tally(count(verdict), language) }))])
}

function limitParagraphs({ basis, pairs, statements: compared }: ToSay, language: TextsTag): Paragraph[] {
  const { limits } = book.in(language)
  const isFewer = pairs.some(({ compared: { rows: counts } }) => counts.after < counts.before)
  const isLost = findings(compared).some(({ verdict }) => verdict === 'vanished')
  const ofLimit = (pair: ComparedPair, limit: Limit): Phrase => {
    const table = quotedPhrase(pair.tables.after.name, language)
    switch (limit.limit) {
      case 'noKey':
        return limits.noKey({ table })
      case 'wide':
        return limits.wide({ table, columns: tally(limit.columns, language), of: tally(limit.of, language) })
      case 'unrelated': {
        const key = limit.key.map((name) => columnPhrase(name, language))
        return limits.unrelated({ table, key: listed(key, language) })
      }
    }
  }
  return [
    ...(basis === 'statistics' ? [limits.statistics] : []),
    ...pairs.flatMap((pair) => pair.limits.map((limit) => ofLimit(pair, limit))),
    ...(isFewer && isLost ? [limits.fewerRows] : []),
  ].map((phrase) => paragraphOf([phrase]))
}
