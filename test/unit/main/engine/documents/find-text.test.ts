import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOnPage, patternOf } from '../../../../../src/main/engine/documents/find-text.ts'
import { holds } from '../../../../support/property.ts'

function find(text: string, words: string) {
  const pattern = patternOf(words)
  return pattern === null ? [] : findOnPage(1, text, pattern).hits
}

describe('finding words in a text', () => {
  it('finds them in any case, over line ends, at their places', () => {
    const text = 'The Harbour\nOffice. HARBOUR  office; harbouroffice'
    expect(find(text, 'harbour office').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Harbour\nOffice',
      'HARBOUR  office',
    ])
  })

  it('takes every sign for itself', () => {
    const text = 'a.c (b) [x] $5 50% a-b a|b \\ end'
    for (const words of ['a.c', '(b)', '[x]', '$5', '50%', 'a-b', 'a|b', '\\']) {
      expect(find(text, words).map(({ start, end }) => text.slice(start, end))).toEqual([words])
    }
    expect(find(text, 'axc')).toEqual([])
  })

  it('keeps places right where case changes the length of a text', () => {
    const text = 'İstanbul STRASSE straße ΣΊΣΥΦΟΣ'
    expect(find(text, 'istanbul').length + find(text, 'İstanbul').length).toBeGreaterThan(0)
    expect(find(text, 'straße').map(({ start, end }) => text.slice(start, end))).toEqual(['STRASSE', 'straße'])
    expect(find(text, 'σίσυφος')).toHaveLength(1)
  })

  it.each([
    ['an accent put beside its letter', 'Cafe\u0301 noir', 'café', 'Cafe\u0301'],
    ['letters joined into one sign', 'an e\ufb03cient \ufb02ow', 'efficient', 'e\ufb03cient'],
    ['a joined sign in the words', 'an efficient flow', 'e\ufb03cient \ufb02ow', 'efficient flow'],
    ['places where a word may be broken', 'Zusammen\u00adarbeit heute', 'zusammenarbeit', 'Zusammen\u00adarbeit'],
    ['such places in the words', 'Zusammenarbeit', 'zusammen\u00adarbeit', 'Zusammenarbeit'],
    ['signs without width between letters', 'data\u200bbase', 'database', 'data\u200bbase'],
    ['a sharp s written in capitals', 'HAUPTSTRASSE', 'hauptstraße', 'HAUPTSTRASSE'],
    ['a sharp s where two were typed', 'Hauptstraße', 'HAUPTSTRASSE', 'Hauptstraße'],
    ['capitals of another script', 'МОСКВА', 'москва', 'МОСКВА'],
  ])('is not led astray by %s', (_what, text, words, found) => {
    expect(find(text, words).map(({ start, end }) => text.slice(start, end))).toEqual([found])
  })

  it('does not take a letter for the same one with an accent', () => {
    expect(find('Cafe\u0301 and cafe', 'cafe').map(({ start }) => start)).toEqual([10])
    expect(patternOf('\u00ad')).toBeNull()
  })

  it('counts what it does not give', () => {
    const pattern = patternOf('a')
    const found = pattern === null ? null : findOnPage(1, 'a b a b a', pattern, 2)
    expect(found).toMatchObject({ total: 3, hits: [{ start: 0 }, { start: 4 }] })
  })

  it('finds nothing for white space', () => {
    expect(patternOf(' \n\t')).toBeNull()
  })

  it('shows whole words around a hit, and where in them it is', () => {
    const text = `${'before '.repeat(30)}needle${' after'.repeat(30)}`
    const [hit] = find(text, 'needle')
    expect(hit?.snippet).toMatch(/^…before (?:before )*needle(?: after)+…$/u)
    expect(hit?.snippet.slice(hit.snippetStart, hit.snippetEnd)).toBe('needle')
  })

  it('marks the hit in its snippet, whatever the text', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((one) => one.trim() !== '')
    holds(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), word, (text, words) => {
        const whole = `${text}${words}${text}`.normalize('NFC')
        for (const { start, end, snippet, snippetStart, snippetEnd } of find(whole, words)) {
          expect(snippet.slice(snippetStart, snippetEnd)).toBe(whole.slice(start, end).replaceAll(/\s/gu, ' '))
          expect(snippet.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
