/** `storyglass convert` and `storyglass documents`: Document JSON, files, the library, errors. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../../src/shared/document/document.ts'
import { type Finished, storyglass } from '../../support/command-line.ts'
import { encryptedPdf } from '../../support/encrypted-pdf.ts'
import { withFolder } from '../../support/engine/with-engine.ts'
import { pdfBytes, textAt } from '../../support/pdf-document.ts'

function commandIn(folder: string): (...args: readonly string[]) => Promise<Finished> {
  const env = { STORYGLASS_DATA_DIR: path.join(folder, 'data') }
  return (...args) => storyglass(args, { env })
}

const letter = pdfBytes({ pages: [1, 2].map((page) => ({ content: textAt(`This is page ${page}`, 72, 400) })) })

describe('storyglass convert', () => {
  it('keeps the document in the library, writes pages, thumbnails and document.json, and prints the same document', () =>
    withFolder(async (folder) => {
      const run = commandIn(folder)
      const file = path.join(folder, 'a letter.pdf')
      const out = path.join(folder, 'out', 'deep')
      await writeFile(file, letter)
      const first = await run('convert', file, '--out', out, '--format', 'json')
      expect(first.status, first.stderr).toBe(0)
      const document = documentSchema.parse(JSON.parse(first.stdout))
      expect(document).toMatchObject({
        version: 1,
        title: 'a letter',
        pageCount: 2,
        source: { name: 'a letter.pdf', kind: 'pdf', bytes: letter.length },
        story: { version: 1, about: { pages: 2 } },
      })
      expect(document.pages[1]).toMatchObject({ text: 'This is page 2', image: 'pages/0002.webp' })
      expect(JSON.parse(readFileSync(path.join(out, 'document.json'), 'utf8'))).toEqual(JSON.parse(first.stdout))
      expect(existsSync(path.join(out, 'thumbnails/0001.webp'))).toBe(true)
      expect(await run('convert', file, '--out', out, '--quiet')).toMatchObject({ status: 0, stdout: '' })
      expect(readdirSync(out).sort()).toEqual(['document.json', 'pages', 'thumbnails'])

      const { documents, total } = JSON.parse((await run('documents', '--format', 'json')).stdout)
      expect(total).toBe(2)
      expect(documents).toMatchObject([{ pages: 2 }, { id: document.id, title: 'a letter', words: 8 }])
      const found = JSON.parse((await run('documents', 'search', 'page', '2', '--format', 'json')).stdout)
      expect(found.documents).toMatchObject([{ page: 2, snippet: expect.stringContaining('[page] [2]') }, { page: 2 }])
      expect(JSON.parse((await run('documents', 'show', document.id, '--format', 'json')).stdout)).toEqual(document)
      expect((await run('documents', 'show', document.id)).stdout).toContain('# a letter')
      const text = path.join(folder, 'letter.txt')
      expect((await run('documents', 'export', document.id, '--format', 'txt', '--out', text)).status).toBe(0)
      expect(readFileSync(text, 'utf8')).toBe('This is page 1\n\fThis is page 2\n')
      expect((await run('documents', 'export', document.id, '--format', 'csv', '--out', text)).status).toBe(2)
      expect((await run('documents', 'delete', document.id)).status).toBe(0)
      expect(await run('documents', 'show', document.id)).toMatchObject({ status: 7, stdout: '' })
    }))

  it('prints the text of each page where nothing else is asked for; tell prints what it says', () =>
    withFolder(async (folder) => {
      const run = commandIn(folder)
      const file = path.join(folder, 'letter.pdf')
      await writeFile(file, letter)
      expect(await run('convert', file)).toMatchObject({ status: 0, stdout: 'This is page 1\n\fThis is page 2\n' })
      const told = await run('tell', file, '--quiet')
      expect(told.status, told.stderr).toBe(0)
      expect(told.stdout).toMatch(/^# letter\n/u)
      expect(documentSchema.parse(JSON.parse((await run('tell', file, '--format', 'json')).stdout))).toMatchObject({
        title: 'letter',
        story: { version: 1 },
      })
      const page = await run('tell', file, '--format', 'html', '--quiet')
      expect(page.status, page.stderr).toBe(0)
      expect(page.stdout).toMatch(/^<!doctype html>[\s\S]*<h1[^>]*>letter<\/h1>/u)
    }))

  it('asks for the password of a protected document, and opens it with that at a retry', () =>
    withFolder(async (folder) => {
      const run = commandIn(folder)
      const file = path.join(folder, 'secret.pdf')
      await writeFile(file, encryptedPdf('Behind the wall', 'sesame'))
      const refused = await run('convert', file, '--format', 'json')
      expect(refused.status).toBe(3)
      const { error } = JSON.parse(refused.stdout)
      expect(error).toMatchObject({ canRetry: true, message: 'secret.pdf is protected with a password.' })
      expect(error.hint).toContain('--password-stdin')
      expect((await run('jobs', 'retry', error.jobId, '--password', 'sesame', '--quiet')).status).toBe(0)
      const shown = documentSchema.parse(
        JSON.parse((await run('documents', 'show', error.jobId, '--format', 'json')).stdout),
      )
      expect(shown.pages[0]?.text).toBe('Behind the wall')
    }))

  it('leaves nothing behind when it fails, nor touches a folder that holds something else', () =>
    withFolder(async (folder) => {
      const run = commandIn(folder)
      const file = path.join(folder, 'broken.pdf')
      await writeFile(file, '%PDF-1.7\nnothing more')
      const out = path.join(folder, 'out')
      const failed = await run('convert', file, '--out', out, '--format', 'json')
      expect(failed.status).toBe(3)
      expect(JSON.parse(failed.stdout).error).toMatchObject({
        code: 'PREPROCESSING_ERROR',
        canRetry: true,
        jobId: expect.any(String),
      })
      expect(readdirSync(folder).sort()).toEqual(['broken.pdf', 'data'])
      await writeFile(file, letter)
      const kept = await run('convert', file, '--out', folder)
      expect(kept).toMatchObject({ status: 3, stdout: '' })
      expect(kept.stderr).toContain('holds other files; give a new or an empty folder')
      expect(readdirSync(folder).sort()).toEqual(['broken.pdf', 'data'])
    }))
})
