/**
 * A person's hand on a story: what they pinned, put away, wrote, renamed and moved. Kept apart from what was generated,
 * which is never changed, and matched to a telling by what its statements are about. Version 1, changed only by adding.
 */
import { z } from 'zod'
import { answerStatementSchema } from '../../ask/answer.ts'
import { insightSchema } from '../insight.ts'
import { sectionRoleSchema } from '../story.ts'

const id = z.string().min(1).max(200)
/** Longer than any paragraph of a story, and short enough to be kept in a row of the library. */
const text = z.string().trim().min(1).max(10_000)
const line = z.string().trim().min(1).max(300)

/** A statement as it was when the person spoke of it, so that a later telling can be asked for it. */
export const anchorSchema = insightSchema
  .pick({
    id: true,
    type: true,
    table: true,
    columns: true,
    subspace: true,
    direction: true,
    location: true,
    details: true,
    sentence: true,
  })
  .extend({ shared: z.boolean().optional() })
export type Anchor = z.infer<typeof anchorSchema>

/** A section, by what it is for and its generated heading; and by what stands in it, where both have changed. */
const sectionOfHandSchema = z.object({ role: sectionRoleSchema, heading: z.string(), statements: z.array(id) })

export const handSchema = z.object({
  version: z.literal(1),
  title: line.optional(),
  headings: z.array(sectionOfHandSchema.extend({ text: line })),
  /** First of what opens the story, in this order; each by the first statement of its paragraph. */
  pinned: z.array(id),
  dismissed: z.array(id),
  notes: z.array(z.object({ statement: id, text })),
  edits: z.array(
    z.object({
      /** What the edited sentences state. */
      statements: z.array(id).min(1),
      role: sectionRoleSchema,
      /** The generated text that was edited. */
      was: z.string(),
      text,
    }),
  ),
  /** Paragraphs of a section in the person's order, each by its first statement. */
  orders: z.array(sectionOfHandSchema),
  /** Answers to questions that were kept, in the order they were asked. Absent of hands saved before there were any. */
  answers: z.array(answerStatementSchema).optional(),
  /** Every statement named above. */
  anchors: z.record(z.string(), anchorSchema),
  /** The tables they are about, by the names of their columns. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Hand = z.infer<typeof handSchema>
export type SectionOfHand = z.infer<typeof sectionOfHandSchema>

export const emptyHand: Hand = {
  version: 1,
  headings: [],
  pinned: [],
  dismissed: [],
  notes: [],
  edits: [],
  orders: [],
  anchors: {},
  tables: [],
}

export function isEmptyHand({ title, headings, pinned, dismissed, notes, edits, orders, answers = [] }: Hand): boolean {
  const lists = [headings, pinned, dismissed, notes, edits, orders, answers]
  return title === undefined && lists.every((list) => list.length === 0)
}

/** Every statement the hand names, in no order. */
export function statementsOf(hand: Hand): ReadonlySet<string> {
  return new Set([
    ...hand.pinned,
    ...hand.dismissed,
    ...hand.notes.map(({ statement }) => statement),
    ...[...hand.edits, ...hand.headings, ...hand.orders].flatMap(({ statements }) => statements),
  ])
}
