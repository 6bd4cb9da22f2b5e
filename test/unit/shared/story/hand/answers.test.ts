/** Answers that are kept in a story, and let go again. */
import { expect, it } from 'vitest'
import type { AnswerStatement } from '../../../../../src/shared/ask/answer.ts'
import { carryHand } from '../../../../../src/shared/story/hand/carry.ts'
import { changeHand } from '../../../../../src/shared/story/hand/change.ts'
import { emptyHand, handSchema, isEmptyHand } from '../../../../../src/shared/story/hand/hand.ts'
import { handed } from '../../../../../src/shared/story/hand/handed.ts'
import { insight, paragraph, shortStory } from '../../../../support/stories/short-story.ts'

const story = shortStory
const answer: AnswerStatement = {
  insight: insight('answer-one', 'Total revenue is 12.', { type: 'answer', class: 'fact' }),
  paragraph: paragraph('Total revenue is 12.', ['answer-one']),
  chart: null,
}

it('stand in a section of their own, once, with their evidence', () => {
  const once = changeHand(story, emptyHand, { kind: 'keep', answer })
  const twice = changeHand(story, once, { kind: 'keep', answer })
  const told = handed(story, handSchema.parse(structuredClone(twice)))
  const section = told.sections.find(({ heading }) => heading === 'Asked of this story')
  expect(section?.paragraphs.map(({ text }) => text)).toEqual(['Total revenue is 12.'])
  expect(told.facts.filter(({ id }) => id === 'answer-one')).toHaveLength(1)
})

it('are noted like any statement, and take what was said of them along when they go', () => {
  const kept = changeHand(story, emptyHand, { kind: 'keep', answer })
  const noted = changeHand(story, kept, { kind: 'note', statements: ['answer-one'], text: 'Check with Ada' })
  const paragraphs = handed(story, noted).sections.flatMap((section) => section.paragraphs)
  expect(paragraphs.find(({ insights }) => insights.includes('answer-one'))?.hand?.note).toBe('Check with Ada')
  const gone = changeHand(story, noted, { kind: 'let go', statement: 'answer-one' })
  expect(isEmptyHand(gone)).toBe(true)
  expect(handed(story, gone)).toBe(story)
})

it('do not go on to another telling, whose rows may be others', () => {
  const kept = changeHand(story, emptyHand, { kind: 'keep', answer })
  expect(isEmptyHand(carryHand(kept, story))).toBe(true)
})
