/** `storyglass convert` from its sources: Document JSON, files, errors. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../../src/shared/document/document.ts'
import { withFolder } from '../../support/engine/with-engine.ts'
import { pdfBytes, textAt } from '../../support/pdf-document.ts'

const entry = path.resolve(import.meta.dirname, '../../../src/cli/index.ts')

function convert(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [entry, 'convert', ...args], { encoding: 'utf8', timeout: 100_000 })
}

const letter = pdfBytes({ pages: [1, 2].map((page) => ({ content: textAt(`This is page ${page}`, 72, 400) })) })

describe('storyglass convert', () => {
  it('writes pages, thumbnails and document.json, and prints the same document', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'a letter.pdf')
      const out = path.join(folder, 'out', 'deep')
      await writeFile(file, letter)
      const first = convert(file, '--out', out, '--format', 'json')
      expect(first.status, first.stderr).toBe(0)
      const document = documentSchema.parse(JSON.parse(first.stdout))
      expect(document).toMatchObject({
        version: 1,
        title: 'a letter',
        pageCount: 2,
        source: { name: 'a letter.pdf', kind: 'pdf', bytes: letter.length },
      })
      expect(document.pages[1]).toMatchObject({ text: 'This is page 2', image: 'pages/0002.webp' })
      expect(JSON.parse(readFileSync(path.join(out, 'document.json'), 'utf8'))).toEqual(JSON.parse(first.stdout))
      expect(existsSync(path.join(out, 'thumbnails/0001.webp'))).toBe(true)
      const again = convert(file, '--out', out)
      expect(again).toMatchObject({ status: 0, stdout: '' })
      expect(readdirSync(out).sort()).toEqual(['document.json', 'pages', 'thumbnails'])
    }))

  it('prints the text of each page where nothing else is asked for', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'letter.pdf')
      await writeFile(file, letter)
      expect(convert(file)).toMatchObject({ status: 0, stdout: 'This is page 1\n\fThis is page 2\n' })
    }))

  it('leaves nothing behind when it fails, nor touches a folder that holds something else', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'broken.pdf')
      await writeFile(file, '%PDF-1.7\nnothing more')
      const out = path.join(folder, 'out')
      const failed = convert(file, '--out', out, '--format', 'json')
      expect(failed.status).toBe(3)
      expect(JSON.parse(failed.stdout).error).toMatchObject({ code: 'PREPROCESSING_ERROR', canRetry: false })
      expect(readdirSync(folder)).toEqual(['broken.pdf'])
      await writeFile(file, letter)
      expect(convert(file, '--out', folder)).toMatchObject({ status: 3, stdout: '' })
      expect(readdirSync(folder)).toEqual(['broken.pdf'])
    }))
})
