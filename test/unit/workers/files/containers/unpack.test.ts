import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CancelledError, StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { unpack } from '../../../../../src/workers/files/containers/unpack.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { paxRecord, type TarFile, tarOf } from '../../../../support/archives.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'
import { writeZip } from '../../../../support/workbook.ts'

const rows = `day,amount\n${Array.from({ length: 28 }, (_, index) => `2024-01-${String(index + 1).padStart(2, '0')},${index * 3}`).join('\n')}\n`
/** The same by bzip2 1.0.8. */
const bzip2Rows = Buffer.from(
  'QlpoOTFBWSZTWU4H0g8AAMRZgAAQAAZ/4CQDhiAwAKzYwPUen+qpiABpJ56qP1TQNAG0lPKnmqfqmQDyJ3uretrgAAYZ60jakzlQBJF3d3P7cJAwRzvXF9IBpAwfe8qYSCltjY2pvK47V0kGoG6SBqGnmarVJPJibJRFRN7kgk2AJWdVNRk2SCbCsbY+89+j8XckU4UJBOB9IPA=',
  'base64',
)

interface Found {
  readonly files: { readonly [name: string]: string }
  readonly entries: readonly string[]
}

/** What is found in a file of this content, by name; null for no container; the reason where it is refused. */
async function inside(
  name: string,
  content: Buffer | { readonly [entry: string]: string | Buffer },
  wanted: string | null = null,
  context = detachedContext(),
): Promise<Found | null | string> {
  return withTemporaryFolder(async (place) => {
    const file = path.join(place, 'given')
    if (Buffer.isBuffer(content)) writeFileSync(file, content)
    else await writeZip(file, content)
    const folder = path.join(place, 'inside')
    await mkdir(folder)
    const bytes = readFileSync(file).length
    try {
      const isPackage = async (archive: { has(part: string): boolean }) => archive.has('xl/workbook.xml')
      const unpacked = await unpack({ path: file, name, bytes, folder, wanted, password: null, isPackage }, context)
      expect(existsSync(path.join(place, 'escaped'))).toBe(false)
      if (unpacked === null) return null
      expect(readdirSync(folder)).toHaveLength(unpacked.files.length)
      const files = unpacked.files.map((one) => [one.name, readFileSync(one.path, 'utf8')] as const)
      return { files: Object.fromEntries(files), entries: unpacked.entries }
    } catch (error) {
      if (error instanceof StoryglassError) return error.reason
      throw error
    }
  })
}

const one = (name: string) => ({ files: { [name]: rows }, entries: [name] })
const tar = (...files: TarFile[]) => tarOf(files)

describe('a compressed file is what is inside, by its own name', () => {
  it.each<[string, string, Buffer, string]>([
    ['gzip', 'sales.csv.gz', gzipSync(rows), 'sales.csv'],
    [
      'gzip in two members',
      'sales.csv.gz',
      Buffer.concat([gzipSync(rows.slice(0, 90)), gzipSync(rows.slice(90))]),
      'sales.csv',
    ],
    ['zstd', 'sales.csv.zst', zstdCompressSync(rows), 'sales.csv'],
    ['bzip2', 'Sales.CSV.BZ2', bzip2Rows, 'Sales.CSV'],
    ['under a name that says nothing', 'download', gzipSync(rows), 'download'],
    ['twice', 'sales.csv.gz.zst', zstdCompressSync(gzipSync(rows)), 'sales.csv'],
  ])('%s', async (_, name, content, expected) => {
    expect(await inside(name, content)).toEqual(one(expected))
  })

  it('also of thousands of streams, which share the room a block takes', async () => {
    const started = process.cpuUsage()
    const found = await inside('sales.csv.bz2', Buffer.concat(Array.from({ length: 3_000 }, () => bzip2Rows)))
    expect(found).toMatchObject({ files: { 'sales.csv': rows.repeat(3_000) } })
    // Eleven gigabytes of rooms made and cleared would take far longer.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20)
  }, 120_000)

  it('and any other file is left as it is', async () => {
    expect(await inside('sales.csv', Buffer.from(rows))).toBeNull()
    expect(await inside('BZh91.csv', Buffer.from('BZh9,a\n1,2\n'))).toBeNull()
    expect(await inside('book.xlsx', { 'xl/workbook.xml': '<workbook/>' })).toBeNull()
  })
})

