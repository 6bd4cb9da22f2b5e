/** The samples that come along, told in each language: verified, of one language only, and the same when told back. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { composeStory } from '../../../src/shared/story/compose.ts'
import { type Story, storySchema } from '../../../src/shared/story/story.ts'
import { textsIn } from '../../../src/shared/texts/texts.ts'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { detachedContext, type WorkContext } from '../../../src/workers/runtime/context.ts'
import { analyze } from '../../../src/workers/stages/analyze.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { narrate } from '../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../src/workers/stages/visualize.ts'
import { verify } from '../../../src/workers/story/verify/verify.ts'
import { translateStory } from '../../../src/workers/tasks/translate.ts'
import { englishIn } from '../../support/english-words.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const folder = fileURLToPath(new URL('../../../resources/samples/', import.meta.url))
const samples = readdirSync(folder).filter((name) => /\.(?:csv|xlsx)$/u.test(name))

interface Told {
  readonly story: Story
  readonly convertDir: string
  readonly source: { readonly name: string; readonly bytes: number }
}

async function withStoryOf(name: string, work: (told: Told) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (convertDir) => {
    const context = detachedContext()
    const file = path.join(folder, name)
    const source = { path: file, name, bytes: statSync(file).size }
    const decision = await decideKind(source)
    if (decision.pipeline !== 'story') throw new Error(`${name} is a document`)
    const { tables } = await convert({ source, kind: decision.kind, sheet: null, outputDir: convertDir }, context)
    const stage = { source, convertDir, outputDir: convertDir, seed: 1 }
    const analysis = await analyze({ ...stage, tables, depth: 'standard' }, context)
    const narrative = await narrate({ ...stage, analysis }, context)
    const visuals = await visualize({ ...stage, analysis, narrative }, context)
    const story = composeStory({
      id: 'story-1',
      createdAt: '2026-01-02T03:04:05.000Z',
      engineVersion: '0.1.0',
      seed: 1,
      source: { name, bytes: source.bytes, sha256: 'ab'.repeat(32), kind: decision.kind },
      analysis,
      narrative,
      visuals,
      timings: { import: 1, convert: 1, analyze: 1, narrate: 1, visualize: 1 },
      verified: narrative.verified,
    })
    await work({ story: storySchema.parse(JSON.parse(JSON.stringify(story))), convertDir, source })
  })
}

async function toldIn(language: string, { story, ...told }: Told, context: WorkContext = detachedContext()) {
  return storySchema.parse(JSON.parse(JSON.stringify(await translateStory({ story, ...told, language }, context))))
}

/** All that is read of a story, but what stands in the file itself. */
function wordsOf(story: Story): string {
  const names = [
    story.source.name,
    ...story.tables.flatMap(({ name, columns }) => [
      name,
      ...columns.flatMap((column) => [
        column.name,
        column.name.replaceAll('_', ' '),
        ...(column.stats.top ?? []).map(({ value }) => value),
      ]),
    ]),
  ]
  const said = [
    story.title,
    story.subtitle,
    ...story.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
    ...story.charts.flatMap(({ alt, spec }) => [
      alt,
      spec.title,
      spec.subtitle,
      spec.x.label,
      spec.y.label,
      spec.annotation?.text ?? '',
      spec.reference?.label ?? '',
      spec.overlay?.label ?? '',
      spec.interval?.label ?? '',
    ]),
    ...story.tables.flatMap(({ notes }) => notes),
    ...[...story.findings, ...story.facts, ...story.leads, ...story.quality].flatMap(({ caveats }) => caveats),
  ].join('\n')
  return names
    .toSorted((left, right) => right.length - left.length)
    .reduce((text, name) => text.replaceAll(wholeWord(name), ' '), said)
}

function wholeWord(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
}

/** Sums over threads differ in their last digits: of what is drawn, nine are compared. */
function drawnAlike({ charts, ...story }: Story): unknown {
  const digits = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)
  return {
    ...story,
    charts: charts.map(({ data, ...chart }) => ({
      ...chart,
      data: { ...data, rows: data.rows.map((row) => row.map(digits)) },
    })),
  }
}

describe.each(samples)('%s', (name) => {
  it('told in German is verified in every number and has no English left; told back it is the same story', async () => {
    await withStoryOf(name, async (told) => {
      const german = await toldIn('de', told)
      expect(german.language).toBe('de')
      expect(german.title).not.toBe(told.story.title)
      expect(german.sections.map(({ role }) => role)).toEqual(told.story.sections.map(({ role }) => role))
      expect(german.charts.map(({ id }) => id)).toEqual(told.story.charts.map(({ id }) => id))
      expect(german.findings.map(({ id }) => id)).toEqual(told.story.findings.map(({ id }) => id))
      expect(englishIn(wordsOf(german)), wordsOf(german)).toEqual([])
      const verified = await verify(
        {
          convertDir: told.convertDir,
          tables: german.tables,
          insights: [...german.findings, ...german.facts, ...german.leads, ...german.quality],
          sections: german.sections,
          language: 'de',
        },
        // The program's own language is another: the story's counts.
        detachedContext(),
      )
      expect(verified.failed).toEqual([])
      expect(verified.matched).toBe(verified.numbers)
      expect(verified.numbers).toBeGreaterThan(0)
      expect(drawnAlike(await toldIn('en', { ...told, story: german }))).toEqual(drawnAlike(told.story))
    })
  })
})

describe('a story told in German from the first', () => {
  it('says so, and is the one that it becomes when told again', async () => {
    await withStoryOf('harbour-cafe-sales.csv', async (told) => {
      const speaking = { ...detachedContext(), texts: textsIn('de') }
      const again = await toldIn('de', told, speaking)
      const back = await toldIn('de', { ...told, story: await toldIn('en', { ...told, story: again }) })
      expect(drawnAlike(back)).toEqual(drawnAlike(again))
    })
  })
})
