/** What a Word document says about itself: title, author, dates, language (ECMA-376 part 2, core properties). */
import { SaxesParser } from 'saxes'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Archive } from '../../files/archive.ts'

const maxBytes = 1024 * 1024
const maxValueLength = 4000

const coreNames: ReadonlySet<string> = new Set([
  ...['title', 'subject', 'creator', 'keywords', 'description', 'lastModifiedBy', 'revision', 'created', 'modified'],
  ...['category', 'contentStatus', 'language', 'lastPrinted', 'identifier', 'version'],
])
const applicationNames: ReadonlySet<string> = new Set(['Application', 'Company', 'Manager', 'Template'])

export type Metadata = Record<string, string | number | boolean>

/** Names in lower camel case as the format has them. Parts that cannot be read are as good as absent: nothing depends on them. */
export async function readProperties(archive: Archive): Promise<Metadata> {
  const metadata: Metadata = {}
  for (const [part, names] of [
    ['docProps/core.xml', coreNames],
    ['docProps/app.xml', applicationNames],
  ] as const) {
    const name = part === 'docProps/core.xml' ? corePartOf(archive) : part
    const xml = name === null ? null : await textOf(archive, name)
    if (xml === null) continue
    for (const [key, value] of leavesOf(xml)) {
      if (names.has(key) && value !== '') metadata[key[0]?.toLowerCase() + key.slice(1)] ??= value
    }
  }
  return metadata
}

/** The language the document's text is in unless it says otherwise in a place: BCP 47, or null. */
export async function readLanguage(archive: Archive, stylesPart: string): Promise<string | null> {
  const xml = archive.has(stylesPart) ? await textOf(archive, stylesPart, 8 * maxBytes) : null
  if (xml === null) return null
  const defaults = /<(?:\w+:)?docDefaults\b[\s\S]*?<\/(?:\w+:)?docDefaults>/u.exec(xml)?.[0] ?? ''
  const tag = /<(?:\w+:)?lang\b([^<>]*)>/u.exec(defaults)?.[1] ?? ''
  const language = /(?<![A-Za-z])val\s*=\s*["']([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)["']/u.exec(tag)?.[1] ?? null
  // Word's own "no proofing" has this private code.
  return language === null || /^x-|^zxx/iu.test(language) ? null : language
}

function corePartOf(archive: Archive): string | null {
  return archive.names.find((name) => /(?:^|[/\\])core\d*\.xml$/iu.test(name)) ?? null
}

async function textOf(archive: Archive, name: string, limit = maxBytes): Promise<string | null> {
  if (!archive.has(name)) return null
  try {
    return (await archive.read(name, limit)).toString('utf8').replace(/^\ufeff/u, '')
  } catch (error) {
    if (error instanceof StoryglassError) return null
    throw error
  }
}

/** Elements that hold only text, by local name, the first of each. */
function leavesOf(xml: string): Map<string, string> {
  const leaves = new Map<string, string>()
  let text = ''
  const parser = new SaxesParser()
  // What was understood before the damage counts.
  parser.on('error', () => undefined)
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', (tag) => {
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    if (!leaves.has(name)) leaves.set(name, text.trim().slice(0, maxValueLength))
    text = ''
  })
  parser.write(xml).close()
  return leaves
}
