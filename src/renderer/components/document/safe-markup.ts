/**
 * Markup of a document as elements of this window. The engine has made it safe before it was stored; here it is built
 * anew, element by element, from a short list, so that even markup that was not could neither run, style, fetch nor
 * lead anywhere: no name, no attribute and no address gets through that is not named here.
 */
import { documentAssetPattern } from '../../../shared/document/asset-address.ts'
import { allowedClasses, allowedTags, idPrefix, maxDepth, withoutText } from '../../../shared/document/markup.ts'
import { assetAddress } from '../../bridge/engine.ts'

const allowed: ReadonlySet<string> = new Set(allowedTags)

/** Of these not even the text is shown; of any other element that is not allowed, what is in it stays. */
const silent: ReadonlySet<string> = new Set([...withoutText, 'select', 'embed', 'math', 'link', 'meta', 'base'])
const dataImage = /^data:image\/(?:png|jpeg|gif|webp|bmp);base64,[a-z0-9+/=\s]*$/iu

/** Attributes of the elements that stand for links: `placeAttribute` within the document, `addressAttribute` outside. */
export const placeAttribute = 'data-place'
export const addressAttribute = 'data-address'

/** `id` is the document's. What comes back is not yet part of any page. */
export function buildMarkup(html: string, id: string): DocumentFragment {
  // A document made by the parser runs nothing and fetches nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const fragment = document.createDocumentFragment()
  copyChildren(parsed.body, fragment, id, 0)
  return fragment
}

function copyChildren(from: Node, to: Node, id: string, depth: number): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.nodeValue ?? ''))
    else if (child instanceof Element) copyElement(child, to, id, depth)
  }
}

function copyElement(from: Element, to: Node, id: string, depth: number): void {
  // Names of SVG and MathML keep their case.
  const name = from.tagName.toLowerCase()
  if (silent.has(name)) return
  if (!allowed.has(name) || depth > maxDepth) {
    copyChildren(from, to, id, depth + 1)
    return
  }
  if (name === 'img') {
    to.appendChild(imageOf(from, id))
    return
  }
  const element = document.createElement(name === 'a' ? 'span' : name)
  if (name === 'a') makeLink(from, element)
  copyAttributes(from, element, name)
  copyChildren(from, element, id, depth + 1)
  to.appendChild(element)
}

function copyAttributes(from: Element, to: HTMLElement, name: string): void {
  const ownId = from.getAttribute('id')
  if (ownId?.startsWith(idPrefix)) to.id = ownId
  for (const attribute of ['lang', 'dir']) {
    const value = from.getAttribute(attribute)
    if (value !== null && /^[\w-]{1,40}$/u.test(value)) to.setAttribute(attribute, value)
  }
  const numbers = name === 'td' || name === 'th' ? ['colspan', 'rowspan'] : name === 'ol' ? ['start'] : []
  for (const attribute of numbers) {
    const value = from.getAttribute(attribute)
    if (value !== null && /^-?\d{1,6}$/u.test(value)) to.setAttribute(attribute, value)
  }
  for (const one of allowedClasses[name] ?? []) if (from.classList.contains(one)) to.classList.add(one)
}

/** No address of the document's becomes one of this window: what a link leads to is asked for when it is used. */
function makeLink(from: Element, to: HTMLElement): void {
  const href = from.getAttribute('href')?.trim() ?? ''
  if (href.startsWith(`#${idPrefix}`)) to.setAttribute(placeAttribute, href.slice(1))
  else if (/^(?:https?:\/\/|mailto:)/iu.test(href)) to.setAttribute(addressAttribute, href)
  else return
  to.setAttribute('role', 'link')
  to.tabIndex = 0
  if (!href.startsWith('#')) to.title = href
}

function imageOf(from: Element, id: string): HTMLElement {
  const src = from.getAttribute('src') ?? ''
  const alt = from.getAttribute('alt') ?? ''
  const address = documentAssetPattern.test(src) ? assetAddress(id, src) : dataImage.test(src) ? src : null
  if (address === null) {
    const missing = document.createElement('span')
    missing.className = 'missing-image'
    missing.textContent = alt
    return missing
  }
  const image = document.createElement('img')
  image.alt = alt
  image.decoding = 'async'
  image.loading = 'lazy'
  image.src = address
  return image
}
