/** The language of what the gallery's engine that is none has said: its failures, notes and stories are data. */
import { textsIn } from '../../src/shared/texts/texts.ts'

export const english = textsIn('en')
