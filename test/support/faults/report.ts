/** What the kills came to, in lines, and whether that is good enough. */
import { faultPoints, type KillReport } from './kills.ts'

export const recoveryLimitMs = 2_000

export function describeKills(report: KillReport): string {
  const sorted = report.recoveriesMs.toSorted((left, right) => left - right)
  const rounded = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  const atPoints = [...report.atPoints.values()].reduce((sum, count) => sum + count, 0)
  const rows: readonly (readonly [string, string | number])[] = [
    ['kills', report.kills],
    ['  at named points', `${atPoints}, ${report.atPoints.size} of ${faultPoints.length} points`],
    ['  at random times', report.kills - atPoints],
    ['jobs acknowledged', report.acknowledged],
    ['  of them completed', `${report.completed}, ${report.documents} of them documents`],
    ['  lost', report.lost],
    ['  cancels undone', report.undone],
    ['stories and documents duplicated', report.storiesDuplicated],
    ['stories or documents without their job, or the reverse', report.halfDone],
    ['stages repeated beyond the running one', report.stagesRepeated],
    ['integrity_check failures', report.corruptions],
    ['files left over', report.leftovers],
    ['stories whose numbers do not match', report.unverified],
    ['slowest recovery', `${Math.round(report.slowestRecoveryMs)} ms (median ${rounded(0.5)}, p99 ${rounded(0.99)})`],
  ]
  return rows.map(([name, value]) => `${`${name} `.padEnd(58, '.')} ${value}\n`).join('')
}

/** The aims missed; none when all is well. */
export function failuresOf(report: KillReport): string[] {
  const failures: string[] = []
  if (report.violations.length > 0) failures.push(`${report.violations.length} violations`)
  if (report.slowestRecoveryMs > recoveryLimitMs) failures.push(`a recovery took longer than ${recoveryLimitMs} ms`)
  if (report.acknowledged === 0 || report.completed === 0) failures.push('nothing was proved: no job was completed')
  else if (report.documents === 0) failures.push('nothing was proved of documents: none was completed')
  return failures
}
