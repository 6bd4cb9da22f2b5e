/**
 * `npm run bench:ask`: questions in English and German against what they mean, and how long answers take over a million
 * rows. `-- FILE…` reads other files of questions; `-- --rows N` another length, 0 for none.
 */
import { writeSync } from 'node:fs'
import { printFigures } from '../jobs/report.ts'
import { answerFigures } from './answers.ts'
import { benchTables, questionsOf, type Score, scoreOf } from './score.ts'

const given = process.argv.slice(2)
const lengthAt = given.indexOf('--rows')
const rows = lengthAt < 0 ? 1_000_000 : Number(given[lengthAt + 1])
const files = given.filter((argument, at) => !argument.startsWith('--') && (lengthAt < 0 || at !== lengthAt + 1))
const wanted = files.length > 0 ? files : ['questions-seen.txt', 'questions-unseen.txt', 'questions-blind.txt']
const tables = benchTables()
const print = (line: string): void => void writeSync(1, `${line}\n`)

for (const file of wanted) {
  const scores = questionsOf(file).flatMap((question): Score[] => {
    const table = tables.get(question.table)
    if (table === undefined) throw new Error(`No table ${question.table} in tables.json`)
    return [scoreOf(question, table)]
  })
  const share = (of: readonly Score[], verdict: Score['verdict']): string =>
    `${((100 * of.filter((score) => score.verdict === verdict).length) / Math.max(1, of.length)).toFixed(1)} %`
  print(`${file}: ${scores.length} questions`)
  for (const language of ['en', 'de', null]) {
    const of = scores.filter(({ question }) => language === null || question.language === language)
    print(
      `  ${language ?? 'all'}: ${of.length} · right ${share(of, 'right')} · wrong and said ${share(of, 'said')} · wrong and unsaid ${share(of, 'silent')}`,
    )
  }
  if (!process.argv.includes('--quiet')) {
    for (const { question, got, verdict } of scores.filter(({ verdict: one }) => one !== 'right')) {
      print(
        `  ${verdict} · ${question.table} · ${question.text}\n      wanted ${question.expected}\n      got    ${got}`,
      )
    }
  }
}

if (rows > 0) printFigures(`answers over ${rows.toLocaleString('en')} rows`, await answerFigures(rows))
