import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chart, Tone } from '../../../../src/shared/story/chart.ts'
import { nativeChart } from '../../../../src/workers/export/pptx/native-chart.ts'
import { storyToPresentation } from '../../../../src/workers/export/pptx/presentation.ts'
import { findingSlides } from '../../../../src/workers/export/pptx/slides.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { ordersSql } from '../../../support/stories/orders.ts'
import { heldStory, type ToldStory } from '../../../support/stories/told-story.ts'
import { unzip } from '../../../support/unzip.ts'

const held = heldStory(ordersSql)
let told: ToldStory
let parts: Map<string, Buffer>

beforeAll(async () => {
  told = await held.begin()
  parts = await unzip(await storyToPresentation(told.story, detachedContext()))
}, 60_000)
afterAll(() => held.end())

/** Texts of the elements of a name, in order; throws where the part is no XML. */
function textsIn(part: string, element: string, within = ''): string[] {
  const texts: string[] = []
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new Error(`${part}: ${error.message}`)
  })
  parser.on('opentag', ({ name }) => {
    open.push(name)
    if (name === element && open.includes(within || name)) texts.push('')
  })
  parser.on('text', (text) => {
    if (open.at(-1) === element && open.includes(within || element)) texts.push(`${texts.pop()}${text}`)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(parts.get(part)?.toString('utf8') ?? '').close()
  return texts
}

const partsLike = (pattern: RegExp): string[] =>
  [...parts.keys()]
    .filter((name) => pattern.test(name))
    .sort((left, right) => Number(/\d+/u.exec(left)?.[0]) - Number(/\d+/u.exec(right)?.[0]))

describe('a story as a presentation', () => {
  it('begins with its title, has a finding a slide with its notes, and ends with where it comes from', () => {
    const slides = findingSlides(told.story)
    expect(slides.length).toBeGreaterThan(3)
    for (const finding of told.story.findings) expect(slides.map(({ insight }) => insight.id)).toContain(finding.id)
    const pages = partsLike(/^ppt\/slides\/slide\d+\.xml$/u)
    expect(pages).toHaveLength(slides.length + 2)
    expect(textsIn(pages[0] ?? '', 'a:t')).toEqual([told.story.title, told.story.subtitle])
    for (const [index, { insight, chart }] of slides.entries()) {
      const texts = textsIn(pages[index + 1] ?? '', 'a:t')
      expect(texts[0]).toBe(insight.sentence)
      if (chart !== null) expect(texts[1]).toBe(chart.spec.subtitle)
      const notes = textsIn(`ppt/notesSlides/notesSlide${index + 2}.xml`, 'a:t').join('\n')
      for (const [name, value] of Object.entries(insight.evidence.values)) {
        expect(notes).toContain(`${name} = ${value ?? 'empty'}`)
      }
    }
    expect(textsIn(pages.at(-1) ?? '', 'a:t').join(' ')).toContain('numbers were recomputed')
  })

  it('has every chart as one that can be edited, with the numbers of the story, but for steps that begin at heights', () => {
    const charts = findingSlides(told.story).flatMap(({ chart }) => (chart === null ? [] : [chart]))
    const drawn = charts.filter((chart) => nativeChart(chart) !== null)
    expect(drawn).toEqual(charts.filter(({ spec }) => spec.from === undefined))
    const files = partsLike(/^ppt\/charts\/chart\d+\.xml$/u)
    expect(files).toHaveLength(drawn.length)
    expect(partsLike(/\.xlsx$/u)).toHaveLength(drawn.length)
    for (const [index, { spec, data }] of drawn.entries()) {
      const numbers = textsIn(files[index] ?? '', 'c:v', spec.kind === 'scatter' ? 'c:yVal' : 'c:val')
        // What is not there is an empty point.
        .filter((text) => text !== '')
        .map(Number)
      const column = (field: string) => data.rows.map((row) => row[data.columns.indexOf(field)])
      const series = spec.series?.map(({ field }) => field) ?? [spec.y.field]
      const ends = spec.kind === 'line' && spec.interval !== undefined ? [spec.interval.low, spec.interval.high] : []
      const told = [...series, ...ends, ...(spec.overlay ? [spec.overlay.field] : [])].flatMap(column)
      expect(numbers.toSorted()).toEqual(told.filter((value) => value !== null).toSorted())
    }
  })

  it('draws each series of a chart by its name, in its colour, those in front last', () => {
    const chart = chartOf('line', ['quiet', 'accent', 'second'])
    const native = nativeChart(chart)
    expect(native?.series.map(({ name }) => name)).toEqual(['95% ≥', '95% ≤', 'S1', 'S3', 'S2'])
    expect(native?.series.map(({ values }) => values[1])).toEqual([8, 9, 5, 7, 6])
    expect(native?.options.chartColors).toHaveLength(5)
    expect(native?.options.showLegend).toBe(true)
    expect(native?.key).toEqual([])
  })

  it('names what stands out among more series than a legend holds', () => {
    const native = nativeChart(chartOf('line', [...Array.from({ length: 20 }, () => 'quiet' as const), 'accent']))
    expect(native?.options.showLegend).toBe(false)
    expect(native?.key).toMatchObject([{ name: 'S21' }])
  })

  it('tells the points of groups apart', () => {
    const chart = chartOf('scatter', ['accent'])
    const spec = {
      ...chart.spec,
      groups: { field: 'x', label: 'kind', tones: [{ value: 2, tone: 'accent' as const }] },
    }
    expect(nativeChart({ ...chart, spec })?.series).toEqual([
      { name: 'X', values: [1, 2] },
      { name: 'Y', values: [4, null] },
      { name: '2', values: [null, 5] },
    ])
  })

  it('holds text with markup and signs that no XML may have', async () => {
    const story = { ...told.story, title: 'a < b & "c"\u0000\uD800 =1+1' }
    parts = await unzip(await storyToPresentation(story, detachedContext()))
    expect(textsIn('ppt/slides/slide1.xml', 'a:t')[0]).toBe('a < b & "c"\uFFFD\uFFFD =1+1')
    for (const name of partsLike(/\.(xml|rels)$/u)) textsIn(name, 'x')
  })

  it('leaves what PowerPoint has no chart for to a picture', () => {
    const [chart] = told.story.charts
    if (chart === undefined) throw new Error('The story has no chart')
    const unknown = { ...chart, spec: { ...chart.spec, kind: 'heat map' } } as unknown as Chart
    expect(nativeChart(unknown)).toBeNull()
  })
})

/** Two rows of a column for each series, after one along x, and the two ends of an interval. */
function chartOf(kind: 'line' | 'scatter', tones: readonly Tone[]): Chart {
  const series = tones.map((tone, index) => ({ field: `s${index + 1}`, label: `S${index + 1}`, tone }))
  return {
    id: 'chart-1',
    insight: 'one',
    alt: '',
    spec: {
      kind,
      title: '',
      subtitle: '',
      x: { field: 'x', label: 'X', type: 'number', format: null },
      y: { field: series.find(({ tone }) => tone === 'accent')?.field ?? '', label: 'Y', type: 'number', format: null },
      horizontal: false,
      highlight: [],
      series,
      ...(kind === 'line' ? { interval: { low: 'low', high: 'high', label: '95%' } } : {}),
    },
    data: {
      columns: ['x', ...series.map(({ field }) => field), 'low', 'high'],
      rows: [1, 2].map((x) => [x, ...series.map((_, index) => 3 + x + index), 6 + x, 7 + x]),
      sql: '',
      reduced: false,
    },
  }
}
