/** `storyglass ask`: a question about the tables of a story or a file, with what was understood of it. */
import { existsSync } from 'node:fs'
import type { Answer } from '../shared/ask/answer.ts'
import type { Span, Understanding } from '../shared/ask/question.ts'
import { questionText } from '../shared/ask/question-text.ts'
import type { CommandOutput } from '../shared/contract/commands.ts'
import type { EngineHandlers } from '../shared/contract/shell.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { print, printJson, printProblem } from './output.ts'
import { withEngine, withReading } from './session.ts'
import { storiesOf } from './stories-of.ts'
import { textTable } from './text-table.ts'

export interface AskOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
  readonly quiet?: boolean
}

/** `target`: the id of a story, or a file, which is told first unless the library has its story. */
export async function ask(target: string, text: string, options: AskOptions): Promise<number> {
  if (!existsSync(target)) {
    return withReading(options.dataDir, ({ handlers }) => answered(handlers, target, text, options))
  }
  return withEngine(options.dataDir, async (session) => {
    const stories = await storiesOf(session, [target], options)
    if (stories.kind === 'problem') {
      await printProblem(stories.problem, options.format === 'json')
      return stories.problem.status
    }
    const [storyId = target] = stories.ids
    return answered(session.engine.handlers, storyId, text, options)
  })
}

async function answered(
  handlers: Pick<EngineHandlers, 'ask/tables' | 'ask/answer'>,
  storyId: string,
  text: string,
  options: AskOptions,
): Promise<number> {
  const { tables } = await handlers['ask/tables']({ storyId })
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name))
  return report(await handlers['ask/answer']({ storyId, asked: { text } }), columns, options)
}

async function report(
  { understanding, answer }: CommandOutput<'ask/answer'>,
  columns: readonly string[],
  { format }: AskOptions,
): Promise<number> {
  const texts = terminalTexts()
  if (format === 'json') await printJson({ understanding, answer })
  else {
    const lines = [
      ...understandingLines(texts, understanding, columns),
      ...(answer === null ? [] : answerLines(texts, answer)),
    ]
    await print(`${lines.join('\n')}\n`)
  }
  return answer === null ? exitStatus.usage : exitStatus.done
}

const mostColumnsNamed = 12

function understandingLines(
  texts: Texts,
  { text, question, spans, assumed }: Understanding,
  columns: readonly string[],
): string[] {
  const said = texts.asked.understood
  const words = (as: Span['as']): string =>
    spans
      .filter((span) => span.as === as)
      .map(({ start, end }) => text.slice(start, end))
      .join(', ')
  const [unknown, leftOut] = [words('unknown'), words('left out')]
  return [
    question === null
      ? said.nothing({ columns: columns.slice(0, mostColumnsNamed).join(', ') })
      : said.line({ text: questionText(texts, question) }),
    ...(unknown === '' ? [] : [said.unknown({ text: unknown })]),
    ...(leftOut === '' ? [] : [said.leftOut({ text: leftOut })]),
    ...(assumed.length === 0
      ? []
      : [said.assumed({ text: assumed.map((one) => texts.asked.assumptions[one]).join(', ') })]),
  ]
}

const mostChartRows = 20

export function answerLines(texts: Texts, { statements, rows, notes }: Answer): string[] {
  const told = statements.flatMap(({ insight, paragraph, chart }) => [
    '',
    paragraph.text,
    ...insight.caveats,
    ...(chart === null || chart.data.columns.length > 3
      ? []
      : [
          textTable(
            chart.data.columns,
            chart.data.rows.slice(0, mostChartRows).map((row) => row.map(String)),
          ),
        ]),
    texts.asked.evidence({ sql: insight.evidence.sql.join('; ').replaceAll(/\s+/g, ' ') }),
  ])
  const listed =
    rows === null || rows.rows.length === 0
      ? []
      : [
          '',
          texts.asked.rowsShown({ shown: rows.rows.length, total: rows.total }),
          textTable(
            rows.columns,
            rows.rows.map((row) => row.map((value) => (value === null ? '' : String(value)))),
          ),
        ]
  return [...told, ...listed, ...(notes.length === 0 ? [] : ['', ...notes])]
}
