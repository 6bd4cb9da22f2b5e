/** Files on their way in: dropped or picked, not yet a job. In the browser shell their bytes travel first. */
import { create } from 'zustand'
import type { CommandResult } from '../../shared/contract/bridge.ts'
import type { CommandInput, CommandOutput, SourceHandle } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { ask, engine, unreachable } from '../bridge/engine.ts'
import { jobReplied } from '../queries/jobs.ts'
import { currentRoute, navigate, replaceRoute } from '../routes/navigation.ts'
import type { Route } from '../routes/route.ts'
import { currentTexts } from './language.ts'
import { notify } from './notices.ts'

export interface Incoming {
  readonly key: string
  readonly name: string
  readonly bytes: number
  /** Share of the bytes that arrived, 0 to 1; null where nothing has to travel. */
  readonly fraction: number | null
  readonly failure: Failure | null
}

type Origin =
  | { readonly file: File }
  /** Told as one table. */
  | { readonly together: readonly File[] }
  | { readonly text: string }
  | { readonly source: CommandInput<'jobs/create'>['source'] }

interface IncomingState {
  readonly entries: Readonly<Record<string, Incoming>>
  /** The story or the document that came earlier of the same content, by job id, to be offered beside the progress. */
  readonly earlier: Readonly<Record<string, Route>>
}

export const useIncoming = create<IncomingState>()(() => ({ entries: {}, earlier: {} }))

const origins = new Map<string, Origin>()
const dismissed = new Set<string>()
let counter = 0

function update(key: string, change: Partial<Incoming>): void {
  useIncoming.setState((state) => {
    const entry = state.entries[key]
    return entry === undefined ? state : { entries: { ...state.entries, [key]: { ...entry, ...change } } }
  })
}

function remove(key: string): void {
  origins.delete(key)
  useIncoming.setState((state) => {
    const entries = { ...state.entries }
    delete entries[key]
    return { entries }
  })
}

/** Begins a story of each file. One file: the window follows it. Several: they are listed on the home screen. */
export function takeFiles(files: readonly File[]): void {
  begin(files.map((file) => ({ name: file.name, bytes: file.size, origin: { file } })))
}

/** Begins one story of all of them, as one table. */
export function takeFilesAsOne(files: readonly File[]): void {
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const name = currentTexts().likeFiles.together({ name: files[0]?.name ?? '', more: files.length - 1 })
  begin([{ name, bytes, origin: { together: files } }])
}

/** Begins the story of what is on the clipboard. */
export function takeText(name: string, text: string): void {
  const bytes = new Blob([text]).size
  // In a browser it travels as a file does, which may be larger than a command.
  const origin = engine().shell === 'browser' ? { file: new File([text], name) } : { text }
  begin([{ name, bytes, origin }])
}

export function takeSources(sources: readonly SourceHandle[]): void {
  begin(
    sources.map((source) => ({
      name: source.name,
      bytes: source.bytes,
      origin: { source: { handle: source.handle } },
    })),
  )
}

export function takeSample(sample: { readonly id: string; readonly name: string; readonly bytes: number }): void {
  begin([{ name: sample.name, bytes: sample.bytes, origin: { source: { sample: sample.id } } }])
}

function begin(files: readonly { readonly name: string; readonly bytes: number; readonly origin: Origin }[]): void {
  const keys = files.map(({ name, bytes, origin }) => {
    counter += 1
    const key = `file-${Date.now().toString(36)}-${counter}`
    const fraction = ('file' in origin || 'together' in origin) && engine().shell === 'browser' ? 0 : null
    origins.set(key, origin)
    useIncoming.setState((state) => ({
      entries: { ...state.entries, [key]: { key, name, bytes, fraction, failure: null } },
    }))
    return key
  })
  const [only] = keys
  if (only === undefined) return
  navigate(keys.length === 1 ? { screen: 'incoming', key: only } : { screen: 'home' })
  // One after another: several uploads at once would only make each of them slower to begin.
  void keys.reduce((previous, key) => previous.then(() => send(key)), Promise.resolve())
}

