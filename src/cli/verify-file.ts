/**
 * A story in a file may come from anybody, with queries of anybody's making. It is verified by a process of its own,
 * which can be ended whatever its queries are doing: on a stop at once, and when it takes too long or too much memory.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { openLibraryReading, resolveDataDir } from '../main/engine.ts'
import { acceptPath } from '../main/intake/accept.ts'
import { failureOf } from '../shared/contract/dispatch.ts'
import {
  CancelledError,
  type Failure,
  type FailureReason,
  failureSchema,
  StoryglassError,
} from '../shared/failure/failure.ts'
import { type Note, note } from '../shared/story/note.ts'
import { type Story, storySchema, type Verification, verificationSchema } from '../shared/story/story.ts'
import { findInstallation } from './installation.ts'
import { terminalTexts } from './language.ts'
import { withInterruption, withReading } from './session.ts'

/** Far above any story we write; what is parsed takes a multiple of it. */
const maxStoryBytes = 64 * 1024 * 1024
/** Wall time, ms. Our own stories of ten million rows take seconds. */
const defaultTimeMs = 120_000
/** Resident memory of the whole process, native parts included. */
const defaultMemoryBytes = 1024 * 1024 * 1024
const reportEveryMs = 50
const supervisedVariable = 'STORYGLASS_SUPERVISED'

export interface VerifyLimits {
  readonly timeMs?: number
  readonly memoryBytes?: number
}

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('memory'), bytes: z.number() }),
  z.object({ type: z.literal('verified'), result: verificationSchema }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
])
type Message = z.infer<typeof messageSchema>

/** Throws `verify_limit` for a story that asks for too much, `no_such_story` for a file that holds none. */
export async function verifyFile(
  file: string,
  dataDir: string | undefined,
  limits: VerifyLimits = {},
): Promise<Verification> {
  const { path: absolute, bytes } = await acceptPath(file)
  if (bytes > maxStoryBytes)
    throw new StoryglassError('verify_limit', note('failed.bytesOfMost', { bytes, most: maxStoryBytes }))
  // Brings the library up to date where nobody else has it open; the other process only looks.
  await withReading(dataDir, async () => undefined)
  return withInterruption((interrupted) => supervise(absolute, resolveDataDir(dataDir), limits, interrupted))
}

async function supervise(
  file: string,
  dataDir: string,
  { timeMs = defaultTimeMs, memoryBytes = defaultMemoryBytes }: VerifyLimits,
  interrupted: AbortSignal,
): Promise<Verification> {
  const { promise, resolve, reject } = Promise.withResolvers<Verification>()
  const child = spawn(process.execPath, [findInstallation().cliFile, 'verify', file, '--data-dir', dataDir], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, [supervisedVariable]: '1' },
  })
  const overLimit = (detail: Note): void => reject(new StoryglassError('verify_limit', detail))
  const timer = setTimeout(() => overLimit(note('failed.tookSeconds', { seconds: timeMs / 1000 })), timeMs)
  const interrupt = (): void => reject(new CancelledError())
  if (interrupted.aborted) interrupt()
  interrupted.addEventListener('abort', interrupt)
  child.on('error', reject)
  child.on('exit', (code, signal) => reject(new Error(`the process that verifies ended (${signal ?? code})`)))
  child.on('message', (message: unknown) => {
    const { data } = messageSchema.safeParse(message)
    if (data === undefined) return
    if (data.type === 'verified') resolve(data.result)
    else if (data.type === 'failed') reject(asError(data.failure))
    else if (data.bytes > memoryBytes) overLimit(note('failed.tookMemory', { megabytes: Math.round(data.bytes / 1e6) }))
  })
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    interrupted.removeEventListener('abort', interrupt)
    await endNow(child)
  }
}

/** Bounds that the work on any file has: here the file is a story, and asks for more than stories need. */
const boundsOfWork: ReadonlySet<FailureReason> = new Set(['too_much_memory', 'too_much_output', 'too_slow'])

function asError({ reason, detail }: Failure): StoryglassError {
  return new StoryglassError(boundsOfWork.has(reason) ? 'verify_limit' : reason, detail)
}

/** It owns nothing and writes nothing: there is nothing to be tidied up. */
async function endNow(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

/** Whether this process was started by `supervise`. */
export function isSupervised(): boolean {
  return process.env[supervisedVariable] !== undefined && process.send !== undefined
}

/** The other side: verifies the story in `file` and tells the process above, with which it ends. */
export async function verifySupervised(file: string, dataDir: string): Promise<void> {
  const tell = (message: Message): Promise<void> =>
    new Promise((resolve) => {
      process.send?.(message, () => resolve())
    })
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  const reports = setInterval(() => void tell({ type: 'memory', bytes: process.memoryUsage.rss() }), reportEveryMs)
  try {
    const story = await readStory(file)
    const library = openLibraryReading({
      dataDir,
      workerFile: findInstallation().workerFile,
      texts: terminalTexts(),
    })
    await tell({ type: 'verified', result: await library.stories.verify(story) })
  } catch (error) {
    await tell({ type: 'failed', failure: failureOf(terminalTexts(), error, path.basename(file)) })
  } finally {
    clearInterval(reports)
    // Ends this process, threads and all, whatever happened: the one above waits for that.
    process.disconnect()
  }
}

async function readStory(file: string): Promise<Story> {
  try {
    return storySchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    const name = path.basename(file)
    throw new StoryglassError('no_such_story', `${name} does not hold a story of version 1`, { cause: error })
  }
}
