/** What several kinds of pictures say alike. */
import { inLanguages } from '../../words/word-book.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const chartWords = inLanguages({ de, en })
