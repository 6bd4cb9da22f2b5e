import { inLanguages } from '../../../words/word-book.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const words = inLanguages({ de, en })
