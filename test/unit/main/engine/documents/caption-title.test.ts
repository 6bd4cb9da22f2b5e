import { expect, test } from 'vitest'
import { captionTitle } from '../../../../../src/main/engine/documents/caption-title.ts'

test('a caption without its number is what the table is called', () => {
  const captions = ['Table 1. Calls and cargo', 'TABLE IV — Costs', 'Tabelle 2.1 Kosten', 'Table A1: Register', 'Costs']
  expect(captions.map(captionTitle)).toEqual(['Calls and cargo', 'Costs', 'Kosten', 'Register', 'Costs'])
  expect(captionTitle('Table of contents')).toBe('Table of contents')
  expect(captionTitle('Table 12')).toBe('')
})
