/** The columns of which a statement holds as well, said after its claim. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import { spokenName } from '../../../shared/story/spoken-name.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import { listed } from './listed.ts'
import { named, nothing, type Phrase, stated } from './phrase.ts'
import { sharedWords } from './shared/index.ts'

/**
 * `; likewise mpg with disp (−0.909), hp (−0.895) and wt (−0.886), which rise together with cyl`; empty where the
 * statement stands for itself.
 */
export function likewiseClause(
  draft: InsightDraft,
  language: TextsTag,
  tables: readonly Pick<ProfiledTable, 'name' | 'columns'>[] = [],
): Phrase {
  const columnsOf = tables.find(({ name }) => name === draft.table)?.columns
  const called = (name: string) => named(spokenName(name, columnsOf))
  const words = sharedWords.in(language).likewise
  const names = likewiseColumns(draft)
  if (names.length === 0) return nothing
  const hub = draft.details.likewise_hub
  if (typeof hub !== 'string') {
    return words.columns({
      columns: listed(names.map(called), language),
    })
  }
  const columns = listed(
    names.map((name, index) => withEffect(draft, called(name), `likewise_${index}_effect`, language)),
    language,
  )
  const given = { hub: called(hub), columns }
  if (draft.direction === 'positive') return words.together(given)
  const partner = called(draft.columns.slice(0, 2).find((column) => column !== hub) ?? '')
  return words.withPartner({ ...given, several: names.length > 1, partner })
}

function likewiseColumns({ details }: Pick<InsightDraft, 'details'>): readonly string[] {
  const names: string[] = []
  for (let index = 0; typeof details[`likewise_${index}`] === 'string'; index++) {
    names.push(String(details[`likewise_${index}`]))
  }
  return names
}

/** Columns that the statement is about in the first place, without those of which it holds as well. */
export function ownColumns(draft: Pick<InsightDraft, 'columns' | 'details'>): readonly string[] {
  const also = likewiseColumns(draft)
  const first = draft.columns.length - also.length
  return also.length > 0 && also.every((name, index) => draft.columns[first + index] === name)
    ? draft.columns.slice(0, first)
    : draft.columns
}

function withEffect(draft: InsightDraft, column: Phrase, effect: string, language: TextsTag): Phrase {
  const value = draft.evidence.values[effect]
  if (typeof value !== 'number') return column
  const number = stated({
    text: formatNumber(value, undefined, { locale: localeOf(language) }),
    value,
    evidence: draft.id,
    name: effect,
  })
  return sharedWords.in(language).likewise.column({ column, effect: number })
}
