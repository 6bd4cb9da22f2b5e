/** Files packed by somebody who means harm, and paths that lead to no file. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { paxRecord, type TarFile, tarOf } from '../../archives.ts'
import { writeZip } from '../../workbook.ts'
import { type Bomb, megabyte, series } from '../bomb.ts'

const sales = `day,amount\n${Array.from({ length: 40 }, (_, index) => `2024-01-${String((index % 28) + 1).padStart(2, '0')},${index * 3}`).join('\n')}\n`

interface RawEntry {
  readonly name: string
  readonly content?: Buffer
  /** Deflated, unless `stored`. */
  readonly stored?: boolean
  /** What the directory says, where that is not the truth. */
  readonly statedBytes?: number
  readonly flags?: number
  /** Attributes of a file on Unix: a link, for one. */
  readonly mode?: number
  /** Where the entry's own header is, by the directory. */
  readonly at?: number
}

/** A zip archive put together by hand, lies included. */
export function rawZip(
  entries: readonly RawEntry[],
  options: { readonly statedEntries?: number; readonly comment?: number } = {},
): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const {
    name,
    content = Buffer.alloc(0),
    stored = false,
    statedBytes,
    flags = 0,
    mode = 0,
    at: given,
  } of entries) {
    const data = stored ? content : deflateRawSync(content, { level: 9 })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(statedBytes ?? content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      fields,
      Buffer.from(name),
      given === undefined ? data : Buffer.alloc(0),
    ])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(given ?? at, 10)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 3]),
        fields,
        tail.subarray(0, 14),
        Buffer.from(name),
      ]),
    )
    if (given !== undefined) continue
    locals.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  const count = Math.min(65_535, options.statedEntries ?? entries.length)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(options.comment ?? 0, 20)
  return Buffer.concat([...locals, list, end])
}

const zip =
  (entries: () => readonly RawEntry[], options?: Parameters<typeof rawZip>[1]): Bomb['write'] =>
  (file) =>
    writeFileSync(file, rawZip(entries(), options))
const csv = (name: string, more: Partial<RawEntry> = {}): RawEntry => ({ name, content: Buffer.from(sales), ...more })
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * megabyte, 0x30)
const tar =
  (files: () => readonly TarFile[]): Bomb['write'] =>
  (file) =>
    writeFileSync(file, tarOf(files()))
const packed =
  (bytes: () => Buffer): Bomb['write'] =>
  (file) =>
    writeFileSync(file, bytes())

/** `levels` archives, one within the other, the innermost a table. */
async function nested(file: string, levels: number): Promise<void> {
  let content: Buffer = Buffer.from(sales)
  let name = 'sales.csv'
  for (let level = 0; level < levels; level += 1) {
    content = rawZip([{ name, content }])
    name = `${level}.zip`
  }
  writeFileSync(file, content)
}

/** Packs with a program of the system; a file of a few bytes of that kind where there is none. */
function packedBy(program: string, bytes: () => Buffer): Bomb['write'] {
  return (file) => {
    const { stdout, status } = spawnSync(program, ['-c'], { input: bytes(), maxBuffer: 64 * megabyte })
    writeFileSync(file, status === 0 ? stdout : Buffer.from('425a6839', 'hex'))
  }
}

