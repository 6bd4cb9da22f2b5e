/** Labels that look like another spelling of a commoner one. */

export interface LabelVariant {
  readonly variant: string
  readonly variantRows: number
  /** The commonest label it may stand for. */
  readonly common: string
  readonly commonRows: number
}

/** How much commoner a label is than its misspelling, at least. */
const leastRatio = 20
/** Short words are often one letter apart. */
const leastLetters = 4
/** Beyond so many labels, names one letter apart are people, not slips. */
const mostForSlips = 300

/**
 * Labels that differ from a commoner one by case, spaces or punctuation alone, or by one slip of the pen (a letter more,
 * less, other, or two exchanged; Damerau 1964) while at least twenty times as rare. `labels` most frequent first.
 * O(labels · length).
 */
export function labelVariants(labels: readonly { readonly label: string; readonly rows: number }[]): LabelVariant[] {
  const byForm = new Map<string, { label: string; rows: number }>()
  const bySlip = new Map<string, { label: string; rows: number }[]>()
  const found: LabelVariant[] = []
  for (const one of labels) {
    const form = folded(one.label)
    const same = byForm.get(form)
    if (same !== undefined) {
      if (form.length > 1) found.push(variantOf(one, same))
      continue
    }
    byForm.set(form, one)
    if (labels.length > mostForSlips || form.length < leastLetters || /\p{Nd}/u.test(form)) continue
    const near = [...new Set(shortened(form).flatMap((key) => bySlip.get(key) ?? []))].find(
      (other) => other.rows >= leastRatio * one.rows && isOneSlip(form, folded(other.label)),
    )
    if (near !== undefined) {
      found.push(variantOf(one, near))
      continue
    }
    for (const key of shortened(form)) bySlip.set(key, [...(bySlip.get(key) ?? []), one])
  }
  return found
}

function variantOf(variant: { label: string; rows: number }, common: { label: string; rows: number }): LabelVariant {
  return { variant: variant.label, variantRows: variant.rows, common: common.label, commonRows: common.rows }
}

/** What is left of a label without case, outer and double spaces, and the signs people leave out or put in. */
function folded(label: string): string {
  return label
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[\s._\-–—'’]+/gu, ' ')
    .trim()
}

/** The text itself and with each letter left out: two texts one slip apart share one of these, or two exchanged letters. */
function shortened(text: string): string[] {
  return [text, ...Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1))]
}

function isOneSlip(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++
  const [a, b] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  if (long.length - short.length === 1) return a.length === 0 && b.length === 1
  if (long.length !== short.length) return false
  return a.length === 1 || (a.length === 2 && a[0] === b[1] && a[1] === b[0])
}
