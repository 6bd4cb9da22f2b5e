/** The frame of a story, in every language. */
import { inLanguages, type Said } from '../../insights/words/word-book.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const frame = inLanguages({ de, en })
export type Frame = Said<typeof en>
