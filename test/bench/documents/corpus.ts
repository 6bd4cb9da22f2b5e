/** The PDF corpus against what poppler read: files opened, F1 of words, hangs, crashes, time a page, memory. */
import { bestCorpusOf } from '../../support/corpora.ts'
import { scorePdfCorpus } from '../../support/pdf-corpus.ts'
import { printFigures } from '../jobs/report.ts'
import { megabytes, withPeak } from './peak.ts'

const corpus = bestCorpusOf('pdf')
const mostBytes = 512 * 1024 ** 2
const mostPageMs = 10_000

const { result: score, peakBytes } = await withPeak(() => scorePdfCorpus(corpus.folder, () => true))
const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4))
for (const line of score.remarks) process.stdout.write(`  ${line}\n`)
printFigures(`${score.openable + score.unopenable} files of ${corpus.where}`, [
  {
    what: `opened, of ${score.openable} that poppler opens`,
    value: `${score.opened} (${share(score.opened, score.openable)})`,
    aim: 'at least 0.98; pdf.js 530 of 537',
  },
  { what: `opened, of ${score.unopenable} that poppler refuses`, value: String(score.beyond) },
  {
    what: `words, mean F1 over ${score.texts} texts`,
    value: share(score.sumOfF1, score.texts),
    aim: 'at least 0.97; pdf.js 0.93 to 0.99',
  },
  { what: 'hangs, crashes', value: `${score.hangs}, ${score.crashes}`, aim: '0, 0' },
  {
    what: `slowest a page: ${score.slowest.file}`,
    value: `${(score.slowest.pageMs / 1_000).toFixed(1)} s`,
    aim: `at most ${mostPageMs / 1_000} s`,
  },
  {
    what: 'peak memory, with the hosts that read',
    value: megabytes(peakBytes),
    aim: `at most ${megabytes(mostBytes)}`,
  },
  {
    what: `pages a second, ${score.pages} drawn in one thread`,
    value: (score.pages / (score.elapsedMs / 1_000)).toFixed(2),
  },
])
process.exitCode = score.hangs + score.crashes > 0 ? 1 : 0
