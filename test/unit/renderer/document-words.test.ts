import { describe, expect, test } from 'vitest'
import { fakeDocuments, sampleDocumentStory } from '../../../dev/gallery/sample-document.ts'
import { jobOf } from '../../../dev/gallery/sample-jobs.ts'
import {
  describeAbout,
  describePagePending,
  describePrinted,
  describeReading,
  describeTablePages,
  describeTableSize,
  languageName,
  nameTable,
  pageName,
  pageNamed,
  sectionAt,
  tableAsText,
} from '../../../src/renderer/words/document-words.ts'

const find = (id: string) => {
  const found = fakeDocuments.find(({ view }) => view.id === id)
  if (found === undefined) throw new Error(`there is no document ${id}`)
  return found
}
const now = Date.parse('2026-02-27T10:00:00Z')

describe('pages', () => {
  const pages = [
    { number: 1, label: 'i' },
    { number: 2, label: 'ii' },
    { number: 3, label: '1' },
    { number: 4, label: 'A-3' },
  ]

  test('are found by the name the document gives them, then by their number', () => {
    expect(pageNamed('ii', pages)).toBe(2)
    expect(pageNamed(' a-3 ', pages)).toBe(4)
    // The document calls its third page 1.
    expect(pageNamed('1', pages)).toBe(3)
    expect(pageNamed('4', pages)).toBe(4)
    for (const typed of ['', '0', '5', '-1', '1.5', 'xi']) expect(pageNamed(typed, pages)).toBeNull()
  })

  test('are called by both where they differ', () => {
    expect(pageName(4, 'iv')).toBe('iv (page 4)')
    expect(pageName(4, '4')).toBe('4')
    expect(pageName(4, null)).toBe('4')
  })

  test('that cannot be shown say what is happening to them', () => {
    expect(describePagePending({ status: 'processing' }, 34)).toBe('Page 34 is being read')
    expect(describePagePending({ status: 'cancelled' }, 34)).toBe('Page 34 was not read')
  })

  test('belong to the last section that began before them, and to the first of several on them', () => {
    const outline = [1, 3, 3, null, 7].map((page, place) => ({ title: `Section ${place}`, page, level: 1 }))
    expect([1, 2, 3, 6, 7, 9].map((page) => sectionAt(outline, page))).toEqual([0, 0, 1, 2, 4, 4])
    expect(sectionAt([{ title: 'Late', page: 5, level: 1 }], 2)).toBeNull()
  })
})

describe('the reading of a document', () => {
  test('is told with pages done, pages there are and the time left', () => {
    const { view, job } = find('converting')
    expect(describeReading(view, job, now)).toBe('Reading pages: 3 of 5, about 15 s left')
    expect(describeReading({ ...view, pages: [] }, job, now)).toBe('Opening the document')
  })

  test('has nothing to tell once it is done', () => {
    const { view, job } = find('survey')
    expect(describeReading(view, job, now)).toBeNull()
  })

  test('that was stopped says how far it came', () => {
    const { view, job } = find('cancelled')
    expect(describeReading(view, job, now)).toBe('Reading was cancelled: 3 of 5 pages can be read')
    const held = jobOf({ id: 'cancelled', pipeline: 'document', paused: true })
    expect(describeReading({ ...view, status: 'queued' }, held, now)).toBe(
      'Held back until resumed: 3 of 5 pages can be read',
    )
  })

  test('is summed up in a line', () => {
    expect(describeAbout(sampleDocumentStory)).toBe(
      '5 pages · 1,326 words · 6 minutes to read · British English · 11 headings',
    )
    expect(languageName('not a language')).toBe('not a language')
  })
})

describe('tables', () => {
  const table = {
    page: 3,
    box: null,
    header: true,
    rows: [
      ['Year', '', 'Sacks'],
      ['1871', 'a\tb', 'c\nd'],
    ],
  }

  test('are called by their caption, else by their columns, else by their place', () => {
    expect(nameTable({ ...table, caption: 'Table 3. Grindings' }, 2)).toBe('Table 3. Grindings')
    expect(nameTable(table, 2)).toBe('Year, Sacks')
    expect(nameTable({ ...table, header: false }, 2)).toBe('Table 3')
  })

  test('say how large they are and where they stand', () => {
    expect(describeTableSize(table)).toBe('1 row × 3 columns')
    expect(describeTablePages(table)).toBe('page 3')
    const continuations = [{ page: 5, box: [0, 0, 1, 1] as [number, number, number, number], firstRow: 1 }]
    expect(describeTablePages({ ...table, continuations })).toBe('pages 3 to 5')
  })

  test('are copied as rows of cells, none of which breaks out of its place', () => {
    expect(tableAsText(table.rows)).toBe('Year\t\tSacks\n1871\ta b\tc d')
  })
})

describe('what a printer is given', () => {
  const { view } = find('survey')
  const count = view.pages.length

  test('is named, and where pages are missing, so is the file that has them', () => {
    expect(describePrinted(view, 1, count)).toBe(view.title)
    const some = describePrinted(view, 2, 3)
    expect(some).toContain(`pages 2 to 3 of ${count}`)
    expect(some).toContain(view.source.name)
    expect(describePrinted(view, 2, 2)).toContain(`page 2 of ${count}`)
  })
})
