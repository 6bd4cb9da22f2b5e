/** Tables with one pattern planted in noise, from a seed: what should be said of them, and whether anything should. */
import { seededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'
import { inDistributions } from './distributions.ts'
import { amongGroups } from './groups.ts'
import { overTime } from './over-time.ts'
import type { Noise, PlantedKind, PlantedTable } from './plant.ts'
import { inQuality } from './quality.ts'
import { betweenColumns } from './relations.ts'

export const planted = {
  ...amongGroups,
  ...betweenColumns,
  ...inDistributions,
  ...overTime,
  ...inQuality,
} as const satisfies Record<string, PlantedKind>

export type PlantedName = keyof typeof planted

/** The `repeat`-th table of its kind, size, effect and noise: the same for the same `seed`. */
export function plantedTable(
  name: PlantedName,
  effect: number,
  n: number,
  noise: Noise,
  repeat: number,
  seed: number,
): PlantedTable {
  const key = [...`${name}/${effect}/${n}/${noise}/${repeat}`].reduce(
    (sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0,
    seed,
  )
  const kind: PlantedKind = planted[name]
  return kind.plant(seededRandom(key), effect, n, noise)
}
