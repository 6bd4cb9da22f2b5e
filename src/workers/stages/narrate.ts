/** The narrate stage: from ranked insights to a titled story in sections, each number checked against its evidence. */
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { countDropped, dropReasons } from '../../shared/story/dropped.ts'
import type { Verification } from '../../shared/story/story.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import type { WorkContext } from '../runtime/context.ts'
import { type Telling, tell } from '../story/compose-story.ts'
import { checkTexts } from '../story/verify/texts.ts'
import { verifyValues } from '../story/verify/verify.ts'

/**
 * Tells the story and recomputes each of its numbers from the stored tables. A statement with a number that does not come
 * out, or with digits that its evidence does not explain, is left out, recorded as a defect and counted in `dropped`; the
 * rest is told without it. Throws `evidence_mismatch` only where a text is wrong and no statement is to blame.
 */
export async function narrate(
  input: StageInput<'narrate'>,
  context: WorkContext,
  word: Parameters<typeof tell>[2] = undefined,
): Promise<StageOutput<'narrate'>> {
  const total = input.analysis.insights.length
  context.progress({ done: 0, total: Math.max(1, total), unit: 'statements', note: 'Putting it into words' })
  const withheld = new Withheld(context)
  const first = tell(input, withheld.ids, word, context.texts.language)
  for (const { insight, reason, why } of first.unsaid) withheld.add(insight, reason, why)
  await context.yieldToEventLoop()
  const { convertDir, analysis } = input
  const values = await verifyValues(
    { tables: analysis.tables, convertDir, insights: first.insights },
    context,
    'Checking every number',
  )
  for (const failed of values.failed) withheld.add(failed.insight, dropReasons.recomputed, whyOf(failed))
  // Each round leaves out one statement at least, or ends.
  for (;;) {
    const story = tell(input, withheld.ids, word, context.texts.language)
    const texts = checkTexts(story.sections, story.insights, context.texts.locale)
    await context.yieldToEventLoop()
    if (texts.failed.length === 0) return finish(story, texts.numbers, withheld, context.texts.language)
    const told = new Set(story.insights.map(({ id }) => id))
    const [unexplained] = texts.failed.filter(({ insight }) => !told.has(insight))
    if (unexplained !== undefined) throw new StoryglassError('evidence_mismatch', whyOf(unexplained))
    for (const failed of texts.failed) withheld.add(failed.insight, dropReasons.text, whyOf(failed))
  }
}

function finish(story: Telling, textNumbers: number, withheld: Withheld, language: TextsTag): StageOutput<'narrate'> {
  const { unsaid: _, ...rest } = story
  const values = story.insights.reduce((sum, { evidence }) => sum + Object.keys(evidence.values).length, 0)
  const numbers = values + textNumbers
  return {
    ...(language === 'en' ? {} : { language }),
    ...rest,
    verified: { numbers, matched: numbers },
    dropped: countDropped(withheld.reasons),
    ...disprovedOf(withheld),
  }
}

function disprovedOf({ disproved }: Withheld): Pick<StageOutput<'narrate'>, 'disproved'> {
  return disproved.length === 0 ? {} : { disproved }
}

/** Statements that are not told, each with the first reason why. */
class Withheld {
  readonly #context: WorkContext
  readonly #reasons = new Map<string, string>()

  constructor(context: WorkContext) {
    this.#context = context
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#reasons.keys())
  }

  get reasons(): readonly string[] {
    return [...this.#reasons.values()]
  }

  get disproved(): string[] {
    return [...this.#reasons].flatMap(([id, reason]) => (reason === dropReasons.recomputed ? [id] : []))
  }

  add(insight: string, reason: string, why: string): void {
    this.#context.defect({ part: 'statement', subject: insight, why })
    if (!this.#reasons.has(insight)) this.#reasons.set(insight, reason)
  }
}

function whyOf({ insight, name, stated, recomputed, why }: Verification['failed'][number]): string {
  return `${insight}.${name}: stated ${stated}, recomputed ${recomputed}: ${why}`
}
