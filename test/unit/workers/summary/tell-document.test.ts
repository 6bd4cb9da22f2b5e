import { describe, expect, it } from 'vitest'
import { documentStorySchema } from '../../../../src/shared/document/document-story.ts'
import { factsOf, storyToMarkdown, storyToText } from '../../../../src/shared/document/story-text.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { proveStory } from '../../../../src/workers/summary/verify.ts'
import { detectLanguage, languageOf } from '../../../../src/workers/summary/words/language.ts'
import { tellDocument } from '../../../../src/workers/tasks/document-story.ts'
import { english } from '../../../support/english.ts'
import { contentOf, pageOf, source } from './support.ts'

const first = `Harbours of the North

Abstract

The harbour of Bergen handled 3.2 million tonnes of goods in 2019, more than any other harbour of the north.
It was widened on 3 May 2018 at a cost of € 41 million.

1 Introduction

A harbour is a place where ships are safe from the weather and where their goods are brought ashore.
The harbour of Bergen is older than the town of Bergen itself, as the historian Maria Olsen has shown.`
const second = `2 The goods

Most goods that reach the harbour of Bergen come from the sea and leave it by the railway to Oslo.
The railway to Oslo carries 45 % of all goods that are brought ashore in the harbour.

Figure 1: Goods brought ashore, by year

References

Olsen, M. (2001). The old harbour. Oslo: Havn.`

const tell = (content = contentOf([first, second], { title: 'Harbours of the North' })) =>
  tellDocument({ source, content }, detachedContext())

describe('the story of a document', () => {
  it('is what stands on its pages, at the places it names', async () => {
    const content = contentOf([first, second], { title: 'Harbours of the North' })
    const story = documentStorySchema.parse(await tell(content))
    expect(story.about).toMatchObject({ pages: 2, language: { code: 'en', from: 'detected' }, scannedPages: [] })
    expect(story.quotations.length).toBeGreaterThan(1)
    for (const { text, places } of story.quotations) {
      const found = places.map(({ page, start, end }) => content.pages[page - 1]?.text.slice(start, end)).join(' ')
      expect(found.replaceAll(/\s+/gu, ' ')).toBe(text)
    }
    expect(story.verified.matched).toBe(story.verified.statements)
    expect(story.verified.statements).toBeGreaterThan(10)
  })
  it('has the sections of a document without an outline by their numbers', async () => {
    const { sections } = await tell()
    expect(sections.map(({ heading }) => heading)).toEqual(['Abstract', '1 Introduction', '2 The goods', 'References'])
    expect(sections.find(({ heading }) => heading === 'References')?.quotations).toEqual([])
    expect(sections.find(({ heading }) => heading === '2 The goods')?.pages).toEqual([2, 2])
  })
  it('has names, dates, amounts and figures, and none of the references', async () => {
    const story = await tell()
    expect(story.names.map(({ name }) => name)).toContain('Maria Olsen')
    expect(story.dates.map(({ date }) => date).sort()).toEqual(['2018-05-03', '2019'])
    expect(story.amounts.map(({ value, unit }) => `${value} ${unit}`).sort()).toEqual([
      '3200000 tonnes',
      '41000000 EUR',
      '45 %',
    ])
    expect(story.figures.map(({ caption }) => caption)).toEqual(['Figure 1: Goods brought ashore, by year'])
  })
  it('takes headings and tables from markup, and reads no table as text', async () => {
    const html =
      '<h1>Ships</h1><p>Ships are large and they are slow in every sea.</p><table><tr><td>Length is given.</td><td>12 m</td></tr></table><h2>Sails</h2><p>Sails are made of strong cloth by many hands.</p>'
    const text =
      'Ships\n\nShips are large and they are slow in every sea.\n\nLength is given.\t12 m\n\nSails\n\nSails are made of strong cloth by many hands.'
    const story = await tell(contentOf([], { pages: [pageOf(1, text, html)], pageCount: 1, language: 'en' }))
    expect(story.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['Ships', 1],
      ['Sails', 2],
    ])
    expect(story.about.sentences).toBe(2)
  })
  it('of nothing is empty, and of a scan says so', async () => {
    const warning = { code: 'page_without_text', page: 1, message: 'Page 1 is a picture.' }
    const story = await tell(contentOf([''], { warnings: [warning] }))
    expect(story.quotations).toEqual([])
    expect(story.about.scannedPages).toEqual([1])
    expect(story.readability).toBeNull()
  })
  it('is told without what does not stand on its pages, and says how much that is', async () => {
    const { verified: _, ...story } = await tell()
    const places = [{ page: 1, start: 0, end: 8 }]
    const false_ = {
      quotations: { text: 'It does not say this.', places, score: 1 },
      sections: {
        heading: 'No such heading',
        level: 1,
        place: places[0] ?? null,
        pages: [1, 1] as [number, number],
        words: 0,
      },
      figures: { caption: 'Figure 9: none', place: { page: 9, start: 0, end: 3 } },
      terms: { term: 'submarine', score: 1, count: 1, places },
      names: { name: 'Nobody', count: 1, places },
      dates: { text: '3 May 2018', date: '2018-05-03', count: 1, places },
      amounts: { text: '41 million', value: 41e6, unit: 'EUR', count: 1, places },
    }
    const changed = {
      ...story,
      quotations: [...story.quotations, false_.quotations],
      sections: [...story.sections, { ...false_.sections, quotations: [false_.quotations] }],
      figures: [...story.figures, false_.figures],
      terms: [...story.terms, false_.terms],
      names: [...story.names, false_.names],
      dates: [...story.dates, false_.dates],
      amounts: [...story.amounts, false_.amounts],
    }
    const reading = { language: 'en', dayOrder: null, decimalComma: false }
    const proved = await proveStory(changed, contentOf([first, second]), reading, () => undefined)
    const reasons = { quotation: 2, heading: 1, caption: 1, term: 1, name: 1, date: 1, amount: 1 }
    expect(proved.story).toEqual({
      ...story,
      sections: [...story.sections, { ...false_.sections, place: null, quotations: [] }],
      method: { ...story.method, dropped: { statements: 8, reasons } },
    })
    expect(proved.unproved).toHaveLength(8)
    expect(proved.verified).toEqual((await tell()).verified)
    const whole = documentStorySchema.parse({ ...proved.story, verified: proved.verified })
    const sentence = 'Left out because of a fault in Storyglass: 8 statements that could not be proved.'
    expect(storyToMarkdown(english, { title: 'Harbours', story: whole })).toContain(sentence)
    expect(storyToText(english, { title: 'Harbours', story: whole })).toContain(sentence)
  })
})

