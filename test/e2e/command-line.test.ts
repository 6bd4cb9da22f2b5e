/** The command line as scripts use it: what it promises, on real tables that are not ours. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Story, storySchema } from '../../src/shared/story/story.ts'
import { projectRoot, storyglass } from '../support/command-line.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const vega = (name: string): string => path.join(projectRoot, 'node_modules/vega-datasets/data', name)

/** Twelve tables of different size and shape, all with something true to say. */
const tables = [
  'airports.csv',
  'birdstrikes.csv',
  'co2-concentration.csv',
  'disasters.csv',
  'gapminder-health-income.csv',
  'github.csv',
  'iowa-electricity.csv',
  'seattle-weather.csv',
  'seattle-weather-hourly-normals.csv',
  'sp500.csv',
  'stocks.csv',
  'weather.csv',
]

function insightsOf(story: Story): Story['findings'] {
  return [...story.findings, ...story.facts, ...story.leads, ...story.quality]
}

describe('storyglass tell', () => {
  it('tells twelve real tables as valid stories, each number of which is verified', async () => {
    await withTemporaryFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      const told = await storyglass(
        ['tell', ...tables.map(vega), '--format', 'json', '--quiet', '--data-dir', dataDir],
        { timeoutMs: 170_000 },
      )
      expect(told.stderr).toBe('')
      expect(told.status).toBe(0)
      const lines = told.stdout.trimEnd().split('\n')
      expect(lines).toHaveLength(tables.length)
      for (const [index, line] of lines.entries()) {
        const story = storySchema.parse(JSON.parse(line))
        expect(story.source.name).toBe(tables[index])
        expect(insightsOf(story).length, story.source.name).toBeGreaterThanOrEqual(1)
        const file = path.join(folder, `${index}.json`)
        writeFileSync(file, line)
        const verified = await storyglass(['verify', file, '--format', 'json', '--data-dir', dataDir])
        const { numbers, matched, failed } = JSON.parse(verified.stdout)
        expect(failed, story.source.name).toEqual([])
        expect(numbers, story.source.name).toBeGreaterThan(0)
        expect(matched).toBe(numbers)
        expect(verified.status).toBe(0)
      }
    })
  })

  it('notices a number that was changed after the story was told', async () => {
    await withTemporaryFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      const told = await storyglass(['tell', vega('seattle-weather.csv'), '--format', 'json', '--data-dir', dataDir])
      const story = storySchema.parse(JSON.parse(told.stdout))
      const [insight] = insightsOf(story)
      const [name, value] =
        Object.entries(insight?.evidence.values ?? {}).find((entry) => typeof entry[1] === 'number') ?? []
      if (!insight || !name) throw new Error('no insight with a number')
      insight.evidence.values[name] = Number(value) * 1.01 + 1
      const file = path.join(folder, 'changed.json')
      writeFileSync(file, JSON.stringify(story))
      const verified = await storyglass(['verify', file, '--format', 'json', '--data-dir', dataDir])
      expect(JSON.parse(verified.stdout).failed).toEqual(
        expect.arrayContaining([expect.objectContaining({ insight: insight.id, name })]),
      )
      expect(verified.status).not.toBe(0)
    })
  })

  it('gives the same story for the same bytes and seed, but for its id, date and timings', async () => {
    await withTemporaryFolder(async (folder) => {
      const stories: unknown[] = []
      for (const run of ['a', 'b']) {
        const told = await storyglass([
          'tell',
          vega('seattle-weather.csv'),
          '--format',
          'json',
          '--seed',
          '5',
          '--data-dir',
          path.join(folder, run),
        ])
        const { id: _id, createdAt: _createdAt, timings: _timings, ...rest } = JSON.parse(told.stdout)
        stories.push(rest)
      }
      expect(stories[0]).toEqual(stories[1])
    })
  })

  it('writes a page that stands on its own', async () => {
    await withTemporaryFolder(async (folder) => {
      const page = path.join(folder, 'story.html')
      const told = await storyglass([
        'tell',
        vega('seattle-weather.csv'),
        '--format',
        'html',
        '--out',
        page,
        '--data-dir',
        path.join(folder, 'data'),
      ])
      expect(told.status).toBe(0)
      const html = readFileSync(page, 'utf8')
      expect(html).toMatch(/^<!doctype html>/i)
      expect(html).not.toMatch(/<script|src="http|href="http/i)
    })
  })
})

describe('bad input on the command line', () => {
  const bad: [string, (folder: string) => string][] = [
    ['an empty file', (folder) => write(folder, 'empty.csv', '')],
    ['a header without rows', (folder) => write(folder, 'header.csv', 'a,b,c\n')],
    [
      'a picture named .csv',
      (folder) => write(folder, 'p.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    ],
    [
      'a zip that is no workbook',
      (folder) => write(folder, 'z.xlsx', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')),
    ],
    ['a missing file', (folder) => path.join(folder, 'missing.csv')],
    ['a folder', (folder) => folder],
  ]
  const write = (folder: string, name: string, content: string | Buffer): string => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }

  it('ends in its code, a sentence and a hint, whatever is bad, and the next file is told', async () => {
    await withTemporaryFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      for (const [what, make] of bad) {
        const told = await storyglass(['tell', make(folder), '--format', 'json', '--data-dir', dataDir])
        const { error } = JSON.parse(told.stdout)
        expect(error.code, what).toBe('PREPROCESSING_ERROR')
        expect(error.message, what).toMatch(/\.$/)
        expect(error.hint.length, what).toBeGreaterThan(10)
        expect(told.status, what).toBe(3)
      }
      const next = await storyglass(['tell', vega('seattle-weather.csv'), '--format', 'json', '--data-dir', dataDir])
      expect(next.status).toBe(0)
    })
  })

  it('says it in words without --format json, and shows no stack', async () => {
    await withTemporaryFolder(async (folder) => {
      const told = await storyglass(['tell', path.join(folder, 'missing.csv'), '--data-dir', path.join(folder, 'data')])
      expect(told.status).toBe(3)
      expect(told.stdout).toBe('')
      expect(told.stderr).toContain('missing.csv')
      expect(told.stderr).not.toMatch(/\n\s+at /)
    })
  })

  it('answers an unknown option with usage and 2', async () => {
    expect((await storyglass(['tell', '--no-such-option'])).status).toBe(2)
  })
})
