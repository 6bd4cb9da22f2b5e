/** The task `document-story`: from the pages of a document to what it is and what it says, in its own words. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { DocumentStory } from '../../shared/document/document-story.ts'
import { countDropped, dropReasons } from '../../shared/story/dropped.ts'
import type { WorkContext } from '../runtime/context.ts'
import { isolated } from '../runtime/own-fault.ts'
import { pacer } from '../runtime/pacer.ts'
import { aboutOf } from '../summary/about.ts'
import { captionsOf, tablesOf } from '../summary/facts/captions.ts'
import { dayOrderOf } from '../summary/facts/dates.ts'
import { findFacts } from '../summary/facts/find-facts.ts'
import { readabilityOf } from '../summary/facts/readability.ts'
import { hasDecimalComma } from '../summary/facts/written-number.ts'
import { legalSentences } from '../summary/legal.ts'
import { quotationsOf } from '../summary/quotations.ts'
import { rankingName, rankSentences } from '../summary/ranking/rank.ts'
import { sectionsOf } from '../summary/sections.ts'
import { summarySentences } from '../summary/summary.ts'
import { classifyLines } from '../summary/text/classify-lines.ts'
import { locateSentences } from '../summary/text/locate-sentences.ts'
import { proveStory, type Reading } from '../summary/verify.ts'
import { charactersForLanguage, languageOf } from '../summary/words/language.ts'
import { lemma } from '../summary/words/lemma.ts'
import { stopWordsOf } from '../summary/words/stop-words.ts'
import { wordsOf } from '../summary/words/words.ts'

/** Nothing is made up: a statement that does not say what stands on the pages is left out, and counted as such. */
export async function tellDocument(
  { content }: TaskMap['document-story']['input'],
  context: WorkContext,
): Promise<DocumentStory> {
  const pace = pacer(context)
  const report = (done: number): void => context.progress({ done, total: 4, unit: 'steps', note: null })
  const { pages, headings } = await classifyLines(content, context)
  const prose = pages.flat().filter((line) => line.role === 'prose')
  const found = languageOf(content.language, sampleOf(prose.map((line) => line.text)))
  const language = found?.code ?? null
  await context.yieldToEventLoop()
  report(1)

  const sentences = await locateSentences(pages.flat(), language, context)
  const titleTerms = termsOfTitle(content.title, language)
  report(2)

  await context.yieldToEventLoop()
  const inSummary = summarySentences(sentences, headings)
  const legal = legalSentences(sentences, headings, inSummary, content.pages.length)
  const ranking = await rankSentences(sentences, { language, titleTerms, inSummary, legal }, context)
  report(3)

  const reading: Reading = {
    language,
    dayOrder: dayOrderOf(content.pages.map((page) => page.text)),
    decimalComma: hasDecimalComma(language),
  }
  const unfinished: string[] = []
  const giveUp = (): void => void unfinished.push(dropReasons.search)
  const facts = await isolated(
    context,
    { part: 'search', subject: 'facts' },
    () => findFacts({ content, pages, sentences, titleTerms, reading }, context),
    () => {
      giveUp()
      return { terms: [], names: [], dates: [], amounts: [] }
    },
  )
  await context.yieldToEventLoop()
  const captions = captionsOf(pages)
  const texts = sentences.map((sentence) => sentence.text)
  const readability = await isolated(
    context,
    { part: 'search', subject: 'readability' },
    () => readabilityOf(texts, language),
    () => {
      giveUp()
      return null
    },
  )
  await context.yieldToEventLoop()
  const story = {
    version: 1,
    about: aboutOf(content, { sentences: sentences.length, headings: headings.length, language: found }),
    quotations: quotationsOf(sentences, ranking),
    sections: await sectionsOf({ headings, pages, sentences, ranking, title: content.title }, pace),
    ...facts,
    figures: captions.filter(({ ofTable }) => !ofTable).map(({ text, place }) => ({ caption: text, place })),
    tables: tablesOf(content, captions),
    readability,
    method: {
      ranking: rankingName,
      sentencesRanked: ranking.ranked,
      sampled: ranking.sampled,
      dropped: countDropped(unfinished),
    },
  } as const satisfies Omit<DocumentStory, 'verified'>
  await context.yieldToEventLoop()
  const proved = await proveStory(story, content, reading, pace)
  for (const { kind, said } of proved.unproved) {
    context.defect({ part: 'statement', subject: kind, why: `does not stand at its places: ${said.slice(0, 200)}` })
  }
  report(4)
  return { ...proved.story, verified: proved.verified }
}

function termsOfTitle(title: string | null, language: string | null): Set<string> {
  const stopWords = stopWordsOf(language)
  const words = wordsOf(title ?? '')
    .map((word) => word.text)
    .filter((word) => /\p{L}/u.test(word) && !stopWords.has(word.toLowerCase()))
  return new Set(words.map((word) => lemma(word, language)).filter((word) => word.length > 1))
}

/** Lines from all over the document. */
function sampleOf(lines: readonly string[]): string {
  const all = lines.reduce((sum, line) => sum + line.length + 1, 0)
  const step = Math.max(1, Math.floor(all / charactersForLanguage))
  return lines
    .filter((_, index) => index % step === 0)
    .join('\n')
    .slice(0, charactersForLanguage)
}
