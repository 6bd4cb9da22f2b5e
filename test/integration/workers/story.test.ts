import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StageInput } from '../../../src/shared/contract/stages.ts'
import { readingMinutesOf, readingTimeText } from '../../../src/shared/story/reading-time.ts'
import { storySchema } from '../../../src/shared/story/story.ts'
import { storyToHtml } from '../../../src/workers/export/html/story.ts'
import { storyToMarkdown } from '../../../src/workers/export/markdown/story.ts'
import { exportStory } from '../../../src/workers/export/story.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { english } from '../../support/english.ts'
import { withToldStory } from '../../support/stories/told-story.ts'

/** Five years of orders: rising, high in summer, cheap in one region, one wild value; names with a trap in them. */
const orders = `SELECT DATE '2018-01-01' + CAST(i % 1826 AS INTEGER) AS "order_date",
  CASE WHEN hash(i) % 10 < 6 THEN 'West' WHEN hash(i) % 10 < 8 THEN 'East' ELSE '<b>North</b>' END AS "region",
  20 + 8 * sin(2 * pi() * month(DATE '2018-01-01' + CAST(i % 1826 AS INTEGER)) / 12) + (i % 1826) / 100.0
    + CASE WHEN hash(i) % 10 >= 8 THEN -12 ELSE 0 END + (hash(i * 7) % 1000) / 200.0
    + CASE WHEN i = 4000 THEN 500 ELSE 0 END AS "price <script>alert(1)</script>",
  CASE WHEN hash(i * 3) % 12 = 0 THEN NULL ELSE CAST(hash(i * 11) % 100 AS DOUBLE) END AS "weight"
  FROM range(9130) t(i)`

const noise = `SELECT (hash(i) % 100000) / 1000.0 AS a, (hash(i * 31 + 7) % 100000) / 1000.0 AS b,
  chr(CAST(65 + hash(i * 17 + 3) % 4 AS INTEGER)) AS g FROM range(500) t(i)`

async function tell(sql: string, name = 'orders', change: (story: StageInput<'narrate'>) => void = () => undefined) {
  return withToldStory(sql, async ({ story, verified }) => ({ story, verified }), { name, change })
}

describe('a story told from a table', () => {
  it('is valid, verified in every number, illustrated beside its paragraphs, and the same each time', async () => {
    const { story, verified } = await tell(orders)
    expect(storySchema.parse(story)).toEqual(story)
    expect(verified.failed).toEqual([])
    expect(verified.matched).toBe(verified.numbers)
    expect(verified.numbers).toBeGreaterThan(50)
    expect(story.findings.length).toBeGreaterThan(0)
    expect(story.charts.length).toBeGreaterThan(2)
    const placed = story.sections.flatMap((section) => section.charts)
    expect([...placed].sort()).toEqual(story.charts.map((chart) => chart.id).sort())
    for (const chart of story.charts) {
      const home = story.sections.find((section) => section.charts.includes(chart.id))
      expect(home?.paragraphs.some((paragraph) => paragraph.insights.includes(chart.insight))).toBe(true)
      expect(chart.alt.length).toBeGreaterThan(chart.spec.title.length)
      expect(chart.data.rows.length).toBeGreaterThan(1)
      for (const field of [chart.spec.x.field, chart.spec.y.field, chart.spec.overlay?.field ?? chart.spec.y.field]) {
        expect(chart.data.columns).toContain(field)
      }
    }
    const again = await tell(orders)
    expect(again.story).toEqual(story)
  })

  it('from noise says that nothing was found and how much was tried', async () => {
    const { story, verified } = await tell(noise, 'noise')
    expect(story.findings).toEqual([])
    expect(story.title).toBe('No pattern stands out in noise')
    expect(story.sections.map(({ role }) => role)).toEqual(expect.arrayContaining(['lead', 'short']))
    expect(story.sections[0]?.paragraphs.at(-1)?.text).toMatch(/no pattern survived/)
    expect(verified.failed).toEqual([])
  })

  it('is told without a statement whose number does not come out of the data, and says so', async () => {
    const whole = (await tell(orders)).story
    let tampered = ''
    const { story, verified } = await tell(orders, 'orders', ({ analysis }) => {
      const [first] = analysis.insights
      if (first === undefined) throw new Error('nothing found')
      first.evidence.values.n = Number(first.evidence.values.n) + 1
      tampered = first.id
    })
    expect(whole.findings[0]?.id).toBe(tampered)
    expect(whole.charts.some((chart) => chart.insight === tampered)).toBe(true)
    expect(JSON.stringify({ ...story, method: null })).not.toContain(tampered)
    expect(story.findings.map(({ id }) => id)).toEqual(whole.findings.map(({ id }) => id).slice(1))
    expect(story.title).not.toBe(whole.title)
    expect(verified.failed).toEqual([])
    expect(story.verified).toEqual({ numbers: verified.numbers, matched: verified.numbers })
    expect(story.method.dropped).toEqual({ statements: 1, reasons: { recomputed: 1 } })
    expect(whole.method.dropped).toEqual({ statements: 0, reasons: {} })
    const sentence = 'Left out because of a fault in Storyglass: 1 statement that could not be proved.'
    expect(storyToMarkdown(story, english)).toContain(sentence)
    expect(await storyToHtml(story, detachedContext())).toContain(sentence)
    expect(storyToMarkdown(whole, english)).not.toContain('Left out')
  })

  it('is told of a table with a code of four digits, and recomputed', async () => {
    const { story, verified } = await tell(
      'SELECT CAST(temp AS DOUBLE) AS temp FROM (VALUES (-9999), (15.1), (15.4), (16), (15.2), (-9999), (15.7), (16.1), (15.9), (15.3), (15.8), (16.2)) t(temp)',
    )
    expect(story.quality.map(({ sentence }) => sentence).join(' ')).toContain('2 of 12 values of temp are −9999, far')
    expect(story.method.dropped).toEqual({ statements: 0, reasons: {} })
    expect(verified.failed).toEqual([])
  })
})

