/** The order of the story: its lead, key findings, big picture, change, differences, relationships, exceptions, then the rest. */
import type { Paragraph, Section, SectionRole } from '../../shared/story/story.ts'
import { type Phrase, sentence } from '../insights/words/phrase.ts'
import { methodParagraphs, notFound, readingParagraphs } from './about.ts'
import { inARow } from './base-once.ts'
import { caveatsOnceOf } from './caveats.ts'
import { chaptersOf, furtherParagraphs } from './chapters.ts'
import { leadParagraphs } from './lead.ts'
import { onlyOnce } from './only-once.ts'
import { openingOf } from './opening.ts'
import { type Plot, tableOf } from './plot.ts'
import { isFinding, paragraph, type Told } from './statement.ts'

export function sectionsOf(plot: Plot): readonly Section[] {
  const { told, tables, method, frame } = plot
  const { headings } = frame
  const quality = told.filter(({ draft }) => draft.class === 'quality')
  const leads = told.filter(({ draft }) => draft.class === 'lead')
  const { lead, key } = openingOf(told)
  const opened = [...lead, ...key]
  const opening = opened.some(isFinding)
    ? ({ role: 'key', heading: headings.keyFindings } as const)
    : ({ role: 'short', heading: headings.inShort } as const)
  const caveatsOnce = caveatsOnceOf(quality)
  const drafts = [...told.map(({ draft }) => draft), ...plot.untold]
  const sections: (Section | null)[] = [
    section('lead', headings.lead, leadParagraphs(plot, lead)),
    section(
      opening.role,
      opening.heading,
      inARow(
        key,
        (one, once) => paragraph([tableOf(plot, one), once(one.wording.claim, one.draft.table)], [one.draft.id]),
        plot.wholes,
      ),
    ),
    ...chaptersOf(plot, opened, caveatsOnce).map(({ heading, paragraphs }) => section('chapter', heading, paragraphs)),
    section('further', headings.further, furtherParagraphs(plot, opened)),
    section('leads', headings.leads, leadsParagraphs(plot, leads, caveatsOnce)),
    section('quality', headings.quality, [...qualityParagraphs(plot, quality), ...readingParagraphs(tables, frame)]),
    section('notFound', headings.notFound, notFound(drafts, method, plot)),
    section('method', headings.method, methodParagraphs(method, frame, tables)),
  ]
  return sections.filter((one) => one !== null)
}

function section(role: SectionRole, heading: Phrase, paragraphs: readonly (Paragraph | null)[]): Section | null {
  const present = paragraphs.filter((one) => one !== null)
  return present.length === 0 ? null : { role, heading: heading.text, paragraphs: present, charts: [] }
}

/** What did not pass the tests as a finding, and is worth checking. */
function leadsParagraphs(
  plot: Plot,
  leads: readonly Told[],
  caveatsOnce: (told: Told) => readonly Phrase[],
): readonly Paragraph[] {
  if (leads.length === 0) return []
  return [
    paragraph([plot.frame.leads], []),
    ...inARow(
      leads,
      (one, once) =>
        paragraph(
          [
            tableOf(plot, one),
            once(one.wording.claim, one.draft.table),
            ...one.wording.support.map(sentence),
            ...caveatsOnce(one),
          ],
          [one.draft.id],
        ),
      plot.wholes,
    ),
  ]
}

function qualityParagraphs(plot: Plot, quality: readonly Told[]): readonly Paragraph[] {
  const byType = new Map<string, Told[]>()
  for (const one of quality) {
    const key = `${one.draft.table}\n${one.draft.type}`
    byType.set(key, [...(byType.get(key) ?? []), one])
  }
  return [...byType.values()].map((group) => {
    const unsaid = onlyOnce()
    const remarks = group.flatMap(({ wording }) => unsaid(wording.support)).map(sentence)
    const table = group.slice(0, 1).map((one) => tableOf(plot, one))
    return paragraph(
      [...table, ...group.map(({ wording }) => wording.claim), ...remarks],
      group.map(({ draft }) => draft.id),
    )
  })
}