const zipBombs: readonly Bomb[] = [
  { name: 'thousandfold.zip', write: zip(() => [{ name: 'a.csv', content: zeros(300) }]) },
  {
    name: 'thousandfold-in-many.zip',
    write: zip(() => Array.from({ length: 100 }, (_, index) => ({ name: `a${index}.csv`, content: zeros(4) }))),
  },
  {
    name: 'one-for-all.zip',
    write: zip(() => [
      { name: 'a.csv', content: zeros(30) },
      ...Array.from({ length: 1_900 }, (_, index) => ({
        name: `b${index}.csv`,
        content: Buffer.alloc(0),
        statedBytes: 30 * megabyte,
        at: 0,
      })),
    ]),
  },
  { name: 'nested-10.zip', write: (file) => nested(file, 10) },
  { name: 'nested-300.zip', write: (file) => nested(file, 300) },
  {
    name: 'sixty-thousand-entries.zip',
    write: zip(() =>
      Array.from({ length: 60_000 }, (_, index) => ({
        name: `d/${index}.csv`,
        content: Buffer.from('a\n1\n'),
        stored: true,
      })),
    ),
  },
  { name: 'same-name-again.zip', write: zip(() => Array.from({ length: 1_000 }, () => csv('a.csv'))) },
  {
    name: 'slip.zip',
    write: zip(() => [
      csv('../../../../tmp/storyglass-slipped.csv'),
      csv('..\\..\\slipped.csv'),
      csv('/etc/slipped.csv'),
      csv('C:\\slipped.csv'),
    ]),
  },
  {
    name: 'names-with-zeros.zip',
    write: zip(() => [
      csv('a\u0000.csv'),
      csv('b\u202evsc.csv'),
      csv(`${'n'.repeat(60_000)}.csv`),
      csv('con.csv'),
      csv('.'),
    ]),
  },
  {
    name: 'link.zip',
    write: zip(() => [{ name: 'a.csv', content: Buffer.from('/etc/passwd'), mode: 0o120_777 }, csv('b.csv')]),
  },
  { name: 'size-lie-small.zip', write: zip(() => [{ name: 'a.csv', content: zeros(200), statedBytes: 10 }]) },
  { name: 'size-lie-large.zip', write: zip(() => [csv('a.csv', { statedBytes: 0xfffffff0 })]) },
  { name: 'encrypted-by-a-lie.zip', write: zip(() => [csv('a.csv', { flags: 1 })]) },
  { name: 'count-lie.zip', write: zip(() => [csv('a.csv')], { statedEntries: 65_000 }) },
  { name: 'comment-lie.zip', write: zip(() => [csv('a.csv')], { comment: 65_535 }) },
  {
    name: 'folders.zip',
    write: zip(() => Array.from({ length: 15_000 }, (_, index) => ({ name: `${'d/'.repeat(40)}${index}/` }))),
  },
  {
    name: 'bomb-in-a-workbook.zip',
    write: async (file) => {
      const inner = `${file}.inner`
      await writeZip(inner, {
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': series(300, () => ' '.repeat(megabyte)),
      })
      const { readFileSync } = await import('node:fs')
      writeFileSync(file, rawZip([{ name: 'a.xlsx', content: readFileSync(inner), stored: true }]))
      rmSync(inner)
    },
  },
]

const tarBombs: readonly Bomb[] = [
  {
    name: 'links.tar',
    write: tar(() => [
      { name: 'a.csv', type: '2' },
      { name: 'b.csv', type: '1' },
      { name: 'c.csv', content: sales },
    ]),
  },
  {
    name: 'pipes-and-devices.tar',
    write: tar(() => [
      { name: 'a.csv', type: '6' },
      { name: 'b.csv', type: '3' },
      { name: 'c.csv', type: '4' },
      { name: 'd.csv', content: sales },
    ]),
  },
  {
    name: 'slip.tar',
    write: tar(() => [
      { name: '../../../../tmp/storyglass-slipped.csv', content: sales },
      { name: '/tmp/storyglass-slipped.csv', content: sales },
    ]),
  },
  { name: 'size-lie.tar', write: tar(() => [{ name: 'a.csv', content: sales, statedBytes: 8_000_000_000 }]) },
  {
    name: 'pax-size-lie.tar',
    write: tar(() => [
      { name: 'x', type: 'x', content: paxRecord('size', '99999999999999999999') },
      { name: 'a.csv', content: sales },
    ]),
  },
  {
    name: 'pax-records.tar',
    write: tar(() => [
      { name: 'x', type: 'x', content: paxRecord('comment', 'x'.repeat(20 * megabyte)) },
      { name: 'a.csv', content: sales },
    ]),
  },
  {
    name: 'pax-again.tar',
    write: tar(() => [
      ...Array.from({ length: 20_000 }, () => ({ name: 'x', type: 'x', content: paxRecord('path', 'y') })),
      { name: 'a.csv', content: sales },
    ]),
  },
  {
    name: 'names-long.tar',
    write: tar(() => [
      { name: 'x', type: 'L', content: 'n'.repeat(10 * megabyte) },
      { name: 'a.csv', content: sales },
    ]),
  },
  {
    name: 'entries.tar',
    write: tar(() => Array.from({ length: 30_000 }, (_, index) => ({ name: `${index}.csv`, content: 'a\n' }))),
  },
  {
    name: 'in-itself.tar',
    write: tar(() => [
      {
        name: 'a.tar',
        content: tarOf([
          {
            name: 'b.tar',
            content: tarOf([
              {
                name: 'c.tar',
                content: tarOf([{ name: 'd.tar', content: tarOf([{ name: 'e.csv', content: sales }]) }]),
              },
            ]),
          },
        ]),
      },
    ]),
  },
]

