/** Files damaged on purpose, the same way for the same seed. */
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { type SeededRandom, seededRandom } from '../../../src/workers/analysis/statistics/seeded-random.ts'
import { withArchive } from '../../../src/workers/files/archive.ts'
import { writeZip } from '../workbook.ts'

export interface Mutation {
  readonly name: string
  readonly apply: (bytes: Buffer, random: SeededRandom) => Buffer
}

const place = (bytes: Buffer, random: SeededRandom): number => Math.floor(random.uniform() * bytes.length)

function flip(share: (length: number) => number): Mutation['apply'] {
  return (bytes, random) => {
    const damaged = Buffer.from(bytes)
    for (let count = share(bytes.length); count > 0; count -= 1) {
      const at = place(damaged, random)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random.uniform() * 8))
    }
    return damaged
  }
}

/** Of the file as it lies on the disk. */
export const mutations: readonly Mutation[] = [
  { name: 'cut', apply: (bytes, random) => bytes.subarray(0, place(bytes, random)) },
  { name: 'without its end', apply: (bytes) => bytes.subarray(0, Math.max(0, bytes.length - 64)) },
  { name: 'ten bits turned', apply: flip(() => 10) },
  { name: 'one byte in a hundred damaged', apply: flip((length) => Math.ceil(length / 100)) },
  {
    name: 'a block of zeros',
    apply: (bytes, random) => {
      const damaged = Buffer.from(bytes)
      const at = place(bytes, random)
      return damaged.fill(0, at, Math.min(bytes.length, at + 1024))
    },
  },
  {
    name: 'a block twice',
    apply: (bytes, random) => {
      const [one, other] = [place(bytes, random), place(bytes, random)]
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
    },
  },
  {
    name: 'numbers made huge',
    // Lengths, counts and references, as formats of text write them.
    apply: (bytes, random) =>
      Buffer.from(
        bytes
          .toString('latin1')
          .replace(/\d+/gu, (digits) => (random.uniform() < 0.02 ? '9'.repeat(digits.length + 1) : digits)),
        'latin1',
      ),
  },
]

/** A package whose parts are damaged while the archive around them is sound: checksums hold. */
export async function writeDamagedPackage(
  from: string,
  to: string,
  mutation: Mutation,
  random: SeededRandom,
): Promise<boolean> {
  try {
    const parts = await withArchive(from, async (archive) => {
      const read: Record<string, Buffer> = {}
      for (const name of archive.names.filter((one) => !one.endsWith('/'))) {
        const bytes = await archive.read(name, 32 * 1024 * 1024)
        const isText = /\.(?:xml|rels)$/iu.test(name) && bytes.length > 0
        read[name] = isText && random.uniform() < 0.5 ? mutation.apply(bytes, random) : bytes
      }
      return read
    })
    await writeZip(to, parts)
    return true
  } catch (error) {
    // It is no sound package to begin with, or has names no archive is to be written with.
    if (error instanceof StoryglassError || error instanceof Error) return false
    throw error
  }
}

export function randomOf(seed: number, name: string): SeededRandom {
  let state = seed
  for (const character of name) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) | 0
  return seededRandom(state)
}
