/** Makes markup of unknown origin safe while it is parsed, in parts of any size: what is not allowed is left out. */
import { Parser } from 'htmlparser2'
import { allowedClasses, allowedTags, idPrefix, maxDepth, withoutText } from '../../../shared/document/markup.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { shownAs } from './shown-as.ts'

export type Attributes = Readonly<Record<string, string>>

/** Gets well-formed markup of allowed elements only; text as it is to be read, not escaped. */
export interface MarkupSink {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}

/** Opened and not closed. For each end tag the parser looks through them all: 50,000 tags among 20,000 take seconds. */
const maxOpen = 5_000
const maxIdLength = 200
const maxAddressLength = 4000
const maxAlternativeLength = 2000

const allowed: ReadonlySet<string> = new Set(allowedTags)
const silent: ReadonlySet<string> = new Set(withoutText)

interface Open {
  readonly name: string
  /** What stands for it in the output; null where nothing does. */
  readonly shown: string | null
}

/**
 * `keepImage` gets the `src` of each image as it stands and returns the one to show, or null where it is not shown: then
 * its alternative text stands in its place. Links stay only where they lead within the document, to the web or to a
 * mail address. Markup nested beyond all reason is `hostile_content`.
 */
export class SafeMarkup {
  readonly #parser: Parser
  readonly #sink: MarkupSink
  readonly #keepImage: (src: string) => string | null
  readonly #open: Open[] = []
  #shownDepth = 0
  /** Open elements whose content is not text. */
  #silentDepth = 0

  constructor(sink: MarkupSink, keepImage: (src: string) => string | null) {
    this.#sink = sink
    this.#keepImage = keepImage
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#openTag(name, attributes),
      ontext: (text) => {
        if (this.#silentDepth === 0) sink.text(text)
      },
      onclosetag: () => this.#closeTag(),
    })
  }

  write(markup: string): void {
    this.#parser.write(markup.includes('\0') ? markup.replaceAll('\0', '') : markup)
  }

  /** Closes what is open. */
  end(): void {
    this.#parser.end()
    while (this.#open.length > 0) this.#closeTag()
  }

  #openTag(name: string, attributes: Attributes): void {
    if (this.#open.length >= maxOpen) {
      throw new StoryglassError('hostile_content', `more than ${maxOpen} elements within each other`)
    }
    const isSilent = silent.has(name)
    const shown = this.#silentDepth > 0 || isSilent ? null : this.#show(name, attributes)
    if (isSilent) this.#silentDepth += 1
    if (shown !== null) this.#shownDepth += 1
    this.#open.push({ name, shown })
  }

  /** The parser closes only what is open, in order, also the elements that have no end tag. */
  #closeTag(): void {
    const closed = this.#open.pop()
    if (closed === undefined) return
    if (silent.has(closed.name)) this.#silentDepth -= 1
    if (closed.shown === null) return
    this.#shownDepth -= 1
    this.#sink.close(closed.shown)
  }

  #show(name: string, attributes: Attributes): string | null {
    if (name === 'input' && attributes.type?.toLowerCase() === 'checkbox') {
      this.#sink.text(attributes.checked === undefined ? '\u2610 ' : '\u2612 ')
      return null
    }
    const shown = shownAs[name] ?? name
    if (!allowed.has(shown) || this.#shownDepth >= maxDepth) return null
    if (shown === 'img') return this.#showImage(attributes)
    this.#sink.open(shown, safeAttributes(shown, attributes))
    return shown
  }

  #showImage(attributes: Attributes): 'img' | 'span' {
    const alt = (attributes.alt ?? '').slice(0, maxAlternativeLength)
    const src = attributes.src === undefined ? null : this.#keepImage(attributes.src)
    if (src !== null) {
      this.#sink.open('img', { src, alt })
      return 'img'
    }
    this.#sink.open('span', { class: 'missing-image' })
    if (alt !== '') this.#sink.text(alt)
    return 'span'
  }
}

function safeAttributes(name: string, given: Attributes): Attributes {
  const safe: Record<string, string> = {}
  const { id, lang, dir, start, colspan, rowspan } = given
  if (id !== undefined && id !== '' && id.length <= maxIdLength) safe.id = idPrefix + id
  // Older pages name places so.
  else if (name === 'a' && given.name !== undefined && given.name !== '' && given.name.length <= maxIdLength) {
    safe.id = idPrefix + given.name
  }
  if (lang !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(lang)) safe.lang = lang
  if (dir !== undefined && /^(?:ltr|rtl|auto)$/iu.test(dir)) safe.dir = dir.toLowerCase()
  if (name === 'ol' && isWhole(start)) safe.start = start
  if (name === 'td' || name === 'th') {
    if (isWhole(colspan)) safe.colspan = colspan
    if (isWhole(rowspan)) safe.rowspan = rowspan
  }
  const kept = given.class?.split(/\s+/u).find((one) => allowedClasses[name]?.includes(one))
  if (kept !== undefined) safe.class = kept
  return name === 'a' ? { ...safe, ...safeLink(given.href) } : safe
}

function isWhole(text: string | undefined): text is string {
  return text !== undefined && /^-?\d{1,6}$/u.test(text)
}

function safeLink(href: string | undefined): Attributes {
  const place = (href ?? '').trim()
  if (place.length > maxAddressLength) return {}
  if (place.startsWith('#')) return place.length > 1 ? { href: `#${idPrefix}${decoded(place.slice(1))}` } : {}
  // A relative address leads nowhere once the document has left its place.
  return /^(?:https?:\/\/|mailto:)/iu.test(place) ? { href: place, rel: 'noopener noreferrer' } : {}
}

/** A link may name the place as an address writes it: `#%C3%A4`. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
