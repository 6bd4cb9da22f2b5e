/** A chart and its sentence say the same numbers: over the samples, and over the known files where they are at hand. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { analyze } from '../../../src/workers/stages/analyze.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { narrate } from '../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../src/workers/stages/visualize.ts'
import { verify } from '../../../src/workers/story/verify/verify.ts'
import { projectRoot } from '../../support/command-line.ts'
import { largeCorpus } from '../../support/corpora.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const samples = path.join(projectRoot, 'resources/samples')
const corpus = largeCorpus('stories')
const tables = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:csv|xlsx)$/.test(name))
    .map((name) => path.join(folder, name))
const files = [...tables(samples), ...(corpus === null ? [] : tables(path.join(corpus, 'known')))]

async function told(file: string) {
  return withTemporaryFolder(async (folder) => {
    const context = detachedContext()
    const source = { path: file, name: path.basename(file), bytes: 1 }
    const decision = await decideKind(source)
    if (decision.pipeline !== 'story') throw new Error(`${file} is read as a document`)
    const converted = await convert({ source, kind: decision.kind, sheet: null, outputDir: folder }, context)
    const input = { source, convertDir: folder, outputDir: folder, seed: 1 }
    const analysis = await analyze({ ...input, tables: converted.tables, depth: 'standard' }, context)
    const narrative = await narrate({ ...input, analysis }, context)
    const visuals = await visualize({ ...input, analysis, narrative }, context)
    const { charts, sections } = visuals
    const stored = { convertDir: folder, tables: analysis.tables, insights: narrative.insights }
    const without = await verify({ ...stored, sections }, context)
    const verified = await verify({ ...stored, sections, charts }, context)
    return { charts, dropped: visuals.dropped, verified, onCharts: verified.numbers - without.numbers }
  })
}

it.each(files.map((file) => [path.basename(file), file]))('in %s', async (_name, file) => {
  const { charts, dropped, verified, onCharts } = await told(file)
  expect(verified.failed).toEqual([])
  expect(dropped?.reasons.chart).toBeUndefined()
  expect(charts.length).toBeGreaterThan(0)
  expect(onCharts).toBeGreaterThan(charts.length)
})
