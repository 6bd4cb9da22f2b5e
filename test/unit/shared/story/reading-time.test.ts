import { expect, it } from 'vitest'
import { wordsAMinute } from '../../../../src/shared/format/reading-speed.ts'
import { readingMinutesOf } from '../../../../src/shared/story/reading-time.ts'

const paragraph = (text: string) => ({ text, insights: [], numbers: [] })

it('a story takes as long to read as its words do, numbers and hyphenated words being one each', () => {
  const story = {
    title: 'Sales rise',
    subtitle: '1,234.5 rows, year-on-year',
    sections: [{ heading: 'Change over time', paragraphs: [paragraph('It is so.'), paragraph('')], charts: [] }],
  }
  expect(readingMinutesOf(story) * wordsAMinute).toBeCloseTo(11, 9)
})

it('a story of twice the words takes twice the time', () => {
  const of = (times: number) =>
    readingMinutesOf({
      title: '',
      subtitle: '',
      sections: [
        { heading: '', paragraphs: Array.from({ length: times }, () => paragraph('one two three')), charts: [] },
      ],
    })
  expect(of(200)).toBeCloseTo(2 * of(100), 9)
})
