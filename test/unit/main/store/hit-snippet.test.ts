/** The words around a hit are the first that have every word looked for, and what is shown is the text as it stands. */
import { describe, expect, it } from 'vitest'
import { hitSnippet } from '../../../../src/main/store/hit-snippet.ts'

const beginning =
  (...words: readonly string[]) =>
  (indexed: string): number =>
    words.findIndex((word) => indexed.startsWith(word))
const around = (texts: readonly string[], ...words: readonly string[]): string | null =>
  hitSnippet(
    texts.map((text) => ({ text, match: beginning(...words) })),
    words.length,
  )
const numbered = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ')

describe('the words around a hit', () => {
  it('are the whole of a short text, with its marks', () => {
    expect(around(['Rain, rains; raining.'], 'rain')).toBe('[Rain], [rains]; [raining].')
  })

  it('stand in the middle of fourteen, with dots where more is left out', () => {
    expect(around([`${numbered(1, 30)} Übergröße ${numbered(31, 60)}`], 'ubergroß')).toBe(
      `…${numbered(25, 30)} [Übergröße] ${numbered(31, 37)}…`,
    )
    expect(around([`${numbered(1, 30)} rain`], 'rain')).toBe(`…${numbered(18, 30)} [rain]`)
  })

  it('are those of the first field, and in it of the first place, with most of the words', () => {
    const text = `rain ${numbered(1, 40)} sun and rain. ${numbered(41, 60)} sun rain`
    expect(around(['Rain', text, 'sun rain'], 'rain', 'sun')).toContain('[sun] and [rain]. w41')
    expect(around(['Rain', `sun ${numbered(1, 40)} snow`], 'rain', 'sun')).toBe('[Rain]')
  })

  it('are none where no word is found', () => {
    expect(around(['', 'snow'], 'rain')).toBeNull()
  })
})
