/** What a person asked of a table: one number, one a group or a period, or two sides. Never looked for by itself. */
import { answerNumbers } from '../../../analysis/derive/answer.ts'
import { defineKind } from '../../kind.ts'
import { drawAnswer } from './draw.ts'
import { names } from './names.ts'
import { sayAnswer } from './say.ts'
import { words } from './words/index.ts'

export const answer = defineKind({
  type: 'answer',
  names,
  detectors: [],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayAnswer,
  picture: { name: 'answer', draw: drawAnswer },
  derivations: { answer: answerNumbers },
  twins: null,
  inferred: ['low', 'high', 'p'],
})
