import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentContentSchema } from '../../../../../src/shared/document/document.ts'
import { convertDocx } from '../../../../../src/workers/formats/docx/docx.ts'
import { withPackage } from '../../../../../src/workers/formats/docx/package.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'

const corpus = path.resolve('../shared/corpora/docx')
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.docx')) : []
const where = files.length > 0 ? '' : ' [skipped: there is no ../shared/corpora/docx]'

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

describe.skipIf(files.length === 0)(`Word documents of others${where}`, () => {
  it.each(files)('opens %s with every character of its text', { timeout: 30_000 }, async (name) => {
    const file = path.join(corpus, name)
    const source = { path: file, name, bytes: statSync(file).size }
    const content = documentContentSchema.parse(
      await convertDocx(source, { outputDir: null, password: null }, detachedContext()),
    )
    expect(content.warnings.map(({ code }) => code)).not.toContain('read_plainly')
    const read = content.pages
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, '').length
    expect(read).toBeGreaterThanOrEqual(0.995 * (await charactersIn(file)))
  })
})
