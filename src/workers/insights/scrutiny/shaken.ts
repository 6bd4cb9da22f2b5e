/** What becomes of leading findings that do not hold over perturbed rows. */
import { dropReasons } from '../../../shared/story/dropped.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import type { TableSchema } from '../../analysis/schema.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { isolated } from '../../runtime/own-fault.ts'
import type { TableSource } from '../../source/table-source.ts'
import { leading } from '../rank.ts'
import { caveatText } from '../words/caveats.ts'
import { type Finding, type Weakness, weaknessesOf } from './perturbed.ts'

/** Leading findings that do not hold over perturbed rows are told as leads, or not at all where their order decides. */
export async function shaken(
  source: TableSource,
  context: WorkContext,
  tables: readonly { readonly schema: TableSchema }[],
  drafts: readonly Finding[],
  dropped: string[],
): Promise<InsightDraft[]> {
  const first = drafts.filter(({ draft }) => draft.class === 'finding').slice(0, leading)
  const weak = new Map<string, Weakness>()
  for (const { schema } of tables) {
    const own = first.filter(({ draft }) => draft.table === schema.name)
    const found = await isolated(
      context,
      { part: 'scrutiny', subject: schema.name },
      () => weaknessesOf(source, schema, own),
      () => new Map<string, Weakness>(),
    )
    for (const [id, weakness] of found) weak.set(id, weakness)
  }
  const isWhole = (name: string): boolean =>
    tables.some(({ schema }) => schema.name === name && schema.declared.population)
  const fragile = { caveat: 'fragile' } as const
  const said = caveatText(fragile, context.texts.language)
  return drafts.flatMap(({ draft }): InsightDraft[] => {
    switch (weak.get(draft.id)) {
      case 'order':
        dropped.push(dropReasons.order)
        context.defect({ part: 'statement', subject: draft.id, why: 'It does not hold with the rows in another order' })
        return []
      case 'fragile':
        // Of a whole population no row could be missing.
        if (isWhole(draft.table)) return [draft]
        dropped.push(dropReasons.fragile)
        return [
          {
            ...draft,
            class: 'lead',
            caveats: [...draft.caveats, said],
            caveated: [...(draft.caveated ?? []), fragile],
          },
        ]
      default:
        return [draft]
    }
  })
}
