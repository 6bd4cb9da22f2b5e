/** Makes markup of unknown origin safe to show: no script, no style, nothing fetched, no name that meets one of ours. */
import sanitize from 'sanitize-html'
import { StoryglassError } from '../../../shared/failure/failure.ts'

/** Before every `id` of a document, so that none can shadow an element or a global of the page that shows it. */
export const idPrefix = 'doc-'

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const blocks = [
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'pre',
  'hr',
  'figure',
  'figcaption',
  'details',
  'summary',
]
const lists = ['ul', 'ol', 'li', 'dl', 'dt', 'dd']
const tables = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']
const phrases = ['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt']
const morePhrases = ['ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr']
export const allowedTags = [...headings, ...blocks, ...lists, ...tables, ...phrases, ...morePhrases]

/** Elements whose content is not text for a reader. Of every other element that is not allowed, the content stays. */
const withoutText = ['script', 'style', 'textarea', 'option', 'xmp', 'noscript', 'noembed', 'noframes', 'iframe']
const moreWithoutText = ['template', 'title', 'svg', 'object', 'audio', 'video', 'canvas', 'datalist', 'plaintext']

const maxDepth = 100

/** Opened and not closed. Parsers take time with the square of it: 20,000 are a third of a second, 300,000 a minute. */
const maxOpen = 25_000
/** Elements a browser closes by itself, which real pages leave open by the thousand. */
const closedByItself =
  /^(?:p|li|d[td]|t[rdh]|tbody|thead|option|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu

/**
 * `keepImage` gets the `src` of each image as it stands and returns the one to show, or null where it is not shown: then
 * its alternative text stands in its place. Links stay only where they lead within the document, to the web or to a
 * mail address. Markup nested beyond all reason is `hostile_content`.
 */
export function sanitise(html: string, keepImage: (src: string) => string | null): string {
  refuseEndlessNesting(html)
  return sanitize(html, {
    allowedTags,
    nonTextTags: [...withoutText, ...moreWithoutText],
    allowedAttributes: {
      '*': ['id', 'lang', 'dir'],
      a: ['href', 'rel'],
      img: ['src', 'alt'],
      ol: ['start'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedClasses: { hr: ['page-break'], h1: ['title'], p: ['subtitle'], span: ['missing-image'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    // Whatever `keepImage` gives back is ours: a file beside the document, or data.
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: maxDepth,
    parseStyleAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: withOwnId(attribs) }),
      a: (tagName, attribs) => ({ tagName, attribs: withSafeLink(attribs) }),
      img: (_tagName, attribs) => {
        const alt = attribs.alt ?? ''
        const src = attribs.src === undefined ? null : keepImage(attribs.src)
        if (src !== null) return { tagName: 'img', attribs: { src, alt } }
        return { tagName: 'span', attribs: { class: 'missing-image' }, ...(alt === '' ? {} : { text: alt }) }
      },
      center: 'div',
      strike: 's',
      tt: 'code',
    },
  })
}

function refuseEndlessNesting(html: string): void {
  const openByName = new Map<string, number>()
  let open = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    if (closedByItself.test(name)) continue
    const key = name.toLowerCase()
    const before = openByName.get(key) ?? 0
    // What closes an element that is not open closes nothing.
    const after = slash === '/' ? Math.max(0, before - 1) : before + 1
    openByName.set(key, after)
    open += after - before
    if (open > maxOpen) throw new StoryglassError('hostile_content', `more than ${maxOpen} elements within each other`)
  }
}

function withOwnId(attribs: sanitize.Attributes): sanitize.Attributes {
  const { id, ...others } = attribs
  return id === undefined || id === '' ? others : { ...others, id: idPrefix + id }
}

function withSafeLink(attribs: sanitize.Attributes): sanitize.Attributes {
  const { href, rel: _rel, ...others } = attribs
  if (href === undefined) return others
  const place = href.trim()
  if (place.startsWith('#')) return place.length > 1 ? { ...others, href: `#${idPrefix}${place.slice(1)}` } : others
  // A relative address leads nowhere once the document has left its place.
  if (!/^(?:https?:\/\/|mailto:)/iu.test(place)) return others
  return { ...others, href: place, rel: 'noopener noreferrer' }
}
