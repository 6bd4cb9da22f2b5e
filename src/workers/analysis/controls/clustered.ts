/** Comparisons whose rows repeat each other within a key (customer, patient): an interval over rows would be too narrow. */
import type { Artefacts } from '../artefacts.ts'
import { alikeWithin, repeatedKeys } from '../repeated-keys.ts'
import type { TableSchema } from '../schema.ts'
import type { Pair } from './candidates.ts'
import { mostLevels } from './control.ts'

/** Whether both sides of a pair are fixed or alike within some key; keys of few values are held as controls instead. */
export async function clusteredPairs(schema: TableSchema, artefacts: Artefacts): Promise<(pair: Pair) => boolean> {
  const keys = (await repeatedKeys(schema, artefacts)).filter(({ profile }) => profile.column.distinct > mostLevels)
  const clusters = await Promise.all(
    keys.map(async ({ profile, fixes }) => ({ fixes, alike: await alikeWithin(schema, artefacts, profile) })),
  )
  return (pair) => clusters.some((cluster) => isWithin(cluster, pair))
}

interface Cluster {
  /** Names of the dimensions that have one value for each key, and of the measures that are alike within it. */
  readonly fixes: ReadonlySet<string>
  readonly alike: ReadonlySet<string>
}

function isWithin({ fixes, alike }: Cluster, pair: Pair): boolean {
  switch (pair.kind) {
    case 'means':
      return fixes.has(pair.dimension.column.name) && alike.has(pair.measure.column.name)
    case 'rates':
      return fixes.has(pair.dimension.column.name)
    case 'ranks':
      return alike.has(pair.first.column.name) && alike.has(pair.second.column.name)
  }
}
