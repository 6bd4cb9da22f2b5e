/** What a web page says about itself in its head. */
import { Parser } from 'htmlparser2'

export interface Head {
  readonly title: string | null
  readonly language: string | null
  /** By the names of its `meta` elements. */
  readonly metadata: Readonly<Record<string, string>>
}

const metaNames: ReadonlySet<string> = new Set(['author', 'description', 'keywords', 'generator', 'date', 'subject'])
const maxHeadCharacters = 256 * 1024
const maxValueLength = 4000

/** Reads the beginning of the page; a title after 256 thousand characters is none. */
export function readHead(html: string): Head {
  let [title, language, inTitle]: [string | null, string | null, boolean] = [null, null, false]
  const metadata: Record<string, string> = {}
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'html') language ??= languageTag(attributes.lang ?? attributes['xml:lang'])
      if (name === 'title' && title === null) [title, inTitle] = ['', true]
      if (name !== 'meta') return
      const key = (attributes.name ?? '').trim().toLowerCase()
      const value = (attributes.content ?? '').trim()
      if (metaNames.has(key) && value !== '') metadata[key] ??= value.slice(0, maxValueLength)
      if (attributes['http-equiv']?.toLowerCase() === 'content-language') language ??= languageTag(value)
    },
    ontext: (text) => {
      if (inTitle) title = (title ?? '') + text
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false
    },
  })
  parser.write(html.slice(0, maxHeadCharacters))
  parser.end()
  const trimmed = (title ?? '').replace(/\s+/gu, ' ').trim().slice(0, maxValueLength)
  return { title: trimmed === '' ? null : trimmed, language, metadata }
}

/** The encoding the page names itself (HTML standard, "prescan a byte stream"); an XML declaration counts as well. */
export function declaredEncoding(head: string): string | null {
  const meta = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1]
  return meta ?? /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1] ?? null
}

function languageTag(text: string | undefined): string | null {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(text?.trim() ?? '') ? (text?.trim() ?? null) : null
}
