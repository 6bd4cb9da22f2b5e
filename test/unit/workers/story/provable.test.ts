import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import type { ProfiledTable } from '../../../../src/shared/story/table.ts'
import { sentinel as sentinelKind } from '../../../../src/workers/insights/kinds/sentinel/index.ts'
import { tell } from '../../../../src/workers/story/compose-story.ts'
import { checkTexts } from '../../../../src/workers/story/verify/texts.ts'
import { holds } from '../../../support/property.ts'
import { analysisOf, draft, everyDraft, salesSource, salesTable } from '../../../support/stories/drafts.ts'

function problems(drafts: readonly InsightDraft[], tables: readonly ProfiledTable[] = [salesTable()]) {
  const told = tell({ source: salesSource, analysis: { ...analysisOf(drafts), tables: [...tables] } })
  return checkTexts(told.sections, told.insights).failed.map(({ why }) => why)
}

const sentinel = (code: string) =>
  draft(sentinelKind, {
    class: 'quality',
    columns: ['revenue'],
    location: Number(code),
    values: { count: 2, share: 0.2, nearest: 15.1, n: 10 },
    details: { column: 'revenue', code },
  })

describe('a story about correct evidence proves each of its numbers', () => {
  it.each(['-99', '-999', '-9999', '99999', '-999999', '99999999', '-9999.99'])('with the code %s', (code) => {
    expect(problems([sentinel(code)])).toEqual([])
  })

  it('with a code of any length, alone and as a caveat of another statement', () => {
    const code = fc
      .tuple(fc.constantFrom('', '-'), fc.integer({ min: 2, max: 15 }), fc.integer({ min: 0, max: 4 }))
      .map(([sign, whole, fraction]) => `${sign}${'9'.repeat(whole)}${fraction > 0 ? `.${'9'.repeat(fraction)}` : ''}`)
      .filter((text) => String(Number(text)) === text)
    holds(
      fc.property(code, (text) => {
        expect(problems([everyDraft().trend, everyDraft().total, sentinel(text)])).toEqual([])
      }),
    )
  })

  it('with digits in the names of columns and in categories, however long', () => {
    const piece = fc.constantFrom('7', '42', '1999', '0001', 'a', 'Total', 'Q', '_', '.', ' ', '-', ',', '(', '٣', '😀')
    const name = fc.array(piece, { minLength: 1, maxLength: 40, size: 'max' }).map((pieces) => pieces.join(''))
    const kinds = Object.values(everyDraft())
    holds(
      fc.property(name, name, fc.constantFrom(...kinds), (column, category, kind) => {
        const details = Object.fromEntries(
          Object.entries(kind.details).map(([key, value]) => {
            if (kind.columns.includes(String(value))) return [key, column]
            return [key, /^(?:best|runner_up|highest_group|value|category)$/.test(key) ? category : value]
          }),
        )
        const renamed = { ...kind, columns: kind.columns.map(() => column), details, subspace: { [column]: category } }
        expect(problems([renamed])).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
