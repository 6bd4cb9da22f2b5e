/** Whether what a hostile file came to is within what is promised, and how that is told. */
import { megabyte } from './bomb.ts'
import type { Outcome } from './engine-runner.ts'

export interface Bounds {
  /** For each 50 MB of the file begun, on two cores with nothing else to do. */
  readonly seconds: number
  /** Of the whole tree of processes, for a file of up to 50 MB; what several of them map of one file counts once. */
  readonly megabytes: number
  /** More for each megabyte of the file beyond (decision 0019). */
  readonly megabytesBeyond: number
}

export const bounds: Bounds = { seconds: 10, megabytes: 512, megabytesBeyond: 6 }

const stepBytes = 50 * megabyte

export type Breach = 'died' | 'hung' | 'unclear' | 'slow' | 'large' | 'left files' | 'next job'

export interface Judged {
  readonly name: string
  readonly bytes: number
  readonly outcome: Outcome
  readonly breaches: readonly Breach[]
  /** What was answered, in a few words. */
  readonly said: string
}

/** Reasons that tell a person nothing about the file. */
const unclearReasons: ReadonlySet<string> = new Set(['internal', 'worker_died', 'process_died_repeatedly'])

export function secondsAllowed(bytes: number): number {
  return bounds.seconds * Math.max(1, Math.ceil(bytes / stepBytes))
}

export function megabytesAllowed(bytes: number): number {
  return bounds.megabytes + (bounds.megabytesBeyond * Math.max(0, bytes - stepBytes)) / megabyte
}

export function judge(name: string, bytes: number, outcome: Outcome, next: Outcome): Judged {
  const { answer, seconds, peakMegabytes, errors } = outcome
  const breaches: Breach[] = []
  if (seconds > secondsAllowed(bytes)) breaches.push('slow')
  if (peakMegabytes > megabytesAllowed(bytes)) breaches.push('large')
  if (typeof next.answer === 'string' || next.answer.is !== 'told') breaches.push('next job')
  if (typeof answer === 'string') {
    return { name, bytes, outcome, breaches: [answer, ...breaches], said: errors.split('\n').at(-1) ?? '' }
  }
  if (answer.is === 'refused' && unclearReasons.has(answer.reason)) breaches.push('unclear')
  if (answer.leftOver.length > 0) breaches.push('left files')
  const left = answer.leftOver.length === 0 ? '' : ` left ${answer.leftOver.slice(0, 3).join(', ')}`
  const said =
    answer.is === 'told'
      ? `told (${answer.detail})`
      : `${answer.stage}: ${answer.reason} ${answer.detail.split('\n')[0]}`
  return { name, bytes, outcome, breaches, said: `${said}${left}`.slice(0, 110) }
}
