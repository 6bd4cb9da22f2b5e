import { describe, expect, it } from 'vitest'
import { foundPlaces } from '../../../../src/renderer/words/found-places.ts'

const found = (text: string, search: string): string[] =>
  foundPlaces(text, search).map(({ start, end }) => text.slice(start, end))

describe('places of a search in a text', () => {
  it('are the words that begin with what is sought, whatever the case and the accents', () => {
    expect(found('The Cafés of Zürich, a cafe, decaf', 'CAF')).toEqual(['Cafés', 'cafe'])
    expect(found('naïve and naı̈ve', 'zurich')).toEqual([])
    expect(found('Straße in Zu\u0308rich', 'zuri')).toEqual(['Zu\u0308rich'])
  })

  it('are those of every word', () => {
    expect(found('Sales rose in the north.', 'north, sales!')).toEqual(['Sales', 'north'])
  })

  it('are none where nothing is sought', () => {
    expect(found('Sales', ' .,! ')).toEqual([])
  })
})
