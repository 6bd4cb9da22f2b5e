/** The English texts, for what a test says and expects. */
import { textsIn } from '../../src/shared/texts/texts.ts'

export const english = textsIn('en')
