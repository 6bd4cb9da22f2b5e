/** The table at the end of `npm run test:hostile`, and whether it is as promised. */
import { knownExceptions } from './exceptions.ts'
import { type Breach, type Judged, megabytesAllowed, secondsAllowed } from './judge.ts'

/** A bound that is held by this much is held: the list of exceptions may then lose it. */
const wellWithin = 0.7

interface Findings {
  /** Bounds missed that nobody has argued for. */
  readonly missed: readonly string[]
  /** Exceptions that are none any more. */
  readonly stale: readonly string[]
}

function isExcused(name: string, breach: Breach): boolean {
  return knownExceptions[name]?.breaches.includes(breach) ?? false
}

function findingsOf(judged: readonly Judged[], isWhole: boolean): Findings {
  const missed = judged.flatMap(({ name, breaches, said }) =>
    breaches.filter((breach) => !isExcused(name, breach)).map((breach) => `${breach}: ${name}: ${said}`),
  )
  const byName = new Map(judged.map((one) => [one.name, one]))
  const stale = Object.entries(knownExceptions).flatMap(([name, { breaches }]) => {
    const one = byName.get(name)
    if (one === undefined) return isWhole ? [`${name}: there is no such file`] : []
    return breaches.filter((breach) => isHeld(one, breach)).map((breach) => `${name}: ${breach} no more`)
  })
  return { missed, stale }
}

function isHeld({ breaches, bytes, outcome }: Judged, breach: Breach): boolean {
  if (breaches.includes(breach)) return false
  if (breach === 'slow') return outcome.seconds < wellWithin * secondsAllowed(bytes)
  if (breach === 'large') return outcome.peakMegabytes < wellWithin * megabytesAllowed(bytes)
  return true
}

export function isWithinPromise(judged: readonly Judged[], isWhole: boolean): boolean {
  const { missed, stale } = findingsOf(judged, isWhole)
  return judged.length > 0 && missed.length === 0 && stale.length === 0
}

function row(cells: readonly (string | number)[]): string {
  const [name = '', size = '', seconds = '', memory = '', said = ''] = cells.map(String)
  return `${name.padEnd(36)} ${size.padStart(7)} ${seconds.padStart(6)} ${memory.padStart(6)}  ${said}\n`
}

export function describeOne({ name, bytes, outcome, breaches, said }: Judged): string {
  const marked = breaches.map((one) => (isExcused(name, one) ? `${one}, known` : one)).join('; ')
  return row([
    name,
    (bytes / 1e6).toFixed(1),
    outcome.seconds.toFixed(1),
    Math.round(outcome.peakMegabytes),
    `${marked === '' ? '' : `[${marked}] `}${said}`,
  ])
}

/** `isWhole`: all files were tried, so that an exception for one that is not there is stale. */
export function describeHostile(judged: readonly Judged[], isWhole: boolean): string {
  const { missed, stale } = findingsOf(judged, isWhole)
  const told = judged.filter(({ outcome: { answer } }) => typeof answer !== 'string' && answer.is === 'told').length
  const deaths = judged.filter(({ breaches }) => breaches.includes('died') || breaches.includes('hung')).length
  return [
    row(['file', 'MB', 's', 'MB', 'answer']),
    ...judged.map(describeOne),
    `${judged.length} files: ${told} told, ${judged.length - told - deaths} refused, ${deaths} deaths\n`,
    ...missed.map((line) => `missed: ${line}\n`),
    ...stale.map((line) => `no exception any more: ${line}\n`),
  ].join('')
}
