/** From offsets in a page's text to ranges over the elements that show it. */

/**
 * White space may differ between a page's text and its markup, and nothing else does: so a place is known by how many
 * characters that are not white space stand before it.
 */
export class FlowText {
  readonly #nodes: readonly { readonly node: Text; readonly before: number }[]
  /** Of each character of the page's text, how many that are not white space stand before it. */
  readonly #counts: Uint32Array

  constructor(pageText: string, root: Node) {
    this.#counts = new Uint32Array(pageText.length + 1)
    let count = 0
    for (let offset = 0; offset < pageText.length; offset += 1) {
      this.#counts[offset] = count
      if (!isSpace(pageText.charCodeAt(offset))) count += 1
    }
    this.#counts[pageText.length] = count
    const nodes: { readonly node: Text; readonly before: number }[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let before = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue
      nodes.push({ node, before })
      before += solidLength(node.data)
    }
    this.#nodes = nodes
  }

  /** Null where the text is not on the page. */
  rangeOf(start: number, end: number): Range | null {
    const last = this.#counts.length - 1
    const from = this.#counts[Math.min(last, Math.max(0, start))] ?? 0
    const to = this.#counts[Math.min(last, Math.max(0, end))] ?? 0
    if (from >= to) return null
    const [first, second] = [this.#pointOf(from), this.#pointOf(to - 1)]
    if (first === null || second === null) return null
    const range = document.createRange()
    range.setStart(first.node, first.offset)
    range.setEnd(second.node, second.offset + 1)
    return range
  }

  /** Where the character stands that has `count` before it. */
  #pointOf(count: number): { readonly node: Text; readonly offset: number } | null {
    let low = 0
    let high = this.#nodes.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#nodes[middle]?.before ?? 0) <= count) low = middle
      else high = middle - 1
    }
    // Nodes of white space alone share their count with the one after them, which the search has found.
    const found = this.#nodes[low]
    if (found === undefined) return null
    let left = count - found.before
    const { data } = found.node
    for (let offset = 0; offset < data.length; offset += 1) {
      if (isSpace(data.charCodeAt(offset))) continue
      if (left === 0) return { node: found.node, offset }
      left -= 1
    }
    return null
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029
}

function solidLength(text: string): number {
  let length = 0
  for (let offset = 0; offset < text.length; offset += 1) if (!isSpace(text.charCodeAt(offset))) length += 1
  return length
}
