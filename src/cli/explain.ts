/** `storyglass explain`: a statement of a story, or a mark of its chart: what makes it up, what differs there, which rows. */
import { questionText } from '../shared/ask/question-text.ts'
import type { CommandOutput } from '../shared/contract/commands.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import { allOf } from '../shared/story/condition-parts.ts'
import { everyInsight } from '../shared/story/every-insight.ts'
import type { Mark } from '../shared/story/mark/mark.ts'
import { markNamed } from '../shared/story/mark/named.ts'
import type { Story } from '../shared/story/story.ts'
import { writeCondition } from '../shared/story/write-condition.ts'
import { answerLines } from './ask.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { print, printJson } from './output.ts'
import { withReading } from './session.ts'

export interface ExplainOptions {
  readonly mark?: string
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

/** `statement`: its id, or the beginning of it. Throws `no_such_story`, `no_such_statement`, `mark_without_rows`, `table_gone`. */
export async function explain(storyId: string, statement: string, options: ExplainOptions): Promise<number> {
  return withReading(options.dataDir, async ({ handlers }) => {
    const { story } = await handlers['stories/get']({ id: storyId })
    const insightId = statementOf(story, statement)
    const mark = options.mark === undefined ? null : markOf(story, insightId, options.mark)
    const output = await handlers['ask/explain']({ storyId, insightId, mark })
    await report(output, options)
    return exitStatus.done
  })
}

function statementOf(story: Story, text: string): string {
  const ids = everyInsight(story).map(({ id }) => id)
  const found = ids.includes(text) ? [text] : ids.filter((id) => id.startsWith(text))
  const [only, ...others] = found
  if (only === undefined || others.length > 0) throw new StoryglassError('no_such_statement', text)
  return only
}

function markOf(story: Story, insightId: string, text: string): Mark {
  const chart = story.charts.find(({ insight }) => insight === insightId)
  const mark = chart === undefined ? null : markNamed(chart, text)
  if (mark === null) throw new StoryglassError('mark_without_rows', text)
  return mark
}

async function report({ answer }: CommandOutput<'ask/explain'>, { format }: ExplainOptions): Promise<void> {
  if (format === 'json') {
    await printJson({ answer })
    return
  }
  const texts = terminalTexts()
  const { question } = answer
  const parts = question.kind === 'explain' ? [...(question.where === null ? [] : [question.where]), question.mark] : []
  const rows = allOf(parts)
  const lines = [
    questionText(texts, question),
    ...(rows === null ? [] : [texts.asked.explain.rows({ filter: writeCondition(rows) })]),
    ...answerLines(texts, answer),
  ]
  await print(`${lines.join('\n')}\n`)
}
