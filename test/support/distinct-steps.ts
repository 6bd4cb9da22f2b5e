/** What progress says that is new: work that takes long says the same again, as a sign of life. */
import type { Progress } from '../../src/shared/job/stage.ts'

export function distinctSteps(
  heard: readonly Progress[],
): readonly (readonly [number, number | null, string | null])[] {
  return heard
    .map(({ done, total, unit }) => [done, total, unit] as const)
    .filter((step, index, all) => step.join() !== all[index - 1]?.join())
}
