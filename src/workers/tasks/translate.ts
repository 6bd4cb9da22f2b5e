/** The task `translate`: a saved story told in another language. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import { analysisOf, storyOf } from '../../shared/story/told-again.ts'
import { textsIn, textsTagOf } from '../../shared/texts/texts.ts'
import { caveatText } from '../insights/words/caveats.ts'
import type { WorkContext } from '../runtime/context.ts'
import { narrate } from '../stages/narrate.ts'
import { visualize } from '../stages/visualize.ts'

/** Told in the language it has, it comes out as it was. */
export async function translateStory(
  { story, source, convertDir, language }: TaskMap['translate']['input'],
  context: WorkContext,
): Promise<TaskMap['translate']['output']> {
  const texts = textsIn(textsTagOf({ language }))
  const spoken: WorkContext = { ...context, texts }
  const caveatsOf = ({ caveated, caveats }: InsightDraft): string[] =>
    caveated === undefined ? caveats : caveated.map((caveat) => caveatText(caveat, texts.language))
  const analysis = analysisOf(story, texts, caveatsOf)
  const given = { source: { ...source, path: '' }, convertDir, analysis, seed: story.seed, outputDir: '' }
  const narrative = await narrate(given, spoken)
  const visuals = await visualize({ ...given, narrative }, spoken)
  return storyOf(story, { analysis, narrative, visuals })
}
