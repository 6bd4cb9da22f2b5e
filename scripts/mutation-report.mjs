// Reads a report of Stryker (the mutation testing elements schema) into counts and the changes nobody noticed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * @typedef {object} Survivor
 * @property {string} place   `file:line`
 * @property {string} file
 * @property {string} before  The changed lines as they stand, without indentation.
 * @property {string} after   The same with the change.
 * @property {string} change  Both, for a person.
 */

/**
 * @param {string} file
 * @returns {{noticed: number, changes: number, survivors: Survivor[]}} A change that makes the tests run without end was
 * noticed; one that no test reaches was not.
 */
export function readReport(file) {
  const { files } = JSON.parse(readFileSync(file, 'utf8'))
  let [noticed, changes] = [0, 0]
  const survivors = []
  for (const [name, { source, mutants }] of Object.entries(files)) {
    const lines = source.split('\n')
    for (const { status, location, replacement } of mutants) {
      if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) continue
      changes += 1
      if (status === 'Killed' || status === 'Timeout') noticed += 1
      else survivors.push(survivorOf(name, lines, location, replacement))
    }
  }
  return { noticed, changes, survivors }
}

/**
 * Takes what nobody noticed out of the results that Stryker keeps from run to run: of a change in what is made as a module
 * is loaded it cannot tell which tests reach it, so it would believe that a test written since does not.
 * @param {string} file
 */
export function forgetSurvivors(file) {
  if (!existsSync(file)) return
  const report = JSON.parse(readFileSync(file, 'utf8'))
  for (const one of Object.values(report.files)) {
    one.mutants = one.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  }
  writeFileSync(file, JSON.stringify(report))
}

/** Lines and columns of the schema count from one; the end column is the first that is not changed. */
function survivorOf(file, lines, { start, end }, replacement) {
  const whole = lines.slice(start.line - 1, end.line)
  const head = whole[0].slice(0, start.column - 1)
  const tail = whole.at(-1).slice(end.column - 1)
  const before = squeeze(whole.join('\n'))
  const after = squeeze(`${head}${replacement}${tail}`)
  const place = `${file}:${start.line}`
  return { place, file, before, after, change: `  - ${before}\n  + ${after}` }
}

function squeeze(code) {
  return code.replaceAll(/\s+/g, ' ').trim()
}

/**
 * The survivors without a reason on record. A record names the file's end and the change, not the line: lines move.
 * @param {Survivor[]} survivors
 * @param {{file: string, before: string, after: string, reason: string}[]} reasons
 */
export function unexplained(survivors, reasons) {
  return survivors.filter(
    ({ file, before, after }) =>
      !reasons.some((known) => file.endsWith(known.file) && known.before === before && known.after === after),
  )
}
