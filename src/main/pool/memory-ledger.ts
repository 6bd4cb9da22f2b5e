/**
 * What the hosts take of the memory, and which of them has to go when it is too much. Hosts that work on one source
 * share what that source is given.
 */
export interface LedgerHost {
  /** As last measured. */
  readonly residentBytes: number
  /** Of those, what all hosts hold once: the program and its libraries. */
  readonly sharedBytes: number
  /** Null while it waits for work. */
  readonly work: {
    /** Work of the same key shares its memory. */
    readonly sourceKey: string
    /** Of the engine and all hosts on that source. */
    readonly memoryBytes: number
  } | null
}

/** Hosts are left at least this much, however much the engine itself takes. */
export const leastHostBytes = 320 * 1024 * 1024

/** What hosts on one source may take together. `engineBytes`: what the engine's own process takes. */
export function hostsShare(memoryBytes: number, engineBytes: number): number {
  return Math.max(leastHostBytes, memoryBytes - engineBytes)
}

export type Verdict<Host> =
  | { readonly is: 'within' }
  /** Hosts without work are ended first: they cost nobody anything. */
  | { readonly is: 'crowded'; readonly idle: readonly Host[] }
  | { readonly is: 'over'; readonly host: Host; readonly takenBytes: number; readonly shareBytes: number }

/** Looks at the hosts on the source of `grown`, one of `hosts` that has work, after it was measured. */
export function judgeMemory<Host extends LedgerHost>(
  hosts: Iterable<Host>,
  grown: Host,
  engineBytes: number,
): Verdict<Host> {
  const { work } = grown
  if (work === null) return { is: 'within' }
  const all = [...hosts]
  const together = all.filter((host) => host.work?.sourceKey === work.sourceKey)
  const idle = all.filter((host) => host.work === null)
  const taken = bytesOf(together)
  const share = hostsShare(work.memoryBytes, engineBytes)
  if (taken > share) {
    const host = together.reduce((most, one) => (one.residentBytes > most.residentBytes ? one : most))
    return { is: 'over', host, takenBytes: taken, shareBytes: share }
  }
  if (idle.length > 0 && bytesOf([...together, ...idle]) > share) return { is: 'crowded', idle }
  return { is: 'within' }
}

/** Their own memory, and what they share once. */
function bytesOf(hosts: readonly LedgerHost[]): number {
  const own = hosts.reduce((sum, { residentBytes, sharedBytes }) => sum + residentBytes - sharedBytes, 0)
  return own + hosts.reduce((most, { sharedBytes }) => Math.max(most, sharedBytes), 0)
}
