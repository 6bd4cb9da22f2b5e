/** Word documents made up for tests: the body's markup given, the parts around it as Word writes them. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentFile } from '../../src/workers/pages/document-file.ts'
import { type PartContent, writeZip } from './workbook.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
export const namespaces = `xmlns:w="${word}" xmlns:r="${relations}"`

export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export function heading(level: number, text: string): string {
  return paragraph(text, `<w:pStyle w:val="Heading${level}"/>`)
}

const styles = [1, 2, 3]
  .map(
    (level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join('')

/** `related` names the parts of the document beside it, by kind: comments, footnotes, image, hyperlink. */
export async function writeWordDocument(
  folder: string,
  body: string,
  options: {
    readonly parts?: Readonly<Record<string, PartContent>>
    readonly related?: readonly {
      readonly id: string
      readonly kind: string
      readonly target: string
      readonly external?: true
    }[]
    readonly name?: string
  } = {},
): Promise<DocumentFile> {
  const name = options.name ?? 'made-up.docx'
  const file = path.join(folder, name)
  const links = (options.related ?? []).map(
    ({ id, kind, target, external }) =>
      `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  await writeZip(file, {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packaged}/relationships">${links.join('')}</Relationships>`,
    'word/styles.xml': `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia="ja-JP" w:val="de-CH"/></w:rPr></w:rPrDefault></w:docDefaults>${styles}</w:styles>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...options.parts,
  })
  return { path: file, name, bytes: (await stat(file)).size }
}
