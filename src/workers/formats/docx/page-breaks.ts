/** Puts a mark into a Word document's markup wherever a page of it begins, in the one form the converter understands. */

/**
 * Word itself notes where its pages ended when it last showed the document (`lastRenderedPageBreak`); other programs
 * do not, and then breaks asked for count: before a paragraph, and between sections that begin on a new page. Explicit
 * breaks are marks already. Also lets the base text of ruby (phonetic guides) through, which the converter would drop.
 * One pass; `xml` is `word/document.xml` as text.
 */
export function markPageBreaks(xml: string): string {
  const rendered = /<(?:\w+:)?lastRenderedPageBreak\b/u.test(xml)
  const tags =
    /<(\/?)(\w+:)?(lastRenderedPageBreak|pageBreakBefore|sectPr|type|pPr|p|ruby|rubyBase)(?=[\s/>])([^<>]*)>/gu
  const pieces: string[] = []
  let from = 0
  const put = (until: number, text: string, next: number): void => {
    pieces.push(xml.slice(from, until), text)
    from = next
  }
  let propertiesDepth = 0
  let breakBefore = false
  /** A section's properties are in its last paragraph, those of the last one at the end; they say how it begins. */
  const sections: { type: string; piece: number | null; readonly mark: string }[] = []
  let section: (typeof sections)[number] | null = null
  for (const match of xml.matchAll(tags)) {
    const [tag, slash = '', prefix = '', name, rest = ''] = match
    const end = match.index + tag.length
    const closing = slash === '/'
    const alone = rest.trimEnd().endsWith('/')
    const mark = `<${prefix}r><${prefix}br ${prefix}type="page"/></${prefix}r>`
    switch (name) {
      case 'lastRenderedPageBreak':
        put(match.index, closing ? '' : `<${prefix}br ${prefix}type="page"/>`, end)
        break
      case 'ruby':
      case 'rubyBase':
        put(match.index, '', end)
        break
      case 'pPr':
        if (alone) break
        propertiesDepth += closing ? -1 : 1
        if (!closing && propertiesDepth === 1) breakBefore = false
        if (closing && propertiesDepth === 0 && breakBefore && !rendered) put(end, mark, end)
        break
      case 'pageBreakBefore':
        if (!closing && propertiesDepth === 1 && !isOff(rest)) breakBefore = true
        break
      case 'sectPr':
        if (closing || propertiesDepth > 1) break
        section = { type: 'nextPage', piece: null, mark }
        sections.push(section)
        break
      case 'type':
        if (section !== null) section.type = /val\s*=\s*["'](\w+)["']/u.exec(rest)?.[1] ?? section.type
        break
      case 'p':
        if (!closing || section === null || section.piece !== null || propertiesDepth > 0) break
        put(match.index, '', match.index)
        section.piece = pieces.length - 1
        break
      default:
    }
  }
  for (const [index, { piece, mark }] of rendered ? [] : sections.entries()) {
    const next = sections[index + 1]?.type ?? 'continuous'
    if (piece !== null && next !== 'continuous' && next !== 'nextColumn') pieces[piece] = mark
  }
  pieces.push(xml.slice(from))
  return pieces.join('')
}

function isOff(attributes: string): boolean {
  return /val\s*=\s*["'](?:0|false|off|none)["']/u.test(attributes)
}

/** Points. The last section's size, which Word uses for a document of one; null where it says none. */
export function pageSizeOf(xml: string): { readonly width: number; readonly height: number } | null {
  const tag = [...xml.matchAll(/<(?:\w+:)?pgSz\b([^<>]*)>/gu)].at(-1)?.[1]
  if (tag === undefined) return null
  // Twentieths of a point.
  const twips = (name: string): number =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["'](\\d{2,6})["']`, 'u').exec(tag)?.[1])
  const [width, height] = [twips('w') / 20, twips('h') / 20]
  return width > 0 && height > 0 ? { width, height } : null
}
