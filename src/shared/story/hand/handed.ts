/**
 * A story as the person arranged it: what every window and every export shows. Pure; with an empty hand it is the story
 * as generated. What the hand says of statements that this telling does not make is left alone.
 */
import { localeOf, textsTagOf } from '../../texts/texts.ts'
import { insightsById } from '../every-insight.ts'
import type { Insight } from '../insight.ts'
import { roleOfSection } from '../section-role.ts'
import type { Paragraph, ParagraphHand, Section, SectionRole, Story } from '../story.ts'
import { withAnswers } from './answers.ts'
import { numbersOfEdited } from './edited-numbers.ts'
import { type Hand, isEmptyHand } from './hand.ts'
import { placeOfSection } from './sections.ts'
import { joinParagraphs, unitsOf } from './units.ts'

export function handed(generated: Story, hand: Hand | null | undefined): Story {
  if (hand === null || hand === undefined || isEmptyHand(hand)) return generated
  const story = withAnswers(generated, hand.answers ?? [])
  // Numbers are written as the language of the story writes them.
  const locale = localeOf(textsTagOf(story))
  const given = { hand, insights: insightsById(story), dismissed: new Set(hand.dismissed), locale }
  const charts = story.charts.filter(({ insight }) => !given.dismissed.has(insight))
  const insightOf = new Map(charts.map((chart) => [chart.id, chart.insight]))
  const written = story.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.flatMap((paragraph) => parted(paragraph, roleOfSection(section), given)),
    charts: section.charts.filter((id) => insightOf.has(id)),
  }))
  const arranged = inOrders(withPins(written, hand, insightOf), story, hand)
  const sections = withNotes(withHeadings(arranged, story, hand), hand)
  const sentences = new Map(hand.edits.map(({ was, text }) => [was, text]))
  // A statement that is one edited text, word for word, is listed as the person wrote it.
  const shown = (list: readonly Insight[]): Insight[] =>
    list
      .filter(({ id }) => !given.dismissed.has(id))
      .map((one) => ({
        ...one,
        sentence: sentences.get(one.sentence) ?? sentences.get(one.inText?.sentence ?? '') ?? one.sentence,
      }))
  return {
    ...story,
    title: hand.title ?? story.title,
    sections: sections.filter((section) => section.paragraphs.length + section.charts.length > 0),
    charts,
    findings: shown(story.findings),
    facts: shown(story.facts),
    leads: shown(story.leads),
    quality: shown(story.quality),
  }
}

interface Given {
  readonly hand: Hand
  readonly insights: ReadonlyMap<string, Insight>
  readonly dismissed: ReadonlySet<string>
  readonly locale: string
}

/** The paragraph whole where the hand touches nothing of it; else each part it touches apart, without those put away. */
function parted(paragraph: Paragraph, role: SectionRole, given: Given): readonly Paragraph[] {
  const { hand, dismissed } = given
  const units = unitsOf(paragraph, given.insights)
  const isGone = ({ insights }: Paragraph): boolean => insights.length > 0 && insights.every((id) => dismissed.has(id))
  const isTouched = (unit: Paragraph): boolean =>
    isGone(unit) || isPinned(unit, role, hand) || editOf(unit, role, hand) !== null
  if (!units.some(isTouched)) return [paragraph]
  const parts: { readonly touched: boolean; readonly units: Paragraph[] }[] = []
  for (const unit of units) {
    const last = parts.at(-1)
    const touched = isTouched(unit)
    if (!touched && last?.touched === false) last.units.push(unit)
    else parts.push({ touched, units: [unit] })
  }
  return parts.flatMap(({ touched, units: own }) => {
    const part = joinParagraphs(own)
    if (!touched) return [part]
    return isGone(part) ? [] : [written(part, role, given)]
  })
}

/** The lead says in its own words what follows: a statement is pinned from where it is told by itself. */
function isPinned({ insights }: Paragraph, role: SectionRole, { pinned }: Hand): boolean {
  return role !== 'lead' && insights.some((id) => pinned.includes(id))
}

/** The text a person gave these sentences: that of the very words first, else of the same place in the story. */
function editOf({ insights, text }: Paragraph, role: SectionRole, { edits }: Hand): Hand['edits'][number] | null {
  const same = edits.filter(
    ({ statements }) => statements.length === insights.length && statements.every((id) => insights.includes(id)),
  )
  return same.find(({ was }) => was === text) ?? same.find((edit) => edit.role === role) ?? null
}

