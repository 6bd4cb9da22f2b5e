/** Takes a person's hand on from one telling to the next: what they said of a statement, they said of its subject. */

import { insightsById } from '../every-insight.ts'
import { matchStatements, sameTables } from '../statement-subject.ts'
import type { Story } from '../story.ts'
import { withAnswers } from './answers.ts'
import { type Anchor, type Hand, type SectionOfHand, statementsOf } from './hand.ts'

/** The hand in the ids of `story`. Statements that it does not make keep theirs, and wait for one that does. */
export function carryHand(hand: Hand, story: Story): Hand {
  const insights = insightsById(story)
  const tableOf = sameTables(hand.tables.map(tableWithNames), story.tables)
  const matched = matchStatements(Object.values(hand.anchors), [...insights.values()], tableOf)
  const now = (id: string): string => matched.get(id) ?? id
  const all = (ids: readonly string[]): string[] => [...new Set(ids.map(now))]
  const section = <Of extends SectionOfHand>(one: Of): Of => ({ ...one, statements: all(one.statements) })
  // An answer is of the rows that were asked: those of another telling may be others.
  const { answers: _answers, ...rest } = hand
  return {
    ...rest,
    headings: hand.headings.map(section),
    pinned: all(hand.pinned),
    dismissed: all(hand.dismissed),
    notes: hand.notes.map(({ statement, text }) => ({ statement: now(statement), text })),
    edits: hand.edits.map((edit) => ({ ...edit, statements: all(edit.statements) })),
    orders: hand.orders.map(section),
    anchors: Object.fromEntries(Object.values(hand.anchors).map((anchor) => [now(anchor.id), renamed(anchor, now)])),
  }
}

function tableWithNames({ name, columns }: Hand['tables'][number]) {
  return { name, columns: columns.map((column) => ({ name: column })) }
}

function renamed(anchor: Anchor, now: (id: string) => string): Anchor {
  return { ...anchor, id: now(anchor.id) }
}

/** What was said of statements that this telling does not make: shown as it was written, so that nothing typed is lost. */
export interface Left {
  readonly anchor: Anchor
  readonly note: string | null
  readonly text: string | null
  readonly pinned: boolean
  readonly dismissed: boolean
}

export function leftOf(hand: Hand, story: Story): readonly Left[] {
  const insights = insightsById(withAnswers(story, hand.answers ?? []))
  const spoken = new Set([
    ...hand.pinned,
    ...hand.dismissed,
    ...hand.notes.map(({ statement }) => statement),
    ...hand.edits.flatMap(({ statements }) => statements),
  ])
  return [...statementsOf(hand)].flatMap((id) => {
    const anchor = hand.anchors[id]
    if (anchor === undefined || insights.has(id) || !spoken.has(id)) return []
    const note = hand.notes.find(({ statement }) => statement === id)?.text ?? null
    const text = hand.edits.find(({ statements }) => statements.includes(id))?.text ?? null
    return [{ anchor, note, text, pinned: hand.pinned.includes(id), dismissed: hand.dismissed.includes(id) }]
  })
}
