/** What changed in a table, in sentences. */
import type { Change, KeptColumn } from '../../shared/comparison/comparison.ts'
import { formOfColumn, formOfDifference } from '../../shared/format/numbers.ts'
import { isGrain } from '../../shared/format/periods.ts'
import type { ProfiledColumn } from '../../shared/story/table.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { categoryPhrase, columnPhrase } from '../insights/words/categories.ts'
import { listed } from '../insights/words/listed.ts'
import { periodPhrase } from '../insights/words/periods.ts'
import { nothing, type Phrase } from '../insights/words/phrase.ts'
import type { ComparedPair } from './compare-table.ts'
import { counting, countOf, figureOf, numberOf } from './stated.ts'
import { words as book, type Words } from './words/index.ts'

export function sayTotal(pair: ComparedPair, change: Change, language: TextsTag): Phrase {
  const { total } = book.in(language)
  const [name = ''] = change.columns
  const form = formOfColumn(columnOf(pair, name)?.format ?? null)
  const measure = columnPhrase(name, language)
  const after = numberOf(change, 'after', form, language)
  const difference = figureOf(change, 'change')
  if (difference === 0) return total.same({ measure, after })
  const size = numberOf(change, 'change', formOfDifference(form), language, { sign: 'none' })
  const share = change.evidence.values.change_share
  return total.changed({
    measure,
    up: difference > 0,
    size,
    share:
      typeof share === 'number'
        ? total.share({ share: numberOf(change, 'change_share', { kind: 'percent' }, language, { sign: 'none' }) })
        : nothing,
    before: numberOf(change, 'before', form, language),
    after,
    account: change.details.named === true ? account(pair, change, size, language) : nothing,
  })
}

function account(pair: ComparedPair, change: Change, size: Phrase, language: TextsTag): Phrase {
  const { total } = book.in(language)
  const [name = ''] = change.columns
  const form = formOfDifference(formOfColumn(columnOf(pair, name)?.format ?? null))
  const own = numberOf(change, 'best_change', form, language, { sign: 'none' })
  const best = partPhrase(change, language, total)
  const up = figureOf(change, 'change') > 0
  const isBeyond = figureOf(change, 'best_share') > 1
  if (change.details.by === 'rows') return (isBeyond ? total.beyondOfRows : total.partOfRows)({ best, own })
  return isBeyond ? total.beyond({ best, own, up }) : total.part({ best, own, up, size })
}

function partPhrase({ details }: Change, language: TextsTag, total: Words['total']): Phrase {
  const best = details.best
  if (details.by === 'rows') {
    return best === 'added' ? total.newRows : best === 'gone' ? total.goneRows : total.keptRows
  }
  if (typeof best !== 'string') return total.without({ column: columnPhrase(String(details.dimension), language) })
  const grain = details.grain
  return details.by === 'period' && isGrain(grain)
    ? periodPhrase(best, grain, null, language)
    : categoryPhrase(best, language)
}

function columnOf({ tables }: ComparedPair, name: string): ProfiledColumn | undefined {
  return tables.after.columns.find((column) => column.name === name)
}

export function sayRows({ compared, changes }: ComparedPair, language: TextsTag): Phrase[] {
  const { rows: said } = book.in(language)
  const change = changes.find(({ kind }) => kind === 'rows')
  if (change === undefined) return []
  const count = (name: string) => countOf(change, name, language)
  const { by, key, added, gone, kept, revised } = compared.rows
  const given = { rows: count('rows_after'), before: count('rows_before') }
  if (by === 'none') return [said.counts(given)]
  if (added === 0 && gone === 0 && (revised ?? 0) === 0) return [said.same({ rows: given.rows })]
  const counts = { ...given, kept: count('kept'), added: count('added'), gone: count('gone') }
  if (by === 'values') return [said.byValues(counts)]
  const columns = key.map((name) => columnPhrase(name, language))
  return [
    said.byKey({ ...counts, key: listed(columns, language) }),
    ...(kept === 0 ? [] : [revised === 0 ? said.noneRevised : sayRevised(compared.revised, changes, change, language)]),
  ]
}

const mostNamed = 4

function sayRevised(
  revised: ComparedPair['compared']['revised'],
  changes: readonly Change[],
  rows: Change,
  language: TextsTag,
): Phrase {
  const { rows: said } = book.in(language)
  const named = revised.slice(0, mostNamed).flatMap(({ column }) => {
    const change = changes.find(({ kind, columns }) => kind === 'revised' && columns[0] === column)
    const phrase = columnPhrase(column, language)
    return change === undefined
      ? []
      : [said.revisedColumn({ column: phrase, rows: countOf(change, 'revised', language) })]
  })
  return said.revised({
    revised: countOf(rows, 'revised', language),
    count: counting(figureOf(rows, 'revised')),
    kept: countOf(rows, 'kept', language),
    columns: listed(named, language),
  })
}

export function sayColumns({ compared: { columns } }: ComparedPair, language: TextsTag): Phrase[] {
  const { columns: said } = book.in(language)
  const list = (names: readonly string[]) => ({
    columns: listed(
      names.map((name) => columnPhrase(name, language)),
      language,
    ),
    count: counting(names.length),
  })
  const sentences = [
    ...columns.kept.flatMap((column) => sayKept(column, said, language)),
    ...(columns.added.length === 0 ? [] : [said.added(list(columns.added))]),
    ...(columns.gone.length === 0 ? [] : [said.gone(list(columns.gone))]),
  ]
  return sentences.length === 0 ? [said.same] : sentences
}

function sayKept(column: KeptColumn, said: Words['columns'], language: TextsTag): Phrase[] {
  const [before, after] = [columnPhrase(column.before, language), columnPhrase(column.after, language)]
  const renamed = ((): Phrase[] => {
    switch (column.by) {
      case 'name':
        return []
      case 'source':
      case 'spelling':
        // Two names that are read alike would be said to be called what they were.
        return before.text === after.text ? [] : [said.renamed({ before, after })]
      case 'values':
        return [said.renamedByValues({ before, after })]
      case 'statistics':
        return [said.renamedLikely({ before, after })]
    }
  })()
  const isOther = column.typeBefore !== column.typeAfter && !isFineDifference(column)
  return [
    ...renamed,
    ...(isOther ? [said.retyped({ column: after, now: column.typeAfter, was: column.typeBefore })] : []),
  ]
}

/** Whole numbers are numbers; how many values repeat makes the difference between a text, a category and a key. */
function isFineDifference({ typeBefore, typeAfter }: KeptColumn): boolean {
  const sorts = [
    ['number', 'integer'],
    ['text', 'category', 'identifier'],
    ['integer', 'identifier', 'category'],
    ['date', 'timestamp'],
  ]
  return sorts.some((sort) => sort.includes(typeBefore) && sort.includes(typeAfter))
}
