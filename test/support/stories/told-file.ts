/** The story of a file as the stages tell it, with its numbers verified again, those of its charts among them. */
import path from 'node:path'
import type { StageOutput } from '../../../src/shared/contract/stages.ts'
import type { Insight } from '../../../src/shared/story/insight.ts'
import type { Verification } from '../../../src/shared/story/story.ts'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { analyze } from '../../../src/workers/stages/analyze.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { narrate } from '../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../src/workers/stages/visualize.ts'
import { verify } from '../../../src/workers/story/verify/verify.ts'
import { withTemporaryFolder } from '../temporary.ts'

export interface ToldFile extends Pick<StageOutput<'visualize'>, 'charts' | 'dropped' | 'sections'> {
  readonly title: string
  readonly insights: readonly Insight[]
  readonly verified: Verification
  /** Numbers that are verified only where the charts are. */
  readonly onCharts: number
}

export async function toldFile(file: string): Promise<ToldFile> {
  return withTemporaryFolder(async (folder) => {
    const context = detachedContext()
    const source = { path: file, name: path.basename(file), bytes: 1 }
    const decision = await decideKind(source)
    if (decision.pipeline !== 'story') throw new Error(`${file} is read as a document`)
    const converted = await convert({ source, kind: decision.kind, sheet: null, outputDir: folder }, context)
    const input = { source, convertDir: folder, outputDir: folder, seed: 1 }
    const analysis = await analyze({ ...input, tables: converted.tables, depth: 'standard' }, context)
    const narrative = await narrate({ ...input, analysis }, context)
    const { charts, sections, dropped } = await visualize({ ...input, analysis, narrative }, context)
    const stored = { convertDir: folder, tables: analysis.tables, insights: narrative.insights }
    const without = await verify({ ...stored, sections }, context)
    const verified = await verify({ ...stored, sections, charts }, context)
    const { title, insights } = narrative
    return { title, insights, charts, sections, dropped, verified, onCharts: verified.numbers - without.numbers }
  })
}
