/**
 * Which markup of a document may be shown: everything that is not named here is left out. Held to twice, by the worker
 * that makes the markup safe to store and by the window, which builds it anew.
 */

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
export const allowedTags: readonly string[] = [...headings, ...blocks, ...lists, ...tables, ...phrases, ...morePhrases]

/** Elements whose content is not text for a reader. Of every other element that is not allowed, the content stays. */
export const withoutText: readonly string[] = [
  ...['script', 'style', 'textarea', 'option', 'xmp', 'noscript', 'noembed', 'noframes', 'iframe'],
  ...['template', 'title', 'svg', 'object', 'audio', 'video', 'canvas', 'datalist', 'plaintext'],
]

/** Classes that are ours. `hr.page-break` ends a page, `h1.title` is the title, `p.caption` that of a table or figure. */
export const allowedClasses: Readonly<Record<string, readonly string[]>> = {
  hr: ['page-break'],
  h1: ['title'],
  p: ['subtitle', 'caption'],
  span: ['missing-image'],
  li: ['continued'],
}

/** Elements within each other; what is in deeper ones stays, without them. */
export const maxDepth = 100
