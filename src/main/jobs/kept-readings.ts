/** What a person said of how a source is to be read, kept with the shape of the source: next month's file is read alike. */
import type { StageOutput } from '../../shared/contract/stages.ts'
import type { JobOptions } from '../../shared/job/job.ts'
import { type ReadingOptions, readingOptionsSchema } from '../../shared/story/reading.ts'
import type { Library } from '../store/library.ts'
import { deleteSetting, hasSettings, readSetting, writeSetting } from '../store/settings.ts'

const prefix = 'reading.'

export interface KeptReading {
  readonly reading: ReadingOptions
  /** The name of the source it was said of. */
  readonly from: string
}

type Told = Pick<JobOptions, 'reading'>
type Shaped = Pick<StageOutput<'import'>, 'shape'>

/** Whether shapes are worth looking at: something is kept, or will be. */
export function needsShape(library: Library, told: ReadingOptions | undefined): boolean {
  return told !== undefined || hasSettings(library, prefix)
}

/** Null where something is told of this source itself, and where nothing is kept for its shape or understood any more. */
export function keptFor(library: Library, { reading: told }: Told, { shape }: Shaped): KeptReading | null {
  if (told !== undefined || shape === undefined) return null
  const stored = readSetting(library, prefix + shape)
  if (typeof stored !== 'object' || stored === null || !('reading' in stored) || !('from' in stored)) return null
  const reading = readingOptionsSchema.safeParse(stored.reading)
  return reading.success && typeof stored.from === 'string' ? { reading: reading.data, from: stored.from } : null
}

/** Keeps what was told once the source could be read by it, in the place of what was kept; or forgets that. */
export function keepReading(library: Library, { reading }: Told, { shape }: Shaped, from: string): void {
  if (reading === undefined || shape === undefined) return
  const { forget = false, ...told } = reading
  if (Object.keys(told).length > 0) writeSetting(library, prefix + shape, { reading: told, from })
  else if (forget) deleteSetting(library, prefix + shape)
}