function written(unit: Paragraph, role: SectionRole, { hand, insights, locale }: Given): Paragraph {
  const edit = editOf(unit, role, hand)
  // Until its place is found: see `withPins`.
  const own: ParagraphHand = isPinned(unit, role, hand) ? { pinned: true, from: role } : {}
  if (edit === null) return { ...unit, hand: own }
  const stated = unit.insights.flatMap((id) => insights.get(id) ?? [])
  const { numbers, unverified } = numbersOfEdited(edit.text, unit, stated, locale)
  const told: ParagraphHand = { ...own, was: unit.text, ...(unverified.length > 0 ? { unverified } : {}) }
  return { text: edit.text, insights: unit.insights, numbers, hand: told }
}

function isOpening(section: Section): boolean {
  return ['key', 'short'].includes(roleOfSection(section))
}

/** Pinned paragraphs lead the opening with their charts, each taken from where its statement is told first. */
function withPins(
  sections: readonly Section[],
  { pinned }: Hand,
  insightOf: ReadonlyMap<string, string>,
): readonly Section[] {
  const opening = Math.max(0, sections.findIndex(isOpening))
  const places = sections.flatMap((section, from) => section.paragraphs.map((paragraph) => ({ from, paragraph })))
  const taken = pinned.flatMap(
    (id) => places.find(({ paragraph }) => paragraph.hand?.pinned === true && paragraph.insights.includes(id)) ?? [],
  )
  const pins = new Set(taken.map(({ paragraph }) => paragraph))
  const charts = taken.flatMap(({ from, paragraph }) =>
    from === opening
      ? []
      : (sections[from]?.charts ?? []).filter((id) => paragraph.insights.includes(insightOf.get(id) ?? '')),
  )
  return sections.map((section, index) => {
    const paragraphs = section.paragraphs
      .filter((one) => !pins.has(one))
      // The same statement told further on is as it was.
      .map((one) => withHand(one, { ...one.hand, pinned: undefined, from: undefined }))
    const left = section.charts.filter((id) => !charts.includes(id))
    return index === opening
      ? { ...section, paragraphs: [...pins, ...paragraphs], charts: [...charts, ...left] }
      : { ...section, paragraphs, charts: left }
  })
}

/** With no mark where there is nothing to mark. */
function withHand(paragraph: Paragraph, marks: ParagraphHand): Paragraph {
  const { hand: _before, ...plain } = paragraph
  const kept = Object.entries(marks).filter(([, mark]) => mark !== undefined)
  return kept.length === 0 ? plain : { ...plain, hand: Object.fromEntries(kept) }
}

function inOrders(sections: readonly Section[], story: Story, { orders }: Hand): readonly Section[] {
  const orderAt = new Map(orders.map((order) => [placeOfSection(story.sections, order), order.statements]))
  return sections.map((section, index) => {
    const order = orderAt.get(index)
    return order === undefined ? section : { ...section, paragraphs: inOrder(section.paragraphs, order) }
  })
}

/** Paragraphs named in `order`, by their first statement, take in its order the places they have among the others. */
function inOrder(paragraphs: readonly Paragraph[], order: readonly string[]): Paragraph[] {
  const rank = ({ insights }: Paragraph): number => order.indexOf(insights[0] ?? '')
  const named = paragraphs.filter((one) => rank(one) >= 0).toSorted((left, right) => rank(left) - rank(right))
  return paragraphs.map((one) => (rank(one) < 0 ? one : (named.shift() ?? one)))
}

function withHeadings(sections: readonly Section[], story: Story, { headings }: Hand): readonly Section[] {
  const headingAt = new Map(headings.map((heading) => [placeOfSection(story.sections, heading), heading.text]))
  return sections.map((section, index) => {
    const heading = headingAt.get(index)
    return heading === undefined ? section : { ...section, heading, hand: { was: section.heading } }
  })
}

/** Each note at the first paragraph that is about its statement; in the lead only where it is told nowhere else. */
function withNotes(sections: readonly Section[], { notes }: Hand): readonly Section[] {
  const waiting = new Map(notes.map(({ statement, text }) => [statement, text]))
  const noted = (section: Section): Section => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => {
      const own = paragraph.insights.filter((id) => waiting.has(id))
      if (own.length === 0) return paragraph
      const note = own.map((id) => waiting.get(id)).join('\n\n')
      for (const id of own) waiting.delete(id)
      return { ...paragraph, hand: { ...paragraph.hand, note } }
    }),
  })
  const isLead = (section: Section): boolean => roleOfSection(section) === 'lead'
  const after = sections.map((section) => (isLead(section) ? section : noted(section)))
  return after.map((section) => (isLead(section) ? noted(section) : section))
}
