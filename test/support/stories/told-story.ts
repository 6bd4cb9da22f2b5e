/** A story told by the real stages from a table that a query makes, while its stored table is still there. */
import type { StageInput } from '../../../src/shared/contract/stages.ts'
import { composeStory } from '../../../src/shared/story/compose.ts'
import type { Focus } from '../../../src/shared/story/focus.ts'
import type { Story, Verification } from '../../../src/shared/story/story.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import type { StoredTables } from '../../../src/workers/source/duckdb/stored-tables.ts'
import { analyze } from '../../../src/workers/stages/analyze.ts'
import { narrate } from '../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../src/workers/stages/visualize.ts'
import { verify } from '../../../src/workers/story/verify/verify.ts'
import { withStoredTable } from './stored-table.ts'

export interface ToldStory {
  readonly story: Story
  readonly verified: Verification
  readonly stored: StoredTables
}

interface Told {
  readonly name?: string
  /** What a person asked for. */
  readonly focus?: Focus
  /** Alters what is analysed before it is told. */
  readonly change?: (stage: StageInput<'narrate'>) => void
}

export async function withToldStory<Result>(
  sql: string,
  use: (told: ToldStory) => Promise<Result>,
  { name = 'orders', focus, change = () => undefined }: Told = {},
): Promise<Result> {
  return withStoredTable(name, sql, async ({ convertDir, table }) => {
    const context = detachedContext()
    const source = { path: `/nowhere/${name}.csv`, name: `${name}.csv`, bytes: 1234 }
    const input = { source, convertDir, outputDir: convertDir, seed: 1 }
    const asked = focus === undefined ? {} : { focus }
    const analysis = await analyze({ ...input, tables: [table], depth: 'standard', ...asked }, context)
    const stage = { ...input, analysis }
    change(stage)
    const narrative = await narrate(stage, context)
    const visuals = await visualize({ ...stage, narrative }, context)
    const verified = await verify(
      { convertDir, tables: analysis.tables, insights: narrative.insights, sections: visuals.sections },
      context,
    )
    const story: Story = composeStory({
      id: 'story-1',
      createdAt: '2026-01-02T03:04:05.000Z',
      engineVersion: '0.1.0',
      seed: 1,
      source: { name: source.name, bytes: source.bytes, sha256: 'ab'.repeat(32), kind: 'csv' },
      analysis,
      narrative,
      visuals,
      timings: { import: 1, convert: 1, analyze: 1, narrate: 1, visualize: 1 },
      verified,
    })
    return use({ story, verified, stored: { convertDir, tables: analysis.tables } })
  })
}

/** The same for several tests: held from `begin` (in `beforeAll`) to `end` (in `afterAll`). */
export function heldStory(sql: string): { begin(): Promise<ToldStory>; end(): Promise<void> } {
  const over = Promise.withResolvers<void>()
  let whole: Promise<void> = Promise.resolve()
  return {
    begin: () =>
      new Promise((resolve, reject) => {
        whole = withToldStory(sql, (told) => {
          resolve(told)
          return over.promise
        })
        whole.catch(reject)
      }),
    async end() {
      over.resolve()
      await whole
    },
  }
}
