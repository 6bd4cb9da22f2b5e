/** Whether a sentence can stand by itself as a quotation. */
import { stopWordsOf } from '../words/stop-words.ts'
import { wordsOf } from '../words/words.ts'
import type { Sentence } from './sentence.ts'

const fewestWords = 7
const mostWords = 60
/** Of a text in a language, at least this share of the words are stop words; of damaged text or of a list, fewer. */
const leastStopWords = 0.12
const leastLetters = 0.72

const boilerplate =
  /©|\(c\)\s|\bcopyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|alle rechten voorbehouden|\bISBN\b|\bISSN\b|\bwarranty\b|\bwarranties\b|\bnon-?infringement\b|permission is (?:hereby )?granted|copy of (?:the|this) licen[sc]e|invariant sections|licen[sc]ed under|under the terms of the|free software foundation|creative commons|powered by|click here|this page (?:is )?intentionally|version of record|preprint submitted|supported in part by|was supported by|corresponding author|e-?mail\b.*@|please cite|to cite this|doi:\s*10\.|\/\/doi\.org|lorem ipsum|dolor sit amet|has been published in the|see the file|http[^ ]* http/iu

/** Without what came before these say nothing. */
const dangling =
  /^(?:this|these|that|those|it|they|he|she|such|the (?:former|latter|above|following|same)|here|there|both|however|therefore|thus|hence|moreover|furthermore|consequently|nevertheless|otherwise|similarly|likewise|instead|also|then|so|but|and|or|yet|accordingly|as a (?:result|consequence)|for (?:example|instance|this)|in (?:this case|contrast|addition|particular|other words|both cases)|on the other hand|dies|diese|dieser|dieses|es|sie|er|daher|deshalb|dennoch|jedoch|außerdem|somit|dabei|dadurch|dazu|dann|auch|aber|so|zum beispiel|cela|ceci|ce|cette|ces|il|elle|ils|elles|cependant|donc|ainsi|toutefois|mais|et|par exemple|de plus|en effet|esto|esta|este|estos|estas|ello|sin embargo|por lo tanto|además|así|pero|y|por ejemplo|questo|questa|questi|queste|tuttavia|quindi|inoltre|ma|e|così|ad esempio|per esempio|isto|isso|este|esta|essa|esse|no entanto|portanto|além disso|mas|assim|por exemplo|dit|deze|dat|het|echter|daarom|bovendien|maar|en|dus|ook|bijvoorbeeld)\b/iu

export function isQuotable({ text, words, terms }: Sentence, language: string | null): boolean {
  if (words < fewestWords || words > mostWords || terms.length < 3) return false
  if (!/^["'“„«‘(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) || !/[.!?。！？]["'”’»)\]]*$/u.test(text)) return false
  const dense = text.replaceAll(/\s+/gu, '')
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  if (letters < leastLetters * dense.length || /[\uFFFD\p{Co}\p{Cc}]/u.test(text)) return false
  if (boilerplate.test(text) || !isBalanced(text)) return false
  if (/https?:\/|\bwww\.|\.{4,}|(?:\p{Lu}\S*\s+){9,}/u.test(text)) return false
  const stopWords = stopWordsOf(language)
  if (stopWords.size === 0) return true
  const all = wordsOf(text)
  const weak = all.filter((word) => stopWords.has(word.text.toLowerCase())).length
  // Letters torn apart by a damaged font are words of one letter.
  const single = all.filter((word) => word.text.length === 1 && !/^[aioyàéôA-Z0-9]$/u.test(word.text)).length
  return weak >= leastStopWords * all.length && single < 0.2 * all.length
}

/** Whether it leans on the sentence before it. */
export function isDangling(text: string): boolean {
  return dangling.test(text)
}

function isBalanced(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length - 1
  return (
    count('(') === count(')') &&
    count('[') === count(']') &&
    (text.includes('„') || count('“') === count('”')) &&
    count('"') % 2 === 0
  )
}
