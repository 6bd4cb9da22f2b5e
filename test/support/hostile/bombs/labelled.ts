/** Hostile files of statistics programs: SPSS and Stata. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { spssFile } from '../../spss-file.ts'
import { type Bomb, megabyte, repeatedFile } from '../bomb.ts'

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures')
const wide = Array.from({ length: 100 }, (_, index) => ({ name: `V${index}`, width: 255 }))

/** A file packed by zlib, with blocks of bytecodes that each stand for eight spaces; `said`: bytes of each unpacked. */
function spacesPacked(file: string, blocks: number, said = 0x3ff000): void {
  const head = spssFile({ variables: wide, cases: [], casesSaid: -1 })
  head.write('$FL3', 0)
  head.writeInt32LE(2, 72)
  const block = deflateSync(Buffer.alloc(0x3ff000, 254))
  const packedBytes = blocks * block.length
  const listAt = head.length + 24 + packedBytes
  const places = Buffer.alloc(24)
  places.writeBigInt64LE(BigInt(head.length), 0)
  places.writeBigInt64LE(BigInt(listAt), 8)
  places.writeBigInt64LE(BigInt(24 + 24 * blocks), 16)
  const list = Buffer.alloc(24 + 24 * blocks)
  list.writeInt32LE(blocks, 20)
  for (let index = 0; index < blocks; index += 1) {
    list.writeInt32LE(said, 24 + 24 * index + 16)
    list.writeInt32LE(block.length, 24 + 24 * index + 20)
  }
  writeFileSync(file, Buffer.concat([head, places, ...Array.from({ length: blocks }, () => block), list]))
}

const changed =
  (kept: string, change: (bytes: Buffer) => void): Bomb['write'] =>
  (file) => {
    const bytes = readFileSync(path.join(fixtures, kept))
    change(bytes)
    writeFileSync(file, bytes)
  }

const variable = (name: string) => ({ name, width: 0 })
const dictionary = spssFile({ variables: [variable('A')], cases: [] })
/** Without the record that ends it. */
const openDictionary = dictionary.subarray(0, dictionary.length - 8)
const int32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value, 4 * index)
  return bytes
}

export const labelledBombs: readonly Bomb[] = [
  { name: 'spaces.zsav', write: (file) => spacesPacked(file, 3_000) },
  { name: 'spaces-that-lie.zsav', write: (file) => spacesPacked(file, 3_000, 10) },
  { name: 'as-many-spaces-as-may-be.zsav', write: (file) => spacesPacked(file, 7) },
  {
    name: 'cases-lie.sav',
    write: (file) =>
      writeFileSync(file, spssFile({ variables: [variable('A')], cases: [[1]], casesSaid: 2_147_483_647 })),
  },
  {
    name: 'variables-without-end.sav',
    write: repeatedFile(
      int32(2, 0, 0, 0, 0x50000, 0x50000, 0x20202041, 0x20202020),
      45 * megabyte,
      openDictionary.toString('latin1'),
    ),
  },
  {
    name: 'labels-without-end.sav',
    write: repeatedFile(
      int32(3, 1, 0, 0, 0x414101, 0x20202020, 4, 1, 1),
      45 * megabyte,
      openDictionary.toString('latin1'),
    ),
  },
  {
    name: 'record-of-two-gigabytes.sav',
    write: (file) => writeFileSync(file, Buffer.concat([openDictionary, int32(7, 13, 1, 2_000_000_000)])),
  },
  {
    name: 'rows-lie.dta',
    write: changed('stata/118-little.dta', (bytes) => bytes.writeBigUInt64LE(2n ** 60n, bytes.indexOf('<N>') + 3)),
  },
  {
    name: 'parts-before-the-file.dta',
    write: changed('stata/118-little.dta', (bytes) =>
      bytes.fill(0, bytes.indexOf('<map>') + 5, bytes.indexOf('</map>')),
    ),
  },
  {
    name: 'labels-of-four-gigabytes.dta',
    write: changed('stata/118-little.dta', (bytes) => bytes.writeUInt32LE(0xffffffff, bytes.indexOf('<lbl>') + 5)),
  },
  {
    name: 'long-text-of-four-gigabytes.dta',
    write: changed('stata/118-little.dta', (bytes) => bytes.writeUInt32LE(0xffffffff, bytes.indexOf('GSO') + 16)),
  },
]
