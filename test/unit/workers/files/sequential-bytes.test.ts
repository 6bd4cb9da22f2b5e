import { open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EndOfBytesError, SequentialBytes } from '../../../../src/workers/files/sequential-bytes.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'

/** Every byte is its place, modulo 251. */
async function withBytes(length: number, work: (bytes: SequentialBytes) => Promise<void>, from = 0): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'bytes')
    await writeFile(file, Buffer.from(Array.from({ length }, (_, index) => index % 251)))
    const handle = await open(file)
    try {
      await work(new SequentialBytes(handle, from))
    } finally {
      await handle.close()
    }
  })
}

describe('bytes taken one after another', () => {
  it('are those of the file, whatever the pieces, and what was skipped is left out', () =>
    withBytes(600_000, async (bytes) => {
      expect([...(await bytes.take(3))]).toEqual([0, 1, 2])
      bytes.skip(5)
      expect([...(await bytes.take(1))]).toEqual([8])
      bytes.skip(400_000)
      expect(bytes.position).toBe(400_009)
      const piece = await bytes.take(100_000)
      expect([piece[0], piece.at(-1)]).toEqual([400_009 % 251, 500_008 % 251])
      expect(bytes.position).toBe(500_009)
    }))

  it('begin where they are asked to', () =>
    withBytes(
      1_000,
      async (bytes) => {
        expect([...(await bytes.take(2))]).toEqual([200, 201])
      },
      200,
    ))

  it('that are not there are an end, and what is there is not taken', () =>
    withBytes(10, async (bytes) => {
      await expect(bytes.take(11)).rejects.toThrow(EndOfBytesError)
      expect((await bytes.take(0)).length).toBe(0)
    }))
})
