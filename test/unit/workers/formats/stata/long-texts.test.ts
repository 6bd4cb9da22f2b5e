/** Long texts, each where its release has it. */
import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SequentialBytes } from '../../../../../src/workers/files/sequential-bytes.ts'
import { Binary } from '../../../../../src/workers/formats/stata/binary.ts'
import type { Layout } from '../../../../../src/workers/formats/stata/layout.ts'
import { LongTexts } from '../../../../../src/workers/formats/stata/long-texts.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

/** A number of up to six bytes, or of eight. */
function unsigned(value: number, length: number, isLittleEndian: boolean): Buffer {
  const bytes = Buffer.alloc(length)
  const from = isLittleEndian ? 0 : Math.max(0, length - 6)
  if (isLittleEndian) bytes.writeUIntLE(value, from, Math.min(6, length))
  else bytes.writeUIntBE(value, from, Math.min(6, length))
  return bytes
}

const asText = 130
const asBytes = 129

describe.each([
  [117, 4, 4, 4],
  [118, 8, 2, 6],
  [119, 8, 3, 5],
  [120, 8, 2, 6],
  [121, 8, 3, 5],
])('long texts of release %i', (release, placeBytes, variableBytes, rowBytes) => {
  it.each([true, false])('with its low bytes first: %s', async (isLittleEndian) => {
    const layout: Layout = {
      ...{ release, binary: new Binary(isLittleEndian), variables: [], rows: 1, rowsAt: 0, longTextsAt: 0 },
      ...{ valueLabelsAt: 0, nameBytes: 33 },
    }
    const stored = (variable: number, row: number, type: number, text: string): Buffer =>
      Buffer.concat([
        Buffer.from('GSO'),
        ...[unsigned(variable, 4, isLittleEndian), unsigned(row, placeBytes, isLittleEndian), Buffer.from([type])],
        ...[unsigned(text.length, 4, isLittleEndian), Buffer.from(text)],
      ])
    const named = (variable: number, row: number): Buffer =>
      Buffer.concat([
        ...[Buffer.from([7]), unsigned(variable, variableBytes, isLittleEndian)],
        unsigned(row, rowBytes, isLittleEndian),
      ])
    const parts = [
      ...[stored(2, 1, asText, 'first\0'), stored(2, 300, asText, 'another\0 and what nobody reads')],
      ...[stored(3, 1, asBytes, 'bytes'), stored(300, 70_000, asText, 'far on'), Buffer.from('</strls>')],
    ]
    await withTemporaryFolder(async (folder) => {
      const name = path.join(folder, 'texts')
      writeFileSync(name, Buffer.concat(parts))
      const file = await open(name)
      try {
        const texts = await LongTexts.of(file.fd, new SequentialBytes(file), layout)
        const read = (variable: number, row: number): string | undefined =>
          texts.read(layout, named(variable, row), 1)?.toString()
        expect([read(2, 1), read(2, 300), read(300, 70_000)]).toEqual(['first', 'another', 'far on'])
        // What is no text, and what is nowhere: nothing.
        expect([read(3, 1), read(1, 2), read(0, 0)]).toEqual([undefined, undefined, undefined])
      } finally {
        await file.close()
      }
    })
  })
})
