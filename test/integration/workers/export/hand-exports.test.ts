/** A person's hand on a story goes into the files that list its statements: pins, notes, edits, what was put away. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJs from 'exceljs'
import { expect, it } from 'vitest'
import { everyInsight } from '../../../../src/shared/story/every-insight.ts'
import { emptyHand, type Hand } from '../../../../src/shared/story/hand/hand.ts'
import { handed } from '../../../../src/shared/story/hand/handed.ts'
import { roleOfSection } from '../../../../src/shared/story/section-role.ts'
import type { Story } from '../../../../src/shared/story/story.ts'
import { streamOf } from '../../../../src/workers/export/content.ts'
import { findingSlides } from '../../../../src/workers/export/pptx/slides.ts'
import { storyWriter } from '../../../../src/workers/export/writers.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { ordersSql } from '../../../support/stories/orders.ts'
import { withToldStory } from '../../../support/stories/told-story.ts'
import { unzip } from '../../../support/unzip.ts'

const edited = 'It is 987654 by my own count.'
const note = 'Ask the warehouse about this.'

/** The first finding with a sentence of its own is edited and noted, the second pinned, the last put away. */
function handOn(story: Story): {
  readonly hand: Hand
  readonly edited: string
  readonly pinned: string
  readonly gone: string
} {
  const places = story.sections.flatMap((section) =>
    section.paragraphs.map((paragraph) => ({ role: roleOfSection(section), paragraph })),
  )
  const alone = places.find(
    ({ role, paragraph }) =>
      role !== 'lead' &&
      paragraph.insights.length === 1 &&
      everyInsight(story).some(({ sentence }) => sentence === paragraph.text),
  )
  if (alone === undefined) throw new Error('No statement stands alone')
  const [id = ''] = alone.paragraph.insights
  const others = story.findings.filter((one) => one.id !== id)
  const [pinned, gone] = [others[0]?.id ?? '', others.at(-1)?.id ?? '']
  const hand = {
    ...emptyHand,
    pinned: [pinned],
    dismissed: [gone],
    notes: [{ statement: id, text: note }],
    edits: [{ statements: [id], role: alone.role, was: alone.paragraph.text, text: edited }],
  }
  return { hand, edited: id, pinned, gone }
}

it('marks what a person wrote, pinned and put away in workbook, presentation and script', () =>
  withToldStory(ordersSql, async ({ story, stored }) => {
    const by = handOn(story)
    const told = handed(story, by.hand)
    const write = async (format: 'xlsx' | 'pptx' | 'sql') =>
      buffer(streamOf(await storyWriter(format)(told, detachedContext(), stored)))
    const sentenceOf = (id: string) => everyInsight(told).find((one) => one.id === id)?.sentence
    const goneSentence = everyInsight(story).find(({ id }) => id === by.gone)?.sentence ?? ''
    expect(sentenceOf(by.edited)).toBe(edited)

    const workbook = new ExcelJs.Workbook()
    await workbook.xlsx.read(new PassThrough().end(await write('xlsx')))
    const sheet = workbook.getWorksheet('Findings')
    const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => sheet?.getRow(row + 1))
    const remarkOn = (sentence?: string) => rows.find((row) => row?.getCell(3).value === sentence)?.getCell(14).value
    expect(sheet?.getRow(1).getCell(14).value).toBe('By hand')
    expect(remarkOn(edited)).toContain('Text edited by hand; not verified: 987654.')
    expect(remarkOn(edited)).toContain(`Note: ${note}`)
    expect(remarkOn(sentenceOf(by.pinned))).toContain('Pinned to the beginning by hand.')
    expect(rows.some((row) => row?.getCell(3).value === goneSentence)).toBe(false)

    const script = (await unzip(await write('sql'))).get('story.sql')?.toString('utf8') ?? ''
    const after = script
      .slice(script.indexOf(`: ${edited}\n`))
      .split('\n')
      .slice(1, 3)
    expect(after).toEqual(['-- Text edited by hand; not verified: 987654.', `-- Note: ${note}`])
    expect(script).not.toContain(goneSentence)

    const parts = await unzip(await write('pptx'))
    const place = findingSlides(told).findIndex(({ insight }) => insight.id === by.edited)
    if (place >= 0) {
      expect(parts.get(`ppt/slides/slide${place + 2}.xml`)?.toString('utf8')).toContain('not verified: 987654.')
      expect(parts.get(`ppt/notesSlides/notesSlide${place + 2}.xml`)?.toString('utf8')).toContain(note)
    }
    expect([...parts.values()].some((part) => part.includes(goneSentence))).toBe(false)
  }))
