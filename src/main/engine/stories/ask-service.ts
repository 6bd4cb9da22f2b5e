/** Questions about the tables of a saved story: understood here, answered by a task, and counted for this session. */
import path from 'node:path'
import type { Answer } from '../../../shared/ask/answer.ts'
import type { AskedQuestion, Understanding } from '../../../shared/ask/question.ts'
import type { AskedTable } from '../../../shared/ask/table.ts'
import { understandIn } from '../../../shared/ask/understand.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import type { StoryService } from './story-service.ts'

/** What has been asked of a story since the engine was started. */
interface Session {
  readonly tables: Promise<AskedTable[]>
  tested: number
  found: number
  /** Answers by question: asked again, they are no further look. */
  readonly answers: Map<string, Answer>
}

/** Stories whose names and values are held in memory at a time. */
const mostSessions = 20
const mostAnswers = 200

export class AskService {
  readonly #stories: Pick<StoryService, 'get'>
  readonly #pool: WorkerPool
  readonly #files: StageFiles
  readonly #sessions = new Map<string, Session>()

  constructor(stories: Pick<StoryService, 'get'>, pool: WorkerPool, files: StageFiles) {
    this.#stories = stories
    this.#pool = pool
    this.#files = files
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

  async #answer(storyId: string, session: Session, question: AskedQuestion): Promise<Answer> {
    const key = JSON.stringify(question)
    const known = session.answers.get(key)
    if (known !== undefined) return known
    const { story, jobId } = await this.#stories.get(storyId)
    const answer = outputOf(
      'ask',
      await this.#pool.runTask('ask', {
        tables: story.tables,
        convertDir: path.resolve(this.#files.folder(jobId, 'convert')),
        source: { path: '', name: story.source.name, bytes: story.source.bytes },
        seed: story.seed,
        question,
        looked: { number: session.tested + 1, found: session.found },
      }),
    )
    if (answer.isTested) session.tested++
    if (answer.isFound) session.found++
    if (session.answers.size < mostAnswers) session.answers.set(key, answer)
    return answer
  }

  #session(storyId: string): Session {
    const known = this.#sessions.get(storyId)
    if (known !== undefined) return known
    const tables = this.#vocabulary(storyId)
    const session: Session = { tables, tested: 0, found: 0, answers: new Map() }
    const [oldest] = this.#sessions.keys()
    if (oldest !== undefined && this.#sessions.size >= mostSessions) this.#sessions.delete(oldest)
    this.#sessions.set(storyId, session)
    // What could not be read may be readable later.
    tables.catch(() => this.#sessions.delete(storyId))
    return session
  }

  async #vocabulary(storyId: string): Promise<AskedTable[]> {
    const { story, jobId } = await this.#stories.get(storyId)
    const convertDir = path.resolve(this.#files.folder(jobId, 'convert'))
    const input = { tables: story.tables, convertDir }
    return outputOf('ask-vocabulary', await this.#pool.runTask('ask-vocabulary', input)).tables
  }
}
