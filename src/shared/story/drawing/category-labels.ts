/** Names of categories cut to the room there is, so that no two that differ come out alike. */

const ellipsis = '…'

/**
 * Each label in at most `longest` characters: cut at its end, unless others begin the same way; then the part that all
 * of those share gives way, and the part that tells them apart stays.
 */
export function fitLabels(labels: readonly string[], longest: number): readonly string[] {
  const cut = labels.map((label) => shorten(label, longest))
  return labels.map((label, index) => {
    const alike = labels.filter((other, place) => other !== label && cut[place] === cut[index])
    return alike.length === 0 ? (cut[index] ?? label) : keepDifference(label, alike, longest)
  })
}

/** Lines of at most `longest` characters, broken between words, `most` of them at the utmost; null where they do not do. */
export function wrapLabel(label: string, longest: number, most: number): readonly string[] | null {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= most && lines.every((line) => line.length <= longest) ? lines : null
}

export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, Math.max(1, longest - 1)).trimEnd()}${ellipsis}`
}

/** The beginning that says what it is, and from where it differs: `Bank of…West`. */
function keepDifference(label: string, others: readonly string[], longest: number): string {
  const shared = Math.min(...others.map((other) => sharedStart(label, other)))
  const different = label.slice(wordStart(label, shared))
  const room = longest - 1 - different.length
  if (room >= 3) return `${label.slice(0, room).trimEnd()}${ellipsis}${different}`
  if (different.length < longest) return `${ellipsis}${different}`
  // Too long itself: what it begins and ends with.
  const tail = Math.floor((longest - 2) / 2)
  const head = longest - 2 - tail
  return `${ellipsis}${different.slice(0, head).trimEnd()}${ellipsis}${different.slice(-tail).trimStart()}`
}

function sharedStart(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length++
  return length
}

/** Where the word begins that the place is in. */
function wordStart(text: string, place: number): number {
  const before = text.slice(0, place)
  return Math.max(before.lastIndexOf(' '), before.lastIndexOf('-'), before.lastIndexOf('/')) + 1
}
