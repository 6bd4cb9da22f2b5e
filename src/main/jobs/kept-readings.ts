/** What a person said of how a source is to be read, kept with the shape of the source: next month's file is read alike. */
import type { StageOutput } from '../../shared/contract/stages.ts'
import type { JobOptions } from '../../shared/job/job.ts'
import { type KeptReading, keptReadingSchema, type ReadingOptions } from '../../shared/story/reading.ts'
import type { Library } from '../store/library.ts'
import { deleteSetting, hasSettings, readSetting, selectSettings, writeSetting } from '../store/settings.ts'

const prefix = 'reading.'

type Told = Pick<JobOptions, 'reading'>
type Shaped = Pick<StageOutput<'import'>, 'shape'>

/** Whether shapes are worth looking at: something is kept, or will be. */
export function needsShape(library: Library, told: ReadingOptions | undefined): boolean {
  return told !== undefined || hasSettings(library, prefix)
}

/** Null where something is told of this source itself, and where nothing is kept for its shape or understood any more. */
export function keptFor(library: Library, { reading: told }: Told, { shape }: Shaped): KeptReading | null {
  if (told !== undefined || shape === undefined) return null
  return keptReadingSchema.safeParse(readSetting(library, prefix + shape)).data ?? null
}

/** Keeps what was told once the source could be read by it, in the place of what was kept; or forgets that. */
export function keepReading(library: Library, { reading }: Told, { shape }: Shaped, from: string): void {
  if (reading === undefined || shape === undefined) return
  const { forget = false, ...told } = reading
  if (Object.keys(told).length > 0) writeSetting(library, prefix + shape, { reading: told, from })
  else if (forget) deleteSetting(library, prefix + shape)
}

/** By the shape it is kept for. */
interface ShapedReading extends KeptReading {
  readonly shape: string
}

/** All that is kept and understood, by the names of their sources. */
export function listReadings(library: Library): ShapedReading[] {
  return selectSettings(library, prefix)
    .flatMap(({ key, value }) => {
      const kept = keptReadingSchema.safeParse(value)
      return kept.success ? [{ ...kept.data, shape: key.slice(prefix.length) }] : []
    })
    .toSorted((left, right) => left.from.localeCompare(right.from))
}

/** The next source of that shape is read by its own judgement again. */
export function forgetReading(library: Library, shape: string): void {
  deleteSetting(library, prefix + shape)
}
