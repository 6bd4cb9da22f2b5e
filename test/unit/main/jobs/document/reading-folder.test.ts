import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ReadingFolder } from '../../../../../src/main/jobs/document/reading-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-reading-folder-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const halfWritten = '.6f9c1a52-0d3b-4c8e-9a77-1b2c3d4e5f60.tmp'

it('a page whose image was half written when the engine died leaves nothing behind in the document', async () => {
  for (const part of ['pages', 'parts', 'thumbnails']) {
    mkdirSync(path.join(folder, part))
    writeFileSync(path.join(folder, part, halfWritten), 'cut sho')
  }
  writeFileSync(path.join(folder, 'pages', '0001.webp'), 'whole')
  writeFileSync(path.join(folder, 'parts', '0001.json'), '{"number":1}')
  writeFileSync(path.join(folder, 'parts', '0002.json'), '{"numb')

  expect(await new ReadingFolder(folder, '0.0.0').wholePages()).toEqual(new Set([1]))

  expect(readdirSync(path.join(folder, 'pages'))).toEqual(['0001.webp'])
  expect(readdirSync(path.join(folder, 'parts'))).toEqual(['0001.json'])
  expect(readdirSync(path.join(folder, 'thumbnails'))).toEqual([])
})
