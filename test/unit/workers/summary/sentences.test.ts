import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { classifyLines } from '../../../../src/workers/summary/text/classify-lines.ts'
import { locateSentences } from '../../../../src/workers/summary/text/locate-sentences.ts'
import { sentenceSpans } from '../../../../src/workers/summary/text/sentences.ts'
import { holds } from '../../../support/property.ts'
import { contentOf } from './support.ts'

const cut = (text: string, language = 'en'): string[] =>
  sentenceSpans(text, language).map(({ from, to }) => text.slice(from, to))

async function told(texts: readonly string[], language = 'en') {
  const content = contentOf(texts)
  const { pages } = await classifyLines(content, detachedContext())
  return { content, sentences: await locateSentences(pages.flat(), language, detachedContext()) }
}

describe('a sentence', () => {
  it.each([
    ['en', 'It was shown by Dr. Smith of Leeds. Others agreed.', 2],
    ['en', 'See Fig. 3 for details. It is clear.', 2],
    ['en', 'Meyer et al. (2003) show this. So do others.', 2],
    ['en', 'J. R. R. Tolkien wrote it. He was born in 1892.', 2],
    ['en', 'It holds, e.g. Boston is one. We go on.', 2],
    ['en', 'He bought apples, pears etc. The rest was left.', 2],
    ['en', 'It costs 3.50 dollars. That is much.', 2],
    ['en', 'It was sold (see Chap. 4. It says more) to them. Then he left.', 2],
    ['en', 'Apple Inc. Chairman Cook spoke. They listened.', 2],
    ['de', 'Am 3. Mai war es so weit. Das Haus im 19. Jahrhundert stand leer.', 2],
    ['de', 'Das gilt z. B. Anfang Mai, vgl. Kap. 3 dazu. Mehr nicht.', 2],
    ['fr', 'M. Dupont est venu. Il est parti.', 2],
    ['es', 'El Sr. García llegó. La reunión empezó.', 2],
  ])('of %s ends where it ends: %s', (language, text, sentences) => {
    expect(cut(text, language)).toHaveLength(sentences)
  })

  it('covers its paragraph but for white space', () => {
    holds(
      fc.property(fc.string({ unit: fc.constantFrom('A', 'b', '. ', '! ', ' ', '(', ')', '3', 'Dr.') }), (text) => {
        expect(cut(text).join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
      }),
    )
  })

  it('that runs over a page break has a place on both pages', async () => {
    const { sentences, content } = await told([
      'The first page says a little about ships and harbours.\nThe second sentence of this page is not over when the',
      'page itself is, and goes on here.\nAnother one stands alone.',
    ])
    const over = sentences.find(({ text }) => text.startsWith('The second'))
    expect(over?.text).toBe('The second sentence of this page is not over when the page itself is, and goes on here.')
    expect(over?.places.map(({ page }) => page)).toEqual([1, 2])
    expect(over?.places.map(({ page, start, end }) => content.pages[page - 1]?.text.slice(start, end)).join(' ')).toBe(
      over?.text,
    )
  })

  it('that runs over a line which is no part of it has a place on either side of that line', async () => {
    const { sentences, content } = await told([
      'Harbours of the North\nA page with a head.',
      'Harbours of the North\nAnother page with a head.',
      'Harbours of the North\nThis page has the sentence which goes on over\nHarbours of the North\na repeated head of the page.',
    ])
    const over = sentences.find(({ text }) => text.startsWith('This page has'))
    expect(over?.text).toBe('This page has the sentence which goes on over a repeated head of the page.')
    const found = over?.places.map(({ page, start, end }) => content.pages[page - 1]?.text.slice(start, end))
    expect(found).toEqual(['This page has the sentence which goes on over', 'a repeated head of the page.'])
  })

  it('joins a word that is broken at the end of a line if the document has it whole', async () => {
    const { sentences } = await told([
      'A harbour is a place where ships are safe, and this har-\nbour is large. Its har-\nbour master is old.',
    ])
    expect(sentences[0]?.text).toContain('this harbour is large')
  })

  it('is not made of headings, captions, code, contents, references or tables', async () => {
    const { sentences } = await told([
      'Contents\n\n1 Introduction ........ 3\n2 Methods ........ 7\n3 Results ........ 9\n4 Ends ........ 12',
      'Figure 1: The harbour in winter. It is frozen.\n\n> x <- c(1, 2, 3)\n\nThe harbour is large and old.\n\nReferences\n\nSmith, J. (2001). Harbours of the world. Wiley.',
    ])
    expect(sentences.map(({ text }) => text)).toEqual(['The harbour is large and old.'])
  })

  it('of an item has not the mark of the item', async () => {
    const { sentences } = await told([
      '• The first thing is a ship.\n• The second thing is a boat.\n3. The third thing is a raft.',
    ])
    expect(sentences.map(({ text }) => text)).toEqual([
      'The first thing is a ship.',
      'The second thing is a boat.',
      'The third thing is a raft.',
    ])
  })

  it('stands at its places word for word, whatever the lines and pages', async () => {
    const word = fc.constantFrom(
      'Ships',
      'harbour',
      'well-',
      'known',
      'and',
      'is.',
      'Dr.',
      'end.',
      '(see',
      'it)',
      'É',
      '😀',
      '•',
    )
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '  ')), {
      minLength: 1,
      maxLength: 40,
    })
    const pages = fc.array(
      text.map((all) => all.flat().join('')),
      { minLength: 1, maxLength: 4 },
    )
    await holds(
      fc.asyncProperty(pages, async (texts) => {
        const { sentences, content } = await told(texts)
        const compact = (said: string): string => said.replaceAll(/[\s-]/gu, '')
        for (const sentence of sentences) {
          const found = sentence.places.map(
            ({ page, start, end }) => content.pages[page - 1]?.text.slice(start, end) ?? '',
          )
          expect(compact(found.join(''))).toBe(compact(sentence.text))
          for (const part of found) expect(part).toBe(part.trim())
        }
      }),
      { numRuns: 60 },
    )
  })
})