describe('an exported story', () => {
  async function exported(format: 'html' | 'md' | 'json') {
    const { story } = await tell(orders)
    const folder = await mkdtemp(path.join(os.tmpdir(), 'storyglass-export-'))
    try {
      const outputPath = path.join(folder, `story.${format}`)
      const { bytes } = await exportStory(
        { story, format, outputPath, tables: [], convertDir: folder },
        detachedContext(),
      )
      const text = await readFile(outputPath, 'utf8')
      expect(Buffer.byteLength(text)).toBe(bytes)
      return { story, text }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  it('as a page stands alone: no script, nothing fetched, charts with words and tables, text of the file harmless', async () => {
    const { story, text } = await exported('html')
    expect(text).not.toMatch(/<script|<b>North|javascript:|src="(?!data:)|href="(?!#)|@import|url\((?!#|data:font)/i)
    expect(text).toContain('&lt;script&gt;')
    expect(text.match(/<figure /g)).toHaveLength(story.charts.length)
    expect(text.match(/<(?:img [^>]*alt|svg [^>]*aria-label)="[^"]{20,}"/g)).toHaveLength(story.charts.length)
    expect(Buffer.byteLength(text)).toBeLessThan(1_500_000)
    for (const chart of story.charts) expect(text).toContain(`id="${chart.id}"`)
    for (const target of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${target[1]}"`)
  })

  it.each(['html', 'md'] as const)('as %s says how long it takes to read, as the window does', async (format) => {
    const { story, text } = await exported(format)
    expect(text).toContain(readingTimeText(english, readingMinutesOf(story)))
  })

  it('as Markdown keeps every paragraph and a table for each chart', async () => {
    const { story, text } = await exported('md')
    expect(text.startsWith(`# ${story.title.replace(/[<>]/g, '\\$&')}`)).toBe(true)
    expect(text.match(/^\| -/gm)).toHaveLength(story.charts.length)
    expect(text).not.toMatch(/(?<!\\)<script/)
    for (const section of story.sections) expect(text).toContain(`## ${section.heading}`)
  })

  it('as JSON is the story', async () => {
    const { story, text } = await exported('json')
    expect(storySchema.parse(JSON.parse(text))).toEqual(story)
  })
})
