/**
 * Which files of a watched place are new versions, whole: their size and time of change have rested for a while, and are
 * not those of the version known. By what was seen, never by the clock of the disk they lie on, which may be another's, and
 * in a time that never jumps. Pure.
 */

export interface Sighting {
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly bytes: number
  /** Milliseconds since 1970, with the file system's fraction. */
  readonly modifiedAtMs: number
}

export type Version = Pick<Sighting, 'bytes' | 'modifiedAtMs'>

export interface Rest extends Version {
  /** Since when it has looked like this, ms of a clock that never jumps. */
  readonly sinceMs: number
}

export interface Looked {
  /** By name: what is on its way to be a new version. */
  readonly resting: ReadonlyMap<string, Rest>
  /** Those that have rested longest first: one that could not be opened and rests again comes after the others. */
  readonly ready: readonly Sighting[]
}

export function lookAt(
  sightings: readonly Sighting[],
  known: ReadonlyMap<string, Version>,
  before: ReadonlyMap<string, Rest>,
  { nowMs, restMs }: { readonly nowMs: number; readonly restMs: number },
): Looked {
  const resting = new Map<string, Rest>()
  const ready: { readonly sighting: Sighting; readonly sinceMs: number }[] = []
  for (const sighting of sightings) {
    const { name, bytes } = sighting
    const own = known.get(name)
    // An empty file is one that is about to be written.
    if (bytes === 0 || (own !== undefined && isSame(own, sighting))) continue
    const earlier = before.get(name)
    const rest =
      earlier !== undefined && isSame(earlier, sighting) ? earlier : { ...versionOf(sighting), sinceMs: nowMs }
    resting.set(name, rest)
    if (nowMs - rest.sinceMs >= restMs) ready.push({ sighting, sinceMs: rest.sinceMs })
  }
  ready.sort((one, other) => one.sinceMs - other.sinceMs)
  return { resting, ready: ready.map(({ sighting }) => sighting) }
}

export function versionOf({ bytes, modifiedAtMs }: Version): Version {
  return { bytes, modifiedAtMs }
}

function isSame(one: Version, other: Version): boolean {
  return one.bytes === other.bytes && one.modifiedAtMs === other.modifiedAtMs
}
