import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { assertFolderFree, writeDocumentFolder } from '../../../../../src/main/engine/documents/document-folder.ts'
import type { Document } from '../../../../../src/shared/document/document.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-test-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const document: Document = {
  version: 1,
  id: 'one',
  source: { name: 'one.pdf', bytes: 1, sha256: '1'.repeat(64), kind: 'pdf' },
  title: 'One',
  language: null,
  pageCount: 0,
  outline: [],
  pages: [],
  tables: [],
  metadata: {},
  warnings: [],
  timings: {},
}

describe('a folder a document is written into', () => {
  it('may be new, empty or an earlier result, which is replaced', async () => {
    const [reading, out] = [newFolder(), path.join(newFolder(), 'deep', 'out')]
    mkdirSync(path.join(reading, 'pages'))
    writeFileSync(path.join(reading, 'pages', '0001.webp'), 'first')
    await writeDocumentFolder(document, reading, out)
    rmSync(path.join(reading, 'pages'), { recursive: true })
    await writeDocumentFolder({ ...document, title: 'Two' }, reading, out)
    expect(readdirSync(out)).toEqual(['document.json'])
    expect(JSON.parse(readFileSync(path.join(out, 'document.json'), 'utf8'))).toMatchObject({ title: 'Two' })
  })

  it.each([
    ['a file of another name', { 'notes.txt': 'mine' }],
    ['a document.json of another program', { 'document.json': '{"name":"mine"}' }],
    ['a document.json that is no JSON', { 'document.json': 'mine' }],
    ['an earlier result and something beside it', { 'document.json': JSON.stringify(document), 'notes.txt': 'mine' }],
    [
      'pictures of its own in a folder of ours',
      { 'document.json': JSON.stringify(document), 'images/me.tiff': 'mine' },
    ],
    ['folders of those names and no result', { 'images/me.png': 'mine' }],
  ])('keeps %s', async (_what, files) => {
    const out = newFolder()
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
      writeFileSync(path.join(out, name), content)
    }
    await expect(assertFolderFree(out)).rejects.toMatchObject({ reason: 'bad_path' })
    await expect(writeDocumentFolder(document, newFolder(), out)).rejects.toMatchObject({ reason: 'bad_path' })
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(path.join(out, name), 'utf8')).toBe(content)
  })
})
