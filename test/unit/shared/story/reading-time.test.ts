import { expect, it } from 'vitest'
import { wordsAMinute } from '../../../../src/shared/format/reading-speed.ts'
import { readingMinutesOf, readingTimeText } from '../../../../src/shared/story/reading-time.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'

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

it('a story in German takes longer for as many words, and says so in its language', () => {
  const story = { title: 'eins zwei drei', subtitle: '', sections: [] }
  expect(readingMinutesOf({ ...story, language: 'de' })).toBeGreaterThan(readingMinutesOf(story))
  const said = (minutes: number) => (['en', 'de'] as const).map((tag) => readingTimeText(textsIn(tag), minutes))
  expect(said(0.4)).toEqual(['less than a minute to read', 'weniger als eine Minute Lesezeit'])
  expect(said(3.6)).toEqual(['4 minutes to read', '4 Minuten Lesezeit'])
  expect(said(119)).toEqual(['about 2 hours to read', 'etwa 2 Stunden Lesezeit'])
})
