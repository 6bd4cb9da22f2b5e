/** What is written and marked on a chart against the evidence it rests on. */
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../../src/shared/story/chart.ts'
import type { Insight } from '../../../../../src/shared/story/insight.ts'
import { checkChart, checkCharts } from '../../../../../src/workers/story/verify/charts.ts'

const insight: Insight = {
  id: 'share-1',
  type: 'dominance',
  class: 'fact',
  table: 'sales 2023',
  columns: ['region', 'amount'],
  direction: 'none',
  location: 'Zone 7',
  effect: { name: 'share', value: 0.624, low: null, high: null },
  n: 1440,
  score: 1,
  scoreParts: {},
  caveats: [],
  details: { measure: 'amount', dimension: 'region' },
  sentence: 'Zone 7 holds 62.4% of amount (1,440 rows).',
  evidence: { sql: [], values: { share: 0.624, top: 12_345, n: 1440 }, derived: {} },
}

function chart(spec: Partial<Chart['spec']> = {}, alt = 'Bar chart of amount. Zone 7 holds 62.4% of amount.'): Chart {
  return {
    id: 'chart-share-1',
    insight: insight.id,
    alt,
    spec: {
      kind: 'bar',
      title: 'Zone 7 leads',
      subtitle: 'Amount by region; 1,440 rows',
      x: { field: 'region', label: 'region', type: 'category', format: null },
      y: { field: 'amount', label: 'Amount', type: 'number', format: null },
      horizontal: true,
      highlight: ['Zone 7'],
      annotation: { x: 'Zone 7', y: 12_345, text: '62.4% of the whole' },
      ...spec,
    },
    data: {
      columns: ['region', 'amount'],
      rows: [
        ['Zone 7', 12_345],
        ['Zone 12', 7438],
      ],
      sql: 'SELECT 1',
      reduced: false,
    },
  }
}

const faults = (one: Chart): string[] => checkChart(one, insight).failed.map(({ name, stated }) => `${name}: ${stated}`)

describe('a chart', () => {
  it('whose numbers are those of its statement has no fault, and each of them is counted', () => {
    expect(checkChart(chart(), insight)).toEqual({ numbers: 7, failed: [] })
  })

  it.each([
    ['title', chart({ title: 'Zone 7 leads with 63%' }), '63%'],
    ['subtitle', chart({ subtitle: 'Amount by region; 1,441 rows' }), '1,441'],
    ['annotation', chart({ annotation: { x: 'Zone 7', y: 12_345, text: '61% of the whole' } }), '61%'],
    ['reference', chart({ reference: { y: 3, label: 'all: 12.5' } }), '12.5'],
    ['alternative text', chart({}, 'Bar chart. Zone 7 holds 70.3%.'), '70.3%'],
  ])('that says another number in its %s has a fault', (name, one, token) => {
    expect(faults(one)).toEqual([`chart-share-1 ${name}: ${token}`])
  })

  it('may say the names of categories, periods and columns', () => {
    expect(faults(chart({ title: 'Zone 7 leads Zone 12 in sales 2023' }))).toEqual([])
  })

  it('whose marked bar has another length than the statement says has a fault', () => {
    const one = chart()
    const [first, ...others] = one.data.rows
    const drawn = { ...one, data: { ...one.data, rows: [[first?.[0] ?? null, 12_400], ...others] } }
    expect(faults(drawn)).toEqual(['chart-share-1 bar: 12400'])
  })

  it('whose words stand beside no mark has a fault', () => {
    const one = chart({ annotation: { x: 'Zone 7', y: 500, text: '62.4% of the whole' } })
    expect(faults(one)).toEqual(['chart-share-1 annotation: 500'])
  })

  it('of no statement has a fault', () => {
    expect(checkChart(chart(), undefined).failed).toHaveLength(1)
  })

  it.each([
    ['1.2 × 10⁻⁵', 'a value of 1.3 × 10⁻⁵'],
    ['1 h 13 min', 'after 1 h 14 min'],
    ['08:30', 'at 08:45'],
  ])('may say %s of its statement, and has a fault where it says another', (right, wrong) => {
    const values = { ...insight.evidence.values, tiny: 1.2e-5, length: 4380, clock: 30_600 }
    const of = { ...insight, evidence: { ...insight.evidence, values } }
    expect(checkChart(chart({ title: `It says ${right}` }), of).failed).toEqual([])
    expect(checkChart(chart({ title: `It says ${wrong}` }), of).failed).toHaveLength(1)
  })

  it('in German is read as German', () => {
    const german = chart(
      {
        subtitle: 'Amount nach region; 1.440 Zeilen',
        annotation: { x: 'Zone 7', y: 12_345, text: '62,4 % des Ganzen' },
      },
      'Balkendiagramm. Zone 7: 12.345',
    )
    expect(checkChart(german, insight, 'de').failed).toEqual([])
    expect(checkChart(german, insight).failed).not.toEqual([])
  })
})

describe('all charts', () => {
  it('have the numbers and the faults of each, and a fault where their statement is not there', () => {
    const stray = { ...chart(), id: 'stray', insight: 'gone' }
    const wrong = chart({ title: 'Zone 7 leads with 63%' })
    expect(checkCharts([chart(), wrong, stray], [insight])).toEqual({
      numbers: 16,
      failed: [
        {
          insight: 'share-1',
          name: 'chart-share-1 title',
          stated: '63%',
          recomputed: null,
          why: '“63%” stands on the chart without evidence',
        },
        {
          insight: 'gone',
          name: 'stray',
          stated: null,
          recomputed: null,
          why: 'the chart is of a statement that is not there',
        },
      ],
    })
    expect(checkCharts([], [insight])).toEqual({ numbers: 0, failed: [] })
  })

  it('say where a mark stands that nothing bears out', () => {
    const adrift = chart({ annotation: { x: 'Zone 7', y: 99, text: '62.4% of the whole' } })
    expect(checkChart(adrift, insight).failed).toEqual([
      {
        insight: 'share-1',
        name: 'chart-share-1 annotation',
        stated: 99,
        recomputed: null,
        why: 'the mark stands where neither the evidence nor the data of the chart has a value',
      },
    ])
  })

  it('may single out several bars whose share of the whole the statement has, and none whose share it has not', () => {
    const rows = [
      ['Zone 7', 300],
      ['Zone 12', 200],
      ['Zone 1', 500],
    ]
    const plain = chart({ highlight: ['Zone 7', 'Zone 12'], annotation: undefined, title: 'Two zones' }, 'Bars')
    const several = { ...plain, data: { ...plain.data, rows } }
    const failedOf = (share: number) =>
      checkChart(several, { ...insight, evidence: { ...insight.evidence, values: { share, n: 1440 } } }).failed
    expect(failedOf(0.5)).toEqual([])
    expect(failedOf(0.6).map(({ name, stated }) => `${name} ${stated}`)).toEqual([
      'chart-share-1 bar 300',
      'chart-share-1 bar 200',
    ])
    const line = { ...several, spec: { ...several.spec, kind: 'line' as const } }
    expect(checkChart(line, { ...insight, evidence: { ...insight.evidence, values: { n: 1440 } } }).failed).toEqual([])
  })
})
