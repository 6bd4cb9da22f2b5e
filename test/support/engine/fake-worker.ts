/**
 * A worker whose stages are quick and small but real: they write Parquet through DuckDB, report, and can be cancelled.
 * What a source says decides what goes wrong: its text is a `Script`, one entry a stage.
 */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StageInput, StageOutput } from '../../../src/shared/contract/stages.ts'
import type { TaskMap } from '../../../src/shared/contract/tasks.ts'
import { type FailureReason, StoryglassError } from '../../../src/shared/failure/failure.ts'
import type { StageName } from '../../../src/shared/job/stage.ts'
import type { WorkContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { serveWork } from '../../../src/workers/runtime/serve.ts'
import { type DocumentScript, fakeDocumentTasks } from './fake-document.ts'

export type Step =
  | { readonly do: 'pass' }
  /** Waits as well-behaved JavaScript does, reporting every 10 ms. */
  | { readonly do: 'work'; readonly ms: number }
  /** Reports as fast as it can, this many times. */
  | { readonly do: 'report'; readonly times: number }
  /** Never yields: only the end of its thread stops it. */
  | { readonly do: 'spin' }
  /** One DuckDB query that runs for minutes; the job's note is `querying` once it is about to begin. */
  | { readonly do: 'query' }
  | { readonly do: 'exit' }
  | { readonly do: 'exhaust_memory' }
  /** The same outside the heap, where no limit of the thread counts it. */
  | { readonly do: 'exhaust_buffers' }
  | { readonly do: 'fail'; readonly reason: FailureReason }
  | { readonly do: 'throw' }
  /** Records a defect and passes. */
  | { readonly do: 'leave_out' }
  /** Does `step` the first `times` times, counted in a file beside the source, then passes. */
  | { readonly do: 'at_first'; readonly times: number; readonly step: Step }

/** `title` only makes contents differ. `verify: 'mismatch'` states a number the data does not bear out. */
export type Script = Partial<Record<StageName, Step>> & {
  readonly title?: string
  /** Each run of a stage adds a byte to a file beside the source, `<source>.<stage>.runs`. */
  readonly count?: boolean
  readonly verify?: 'mismatch'
  /** The source is a document: a PDF, unless `flowed`. */
  readonly document?: DocumentScript & { readonly flowed?: boolean }
}

async function perform(stage: StageName, source: { path: string }, context: WorkContext): Promise<Script> {
  const text = await readFile(source.path, 'utf8')
  const script = (text.startsWith('{') ? JSON.parse(text) : {}) as Script
  if (script.count) await appendFile(`${source.path}.${stage}.runs`, '.')
  await performStep(script[stage] ?? { do: 'pass' }, `${source.path}.${stage}.count`, context)
  return script
}

async function performStep(step: Step, countFile: string, context: WorkContext): Promise<void> {
  switch (step.do) {
    case 'pass':
      return
    case 'work':
      for (let done = 0; done < step.ms; done += 10) {
        await sleep(10)
        context.progress({ done, total: step.ms, unit: 'milliseconds', note: 'working' })
        await context.yieldToEventLoop()
      }
      return
    case 'report':
      for (let done = 0; done < step.times; done += 1) {
        context.progress({ done, total: step.times, unit: 'reports', note: null })
        if (done % 1_000 === 0) await context.yieldToEventLoop()
      }
      return
    case 'spin':
      for (;;) Math.sqrt(2)
    case 'query':
      context.progress({ done: 0, total: 1, unit: 'queries', note: 'querying' })
      await withDatabase(context, { threads: 1 }, (database) =>
        database.run('SELECT count(*) FROM range(100000000) a, range(100000) b WHERE (a.range * b.range) % 7 = 3'),
      )
      return
    case 'exit':
      process.exit(3)
      break
    case 'exhaust_memory': {
      const hoard: number[][] = []
      for (;;) hoard.push(new Array<number>(100_000).fill(hoard.length))
    }
    case 'exhaust_buffers': {
      const hoard: Uint8Array[] = []
      for (;;) hoard.push(new Uint8Array(4_000_000).fill(hoard.length))
    }
    case 'fail':
      throw new StoryglassError(step.reason, 'as the script says')
    case 'leave_out':
      context.defect({ part: 'statement', subject: 'total-amount', why: 'as the script says' })
      return
    case 'throw':
      throw new Error('a fault of the stage')
    case 'at_first': {
      const count = Number(await readFile(countFile, 'utf8').catch(() => '0'))
      if (count >= step.times) return
      await writeFile(countFile, String(count + 1))
      await performStep(step.step, countFile, context)
    }
  }
}

const emptyMethod = { testsRun: 0, kept: 0, q: 0.05, families: [], sampled: false, rowsAnalysed: 3 }

async function check(
  { tables, convertDir, insights }: TaskMap['verify']['input'],
  context: WorkContext,
): Promise<TaskMap['verify']['output']> {
  const file = path.join(convertDir, tables[0]?.file ?? '')
  const { total } = await withDatabase(context, { threads: 1 }, (database) =>
    database.row<{ total: number }>(`SELECT sum(amount)::BIGINT AS total FROM read_parquet(${quoteText(file)})`),
  )
  const failed = insights
    .filter((insight) => insight.evidence.values.total !== total)
    .map((insight) => ({
      insight: insight.id,
      name: 'total',
      stated: insight.evidence.values.total ?? null,
      recomputed: total,
      why: 'differs',
    }))
  return { numbers: insights.length, matched: insights.length - failed.length, failed }
}

const stages = {
  async import({ source }: StageInput<'import'>, context: WorkContext): Promise<StageOutput<'import'>> {
    const script = await perform('import', source, context)
    if (script.document === undefined) return { kind: 'csv', misnamed: false }
    return { kind: script.document.flowed ? 'text' : 'pdf', misnamed: false, pipeline: 'document' }
  },

  async convert({ source, outputDir }: StageInput<'convert'>, context: WorkContext): Promise<StageOutput<'convert'>> {
    await perform('convert', source, context)
    await withDatabase(context, { threads: 1 }, (database) =>
      database.run(
        `COPY (SELECT range AS amount FROM range(3)) TO ${quoteText(path.join(outputDir, 'table-0.parquet'))} (FORMAT parquet)`,
      ),
    )
    return {
      tables: [
        {
          name: 'table',
          sheet: null,
          file: 'table-0.parquet',
          rows: 3,
          droppedRows: 0,
          notes: [],
          columns: [{ name: 'amount', storage: 'BIGINT', format: null, unreadable: { count: 0, examples: [] } }],
        },
      ],
    }
  },

  async analyze({ source, tables }: StageInput<'analyze'>, context: WorkContext): Promise<StageOutput<'analyze'>> {
    const script = await perform('analyze', source, context)
    const total = script.verify === 'mismatch' ? 4 : 3
    return {
      tables: tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) => ({
          ...column,
          type: 'integer' as const,
          role: 'measure' as const,
          nulls: 0,
          distinct: 3,
          stats: {},
        })),
      })),
      insights: [
        {
          id: 'total-amount',
          type: 'total',
          class: 'fact',
          table: 'table',
          columns: ['amount'],
          direction: 'none',
          effect: { name: 'sum', value: total, low: null, high: null },
          n: 3,
          score: 1,
          scoreParts: {},
          evidence: { sql: ['SELECT sum(amount)::BIGINT AS total FROM "table"'], values: { total }, derived: {} },
          caveats: [],
          details: {},
        },
      ],
      method: emptyMethod,
    }
  },

  async narrate(
    { source, analysis, convertDir }: StageInput<'narrate'>,
    context: WorkContext,
  ): Promise<StageOutput<'narrate'>> {
    const script = await perform('narrate', source, context)
    const insights = analysis.insights.map((insight) => ({ ...insight, sentence: 'The amounts add up to 3.' }))
    const { numbers, matched, failed } = await check({ tables: analysis.tables, convertDir, insights }, context)
    const lines = failed.map(
      ({ insight, name, stated, recomputed }) => `${insight}.${name}: ${stated} is ${recomputed}`,
    )
    if (lines.length > 0) throw new StoryglassError('evidence_mismatch', lines.join('\n'))
    return {
      title: script.title ?? 'Amounts add up to 3',
      subtitle: '3 rows',
      insights,
      verified: { numbers, matched },
      sections: [
        {
          heading: 'What it says',
          paragraphs: [{ text: 'The amounts add up to 3.', insights: ['total-amount'], numbers: [] }],
          charts: [],
        },
      ],
    }
  },

  async visualize(
    { source, narrative }: StageInput<'visualize'>,
    context: WorkContext,
  ): Promise<StageOutput<'visualize'>> {
    await perform('visualize', source, context)
    return { charts: [], sections: narrative.sections }
  },

  verify: check,

  async export(
    { story, outputPath }: TaskMap['export']['input'],
    _context: WorkContext,
  ): Promise<TaskMap['export']['output']> {
    const text = JSON.stringify(story)
    await writeFile(outputPath, text)
    return { bytes: Buffer.byteLength(text) }
  },
}

export default serveWork({ ...stages, ...fakeDocumentTasks(performStep) })
