import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DocumentContent, documentContentSchema } from '../../../../../src/shared/document/document.ts'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { convertDocx } from '../../../../../src/workers/formats/docx/docx.ts'
import type { DocumentFile } from '../../../../../src/workers/pages/document-file.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'
import { heading, namespaces, paragraph, writeWordDocument } from '../../../../support/word-document.ts'
import { writeZip } from '../../../../support/workbook.ts'

type Made = Parameters<typeof writeWordDocument>[2]

const convert = (source: DocumentFile, outputDir: string | null = null): Promise<DocumentContent> =>
  convertDocx(source, { outputDir, password: null }, detachedContext())

async function contentOf(body: string, made: Made = {}): Promise<DocumentContent> {
  return withTemporaryFolder(async (folder) => {
    const content = await convert(await writeWordDocument(folder, body, made))
    return documentContentSchema.parse(content)
  })
}

const texts = (content: DocumentContent): string[] => content.pages.map(({ text }) => text)
const markup = (content: DocumentContent): string => content.pages.map(({ html }) => html ?? '').join('')
const breakOfKind = (kind: string): string => `<w:p><w:r>${kind}</w:r></w:p>`

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof StoryglassError) return error.reason
    throw error
  }
}

/** A PNG of one pixel as its header says it is `width` by `height`. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

const drawing =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="A lake"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
const withImage = (image: Buffer): Made => ({
  parts: { 'word/media/image1.png': image },
  related: [{ id: 'i1', kind: 'image', target: 'media/image1.png' }],
})

describe('a Word document', () => {
  it('gives its headings as an outline and its text in order', async () => {
    const content = await contentOf(heading(1, 'Lakes') + paragraph('Deep.') + heading(2, 'Small ones'))
    expect(content.outline).toEqual([
      { title: 'Lakes', page: 1, level: 1 },
      { title: 'Small ones', page: 1, level: 2 },
    ])
    expect(texts(content)).toEqual(['Lakes\n\nDeep.\n\nSmall ones'])
    expect(content.title).toBe('Lakes')
    expect(content.language).toBe('de-CH')
  })

  it('has the page size its section has', async () => {
    const content = await contentOf(`${paragraph('a')}<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>`)
    expect([content.pages[0]?.width, content.pages[0]?.height]).toEqual([612, 792])
  })

  it('ends pages where Word last ended them, also in the middle of a sentence', async () => {
    const split = '<w:p><w:r><w:t>one two </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r></w:p>'
    // An explicit break, and the note that a page ended there, are one end.
    const both = breakOfKind('<w:br w:type="page"/>') + breakOfKind('<w:lastRenderedPageBreak/><w:t>four</w:t>')
    expect(texts(await contentOf(split + both))).toEqual(['one two', 'three', 'four'])
  })

  it('ends pages where it is asked to, when Word noted nothing', async () => {
    const section = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`
    const body =
      paragraph('one') +
      breakOfKind('<w:br w:type="page"/>') +
      paragraph('two') +
      paragraph('three', '<w:pageBreakBefore/>') +
      paragraph('three still', '<w:pageBreakBefore w:val="0"/>') +
      paragraph('end of the first section', section('nextPage')) +
      paragraph('goes on, as its section is continuous', section('continuous')) +
      paragraph('four') +
      section('oddPage')
    expect(texts(await contentOf(body)).map((text) => text.split('\n')[0])).toEqual(['one', 'two', 'three', 'four'])
  })

  it('gives tables as grids, with spanning cells and a header', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Year')}${cell('Sales', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('2024', '<w:vMerge w:val="restart"/>')}${cell('1')}${cell('2')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('3')}${cell('4')}</w:tr></w:tbl>`
    const { tables } = await contentOf(table)
    expect(tables).toEqual([
      {
        page: 1,
        box: null,
        header: true,
        rows: [
          ['Year', 'Sales', 'Sales'],
          ['2024', '1', '2'],
          ['2024', '3', '4'],
        ],
        found: 'marked',
        caption: null,
      },
    ])
  })

  it('keeps footnotes and comments, linked from their place', async () => {
    const body = `<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>`
    const content = await contentOf(body, {
      parts: {
        'word/footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:id="2">${paragraph('Its source.')}</w:footnote></w:footnotes>`,
        'word/comments.xml': `<w:comments ${namespaces}><w:comment w:id="7" w:author="Ada" w:initials="A">${paragraph('Is it so?')}</w:comment></w:comments>`,
      },
      related: [
        { id: 'f', kind: 'footnotes', target: 'footnotes.xml' },
        { id: 'c', kind: 'comments', target: 'comments.xml' },
      ],
    })
    expect(texts(content)[0]).toContain('Its source.')
    expect(texts(content)[0]).toContain('Is it so?')
    for (const name of ['footnote-2', 'comment-7']) {
      expect(markup(content)).toContain(`href="#doc-${name}"`)
      expect(markup(content)).toContain(`id="doc-${name}"`)
    }
  })

  it('writes images beside the document, or within it when there is no folder', async () => {
    await withTemporaryFolder(async (folder) => {
      const source = await writeWordDocument(folder, drawing, withImage(png(4, 3)))
      const out = path.join(folder, 'out')
      mkdirSync(out)
      expect(markup(await convert(source, out))).toContain('<img src="images/0001.png" alt="A lake" />')
      expect(readFileSync(path.join(out, 'images/0001.png'))).toEqual(png(4, 3))
      expect(markup(await convert(source))).toContain(`src="data:image/png;base64,${png(4, 3).toString('base64')}"`)
    })
  })

  it('leaves out an image that would exhaust whoever shows it, and says so', async () => {
    const content = await contentOf(drawing, withImage(png(100_000, 100_000)))
    expect(markup(content)).not.toContain('<img')
    expect(markup(content)).toContain('A lake')
    expect(content.warnings.map(({ code }) => code)).toEqual(['image_size'])
  })

  it('keeps links to the web and none that run', async () => {
    const link = (id: string): string =>
      `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${id}</w:t></w:r></w:hyperlink></w:p>`
    const content = await contentOf(link('web') + link('script') + link('file'), {
      related: [
        { id: 'web', kind: 'hyperlink', target: 'https://example.org/', external: true },
        { id: 'script', kind: 'hyperlink', target: 'javascript:alert(1)', external: true },
        { id: 'file', kind: 'hyperlink', target: 'file:///etc/passwd', external: true },
      ],
    })
    expect([...markup(content).matchAll(/href="([^"]*)"/gu)].map(([, href]) => href)).toEqual(['https://example.org/'])
    expect(texts(content)[0]).toBe('web\n\nscript\n\nfile')
  })

  it('reads what it says of itself', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>On lakes</dc:title><dc:creator>Ada &amp; Bo</dc:creator><dcterms:created>2024-05-06T07:08:09Z</dcterms:created><dc:language>fr</dc:language></cp:coreProperties>'
    const content = await contentOf(paragraph('x'), { parts: { 'docProps/core.xml': core } })
    expect(content.title).toBe('On lakes')
    expect(content.language).toBe('fr')
    expect(content.metadata).toMatchObject({ creator: 'Ada & Bo', created: '2024-05-06T07:08:09Z' })
  })
})

describe('a Word document that is not as it should be', () => {
  it('is read as far as its markup goes when it breaks off', async () => {
    const broken = `<w:document ${namespaces}><w:body>${heading(1, 'Lakes')}${paragraph('Deep &amp; cold.')}<w:p><w:r><w:t>half a sen`
    const content = await contentOf('', { parts: { 'word/document.xml': broken } })
    expect(texts(content)[0]).toContain('Lakes\n\nDeep & cold.')
    expect(content.warnings.map(({ code }) => code)).toEqual(['read_plainly', 'text_damaged'])
  })

  it('is read although its elements are nested deeper than any program nests them', async () => {
    const deep = 20_000
    const content = await contentOf(
      `${paragraph('before')}${'<w:sdt>'.repeat(deep)}${'</w:sdt>'.repeat(deep)}${paragraph('after')}`,
    )
    expect(texts(content).join('\n')).toMatch(/before\s+after/u)
  })

  it('is refused as encrypted when it is', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'secret.docx')
      const container = Buffer.alloc(4096)
      container.writeUInt32BE(0xd0cf11e0)
      container.write('EncryptedPackage', 1024, 'utf16le')
      writeFileSync(file, container)
      expect(await reasonOf(convert({ path: file, name: 'secret.docx', bytes: 4096 }))).toBe('encrypted_document')
    })
  })

  it('is refused as of an older kind, as damaged, or as no document, each by its own reason', async () => {
    await withTemporaryFolder(async (folder) => {
      const old = path.join(folder, 'old.doc')
      writeFileSync(old, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]))
      expect(await reasonOf(convert({ path: old, name: 'old.doc', bytes: 2056 }))).toBe('old_document')
      const whole = await writeWordDocument(folder, paragraph('x'.repeat(5000)))
      truncateSync(whole.path, Math.floor(statSync(whole.path).size / 2))
      expect(await reasonOf(convert(whole))).toBe('damaged_document')
      const other = path.join(folder, 'other.docx')
      await writeZip(other, { 'readme.txt': 'nothing here' })
      expect(await reasonOf(convert({ path: other, name: 'other.docx', bytes: 1 }))).toBe('not_a_document')
    })
  })

  it('is refused when it unpacks to far more than its size allows', async () => {
    await withTemporaryFolder(async (folder) => {
      const source = await writeWordDocument(folder, paragraph(' '.repeat(68 * 1024 * 1024)))
      expect(await reasonOf(convert(source))).toBe('hostile_content')
    })
  })

  it('loses only the styles when these are a bomb', async () => {
    const content = await contentOf(paragraph('still here'), {
      parts: { 'word/styles.xml': ' '.repeat(68 * 1024 * 1024) },
    })
    expect(texts(content)).toEqual(['still here'])
  })

  it('is not multiplied by entities it declares', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    ).join('')
    const xml = `<!DOCTYPE x [<!ENTITY e0 "lol">${levels}]><w:document ${namespaces}><w:body>${paragraph('a &e9; b')}</w:body></w:document>`
    const content = await contentOf('', { parts: { 'word/document.xml': xml } })
    expect(texts(content).join('').length).toBeLessThan(100)
  })
})
