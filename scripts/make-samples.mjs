// Makes the bundled sample files. All of them are invented: seeded random numbers with known patterns planted in them,
// so that they are free to share and what their stories ought to say is known. Same script, same bytes; for the PDF, which
// Chromium prints, as long as Chromium and the fonts are the same too.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cafeSales } from './samples/cafe.mjs'
import { lottery } from './samples/lottery.mjs'
import { printedPdf } from './samples/print.mjs'
import { harbourReport } from './samples/report.mjs'
import { staffSurvey } from './samples/survey.mjs'
import { weatherStation } from './samples/weather.mjs'
import { workbookOf } from './samples/workbook.mjs'

const folder = path.join(path.dirname(import.meta.dirname), 'resources/samples')
mkdirSync(folder, { recursive: true })

const samples = [
  {
    id: 'harbour-cafe-sales',
    file: 'harbour-cafe-sales.csv',
    title: 'Harbour Café',
    description: 'Three years of daily sales at three sites: growth, seasons, and one very unusual day.',
    content: cafeSales(),
  },
  {
    id: 'staff-survey',
    file: 'staff-survey.xlsx',
    title: 'Staff survey',
    description: 'A workbook with two sheets: 640 answers to a survey, and the departments they came from.',
    content: await workbookOf(staffSurvey()),
  },
  {
    id: 'weather-station',
    file: 'weather-station.csv',
    title: 'Weather station',
    description: 'Five years of daily readings with semicolons, decimal commas, a gap and a broken sensor.',
    content: weatherStation(),
  },
  {
    id: 'harbour-report',
    file: 'harbour-report.pdf',
    title: 'Harbour report',
    description: 'A PDF of nine pages to read and search: an annual report with an outline and five tables to tell.',
    content: await printedPdf({ html: harbourReport(), footer: 'Ellmouth Harbour, annual report 2025' }),
  },
  {
    id: 'lottery-draws',
    file: 'lottery-draws.csv',
    title: 'Lottery draws',
    description: 'Pure chance. A good test of whether a story will admit that there is nothing to tell.',
    content: lottery(),
  },
]

for (const { file, content } of samples) writeFileSync(path.join(folder, file), content)
const list = samples.map(({ id, file, title, description }) => ({ id, file, title, description }))
writeFileSync(path.join(folder, 'samples.json'), `${JSON.stringify(list, null, 2)}\n`)
