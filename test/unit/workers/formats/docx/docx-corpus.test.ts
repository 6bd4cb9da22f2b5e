import { statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { documentContentSchema } from '../../../../../src/shared/document/document.ts'
import { convertDocx } from '../../../../../src/workers/formats/docx/docx.ts'
import { withPackage } from '../../../../../src/workers/formats/docx/package.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { corporaOf, filesIn, noteRead } from '../../../../support/corpora.ts'

/** Characters of the text runs in the main part, without what only newer programs show and without spaces. */
async function charactersIn(file: string): Promise<number> {
  const xml = await withPackage(file, async (archive) => {
    const main = archive.names.find((name) => /document\.xml$/u.test(name)) ?? ''
    return (await archive.read(main, 64 * 1024 * 1024)).toString('utf8')
  })
  const shown = xml.replace(/<mc:Choice[\s\S]*?<\/mc:Choice>|<w:rt>[\s\S]*?<\/w:rt>/gu, '')
  const runs = [...shown.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('')
  return runs.replace(/&\w+;/gu, '&').replace(/\s+/gu, '').length
}

describe.each(corporaOf('docx'))('Word documents of others, of $where', (corpus) => {
  let read = 0
  afterAll(() => noteRead('docx', corpus, read))

  it.each(filesIn(corpus, '.docx'))(
    '%s is opened with every character of its text',
    { timeout: 30_000 },
    async (name) => {
      const file = path.join(corpus.folder, name)
      const source = { path: file, name, bytes: statSync(file).size }
      const content = documentContentSchema.parse(
        await convertDocx(source, { outputDir: null, password: null }, detachedContext()),
      )
      read += 1
      expect(content.warnings.map(({ code }) => code)).not.toContain('read_plainly')
      const characters = content.pages
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/gu, '').length
      expect(characters).toBeGreaterThanOrEqual(0.995 * (await charactersIn(file)))
    },
  )
})
