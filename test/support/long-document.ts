/** A PDF of a hundred pages with words whose page is known, a ruled table on one of them, and an outline; by Chromium. */
import { writeFileSync } from 'node:fs'
import { browser } from './app.ts'

export const longDocument = {
  pages: 100,
  title: 'Annals of the lighthouse service',
  /** Stands on this page and no other. */
  rareWord: 'zephyrine',
  rarePage: 57,
  /** Stands once on every page. */
  commonWord: 'Fresnel',
  tablePage: 12,
  tableRows: 36,
} as const

const sentences = [
  'The keeper wrote down the hour at which the lamp was lit and the hour at which it was put out.',
  'Oil was brought by boat in the second week of each month, weather allowing.',
  'A new clockwork was fitted in the spring, and the light was seen two miles further than before.',
  'No ship was lost within sight of the tower, though three came close to the rocks.',
  'The inspector found the lens clean, the brass bright and the stairs in need of paint.',
  'Fog lay over the sound for nine days, and the bell was rung by hand.',
]

function paragraph(page: number, place: number): string {
  const from = (page * 5 + place * 3) % sentences.length
  return Array.from({ length: 4 }, (_, index) => sentences[(from + index) % sentences.length]).join(' ')
}

function table(): string {
  const rows = Array.from({ length: longDocument.tableRows }, (_, index) => {
    const station = ['Skerry Point', 'North Head', 'Gull Rock'][index % 3]
    return `<tr><td>${1884 + index}</td><td>${station}</td><td>${210 + 9 * index + ((index * 7) % 5)}</td><td>${(40 - index * 0.6 + (index % 4)).toFixed(1)}</td></tr>`
  })
  return `<table><caption>Table 1. Nights lit and oil burnt</caption><thead><tr><th>Year</th><th>Station</th><th>Nights</th><th>Oil</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function markup(): string {
  const pages = Array.from({ length: longDocument.pages }, (_, index) => {
    const page = index + 1
    const chapter = index % 10 === 0 ? `<h1>Chapter ${index / 10 + 1}</h1>` : ''
    const rare = page === longDocument.rarePage ? ` The wind that night was ${longDocument.rareWord}.` : ''
    const paragraphs = [0, 1, 2, 3].map((place) => `<p>${paragraph(page, place)}</p>`)
    // In the middle: what stands at the head of every page is a running head.
    const common = `<p>${paragraph(page, 5)} The ${longDocument.commonWord} lens was inspected in ${1800 + index}.${rare}</p>`
    const body = page === longDocument.tablePage ? table() : paragraphs.slice(2).join('')
    return `<section>${chapter}<h2>Year ${1800 + index}</h2>${paragraphs.slice(0, 2).join('')}${common}${body}</section>`
  })
  return `<!doctype html><html lang="en"><head><title>${longDocument.title}</title><style>
    section { break-after: page; font: 12pt/1.5 serif; } section:last-child { break-after: auto; }
    table { border-collapse: collapse; font-size: 8pt; line-height: 1.1; } td, th { border: 1px solid; padding: 1px 8px; }
  </style></head><body>${pages.join('')}</body></html>`
}

/** Writes it to `file`; takes a few seconds. */
export async function printLongDocument(file: string): Promise<void> {
  const context = await (await browser()).newContext()
  const page = await context.newPage()
  await page.setContent(markup())
  writeFileSync(file, await page.pdf({ format: 'A4', outline: true, tagged: true }))
  await context.close()
}