const streamBombs: readonly Bomb[] = [
  { name: 'thousandfold.csv.gz', write: packed(() => gzipSync(zeros(400), { level: 9 })) },
  {
    name: 'members.csv.gz',
    write: packed(() => Buffer.concat(Array.from({ length: 200_000 }, () => gzipSync('1,2\n')))),
  },
  {
    name: 'packed-in-packed.gz',
    write: packed(() => Array.from({ length: 12 }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from(sales))),
  },
  { name: 'bomb-in-bomb.gz', write: packed(() => gzipSync(gzipSync(zeros(400), { level: 9 }), { level: 9 })) },
  {
    name: 'name-in-the-header.csv.gz',
    write: packed(() =>
      Buffer.concat([
        Buffer.from('1f8b0808000000000003', 'hex'),
        Buffer.alloc(30 * megabyte, 0x61),
        Buffer.from([0]),
        gzipSync(sales).subarray(10),
      ]),
    ),
  },
  {
    name: 'cut.csv.gz',
    write: packed(() => {
      const whole = gzipSync(sales.repeat(500))
      return whole.subarray(0, whole.length - 200)
    }),
  },
  {
    name: 'tabs-thousandfold.tar.gz',
    write: packed(() => gzipSync(tarOf([{ name: 'a.csv', content: zeros(200) }]), { level: 9 })),
  },
  { name: 'thousandfold.csv.zst', write: packed(() => zstdCompressSync(zeros(400))) },
  {
    name: 'window-lie.csv.zst',
    write: packed(() => {
      const bytes = zstdCompressSync(sales.repeat(20))
      bytes[4] = 0x00
      bytes[5] = 0xff
      return bytes
    }),
  },
  {
    name: 'frames.csv.zst',
    write: packed(() => Buffer.concat(Array.from({ length: 100_000 }, () => zstdCompressSync('1,2\n')))),
  },
  {
    name: 'skipped-frames.csv.zst',
    write: packed(() => {
      const skip = Buffer.from('502a4d1800000000', 'hex')
      return Buffer.concat([zstdCompressSync(sales), Buffer.alloc(20 * megabyte, skip)])
    }),
  },
  { name: 'thousandfold.csv.bz2', write: packedBy('bzip2', () => zeros(300)) },
  {
    name: 'streams.csv.bz2',
    write: (file) => {
      const one = spawnSync('bzip2', ['-c'], { input: '1,2\n' }).stdout ?? Buffer.alloc(0)
      writeFileSync(file, one.length === 0 ? 'BZh9' : Buffer.concat(Array.from({ length: 100_000 }, () => one)))
    },
  },
  {
    name: 'blocks-of-ones.csv.bz2',
    write: packed(() => Buffer.concat([Buffer.from('425a6839314159265359', 'hex'), Buffer.alloc(5 * megabyte, 0xff)])),
  },
]

/** Nothing a job can be made of: refused before there is one. */
const pathBombs: readonly Bomb[] = [
  {
    name: 'pipe.csv',
    write: (file) => {
      if (spawnSync('mkfifo', [file]).status !== 0) mkdirSync(file)
    },
  },
  { name: 'link-to-itself.csv', write: (file) => symlinkSync(path.basename(file), file) },
  { name: 'link-to-zeros.csv', write: (file) => symlinkSync('/dev/zero', file) },
  {
    name: 'folder.csv',
    write: (file) => {
      mkdirSync(file)
    },
  },
  { name: 'nothing.csv', write: (file) => writeFileSync(file, '') },
  { name: 'nothing.xlsx', write: (file) => writeFileSync(file, '') },
  { name: 'one-byte.pdf', write: (file) => writeFileSync(file, '%') },
]

export const containerBombs: readonly Bomb[] = [...zipBombs, ...tarBombs, ...streamBombs, ...pathBombs]
