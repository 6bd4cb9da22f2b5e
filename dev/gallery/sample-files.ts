/** The samples as the engine lists them: those of `resources/samples`. */
import type { Sample } from '../../src/shared/contract/commands.ts'

export const sampleFiles: readonly Sample[] = [
  {
    id: 'harbour-cafe-sales',
    name: 'harbour-cafe-sales.csv',
    title: 'Harbour Café',
    description: 'Three years of daily sales at three sites: growth, seasons, and one very unusual day.',
    bytes: 374_746,
  },
  {
    id: 'staff-survey',
    name: 'staff-survey.xlsx',
    title: 'Staff survey',
    description: 'A workbook with two sheets: 640 answers to a survey, and the departments they came from.',
    bytes: 30_172,
  },
  {
    id: 'weather-station',
    name: 'weather-station.csv',
    title: 'Weather station',
    description: 'Five years of daily readings with semicolons, decimal commas, a gap and a broken sensor.',
    bytes: 71_402,
  },
  {
    id: 'harbour-report',
    name: 'harbour-report.pdf',
    title: 'Harbour report',
    description: 'A PDF of nine pages to read and search: an annual report with an outline and five tables to tell.',
    bytes: 279_313,
  },
  {
    id: 'lottery-draws',
    name: 'lottery-draws.csv',
    title: 'Lottery draws',
    description: 'Pure chance. A good test of whether a story will admit that there is nothing to tell.',
    bytes: 51_817,
  },
]
