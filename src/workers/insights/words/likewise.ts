/** The columns of which a statement holds as well, said after its claim. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import { readableName } from '../../../shared/format/words.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import { listed, named, nothing, type Phrase, say, stated } from './phrase.ts'

/**
 * `; likewise mpg with disp (−0.909), hp (−0.895) and wt (−0.886), which rise together with cyl`; empty where the
 * statement stands for itself.
 */
export function likewiseClause(draft: InsightDraft): Phrase {
  const names: string[] = []
  for (let index = 0; typeof draft.details[`likewise_${index}`] === 'string'; index++) {
    names.push(String(draft.details[`likewise_${index}`]))
  }
  if (names.length === 0) return nothing
  const hub = draft.details.likewise_hub
  if (typeof hub !== 'string') return say`; likewise ${listed(names.map((name) => named(readableName(name))))}`
  const others = listed(names.map((name, index) => withEffect(draft, name, `likewise_${index}_effect`)))
  const partner = named(readableName(draft.columns.slice(0, 2).find((column) => column !== hub) ?? ''))
  const together =
    draft.direction === 'positive' ? say`all of which rise together` : say`which rise together with ${partner}`
  return say`; likewise ${named(readableName(hub))} with ${others}, ${together}`
}

function withEffect(draft: InsightDraft, name: string, effect: string): Phrase {
  const value = draft.evidence.values[effect]
  if (typeof value !== 'number') return named(readableName(name))
  const number = stated({ text: formatNumber(value), value, evidence: draft.id, name: effect })
  return say`${named(readableName(name))} (${number})`
}