describe('an archive is the files in it', () => {
  const files = { 'data/a.csv': rows, 'b.csv': 'x,y\n1,2\n' }
  const both = { files: { 'a.csv': rows, 'b.csv': 'x,y\n1,2\n' }, entries: ['data/a.csv', 'b.csv'] }
  const list = Object.entries(files).map(([name, content]) => ({ name, content }))

  it.each<[string, string, Buffer | { readonly [entry: string]: string }]>([
    ['zip', 'all.zip', files],
    ['tar', 'all.tar', tarOf(list)],
    ['tar.gz', 'all.tar.gz', gzipSync(tarOf(list))],
    ['tgz', 'all.tgz', gzipSync(tarOf(list))],
    ['tar.zst', 'all.tar.zst', zstdCompressSync(tarOf(list))],
    ['tar without its end', 'all.tar', tarOf(list).subarray(0, -1024)],
  ])('%s', async (_, name, content) => {
    expect(await inside(name, content)).toEqual(both)
  })

  it('without folders, links and what systems leave behind', async () => {
    const found = await inside('all.zip', {
      'a.csv': rows,
      '__MACOSX/._a.csv': 'binary',
      '.DS_Store': 'binary',
      'empty.csv': '',
      'Thumbs.db': 'binary',
    })
    expect(found).toEqual(one('a.csv'))
    const linked = tar(
      { name: 'data/', type: '5' },
      { name: 'link', type: '2' },
      { name: './._a.csv', content: 'binary' },
      { name: './a.csv', content: rows },
    )
    expect(await inside('all.tar', linked)).toEqual(one('a.csv'))
  })

  it('of which one can be named, by its whole name or that of the file, in any case', async () => {
    for (const wanted of ['data/a.csv', 'A.CSV', 'data\\a.csv']) {
      expect(await inside('all.zip', files, wanted)).toEqual({ ...both, files: { 'a.csv': rows } })
      expect(await inside('all.tar', tarOf(list), wanted)).toEqual({ ...both, files: { 'a.csv': rows } })
    }
    expect(await inside('all.zip', files, 'Sheet1')).toEqual(both)
  })

  it('with entries that are compressed themselves', async () => {
    expect(await inside('all.zip', { 'a.csv.gz': gzipSync(rows) })).toMatchObject({ files: { 'a.csv': rows } })
    expect(await inside('all.tar', tar({ name: 'a.csv.zst', content: zstdCompressSync(rows) }))).toMatchObject({
      files: { 'a.csv': rows },
    })
  })

  it('with long names, as pax and as GNU tar write them', async () => {
    const long = `${'folder/'.repeat(30)}größen.csv`
    const pax = tar({ name: 'pax', type: 'x', content: paxRecord('path', long) }, { name: 'short', content: rows })
    const gnu = tar({ name: '././@LongLink', type: 'L', content: `${long}\0` }, { name: 'short', content: rows })
    const found = { files: { 'größen.csv': rows }, entries: [long] }
    expect(await inside('all.tar', pax)).toEqual(found)
    expect(await inside('all.tar', gnu)).toEqual(found)
  })
})

