/** How firmly a statement is worded: by its class, its corrected p-value and the size of what it says. */
import type { InsightDraft } from '../../../shared/story/insight.ts'

/** `plain`: "is". `tends`: "tends to". `may`: "may", for what did not pass the control. */
export type Strength = 'plain' | 'tends' | 'may'

/** What counts as large, by the value it is read from (Cohen's conventions for r, g and V). */
const large: Readonly<Partial<Record<InsightDraft['type'], { readonly value: string; readonly least: number }>>> = {
  correlation: { value: 'rho', least: 0.5 },
  group_difference: { value: 'hedges_g', least: 0.8 },
  association: { value: 'cramers_v', least: 0.3 },
  seasonality: { value: 'strength', least: 0.6 },
}

export function strengthOf(draft: InsightDraft): Strength {
  switch (draft.class) {
    case 'fact':
    case 'quality':
      return 'plain'
    case 'lead':
      return 'may'
    case 'finding': {
      const corrected = draft.test?.q ?? draft.test?.p ?? 1
      const rule = large[draft.type]
      const size = rule === undefined ? null : draft.evidence.values[rule.value]
      const isLarge = rule === undefined || (typeof size === 'number' && Math.abs(size) >= rule.least)
      return corrected < 0.001 && isLarge ? 'plain' : 'tends'
    }
  }
}
