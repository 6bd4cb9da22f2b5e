/** What changed, in words, in every language. */
import { inLanguages, type Said } from '../../insights/words/word-book.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const words = inLanguages({ de, en })
export type Words = Said<typeof en>
