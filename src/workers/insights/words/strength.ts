/** How firmly a statement is worded: by its class, its corrected p-value and the size of what it says. */
import type { InsightDraft } from '../../../shared/story/insight.ts'

/** `plain`: "is". `tends`: "tends to". `may`: "may", for what did not pass the control. */
export type Strength = 'plain' | 'tends' | 'may'

/** From which size on what a finding says is said plainly; null where any size that passed its gate is. */
export interface LargeEffect {
  /** The value of its evidence that the size is read from. */
  readonly value: string
  readonly least: number
}

export function strengthOf(draft: InsightDraft, large: LargeEffect | null): Strength {
  switch (draft.class) {
    case 'fact':
    case 'quality':
      return 'plain'
    case 'lead':
      return 'may'
    case 'finding': {
      const corrected = draft.test?.q ?? draft.test?.p ?? 1
      const size = large === null ? null : draft.evidence.values[large.value]
      const isLarge = large === null || (typeof size === 'number' && Math.abs(size) >= large.least)
      return corrected < 0.001 && isLarge ? 'plain' : 'tends'
    }
  }
}

/** The same of rows that are the whole population: what is so of them is so, and only a lead may be otherwise. */
export function strengthOfWhole({ class: class_ }: InsightDraft): Strength {
  return class_ === 'lead' ? 'may' : 'plain'
}
