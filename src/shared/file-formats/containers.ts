/**
 * Kinds of file that only wrap others: they are unpacked, and what is inside is read as if it had been given itself.
 * How each is told and unpacked is in `src/workers/files/containers`.
 */

interface Container {
  /** Without an article, as in lists of what is read. */
  readonly name: string
  /** In lower case, without the dot, the usual one first. */
  readonly endings: readonly [string, ...string[]]
  /** What the ending stands for once it is taken off: `.tgz` is a `.tar` inside. */
  readonly unwrapped?: Readonly<Record<string, string>>
  /** MIME types, the usual one first. */
  readonly types: readonly [string, ...string[]]
}

export const containers = {
  zip: { name: 'zip', endings: ['zip'], types: ['application/zip', 'application/x-zip-compressed'] },
  gzip: {
    name: 'gzip',
    endings: ['gz', 'tgz'],
    unwrapped: { tgz: 'tar' },
    types: ['application/gzip', 'application/x-gzip'],
  },
  zstd: { name: 'zstd', endings: ['zst', 'tzst'], unwrapped: { tzst: 'tar' }, types: ['application/zstd'] },
  bzip2: {
    name: 'bzip2',
    endings: ['bz2', 'tbz2', 'tbz'],
    unwrapped: { tbz2: 'tar', tbz: 'tar' },
    types: ['application/x-bzip2'],
  },
  tar: { name: 'tar', endings: ['tar'], types: ['application/x-tar'] },
} as const satisfies Record<string, Container>

export type ContainerId = keyof typeof containers

const all: readonly Container[] = Object.values<Container>(containers)

/** Every ending a wrapped file may have, in lower case, without the dot. */
export const containerEndings: readonly string[] = all.flatMap(({ endings }) => endings)

export const containerTypes: readonly string[] = all.flatMap(({ types }) => types)

/** The name of what is inside, as far as the name outside tells: `sales.csv` of `sales.csv.gz`. */
export function nameInside(name: string): string {
  const [, stem = '', ending = ''] = /^(.+)\.([^.]+)$/u.exec(name) ?? []
  const lower = ending.toLowerCase()
  const container = all.find(({ endings }) => endings.includes(lower))
  if (container === undefined) return name
  const within = container.unwrapped?.[lower]
  return within === undefined ? stem : `${stem}.${within}`
}
