import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentContentSchema } from '../../../../../src/shared/document/document.ts'
import { bodyParts } from '../../../../../src/workers/formats/docx/body-parts.ts'
import { convertDocx } from '../../../../../src/workers/formats/docx/docx.ts'
import { NoteGatherer } from '../../../../../src/workers/formats/docx/notes.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { holds } from '../../../../support/property.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'
import { heading, namespaces, paragraph, writeWordDocument } from '../../../../support/word-document.ts'

const document = (body: string): string =>
  `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`
const parts = async (body: string) => (await bodyParts(document(body), detachedContext())).map(({ xml }) => xml)
const inner = (xml: string): string => xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('</w:body>'))
const long = (text: string): string => paragraph(`${text} ${'word '.repeat(2000)}`)

describe('the main part of a Word document in parts', () => {
  it('is one part where it is short', async () => {
    const body = paragraph('a') + heading(1, 'b')
    expect(await parts(body)).toEqual([document(body)])
  })

  it('is cut between paragraphs, each part a document of its own', async () => {
    const body = Array.from({ length: 100 }, (_, index) => long(`p${index}`)).join('')
    const cut = await parts(body)
    expect(cut.length).toBeGreaterThan(3)
    expect(cut.map(inner).join('')).toBe(body)
    for (const xml of cut)
      expect(xml.startsWith(`<?xml version="1.0"?><w:document ${namespaces}><w:body><w:p>`)).toBe(true)
  })

  it('opens content controls, around whole chapters as they may be, and leaves out what describes them', async () => {
    const chapter = long('x').repeat(30)
    const cut = await parts(
      `<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent>${chapter}</w:sdtContent></w:sdt>${paragraph('end')}`,
    )
    expect(cut.length).toBeGreaterThan(1)
    expect(cut.map(inner).join('')).toBe(chapter + paragraph('end'))
  })

  it('cuts neither a table nor a list', async () => {
    const table = `<w:tbl>${`<w:tr><w:tc>${long('c')}</w:tc></w:tr>`.repeat(40)}</w:tbl>`
    const item = long('i').replace(
      '<w:pPr></w:pPr>',
      '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    const cut = await parts(`${table}${paragraph('a')}${item.repeat(40)}${paragraph('end')}`)
    expect(cut.filter((xml) => xml.includes('<w:tbl>')).length).toBe(1)
    expect(cut.filter((xml) => xml.includes('<w:numPr>')).length).toBe(1)
  })

  it('is none where the markup is not well-formed', async () => {
    expect(await parts(`${paragraph('a')}<w:p>`)).toEqual([])
    expect(await bodyParts('<a><b></a></b>', detachedContext())).toEqual([])
    expect(await bodyParts('no markup', detachedContext())).toEqual([])
  })

  it('holds every paragraph once, in order, whatever is around it', async () => {
    let count = 0
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant('P'),
        fc.constant('<!-- <w:p> -->'),
        fc.constant('<w:bookmarkStart w:id="1" w:name="a>b"/>'),
        fc.array(tie('tree'), { maxLength: 4 }).map((all) => all.join('')),
        tie('tree').map((all) => `<w:sdt><w:sdtPr/><w:sdtContent>${all}</w:sdtContent></w:sdt>`),
        tie('tree').map((all) => `<w:customXml>${all}</w:customXml>`),
        tie('tree').map((all) => `<w:tbl><w:tr><w:tc>${all}</w:tc></w:tr></w:tbl>`),
      ),
    }))
    await holds(
      fc.asyncProperty(tree, fc.boolean(), async (shape, isLong) => {
        count = 0
        const body = shape.replaceAll('P', () => (isLong ? long(`#${count++}#`) : paragraph(`#${count++}#`)))
        const marks = (text: string): string[] => [...text.matchAll(/#\d+#/gu)].map(([mark]) => mark)
        const cut = await parts(body)
        expect(cut.flatMap(marks)).toEqual(marks(body))
        // Each part is well-formed by the same measure.
        for (const xml of cut) expect((await bodyParts(xml, detachedContext())).length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('notes of a document read in parts', () => {
  it('are numbered through and put at the end', () => {
    const notes = new NoteGatherer()
    const reference = (id: number, number: number): string =>
      `<sup><a href="#footnote-${id}" id="footnote-ref-${id}">[${number}]</a></sup>`
    const note = (id: number): string =>
      `<li id="footnote-${id}"><p>Note ${id} <a href="#footnote-ref-${id}">↑</a></p></li>`
    expect(notes.take(`<p>a${reference(1, 1)}${reference(2, 2)}</p><ol>${note(1)}${note(2)}</ol>`)).toBe(
      `<p>a${reference(1, 1)}${reference(2, 2)}</p>`,
    )
    expect(notes.take('<ol><li>a list [1]</li></ol>')).toBe('<ol><li>a list [1]</li></ol>')
    expect(notes.take(`<p>b${reference(7, 1)}</p><ol>${note(7)}</ol>`)).toBe(`<p>b${reference(7, 3)}</p>`)
    expect(notes.end()).toBe(`<ol>${note(1)}${note(2)}${note(7)}</ol>`)
  })

  it('stay with the comments of all parts, in a long document', async () => {
    const count = 40
    const body = Array.from(
      { length: count },
      (_, index) =>
        `${long(`p${index}`)}<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id="${index + 1}"/></w:r><w:r><w:commentReference w:id="${index}"/></w:r></w:p>`,
    ).join('')
    const all = (element: string, first: number, text: string): string =>
      Array.from(
        { length: count },
        (_, index) =>
          `<w:${element} w:id="${index + first}" w:initials="A">${paragraph(`${text} ${index} ${'x'.repeat(2000)}.`)}</w:${element}>`,
      ).join('')
    const content = await withTemporaryFolder(async (folder) => {
      const source = await writeWordDocument(folder, body, {
        parts: {
          'word/footnotes.xml': `<w:footnotes ${namespaces}>${all('footnote', 1, 'Source')}</w:footnotes>`,
          'word/comments.xml': `<w:comments ${namespaces}>${all('comment', 0, 'Doubt')}</w:comments>`,
        },
        related: [
          { id: 'f', kind: 'footnotes', target: 'footnotes.xml' },
          { id: 'c', kind: 'comments', target: 'comments.xml' },
        ],
      })
      return documentContentSchema.parse(
        await convertDocx(source, { outputDir: null, password: null }, detachedContext()),
      )
    })
    const text = content.pages.map((page) => page.text).join('\n')
    for (let index = 0; index < count; index += 1) {
      expect(text).toContain(`Claim[${index + 1}][A${index + 1}]`)
      expect(text.split(`Source ${index} `).length).toBe(2)
      expect(text.split(`Doubt ${index} `).length).toBe(2)
    }
    // Each note can be gone to from its place: the page that holds it says so.
    const anchors = new Set(content.pages.flatMap((page) => page.anchors ?? []))
    for (let index = 1; index <= count; index += 1) expect(anchors).toContain(`doc-footnote-${index}`)
  })
})
