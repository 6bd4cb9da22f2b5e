import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOnPage, patternOf } from '../../../../src/main/engine/find-text.ts'

function find(text: string, words: string) {
  const pattern = patternOf(words)
  return pattern === null ? [] : findOnPage(1, text, pattern)
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
    expect(find(text, 'straße').map(({ start }) => text.slice(start, start + 6))).toEqual(['straße'])
    expect(find(text, 'σίσυφος')).toHaveLength(1)
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
    fc.assert(
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
