import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { acceptSeveral, togetherOf } from '../../../../src/main/intake/several.ts'
import { type TarMember, tarStream } from '../../../../src/main/intake/tar-stream.ts'
import { tarEntries } from '../../../../src/workers/files/containers/tar.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return Buffer.concat(pieces)
}

const names = ['plain.csv', `${'long '.repeat(60)}name.csv`, 'Umsätze – März.csv', 'empty.csv']

it('an archive holds every file whole, under its own name, and is the same each time', () =>
  withTemporaryFolder(async (folder) => {
    const members: TarMember[] = []
    for (const [index, name] of names.entries()) {
      const file = path.join(folder, String(index))
      const content = index === 3 ? '' : 'x'.repeat(index * 512 + 1)
      await writeFile(file, content)
      members.push({ path: file, name, bytes: content.length })
    }
    const archive = await bytesOf(tarStream(members))
    expect(archive.length % 512).toBe(0)
    expect(archive.equals(await bytesOf(tarStream(members)))).toBe(true)
    const found: { name: string; bytes: number; read: number }[] = []
    for await (const { name, bytes, isFile, chunks } of tarEntries(
      (async function* () {
        yield archive
      })(),
    )) {
      expect(isFile).toBe(true)
      found.push({ name, bytes, read: (await bytesOf(chunks())).length })
    }
    expect(found).toEqual(members.map(({ name, bytes }) => ({ name, bytes, read: bytes })))
  }))

it('a file that changed on the way is not told as it was', () =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'a.csv')
    await writeFile(file, 'a,b\n')
    for (const bytes of [3, 5]) {
      const stream = tarStream([{ path: file, name: 'a.csv', bytes }])
      await expect(bytesOf(stream)).rejects.toMatchObject({ reason: 'file_changed' })
    }
  }))

it('files are called together after what their names share, and apart by their folder or a number', () => {
  const called = (...paths: string[]) =>
    togetherOf(paths.map((one) => ({ path: one, name: path.basename(one), bytes: 1 })))
  expect(called('/m/sales-2024-01.csv', '/m/sales-2024-02.csv').name).toBe('sales (2 files)')
  expect(called('/m/north.csv', '/m/south.csv', '/m/west.csv').name).toBe('north and 2 more')
  expect(called('/a/sales.csv', '/b/sales.csv', '/c/b/sales.csv').members.map(({ name }) => name)).toEqual([
    'a sales.csv',
    'b sales.csv',
    'sales (2).csv',
  ])
  expect(() => called('/a/sales.csv')).toThrow(expect.objectContaining({ reason: 'nothing_readable' }))
})

it('the files of a folder are taken by the numbers in their names', () =>
  withTemporaryFolder(async (folder) => {
    for (const name of ['m10.csv', 'm9.csv', '.m1.csv']) await writeFile(path.join(folder, name), 'a,b\n')
    const { name, members } = await acceptSeveral([folder])
    expect(name).toBe(path.basename(folder))
    expect(members.map((one) => one.name)).toEqual(['m9.csv', 'm10.csv'])
  }))