async function send(key: string): Promise<void> {
  const texts = currentTexts()
  const origin = origins.get(key)
  if (origin === undefined || dismissed.has(key)) return
  const result = await createJob(key, origin)
  if (dismissed.has(key)) {
    // Cancelled while its bytes were travelling: the job that came of it is not wanted.
    if (result.ok && result.output.outcome === 'created') await ask('jobs/cancel', { id: result.output.job.id })
    return
  }
  if (!result.ok) {
    update(key, { failure: result.failure })
    return
  }
  const { job, outcome } = result.output
  const earlier = placeOfEarlier(result.output)
  if (earlier !== null) useIncoming.setState((state) => ({ earlier: { ...state.earlier, [job.id]: earlier } }))
  if (outcome === 'existing')
    notify({ kind: 'plain', title: texts.incoming.alreadyWorkedOn({ name: job.source.name }) })
  const route = currentRoute()
  if (route.screen === 'incoming' && route.key === key) replaceRoute({ screen: 'job', id: job.id })
  remove(key)
}

function placeOfEarlier({ earlierStoryId, earlierDocumentId }: CommandOutput<'jobs/create'>): Route | null {
  if (earlierStoryId !== null) return { screen: 'story', id: earlierStoryId, anchor: null }
  if (typeof earlierDocumentId !== 'string') return null
  return { screen: 'document', id: earlierDocumentId, page: null, find: '' }
}

async function createJob(key: string, origin: Origin): Promise<CommandResult<CommandOutput<'jobs/create'>>> {
  const given = await sourceOf(key, origin)
  if (!given.ok) return given
  const options = 'together' in origin ? { options: { reading: { sheetsAsOne: true } } } : {}
  const result = await ask('jobs/create', { source: given.output, ...options })
  // A job that has already been heard of by an event is newer than this reply, whenever it was sent.
  if (result.ok) jobReplied(result.output.job, 0)
  return result
}

async function sourceOf(key: string, origin: Origin): Promise<CommandResult<CommandInput<'jobs/create'>['source']>> {
  if ('source' in origin) return { ok: true, output: origin.source }
  if ('file' in origin) return handleOf(await adopt(key, origin.file, (fraction) => fraction))
  if ('text' in origin) {
    const name = useIncoming.getState().entries[key]?.name ?? ''
    const pasted = await ask('sources/paste', { name, text: origin.text })
    return pasted.ok ? { ok: true, output: { handle: pasted.output.source.handle } } : pasted
  }
  const handles: string[] = []
  for (const [index, file] of origin.together.entries()) {
    const adopted = await adopt(key, file, (fraction) => (index + fraction) / origin.together.length)
    if (!adopted.ok) return adopted
    handles.push(adopted.output.handle)
  }
  const joined = await ask('sources/join', { handles })
  return joined.ok ? { ok: true, output: { handle: joined.output.source.handle } } : joined
}

function handleOf(adopted: CommandResult<SourceHandle>): CommandResult<{ readonly handle: string }> {
  return adopted.ok ? { ok: true, output: { handle: adopted.output.handle } } : adopted
}

/** `shareOf`: what share of all that travels under this key has arrived, given that of the file. */
async function adopt(
  key: string,
  file: File,
  shareOf: (fraction: number) => number,
): Promise<CommandResult<SourceHandle>> {
  try {
    return await engine().adoptFile(file, (ofFile) => {
      const fraction = shareOf(ofFile)
      const before = useIncoming.getState().entries[key]?.fraction ?? 0
      if (fraction - before >= 0.005 || fraction === 1) update(key, { fraction })
    })
  } catch (error) {
    return { ok: false, failure: unreachable(`adoptFile: ${String(error)}`) }
  }
}

/** Forgets a file on its way in. What has arrived of it is left to the engine to clear away. */
export function dismissIncoming(key: string): void {
  dismissed.add(key)
  remove(key)
}

export function retryIncoming(key: string): void {
  update(key, { failure: null, fraction: useIncoming.getState().entries[key]?.fraction === null ? null : 0 })
  void send(key)
}
