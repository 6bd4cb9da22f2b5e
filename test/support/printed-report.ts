/**
 * A long report as people have them, printed by Chromium: on each page running text in embedded fonts, a vector chart, a
 * table and a photograph of its own. The same seed gives the same pages.
 */
import { createCanvas } from '@napi-rs/canvas'
import { chromium } from 'playwright-core'
import { seededRandom } from '../../src/workers/analysis/statistics/seeded-random.ts'
import { chromiumLaunchOptions } from './chromium.ts'

const letters = [
  'ba',
  'con',
  'der',
  'est',
  'for',
  'gen',
  'hal',
  'in',
  'lor',
  'mal',
  'nor',
  'os',
  'per',
  'qui',
  'ren',
  'sol',
]
const photographs = 24

/** Bytes of a PDF with that many pages, A4. Takes about 50 ms a page. */
export async function printReport(pages: number): Promise<Buffer> {
  const browser = await chromium.launch(await chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    await page.setContent(markupOf(pages), { waitUntil: 'load' })
    return await page.pdf({
      format: 'A4',
      printBackground: true,
      outline: true,
      tagged: true,
      displayHeaderFooter: true,
      headerTemplate: '<div style="font-size:8px;margin-left:20mm">Report on the harbours</div>',
      footerTemplate: '<div style="font-size:8px;margin-left:100mm"><span class="pageNumber"></span></div>',
      margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' },
    })
  } finally {
    await browser.close()
  }
}

function markupOf(pages: number): string {
  const random = seededRandom(11)
  const pictures = Array.from({ length: Math.min(pages, photographs) }, (_, index) => photograph(index))
  const words = Array.from({ length: 900 }, () =>
    Array.from(
      { length: 1 + Math.floor(3 * random.uniform()) },
      () => letters[Math.floor(random.uniform() * letters.length)],
    ).join(''),
  )
  const sentence = (count: number): string => {
    const text = Array.from({ length: count }, () => words[Math.floor(random.uniform() ** 2 * words.length)]).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = (): string =>
    `<p>${Array.from({ length: 5 }, () => sentence(8 + Math.floor(10 * random.uniform()))).join(' ')}</p>`
  const body = Array.from({ length: pages }, (_, index) => {
    const heading = index % 10 === 0 ? `<h1>Chapter ${1 + index / 10}</h1>` : `<h2>${sentence(4)}</h2>`
    const values = Array.from({ length: 24 }, () => 20 + 80 * random.uniform())
    const rows = values
      .slice(0, 5)
      .map(
        (value, row) => `<tr><td>${words[row]}</td><td>${value.toFixed(1)}</td><td>${(value * 3).toFixed(0)}</td></tr>`,
      )
    return `<section>${heading}<div class="columns">${paragraph()}${paragraph()}${paragraph()}</div>${chart(values)}
<table><tr><th>Harbour</th><th>Share</th><th>Ships</th></tr>${rows.join('')}</table><img src="${pictures[index % pictures.length]}">${paragraph()}</section>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Report on the harbours</title><style>${styles}</style>${body.join('')}</html>`
}

function chart(values: readonly number[]): string {
  const bars = values.map(
    (value, index) =>
      `<rect x="${10 + 20 * index}" y="${110 - value}" width="14" height="${value}" fill="hsl(${200 + value} 60% 50%)"/>`,
  )
  const line = values.map((value, index) => `${17 + 20 * index},${120 - value}`).join(' ')
  const ticks = values.map(
    (_, index) => `<text x="${17 + 20 * index}" y="122" font-size="7" text-anchor="middle">${index + 1}</text>`,
  )
  return `<svg viewBox="0 0 490 130">${bars.join('')}<polyline points="${line}" fill="none" stroke="#333"/>${ticks.join('')}</svg>`
}

/** A picture with the detail of a photograph: JPEG, 900 by 500. */
function photograph(seed: number): string {
  const random = seededRandom(seed)
  const canvas = createCanvas(900, 500)
  const drawing = canvas.getContext('2d')
  const sky = drawing.createLinearGradient(0, 0, 0, 500)
  sky.addColorStop(0, `hsl(${200 + seed} 60% 70%)`)
  sky.addColorStop(1, `hsl(${20 + seed} 50% 40%)`)
  drawing.fillStyle = sky
  drawing.fillRect(0, 0, 900, 500)
  for (let spot = 0; spot < 3_000; spot += 1) {
    drawing.fillStyle = `hsla(${360 * random.uniform()} 50% ${30 + 40 * random.uniform()}% / 0.25)`
    drawing.fillRect(900 * random.uniform(), 500 * random.uniform(), 30 * random.uniform(), 12 * random.uniform())
  }
  return `data:image/jpeg;base64,${canvas.encodeSync('jpeg', 85).toString('base64')}`
}

/** Fonts of the machine: Chromium embeds a variable font as drawings of its letters (Type 3), which few documents have. */
const styles = `body{font:9.5pt/1.35 "Liberation Serif","Times New Roman",serif;margin:0}
h1,h2,th{font-family:"Liberation Sans",Arial,sans-serif}section{break-after:page;height:250mm;overflow:hidden}
.columns{columns:2;column-gap:8mm;text-align:justify;hyphens:auto}svg{width:100%}table{width:100%;border-collapse:collapse}
td,th{border:0.5pt solid #666;padding:1mm 2mm;text-align:left}img{width:60%;display:block;margin:2mm auto}p{margin:0 0 2mm}`