describe('hostile', () => {
  it('names that lead out of the archive lead nowhere', async () => {
    const names = ['../../escaped', '/etc/escaped', 'C:\\escaped', 'a/../../escaped', '..\\escaped', 'esc\u0000aped']
    for (const name of names) {
      const found = await inside(
        'all.tar',
        tar({ name: 'pax', type: 'x', content: paxRecord('path', name) }, { name: 'x', content: rows }),
      )
      expect(found, name).toMatchObject({ files: { escaped: rows } })
      const harmless = 'x'.repeat(name.length)
      const zip = (await readZip({ [harmless]: rows })).toString('latin1').replaceAll(harmless, name)
      expect(await inside('all.zip', Buffer.from(zip, 'latin1')), name).toMatchObject({ files: { escaped: rows } })
    }
  })

  it('a file that unpacks to far more than its size is refused before it fills the disk', async () => {
    const zeros = Buffer.alloc(100 * 1024 * 1024)
    expect(await inside('zeros.gz', gzipSync(zeros))).toBe('hostile_content')
    expect(await inside('zeros.zst', zstdCompressSync(zeros))).toBe('hostile_content')
    expect(await inside('zeros.zip', { 'zeros.csv': zeros })).toBe('hostile_content')
    // Each by itself stays below what is free of any ratio; together they do not.
    const parts = [1, 2, 3].map((part) => ({ name: `${part}.csv`, content: zeros.subarray(0, 30 * 1024 * 1024) }))
    expect(await inside('zeros.tar.gz', gzipSync(tarOf(parts)))).toBe('hostile_content')
  })

  it('archives in archives, and files packed again and again, are refused by name', async () => {
    const zip = readZip({ 'a.csv': rows })
    expect(await inside('all.zip', { 'inner.zip': await zip })).toBe('nested_archive')
    expect(
      await inside('all.tar.gz', gzipSync(tar({ name: 'inner.tar', content: tar({ name: 'a.csv', content: rows }) }))),
    ).toBe('nested_archive')
    expect(await inside('all.zip', { 'inner.tar.gz': gzipSync(tar({ name: 'a.csv', content: rows })) })).toBe(
      'nested_archive',
    )
    let onion = Buffer.from(rows)
    for (let layer = 0; layer < 5; layer += 1) onion = gzipSync(onion)
    expect(await inside('onion.gz', onion)).toBe('nested_archive')
  })

  it('thousands of files are refused before they are unpacked', async () => {
    const names = Array.from({ length: 2_001 }, (_, index) => `${index}.csv`)
    expect(await inside('all.zip', Object.fromEntries(names.map((name) => [name, 'a,b\n'])))).toBe('crowded_archive')
    expect(await inside('all.tar', tarOf(names.map((name) => ({ name, content: 'a,b\n' }))))).toBe('crowded_archive')
  })

  it.each<[string, Buffer]>([
    ['gzip cut short', gzipSync(rows).subarray(0, -12)],
    ['gzip with a wrong checksum', flipped(gzipSync(rows), -6)],
    ['zstd cut short', zstdCompressSync(rows).subarray(0, -8)],
    ['bzip2 cut short', bzip2Rows.subarray(0, -20)],
    ['bzip2 with a wrong checksum', flipped(bzip2Rows, 12)],
    ['bzip2 damaged within', flipped(bzip2Rows, 70)],
    ['tar cut short', tarOf([{ name: 'a.csv', content: rows }]).subarray(0, 600)],
    [
      'tar with a damaged second header',
      flipped(
        tarOf([
          { name: 'a.csv', content: rows },
          { name: 'b.csv', content: rows },
        ]),
        1030,
      ),
    ],
    ['tar that states a size it has not', tarOf([{ name: 'a.csv', content: rows, statedBytes: 8_000_000_000 }])],
    ['zip cut short', Buffer.from('PK\u0003\u0004 and nothing behind it that makes an archive')],
  ])('%s is damaged', async (_, content) => {
    expect(await inside('given', content)).toBe('damaged_archive')
  })

  it('any byte of a bzip2 file changed gives what was packed or damage, never anything else', async () => {
    for (let at = 4; at < bzip2Rows.length; at += 3) {
      const found = await inside('a.csv.bz2', flipped(bzip2Rows, at))
      if (found !== 'damaged_archive' && found !== null) expect(found).toEqual(one('a.csv'))
    }
  })

  it('a cancel is heard while it unpacks', async () => {
    const context = detachedContext({ yieldToEventLoop: () => Promise.reject(new CancelledError()) })
    const much = gzipSync(Buffer.from(Array.from({ length: 3e6 }, (_, index) => (index * 7919) % 251)))
    await expect(
      inside('a.csv.gz', gzipSync(Buffer.concat([much, Buffer.alloc(40e6)])), null, context),
    ).rejects.toThrow(CancelledError)
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  const place = at < 0 ? bytes.length + at : at
  copy[place] = (copy[place] ?? 0) ^ 0x10
  return copy
}

async function readZip(parts: { readonly [name: string]: string }): Promise<Buffer> {
  return withTemporaryFolder(async (folder) => {
    await writeZip(path.join(folder, 'a.zip'), parts)
    return readFileSync(path.join(folder, 'a.zip'))
  })
}
