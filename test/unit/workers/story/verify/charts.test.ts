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
    expect(checkCharts([chart(), wrong, stray], [insight])).toMatchObject({
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
    expect(checkChart(adrift, insight).failed).toMatchObject([
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

describe('what may be written on a chart', () => {
  const saying = (title: string, change: Partial<Insight> = {}): unknown[] =>
    checkChart(chart({ title }), { ...insight, ...change }).failed.map(({ stated }) => stated)

  it('is the level of the intervals and the least size of a group', () => {
    for (const level of ['95%', '95 %', '95\u00a0%', '95', '5']) expect(saying(`At ${level} of it`)).toEqual([])
    expect(saying('At 195% of it')).toEqual(['195%'])
    expect(saying('At 95.5% of it')).toEqual(['95.5%'])
    expect(saying('At 6 of it')).toEqual(['6'])
  })

  it('is how many marks there are, or how many others', () => {
    expect(saying('1 of 2 regions')).toEqual([])
    expect(saying('3 regions')).toEqual(['3'])
    // Not because 2 ends the names of two zones.
    const rows = [7, 12, 62, 81].map((zone) => [`Zone ${zone}`, 12_345])
    const four = (title: string): string[] => {
      const one = chart({ title })
      return faults({ ...one, data: { ...one.data, rows } })
    }
    expect(four('3 of 4 regions')).toEqual([])
    expect(four('Zone 2')).toEqual(['chart-share-1 title: 2'])
    expect(four('Zone 62')).toEqual([])
  })

  it('is a quarter, which is no number at all', () => {
    expect(saying('In Q3')).toEqual([])
    expect(checkChart(chart({ title: 'In Q3' }), insight).numbers).toBe(6)
  })

  it('is a number within a name, whole and without a sign of its own', () => {
    const details = { model: 'Type 3.5', year: 2031 }
    expect(saying('Type 3.5 of 2031', { details })).toEqual([])
    expect(saying('Type 3.6', { details })).toEqual(['3.6'])
    expect(saying('Zone 7 has 7%')).toEqual(['7%'])
    expect(saying('Zone 12.0')).toEqual(['12.0'])
    expect(saying('Of 22, 1222 and 22', { details: { of: 'a 1222 and 22' } })).toEqual([])
    expect(saying('Column 21.5', { columns: ['Column 21.5'] })).toEqual([])
    expect(saying('Only 8.25', { caveats: ['of which 8.25 t'] })).toEqual([])
    expect(saying('Only 8.25', { caveats: ['8.25 t of it', '18.25'] })).toEqual([])
    expect(saying('Only 8.25', { caveats: ['18.25'] })).toEqual(['8.25'])
    expect(saying('Only 8.25', { caveats: ['18.25 and 8.25'] })).toEqual([])
  })

  it('is a name of the axis, of a column of the picture, or of a category, and no value of the data', () => {
    const base = chart({ title: 'Ward 31, year 41, Zone 12', x: { ...chart().spec.x, label: 'Ward 31' } })
    const named = { ...base, data: { ...base.data, columns: ['region', 'amount', 'year 41'] } }
    expect(faults(named)).toEqual([])
    expect(saying('Of 7438')).toEqual(['7438'])
    const labelled = { ...insight.evidence, values: { ...insight.evidence.values, label: '77' } }
    expect(saying('Of 77', { evidence: labelled })).toEqual(['77'])
  })
})

describe('what a chart singles out', () => {
  const holding = (values: Insight['evidence']['values']): Insight => ({
    ...insight,
    evidence: { ...insight.evidence, values },
  })
  const named = (one: Chart, values: Insight['evidence']['values']): string[] =>
    checkChart(one, holding(values)).failed.map(({ name, stated }) => `${name.replace('chart-share-1 ', '')} ${stated}`)
  const bare = { title: 'Zones', subtitle: '', annotation: undefined }

  it('is a bar whose length the statement holds: a share does for several bars only', () => {
    const one = chart(bare, '')
    expect(named(one, { top: 12_345 })).toEqual([])
    expect(named(one, { share: 12_345 / (12_345 + 7438) })).toEqual(['bar 12345'])
    expect(named(chart({ ...bare, highlight: [] }, ''), {})).toEqual([])
  })

  it('is a bar without a length only where the statement holds nought', () => {
    const one = chart({ ...bare, highlight: ['Zone 12'] }, '')
    const empty = {
      ...one,
      data: {
        ...one.data,
        rows: [
          ['Zone 7', 12_345],
          ['Zone 12', null],
        ],
      },
    }
    expect(named(empty, { top: 12_345 })).toEqual(['bar 0'])
    expect(named(empty, { top: 0 })).toEqual([])
  })

  it('is no dot, whose place says nothing of a length, and no line', () => {
    expect(named(chart({ ...bare, mark: 'dot' }, ''), {})).toEqual([])
    expect(named(chart({ ...bare, kind: 'line' }, ''), {})).toEqual([])
  })

  it('is a cell whose value the statement holds', () => {
    const heat = (cell: number | null): Chart => {
      const one = chart({ ...bare, kind: 'heat' }, '')
      return {
        ...one,
        data: {
          ...one.data,
          rows: [
            ['Zone 7', cell],
            ['Zone 12', 0.4],
          ],
        },
      }
    }
    expect(named(heat(0.25), { cell: 0.25 })).toEqual([])
    expect(named(heat(0.26), { cell: 0.25 })).toEqual(['cell 0.26'])
    expect(named(heat(null), { cell: 0.25 })).toEqual(['cell 0'])
    // The cell beside it is not what the claim is about.
    expect(checkChart(heat(0.25), holding({ cell: 0.25 })).numbers).toBe(1)
  })

  it('is the middle half of the values, each of its three lines', () => {
    const boxed = chart({ ...bare, kind: 'histogram', box: { low: 2, middle: 3, high: 8 } }, '')
    expect(named(boxed, { q1: 2, median: 3, q3: 8 })).toEqual([])
    expect(named(boxed, { q1: 1, median: 3, q3: 9 })).toEqual(['box 2', 'box 8'])
    expect(named(boxed, { q1: 2, q3: 8 })).toEqual(['box 3'])
  })

  it('is told in words beside a mark, or beside the line over the marks', () => {
    const beside = (overlay: Chart['spec']['overlay']): Chart => {
      const one = chart({ ...bare, kind: 'line', overlay, annotation: { x: 'Zone 7', y: 55, text: '' } }, '')
      const rows = [
        ['Zone 7', 12_345, 55],
        ['Zone 12', 7438, null],
      ]
      return { ...one, data: { ...one.data, columns: ['region', 'amount', 'trend'], rows } }
    }
    expect(named(beside({ field: 'trend', label: 'trend' }), {})).toEqual([])
    expect(named(beside(undefined), {})).toEqual(['annotation 55'])
    expect(named(beside(undefined), { level: 55 })).toEqual([])
  })
})
