/** Questions about the tables of a saved story: understood here, answered by a task, and counted. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from '../../../shared/ask/answer.ts'
import {
  type AskedQuestion,
  askedGrains,
  mayTest,
  type QuestionOf,
  type Understanding,
} from '../../../shared/ask/question.ts'
import type { AskedTable } from '../../../shared/ask/table.ts'
import { understandIn } from '../../../shared/ask/understand.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { everyInsight } from '../../../shared/story/every-insight.ts'
import { withAnswers } from '../../../shared/story/hand/answers.ts'
import { type Marked, markedOf } from '../../../shared/story/mark/mark.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import type { StoryService } from './story-service.ts'
import { lookedFor, type TestedQuestions } from './tested-questions.ts'

export interface AskServices {
  readonly stories: Pick<StoryService, 'get'>
  readonly pool: Pick<WorkerPool, 'runTask'>
  readonly files: Pick<StageFiles, 'folder'>
  readonly questions: TestedQuestions
  readonly texts: Pick<Texts, 'language'>
}

/** What is held in memory of a story that is being asked about. */
interface Session {
  readonly tables: Promise<AskedTable[]>
  /** By language and question, also those under way; longest ago first. */
  readonly answers: Map<string, Promise<Answer>>
  /** Settles when no question that may test something is under way: how many came before has to be known to the next. */
  lastTest: Promise<unknown>
}

/** Stories whose names and values are held in memory at a time. */
const mostSessions = 20
const mostAnswers = 200

export class AskService {
  readonly #services: AskServices
  readonly #sessions = new Map<string, Session>()

  constructor(services: AskServices) {
    this.#services = services
  }

  /** Throws `no_such_story`. */
  async tables({ storyId }: CommandRequest<'ask/tables'>): Promise<CommandOutput<'ask/tables'>> {
    return { tables: await this.#session(storyId).tables }
  }

  /** Throws `no_such_story`. What was not understood has no answer, and says which words were not. */
  async answer({ storyId, asked }: CommandRequest<'ask/answer'>): Promise<CommandOutput<'ask/answer'>> {
    const session = this.#session(storyId)
    const tables = await session.tables
    const understanding: Understanding =
      'text' in asked
        ? (understandIn(asked.text, tables) ?? { text: asked.text, question: null, spans: [], assumed: [] })
        : { text: '', question: asked.question, spans: [], assumed: [] }
    const { question } = understanding
    return { understanding, answer: question === null ? null : await this.#answer(storyId, session, question) }
  }

  /**
   * Throws `no_such_story`, `no_such_statement`, `table_gone` where its rows are not stored any more, and
   * `mark_without_rows` for a mark that is computed and stands for none.
   */
  async explain({ storyId, insightId, mark }: CommandRequest<'ask/explain'>): Promise<CommandOutput<'ask/explain'>> {
    const { story: generated, jobId, hand } = await this.#services.stories.get(storyId)
    const story = withAnswers(generated, hand?.answers ?? [])
    const insight = everyInsight(story).find(({ id }) => id === insightId)
    if (insight === undefined) throw new StoryglassError('no_such_statement', insightId)
    const table = story.tables.find(({ name }) => name === insight.table)
    const folder = this.#services.files.folder(jobId, 'convert')
    if (table === undefined || !existsSync(path.join(folder, path.basename(table.file)))) {
      throw new StoryglassError('table_gone', insight.table)
    }
    const chart = story.charts.find((one) => one.insight === insightId) ?? null
    const marked = markedOf(table, insight, chart, mark)
    if (marked === null) throw new StoryglassError('mark_without_rows', insightId)
    const question: AskedQuestion = { kind: 'explain', ...marked, change: askedChange(marked.change) }
    return { answer: await this.#answer(storyId, this.#session(storyId), question) }
  }

  /** The story is gone. */
  forget(storyId: string): void {
    this.#sessions.delete(storyId)
  }

  #answer(storyId: string, session: Session, question: AskedQuestion): Promise<Answer> {
    const { answers } = session
    const key = `${this.#services.texts.language} ${JSON.stringify(question)}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const run = (): Promise<Answer> => this.#run(storyId, question)
    const answer = mayTest(question) ? session.lastTest.then(run) : run()
    if (mayTest(question)) session.lastTest = answer.catch(() => undefined)
    const [oldest] = answers.keys()
    if (oldest !== undefined && answers.size >= mostAnswers) answers.delete(oldest)
    answers.set(key, answer)
    // What failed may succeed when it is asked again.
    answer.catch(() => answers.delete(key))
    return answer
  }

  async #run(storyId: string, question: AskedQuestion): Promise<Answer> {
    const { stories, pool, files, questions } = this.#services
    const { story, jobId } = await stories.get(storyId)
    const fingerprint = createHash('sha256').update(JSON.stringify(question)).digest('hex')
    const answer = outputOf(
      'ask',
      await pool.runTask('ask', {
        tables: story.tables,
        convertDir: path.resolve(files.folder(jobId, 'convert')),
        source: { path: '', name: story.source.name, bytes: story.source.bytes },
        seed: story.seed,
        question,
        looked: lookedFor(questions.of(storyId), fingerprint),
      }),
    )
    if (answer.isTested) questions.add(storyId, { question: fingerprint, isFound: answer.isFound })
    return answer
  }

  #session(storyId: string): Session {
    const known = this.#sessions.get(storyId)
    if (known !== undefined) return known
    const session: Session = {
      tables: this.#vocabulary(storyId),
      answers: new Map(),
      lastTest: Promise.resolve(),
    }
    const [oldest] = this.#sessions.keys()
    if (oldest !== undefined && this.#sessions.size >= mostSessions) this.#sessions.delete(oldest)
    this.#sessions.set(storyId, session)
    // What could not be read may be readable later.
    session.tables.catch(() => {
      if (this.#sessions.get(storyId) === session) this.#sessions.delete(storyId)
    })
    return session
  }

  async #vocabulary(storyId: string): Promise<AskedTable[]> {
    const { stories, pool, files } = this.#services
    const { story, jobId } = await stories.get(storyId)
    const convertDir = path.resolve(files.folder(jobId, 'convert'))
    return outputOf('ask-vocabulary', await pool.runTask('ask-vocabulary', { tables: story.tables, convertDir })).tables
  }
}

/** Null for periods of a length that no question is asked of. */
function askedChange(change: Marked['change']): QuestionOf<'explain'>['change'] {
  if (change === null) return null
  const grain = askedGrains.find((one) => one === change.grain)
  return grain === undefined ? null : { ...change, grain }
}
