/** A table whose names have units: told without them, with every value in its unit, in both languages; asked for by either name. */
import { describe, expect, it } from 'vitest'
import { understand } from '../../../src/shared/ask/understand.ts'
import type { LanguageTag } from '../../../src/shared/texts/languages.ts'
import { askedShape } from '../../../src/workers/ask/vocabulary.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { translateStory } from '../../../src/workers/tasks/translate.ts'
import { withToldStory } from '../../support/stories/told-story.ts'

/** Grams between 7,000 and 9,900 and millimetres between 150 and 260: no count, share or coefficient is as large, or between. */
const birds = `SELECT ['Adelie', 'Gentoo', 'Chinstrap'][1 + i % 3] AS species,
    150 + (i % 3) * 30 + (i * 37) % 41 AS "Flipper Length (mm)",
    7000 + (i % 3) * 600 + 20 * ((i * 37) % 41) + 7 * ((i * 53) % 97) AS "Body Mass (g)"
  FROM range(90) t(i)`

async function proseOf(
  language: LanguageTag,
): Promise<{ readonly prose: readonly string[]; readonly headers: readonly string[]; readonly matched: boolean }> {
  return withToldStory(
    birds,
    async ({ story, verified, stored }) => {
      const source = { name: 'birds.csv', bytes: 1234 }
      const told = await translateStory({ story, source, convertDir: stored.convertDir, language }, detachedContext())
      const prose = [
        told.title,
        ...told.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
        ...told.charts.flatMap(({ spec, alt }) => [spec.title, spec.subtitle ?? '', alt]),
      ]
      const headers = told.charts.map(({ spec }) => spec.x.label)
      return { prose, headers, matched: verified.matched === verified.numbers && verified.numbers > 20 }
    },
    { name: 'birds' },
  )
}

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it('prose, titles and pictures have names without units, and every value has its own', async () => {
    const { prose, headers, matched } = await proseOf(language)
    expect(matched).toBe(true)
    expect(prose.join('\n')).toContain('lipper length')
    expect(prose.filter((text) => /\((?:mm|g)\)/u.test(text))).toEqual([])
    // Of axes, the names are whole.
    expect(headers).toContain('Body mass (g)')
    const grams = prose.flatMap((text) => text.match(/[789][.,]\d{3}(?!\d)(?:\s\S+)?/gu) ?? [])
    expect(grams.length).toBeGreaterThan(4)
    expect(grams.filter((found) => !/\sg\b/u.test(found))).toEqual([])
    const lengths = prose.flatMap(
      (text) => text.match(/(?<![\d.,])(?:1[5-9]\d|2[0-5]\d)(?![\d.,]*\d)(?:\s\S+)?/gu) ?? [],
    )
    expect(lengths.length).toBeGreaterThan(2)
    expect(lengths.filter((found) => !/\smm\b/u.test(found))).toEqual([])
  })
})

it('what a person leaves out is not in the description of the rows', async () => {
  const prose = (ignore: readonly string[]) =>
    withToldStory(
      birds,
      async ({ story }) => story.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('\n'),
      {
        name: 'birds',
        focus: { ignore: [...ignore] },
      },
    )
  expect(await prose([])).toMatch(/records flipper length and body mass, along with species/u)
  expect(await prose(['Body Mass (g)'])).toMatch(/records flipper length, along with species/u)
})

it('a question finds the column by its name with the unit and without it', async () => {
  await withToldStory(
    birds,
    async ({ story }) => {
      const [table] = story.tables
      if (table === undefined) throw new Error('no table')
      const column = (text: string) => {
        const { question } = understand(text, askedShape(table))
        return question?.kind === 'value' && question.amount.kind === 'column' ? question.amount.column : question
      }
      for (const asked of ['average body mass', 'average body mass (g)', 'average body mass g'])
        expect(column(asked)).toBe('Body Mass (g)')
    },
    { name: 'birds' },
  )
})
