/** The caption of a table. */
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../src/shared/document/document.ts'
import { captionOf, isCaption } from '../../../../../src/workers/pages/tables/captions.ts'
import { rowOf, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { segmentOf } from './written-grid.ts'

/** From 100 to 300 across, 400 to 500 down. */
const table: Box = [100, 400, 300, 500]
const line = (text: string, top: number, from = 100): TextRow => rowOf([segmentOf(text, from, top)])

describe('a line', () => {
  it.each([
    'Table 1',
    'Table 1: Sales',
    'TABLE IV. Sales',
    'Tab. 3a Umsatz',
    'Table A.1 – Sales',
    'Exhibit 12 Sales',
    'Tableau n° 2 Ventes',
    'Tabelle 2: Umsatz',
    '  Table 2  ',
    '表 1 売上',
  ])('%j is a caption', (text) => expect(isCaption(text)).toBe(true))

  it.each([
    ...['show', 'shows', 'list', 'lists', 'give', 'gives', 'present', 'presents', 'summarise', 'summarizes', 'report'],
    ...['reports', 'contain', 'contains', 'provide', 'provides', 'compare', 'compares', 'is', 'are', 'was', 'and'],
    ...['also', 'in', 'of', 'on', 'below', 'above', 'zeigt', 'enthält', 'montre', 'présente', 'muestra'],
  ])('that goes on with %j is a sentence', (verb) => {
    expect(isCaption(`Table 1 ${verb} the sales`)).toBe(false)
    expect(isCaption(`Table  12a  ${verb} the sales`)).toBe(false)
    expect(isCaption(`Table 1 Sales ${verb} the sales`)).toBe(true)
  })

  it.each(['1.2', '3-1', '4–2', '12a', '1.2b', 'A.1', 'B 2', 'XII', 'no. 3', 'Nr. 4', 'n° 5', '1)', '1—'])(
    'numbered %s is a caption',
    (number) => expect(isCaption(`Table ${number} Sales`)).toBe(true),
  )

  it.each([
    'table',
    'tab.',
    'tbl.',
    'exhibit',
    'schedule',
    'tableau',
    'tabelle',
    'übersicht',
    'tabla',
    'cuadro',
    'quadro',
    'tabel',
    'таблица',
    'табл.',
    'tablo',
    '表',
    '표',
  ])('that begins with %j is a caption', (word) => expect(isCaption(`${word} 1: a`)).toBe(true))

  it.each([
    'Table 1 shows the sales',
    'Table 2 is empty',
    'Table of contents',
    'Tables 1 and 2',
    'The table 1',
    'Table',
    'Tabelle 2 zeigt den Umsatz',
    '',
  ])('%j is none', (text) => expect(isCaption(text)).toBe(false))
})

describe('a table', () => {
  it('has the caption above it before the one below', () => {
    const above = line('Table 1: Above', 385)
    const below = line('Table 2: Below', 505)
    expect(captionOf(table, [above, below])).toBe('Table 1: Above')
    expect(captionOf(table, [below])).toBe('Table 2: Below')
    expect(captionOf(table, [])).toBeNull()
  })

  it('has a caption no further away than twice the height of its text and a bit', () => {
    // Its bottom is 10 below its top; 22 points are the most.
    expect(captionOf(table, [line('Table 1: Sales', 368)])).toBe('Table 1: Sales')
    expect(captionOf(table, [line('Table 1: Sales', 367)])).toBeNull()
    expect(captionOf(table, [line('Table 1: Sales', 522)])).toBe('Table 1: Sales')
    expect(captionOf(table, [line('Table 1: Sales', 523)])).toBeNull()
  })

  it('has a caption of up to four lines, near each other', () => {
    const lines = ['Table 1: Sales of', 'the shops in', 'the north and', 'in the south']
    const above = lines.map((text, index) => line(text, 340 + 12 * index))
    expect(captionOf(table, above)).toBe('Table 1: Sales of the shops in the north and in the south')
    const five = [line('Table 1: Sales of', 328), ...above.map((one, index) => line(`more ${index}`, one.top))]
    expect(captionOf(table, five)).toBeNull()
    expect(captionOf(table, [line('Table 1: Sales', 360), line('and more', 385)])).toBeNull()
    const below = lines.map((text, index) => line(text, 510 + 12 * index))
    expect(captionOf(table, [...below, line('and a sentence', 558)])).toBe(
      'Table 1: Sales of the shops in the north and in the south',
    )
    expect(captionOf(table, [line('Table 1: Sales', 510), line('a paragraph', 528)])).toBe('Table 1: Sales')
  })

  it('has no other text for its caption', () => {
    expect(captionOf(table, [line('Sales of the shops', 385)])).toBeNull()
    expect(captionOf(table, [line('Sales of the shops', 505), line('Table 1: Sales', 517)])).toBeNull()
    // Beside it, on the same page.
    expect(captionOf(table, [line('Table 1: Sales', 385, 300)])).toBeNull()
    expect(captionOf(table, [line('Table 1', 385, 44)])).toBeNull()
    expect(captionOf(table, [line('Table 1', 385, 46)])).toBe('Table 1')
    // A little over its edge still counts as above.
    expect(captionOf(table, [line('Table 1: Sales', 392)])).toBe('Table 1: Sales')
    expect(captionOf(table, [line('Table 1: Sales', 393)])).toBeNull()
  })

  it('below which small print stands has only its caption', () => {
    const note = line('source: the shops', 522)
    const small = { ...note, size: 8 }
    expect(captionOf(table, [line('Table 1: Sales', 510), small])).toBe('Table 1: Sales')
    expect(captionOf(table, [line('Table 1: Sales', 510), note])).toBe('Table 1: Sales source: the shops')
  })

  it('has a caption cut off after five hundred letters', () => {
    expect(captionOf(table, [line(`Table 1: ${'x'.repeat(600)}`, 385)])).toHaveLength(500)
  })
})