describe('a language', () => {
  it.each([
    ['de', 'Der Hafen von Bergen ist älter als die Stadt selbst, und die Schiffe sind dort vor dem Wetter sicher.'],
    ['fr', 'Le port de Bergen est plus ancien que la ville, et les navires y sont à l’abri du mauvais temps.'],
    ['es', 'El puerto de Bergen es más antiguo que la ciudad y los barcos están allí a salvo del mal tiempo.'],
    ['it', 'Il porto di Bergen è più antico della città e le navi vi sono al riparo dal maltempo della stagione.'],
    ['pt', 'O porto de Bergen é mais antigo do que a cidade e os navios estão ali a salvo do mau tempo.'],
    ['nl', 'De haven van Bergen is ouder dan de stad zelf en de schepen zijn er veilig voor het slechte weer.'],
    ['en', 'The harbour of Bergen is older than the town itself, and the ships are safe there from the weather.'],
  ])('is told from its words: %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code)
  })
  it('is none of filler text, of numbers, or of very little', () => {
    expect(
      detectLanguage('Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor.'),
    ).toBeNull()
    expect(detectLanguage('12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34')).toBeNull()
    expect(detectLanguage('Yes.')).toBeNull()
  })
  it('that is declared is believed, and what is no language tag is not', () => {
    expect(languageOf('en-us', 'Kurz.')).toEqual({ code: 'en-US', from: 'declared' })
    expect(languageOf('not a tag', 'Kurz.')).toBeNull()
  })
})

describe('a story in writing', () => {
  it('says what was counted, in the right number, and quotes with pages', async () => {
    const story = await tell()
    expect(factsOf(english, story)[0]).toMatch(/^It has 2 pages and \d+ words, about 1 minute of reading\.$/u)
    expect(
      factsOf(english, { ...story, about: { ...story.about, pages: 1, words: 12_345, readingMinutes: 51.9 } })[0],
    ).toBe('It has 1 page and 12,345 words, about 52 minutes of reading.')
    const text = storyToText(english, { title: 'Harbours', story })
    expect(text).toContain('(p. 1)')
    expect(text).toContain('“')
    expect(storyToText(english, { title: 'Harbours', story, pages: [{ number: 1, label: 'iv' }] })).toContain('(p. iv)')
  })
  it('says how its sentences were chosen only where there were any', async () => {
    const story = await tell()
    const textOf = (sentencesRanked: number, statements: number): string =>
      storyToText(english, {
        title: 'Harbours',
        story: {
          ...story,
          method: { ...story.method, sentencesRanked },
          verified: { statements, matched: statements },
        },
      })
    expect(textOf(7, 3)).toMatch(/Sentences were chosen by .* from 7 sentences\. 3 of 3 statements/u)
    expect(textOf(0, 3)).toMatch(/\n\n3 of 3 statements were found/u)
    expect(textOf(0, 0)).not.toMatch(/chosen|statements|\n\n\n/u)
  })

  it('as Markdown has no markup of the document’s own', async () => {
    const story = await tell()
    const [name] = story.names
    if (name === undefined) throw new Error('no name')
    const written = storyToMarkdown(english, {
      title: 'A *bold* <b>title</b>',
      story: { ...story, names: [{ ...name, name: '[x](y)' }] },
    })
    expect(written).toContain(String.raw`# A \*bold\* \<b\>title\</b\>`)
    expect(written).toContain(String.raw`- \[x\](y)`)
  })
})
