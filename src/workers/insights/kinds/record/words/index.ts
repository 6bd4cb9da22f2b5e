import { inLanguages } from '../../../words/word-book.ts'
import { en } from './en.ts'

export const words = inLanguages({ en })
