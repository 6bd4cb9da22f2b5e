import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DocumentContent, documentContentSchema } from '../../../../../src/shared/document/document.ts'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { convertHtml } from '../../../../../src/workers/formats/html/html.ts'
import { convertMarkdown } from '../../../../../src/workers/formats/markdown/markdown.ts'
import { convertText } from '../../../../../src/workers/formats/text/text.ts'
import type { ConvertDocument } from '../../../../../src/workers/pages/document-file.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

async function contentOf(convert: ConvertDocument, bytes: string | Buffer): Promise<DocumentContent> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'file')
    writeFileSync(file, bytes)
    const source = { path: file, name: 'file', bytes: Buffer.byteLength(bytes) }
    return documentContentSchema.parse(await convert(source, { outputDir: null, password: null }, detachedContext()))
  })
}

const texts = (content: DocumentContent): string[] => content.pages.map(({ text }) => text)

describe('plain text as a document', () => {
  it('ends its pages at form feeds, without blank ones', async () => {
    expect(texts(await contentOf(convertText, 'one\r\n  indented\r\n\f\f\ntwo\n'))).toEqual(['one\n  indented', 'two'])
  })

  it('ends its pages by length otherwise, losing nothing', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `Line ${index} of a long text.`)
    const pages = texts(await contentOf(convertText, lines.join('\n')))
    expect(pages.length).toBe(17)
    expect(pages.join('\n')).toBe(lines.join('\n'))
  })

  it('cuts a text without line ends between words', async () => {
    const pages = texts(await contentOf(convertText, 'word '.repeat(4000)))
    expect(pages.length).toBeGreaterThan(4)
    expect(pages.join(' ').replace(/\s+/gu, ' ')).toBe('word '.repeat(4000).trim())
  })

  it('reads other encodings, and says where it had to judge', async () => {
    expect(texts(await contentOf(convertText, Buffer.from('\ufeffgrün', 'utf16le')))).toEqual(['grün'])
    const latin = await contentOf(convertText, Buffer.from(`${'a'.repeat(400_000)} caf\xe9 na\xefve`, 'latin1'))
    expect(texts(latin).at(-1)).toMatch(/café naïve$/u)
    expect(latin.warnings.map(({ code }) => code)).toEqual(['encoding_guessed'])
  })

  it('counts words, not marks', async () => {
    expect((await contentOf(convertText, 'Two words — and 3 more …')).pages[0]?.words).toBe(5)
  })

  it('refuses a file with nothing in it', async () => {
    await expect(contentOf(convertText, '')).rejects.toThrow(StoryglassError)
  })
})

describe('Markdown as a document', () => {
  it('has headings, lists, code and tables', async () => {
    const content = await contentOf(
      convertMarkdown,
      '# Lakes\n\nDeep *and* cold.\n\n- a\n- b\n\n```js\nlet x  = 1\n```\n\n| Lake | Depth |\n|---|---|\n| Baikal | 1642 |\n\n## End',
    )
    expect(content.outline.map(({ title, level }) => [title, level])).toEqual([
      ['Lakes', 1],
      ['End', 2],
    ])
    expect(content.tables).toEqual([
      {
        page: 1,
        box: null,
        header: true,
        rows: [
          ['Lake', 'Depth'],
          ['Baikal', '1642'],
        ],
        found: 'marked',
        caption: null,
      },
    ])
    expect(texts(content)[0]).toBe('Lakes\n\nDeep and cold.\n\na\nb\n\nlet x  = 1\n\nLake\tDepth\nBaikal\t1642\n\nEnd')
    expect(content.pages[0]?.html).toContain('<em>and</em>')
  })

  it('takes title, author and language from the lines before it', async () => {
    const content = await contentOf(
      convertMarkdown,
      '---\ntitle: "On lakes"\nauthor: Ada\nlang: en-GB\ntags:\n  - water\n---\n# Other\n',
    )
    expect([content.title, content.language, content.metadata.author]).toEqual(['On lakes', 'en-GB', 'Ada'])
    expect(texts(content)).toEqual(['Other'])
  })

  it('takes two rules around a text for what they are', async () => {
    expect(texts(await contentOf(convertMarkdown, '---\nJust a text: it is.\nNo value\n---\n'))[0]).toContain(
      'Just a text',
    )
  })

  it('runs nothing that is written in it', async () => {
    const { pages, warnings } = await contentOf(
      convertMarkdown,
      '[a](javascript:alert(1)) <img src=x onerror=alert(1)> ![far](https://evil.example/x.png)\n\n<script>alert(1)</script>\n',
    )
    expect(pages[0]?.html).not.toMatch(/<script|onerror|href="javascript|evil\.example/iu)
    expect(warnings.map(({ code }) => code)).toEqual(['image_elsewhere'])
  })
})

describe('a web page as a document', () => {
  it('gives its title, language and text, without what only its markup says', async () => {
    const content = await contentOf(
      convertHtml,
      '<!doctype html><html lang="fr"><head><title>Les  lacs</title><meta name=author content=Ada><style>p{}</style></head><body><nav>Menu</nav><h1>Lacs</h1><p>Froid<br>et profond.<script>x()</script></p></body></html>',
    )
    expect([content.title, content.language, content.metadata.author]).toEqual(['Les lacs', 'fr', 'Ada'])
    expect(texts(content)).toEqual(['Menu\n\nLacs\n\nFroid\net profond.'])
  })

  it('is read in the encoding it names', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="iso-8859-5"><title>x</title></head><p>\xbc\xde\xe1\xda\xd2\xd0</p></html>',
      'latin1',
    )
    expect(texts(await contentOf(convertHtml, page))).toEqual(['Москва'])
  })

  it('keeps images within it, as files where there is a folder', async () => {
    const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
    const page = `<p>x <img src="${gif}" alt="dot"><img src="data:image/svg+xml;base64,PHN2Zy8+"></p>`
    expect((await contentOf(convertHtml, page)).pages[0]?.html).toContain(`src="${gif}"`)
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'page.html')
      writeFileSync(file, page)
      mkdirSync(path.join(folder, 'out'))
      const options = { outputDir: path.join(folder, 'out'), password: null }
      const content = await convertHtml(
        { path: file, name: 'page.html', bytes: page.length },
        options,
        detachedContext(),
      )
      expect(content.pages[0]?.html).toContain('src="images/0001.gif"')
      expect(readdirSync(path.join(folder, 'out', 'images'))).toEqual(['0001.gif'])
      expect(content.warnings.map(({ code }) => code)).toEqual(['image_kind'])
    })
  })
})
