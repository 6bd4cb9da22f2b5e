/** The shapes of the series of a table, each found once however many detectors ask. */
import type { WorkContext } from '../runtime/context.ts'
import type { Artefacts, Followed } from './artefacts.ts'
import { type SeriesShape, seriesShape } from './time/shape.ts'

/**
 * Values whose shape is looked for, over all series in their order: a panel of a dozen entities over a year of days,
 * with three measures. Bounds the work (about a second); beyond, a series has no shape.
 */
const mostValues = 12_000

/** Of the series at the grain that is read; null where a series is too short, or beyond what is looked at. */
export function shapesOf(
  artefacts: Artefacts,
  context: WorkContext,
): Promise<ReadonlyMap<Followed, SeriesShape | null>> {
  return artefacts.once('shapes', async () => {
    const shapes = new Map<Followed, SeriesShape | null>()
    let values = 0
    for (const followed of await artefacts.followed()) {
      values += followed.series.values.length
      const season = (await artefacts.season(followed)).found?.period ?? null
      shapes.set(followed, values > mostValues ? null : seriesShape(followed.series.values, season))
      await context.yieldToEventLoop()
    }
    return shapes
  })
}
