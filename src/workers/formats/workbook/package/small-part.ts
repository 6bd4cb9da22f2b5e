/** Reads a small XML part whole: workbook, relationships, styles. */
import { SaxesParser } from 'saxes'
import { StoryglassError } from '../../../../shared/failure/failure.ts'
import type { Archive } from '../../../files/archive.ts'
import { maxDepth, maxSmallPartBytes } from '../limits.ts'
import { asUtf8 } from '../xml/encoding.ts'

export interface PartVisitor {
  /** `name` and the attributes' names come without their namespace prefix; `path` ends in `name`. */
  open?(name: string, attributes: ReadonlyMap<string, string>, path: readonly string[]): void
  close?(name: string): void
}

/**
 * Visits the elements of a part. A document type is refused as hostile, broken XML as damage. Namespaces are not resolved:
 * workbooks differ in prefixes and in the strict and transitional namespaces, never in what a local name means here.
 */
export async function visitPart(archive: Archive, part: string, visitor: PartVisitor): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const path: string[] = []
  parser.on('doctype', () => {
    throw new StoryglassError('hostile_content', `${part} declares a document type`)
  })
  parser.on('error', (error) => {
    throw new StoryglassError('damaged_workbook', `${part}: ${error.message}`)
  })
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    path.push(name)
    if (path.length > maxDepth) throw new StoryglassError('hostile_content', `${part} nests over ${maxDepth} elements`)
    const attributes = new Map<string, string>()
    for (const [key, value] of Object.entries(tag.attributes)) attributes.set(localName(key), String(value))
    visitor.open?.(name, attributes, path)
  })
  parser.on('closetag', (tag) => {
    path.pop()
    visitor.close?.(localName(tag.name))
  })
  let total = 0
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of asUtf8(archive.chunks(part))) {
    total += chunk.length
    if (total > maxSmallPartBytes)
      throw new StoryglassError('hostile_content', `${part} unpacks to over ${total} bytes`)
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.write(decoder.decode())
  parser.close()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
