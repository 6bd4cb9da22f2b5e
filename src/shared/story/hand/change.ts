/** What a person can do to a story, one step at a time: each step gives a new hand and leaves the old one for undoing. */

import type { AnswerStatement } from '../../ask/answer.ts'
import { insightsById } from '../every-insight.ts'
import { statementSubject } from '../statement-subject.ts'
import type { SectionRole, Story } from '../story.ts'
import { withAnswers } from './answers.ts'
import { type Anchor, emptyHand, type Hand, type SectionOfHand, statementsOf } from './hand.ts'

export type HandChange =
  /** Null: the generated one again; so for all that is written below. */
  | { readonly kind: 'title'; readonly text: string | null }
  | { readonly kind: 'heading'; readonly section: SectionOfHand; readonly text: string | null }
  /** Of a paragraph: the statements it makes. */
  | { readonly kind: 'pin' | 'unpin' | 'dismiss' | 'restore'; readonly statements: readonly string[] }
  | { readonly kind: 'note'; readonly statements: readonly string[]; readonly text: string | null }
  | {
      readonly kind: 'edit'
      readonly statements: readonly string[]
      readonly role: SectionRole
      /** The generated text. */
      readonly was: string
      readonly text: string | null
    }
  /** `statements` of the section: the first of each paragraph, in the new order. */
  | { readonly kind: 'order'; readonly section: SectionOfHand }
  /** Of statements that the story does not make: nothing of what was said of them is kept. */
  | { readonly kind: 'forget'; readonly statements: readonly string[] }
  /** Keeps an answer in the story; `let go` takes it out again, with all that was said of it. */
  | { readonly kind: 'keep'; readonly answer: AnswerStatement }
  | { readonly kind: 'let go'; readonly statement: string }
  | { readonly kind: 'clear' }

/** `story` is as generated. Texts of nothing but blanks are taken as none. */
export function changeHand(story: Story, hand: Hand, change: HandChange): Hand {
  return anchored(story, changed(hand, change))
}

function changed(hand: Hand, change: HandChange): Hand {
  switch (change.kind) {
    case 'title': {
      const { title: _before, ...rest } = hand
      const title = written(change.text)
      return title === null ? rest : { ...rest, title }
    }
    case 'heading': {
      const text = written(change.text)
      const others = hand.headings.filter((one) => !isSame(one, change.section))
      return { ...hand, headings: text === null ? others : [...others, { ...change.section, text }] }
    }
    case 'pin': {
      const [first] = change.statements
      const pinned = without(hand.pinned, change.statements)
      return first === undefined ? hand : { ...hand, pinned: [first, ...pinned] }
    }
    case 'unpin':
      return { ...hand, pinned: without(hand.pinned, change.statements) }
    case 'dismiss':
      return { ...hand, dismissed: [...new Set([...hand.dismissed, ...change.statements])] }
    case 'restore':
      return { ...hand, dismissed: without(hand.dismissed, change.statements) }
    case 'note': {
      const text = written(change.text)
      const [statement] = change.statements
      const others = hand.notes.filter((one) => !change.statements.includes(one.statement))
      return { ...hand, notes: text === null || statement === undefined ? others : [...others, { statement, text }] }
    }
    case 'edit': {
      const { statements, role, was } = change
      const text = written(change.text)
      const alike = hand.edits.filter((one) => one.statements.toSorted().join() === statements.toSorted().join())
      // What was written of an earlier telling has another generated text.
      const before = alike.find((one) => one.was === was) ?? alike.find((one) => one.role === role)
      const others = hand.edits.filter((one) => one !== before)
      const isGenerated = text === null || text === was
      return { ...hand, edits: isGenerated ? others : [...others, { statements: [...statements], role, was, text }] }
    }
    case 'order':
      return { ...hand, orders: [...hand.orders.filter((one) => !isSame(one, change.section)), change.section] }
    case 'forget':
      return {
        ...hand,
        pinned: without(hand.pinned, change.statements),
        dismissed: without(hand.dismissed, change.statements),
        notes: hand.notes.filter(({ statement }) => !change.statements.includes(statement)),
        edits: hand.edits.filter(({ statements }) => !statements.some((id) => change.statements.includes(id))),
      }
    case 'keep': {
      const others = (hand.answers ?? []).filter(({ insight }) => insight.id !== change.answer.insight.id)
      return { ...hand, answers: [...others, change.answer] }
    }
    case 'let go': {
      const { answers = [], ...rest } = changed(hand, { kind: 'forget', statements: [change.statement] })
      const left = answers.filter(({ insight }) => insight.id !== change.statement)
      return left.length === 0 ? rest : { ...rest, answers: left }
    }
    case 'clear':
      return emptyHand
  }
}

function written(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

function without(ids: readonly string[], gone: readonly string[]): string[] {
  return ids.filter((id) => !gone.includes(id))
}

function isSame(left: SectionOfHand, right: SectionOfHand): boolean {
  return left.role === right.role && left.heading === right.heading
}

/** With what each statement it names is about; what is no longer named is forgotten, what this story lacks is kept. */
function anchored(story: Story, hand: Hand): Hand {
  const insights = insightsById(withAnswers(story, hand.answers ?? []))
  const subjects = Map.groupBy(insights.values(), (insight) => statementSubject(insight))
  const anchors: Record<string, Anchor> = {}
  for (const id of statementsOf(hand)) {
    const insight = insights.get(id)
    const known = hand.anchors[id]
    if (insight !== undefined) {
      const { type, table, columns, subspace, direction, location, details, sentence } = insight
      const shared = (subjects.get(statementSubject(insight))?.length ?? 0) > 1
      const place = { ...(subspace === undefined ? {} : { subspace }), ...(location === undefined ? {} : { location }) }
      anchors[id] = { id, type, table, columns, direction, details, sentence, ...place, ...(shared ? { shared } : {}) }
    } else if (known !== undefined) anchors[id] = known
  }
  const named = new Set(Object.values(anchors).map(({ table }) => table))
  const own = story.tables.filter(({ name }) => named.has(name))
  const kept = hand.tables.filter(({ name }) => named.has(name) && !own.some((table) => table.name === name))
  const tables = own.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
  return { ...hand, anchors, tables: [...kept, ...tables] }
}
