/** `print-report.ts PAGES FILE`: writes a report of that many pages. */
import { writeFile } from 'node:fs/promises'
import { printReport } from '../../support/printed-report.ts'

const [pages, file] = process.argv.slice(2)
if (pages === undefined || file === undefined) throw new Error('PAGES FILE')
await writeFile(file, await printReport(Number(pages)))
