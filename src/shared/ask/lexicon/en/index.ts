/** English words of questions. */
import type { Lexicon } from '../lexicon.ts'
import { concepts, degrees } from './concepts.ts'
import { cues, light, rowNames } from './cues.ts'
import { months, numbers, seasons, values, weekdays } from './values.ts'

export const en: Lexicon = { cues, light, rowNames, concepts, degrees, months, seasons, weekdays, values, numbers }
