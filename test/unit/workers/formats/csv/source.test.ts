/** What is known of a CSV file before it is read: from its head, and from places further on. */
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTextSource } from '../../../../../src/workers/formats/csv/source.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

/** A number that a signed whole number of 32 bits cannot hold. */
const beyond32Bits = 2 ** 31

function lines(from: number, count: number): string {
  return Array.from({ length: count }, (_, at) => `${from + at},town ${from + at},${(from + at) * 3}\n`).join('')
}

/** Rows at both ends, and between them a hole of zero bytes that takes no room on the disk. */
function writeSparse(file: string, bytes: number): void {
  const end = lines(9_000_000, 5_000)
  const handle = openSync(file, 'w')
  try {
    writeSync(handle, `number,town,amount\n${lines(1, 100_000)}`)
    ftruncateSync(handle, bytes)
    writeSync(handle, `\n${end}`, bytes)
  } finally {
    closeSync(handle)
  }
}

describe('a file that is not held whole', () => {
  it.each([
    ['just below two gigabytes', beyond32Bits - 50_000_000],
    ['above two gigabytes', beyond32Bits + 50_000_000],
    ['above four gigabytes', 2 * beyond32Bits + 50_000_000],
  ])('is looked into at its end, %s', async (_size, bytes) => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'sparse.csv')
      writeSparse(file, bytes)
      const source = await openTextSource(file)
      expect(source.complete).toBe(false)
      expect(source.last).toEqual(['9004999', 'town 9004999', '27014997'])
      expect(source.elsewhere.length).toBeGreaterThan(50)
    })
  })
})
