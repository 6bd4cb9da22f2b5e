/** Checks charts against the evidence they rest on: what is written on one, and what its claim singles out. */
import { numeralsIn } from '../../../shared/format/numerals.ts'
import { statedMatches } from '../../../shared/format/stated.ts'
import type { Chart } from '../../../shared/story/chart.ts'
import { fieldOf, numbersOf } from '../../../shared/story/drawing/fields.ts'
import type { Insight, Scalar } from '../../../shared/story/insight.ts'
import { note } from '../../../shared/story/note.ts'
import { sameValue } from './compare.ts'
import { type Mismatch, mismatch } from './mismatch.ts'
import { constants, digitsIn, numeralsOfNames } from './names.ts'

/** Of the intervals drawn: part of the method. */
const intervalLevel = /^95[ \u00a0]?%$/u

/** All that is wrong with the charts, and how many numbers of theirs were looked at. */
export function checkCharts(
  charts: readonly Chart[],
  insights: readonly Insight[],
  locale?: string,
): { readonly numbers: number; readonly failed: readonly Mismatch[] } {
  const byId = new Map(insights.map((insight) => [insight.id, insight]))
  const checked = charts.map((chart) => checkChart(chart, byId.get(chart.insight), locale))
  return {
    numbers: checked.reduce((sum, { numbers }) => sum + numbers, 0),
    failed: checked.flatMap(({ failed }) => failed),
  }
}

export function checkChart(
  chart: Chart,
  insight: Insight | undefined,
  locale?: string,
): { readonly numbers: number; readonly failed: readonly Mismatch[] } {
  if (insight === undefined) {
    const about = { insight: chart.insight, name: chart.id, stated: null, recomputed: null }
    return { numbers: 1, failed: [mismatch(about, note('verification.noStatement'))] }
  }
  const stated = statedOn(chart)
  const isName = namesOn(chart, insight)
  const values = Object.values(insight.evidence.values).filter((value) => typeof value === 'number')
  const sayable = [...values, ...sizesOf(chart)]
  const texts = stated.flatMap(({ name, text }) =>
    numeralsIn(text, locale).flatMap(({ text: token, isPartOfWord }) => (isPartOfWord ? [] : [{ name, token }])),
  )
  const wrong = texts.filter(
    ({ token }) => !sayable.some((value) => statedMatches(token, value, locale)) && !isName(token),
  )
  const about = (name: string, on: Scalar) =>
    ({ insight: insight.id, name: `${chart.id} ${name}`, stated: on, recomputed: null }) as const
  const marks = marksOf(chart)
  const adrift = marks.filter(
    ({ y, share, stands }) => ![...values, ...stands].some((value) => sameValue(value, y) || sameValue(value, share)),
  )
  return {
    numbers: texts.length + marks.length,
    failed: [
      ...wrong.map(({ name, token }) => mismatch(about(name, token), note('verification.uncoveredOnChart', { token }))),
      ...adrift.map(({ name, y }) => mismatch(about(name, y), note('verification.markAdrift'))),
    ],
  }
}

function statedOn({ spec, alt }: Chart): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'title', text: spec.title },
    { name: 'subtitle', text: spec.subtitle },
    { name: 'alternative text', text: alt },
    { name: 'annotation', text: spec.annotation?.text ?? '' },
    { name: 'reference', text: spec.reference?.label ?? '' },
  ]
}

/** What things are called: columns, categories and periods of the statement and of the picture. */
function namesOn({ spec, data }: Chart, insight: Insight): (token: string) => boolean {
  const called = [...data.columns, ...data.rows.flat().filter((value) => typeof value === 'string'), spec.x.label]
  const numerals = new Set([...constants, ...numeralsOfNames(insight), ...called.flatMap(digitsIn)])
  const texts = [...called, ...Object.values(insight.details), ...insight.columns, ...insight.caveats].map(String)
  return (token) =>
    intervalLevel.test(token) ||
    (/^\d+$/.test(token) && numerals.has(Number(token))) ||
    texts.some((text) => beginsIn(text, token))
}

/** Whether the numeral stands in the text and no digit before it: 2 is not in `Zone 12`. Names may be cut off behind. */
function beginsIn(text: string, numeral: string): boolean {
  let at = text.indexOf(numeral)
  while (/\d/.test(text.charAt(at - 1))) at = text.indexOf(numeral, at + 1)
  return at >= 0
}

/** How many marks there are: `12 of 14 groups`, `2,000 points`. */
function sizesOf({ data }: Chart): readonly number[] {
  return [data.rows.length, data.rows.length - 1]
}

interface Mark {
  readonly name: string
  readonly y: number
  /** Of the whole, with the others like it; null where that is not said. */
  readonly share: number | null
  /** Other values that it may have. */
  readonly stands: readonly (number | null)[]
}

/** Where words are put beside a mark, and what is drawn there. */
function marksOf(chart: Chart): readonly Mark[] {
  const { spec, data } = chart
  const { annotation, box } = spec
  const fields = [spec.y.field, ...(spec.overlay === undefined ? [] : [spec.overlay.field])]
  return [
    ...(annotation === undefined
      ? []
      : [
          {
            name: 'annotation',
            y: annotation.y,
            share: null,
            stands: fields.flatMap((field) => numbersOf(data, field)),
          },
        ]),
    ...singledOut(chart),
    ...(box === undefined
      ? []
      : [box.low, box.middle, box.high].map((y) => ({ name: 'box', y, share: null, stands: [] }))),
  ]
}

/** Bars and cells that the claim is about: their values are written at their ends, or in them. */
function singledOut({ spec, data }: Chart): readonly Mark[] {
  if (spec.kind === 'heat') {
    const cells = numbersOf(data, spec.y.field)
    return fieldOf(data, spec.x.field).flatMap((category, index) =>
      spec.highlight.includes(category) ? [{ name: 'cell', y: cells[index] ?? 0, share: null, stands: [] }] : [],
    )
  }
  if (spec.kind !== 'bar' || spec.mark !== undefined) return []
  const lengths = numbersOf(data, spec.y.field)
  const own = fieldOf(data, spec.x.field).flatMap((category, index) =>
    spec.highlight.includes(category) ? [lengths[index] ?? 0] : [],
  )
  const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, y) => total + (y ?? 0), 0)
  // Of several, the statement rests on each, or says what share of the whole they hold together.
  const share = sum(own) / sum(lengths)
  return own.map((y) => ({ name: 'bar', y, share: own.length > 1 ? share : null, stands: [] }))
}
