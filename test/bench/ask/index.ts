/** `npm run bench:ask`: questions in English and German against what they mean. */
import { writeSync } from 'node:fs'
import { benchTables, questionsOf, type Score, scoreOf } from './score.ts'

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
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
