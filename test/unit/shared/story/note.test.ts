import { describe, expect, it } from 'vitest'
import {
  firstOf,
  listOf,
  note,
  noteOrSentenceSchema,
  noteSchema,
  sayNote,
  withNotes,
} from '../../../../src/shared/story/note.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'
import { english } from '../../../support/english.ts'

describe('a note', () => {
  it('is said with its numbers in the locale', () => {
    expect(sayNote(english, note('columns.padded', { name: 'code', count: 1_234 }))).toBe(
      'In "code", 1,234 of the numbers are written with leading zeros, which are not kept.',
    )
  })

  it('has other notes in it, alone, one after another, or as a list', () => {
    const why = note('columns.notSettled')
    const dates = note('columns.dayFirst', { example: '03/04/2024', why })
    const zone = note('columns.toUtc')
    expect(sayNote(english, note('columns.in', { name: 'day', what: [dates, zone] }))).toBe(
      'In "day", dates like "03/04/2024" are read with the day first; nothing in the file settles it; times are converted to UTC.',
    )
    const asked = ['kg', 'm', 's'].map((unit) => note('asked.inUnit', { name: unit.toUpperCase(), unit }))
    expect(sayNote(english, note('asked.asked', { what: listOf(asked) }))).toBe(
      'As you asked, “KG” is in kg, “M” is in m and “S” is in s.',
    )
  })

  it('is said in any language from what is stored of it', () => {
    const stored = JSON.parse(JSON.stringify(note('columns.in', { name: 'zorb', what: [note('columns.toUtc')] })))
    expect(sayNote(textsIn('en-XA'), noteSchema.parse(stored))).toBe(
      '⟦ÎÑ "zorb", ⟦ţîɱéš åŕé çöñṽéŕţéð ţö ÛŢÇ⟧.⟧'.replace('ÎÑ', 'Îñ'),
    )
  })

  it('keeps what text of a file looks like notation', () => {
    expect(sayNote(english, note('asides.unprovedTotal', { text: "{x} it's #" }))).toContain('("{x} it\'s #")')
  })

  it('that an older version left as a sentence stays one', () => {
    expect(sayNote(english, noteOrSentenceSchema.parse('Left out: {a}.'))).toBe('Left out: {a}.')
  })

  it('names the first of many', () => {
    expect(firstOf(['a', 'b'], 2)).toBe('a, b')
    expect(sayNote(english, note('archives.noTable', { names: firstOf(['a', 'b', 'c'], 2) }))).toBe(
      'No table could be read of a, b and 1 more.',
    )
  })

  it('goes behind those there are, as a sentence and as it is', () => {
    const told = withNotes(english, { notes: ['Older.'], name: 'x' }, [note('tables.noHeader')])
    expect(told).toEqual({
      name: 'x',
      notes: ['Older.', 'The file has no header; its columns are numbered.'],
      noted: [{ code: 'tables.noHeader', given: {} }],
    })
  })
})
