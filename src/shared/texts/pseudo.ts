/**
 * The pseudo-language of the tests, made from English: `Drop a file` becomes `⟦Ðŕöþ å ƒîļé⟧`. A sentence that is not in
 * the catalogue stands out, because it alone is still written in plain letters.
 */
import { TYPE } from '@formatjs/icu-messageformat-parser'
import type { ParsedMessage } from './message.ts'

export const pseudoLanguage = 'en-XA'

const opening = '⟦'
const closing = '⟧'

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const accented = 'ÅßÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'
const letters = new Map([...plain].map((letter, place) => [letter, [...accented][place] ?? letter]))

export function pseudoText(text: string): string {
  return [...text].map((character) => letters.get(character) ?? character).join('')
}

/** The same message with every letter of its own accented and the whole in brackets; arguments stay as they are. */
export function pseudoMessage(parsed: ParsedMessage): ParsedMessage {
  const bracket = (value: string): ParsedMessage[number] => ({ type: TYPE.literal, value })
  return [bracket(opening), ...accentParts(parsed), bracket(closing)]
}

function accentParts(parts: ParsedMessage): ParsedMessage {
  return parts.map((part) => {
    if (part.type === TYPE.literal) return { ...part, value: pseudoText(part.value) }
    if (part.type !== TYPE.plural && part.type !== TYPE.select) return part
    const options = Object.entries(part.options).map(
      ([name, option]) => [name, { ...option, value: accentParts(option.value) }] as const,
    )
    return { ...part, options: Object.fromEntries(options) }
  })
}
