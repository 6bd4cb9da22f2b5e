/** Known documents to PDF files, through Chromium's print. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from '../../support/chromium.ts'
import type { KnownDocument } from './known.ts'

export interface PrintedDocument extends KnownDocument {
  readonly file: string
}

/** Untagged: the structure a browser leaves in a PDF would tell the tables, and most documents have none. */
export async function printDocuments(documents: readonly KnownDocument[], folder: string): Promise<PrintedDocument[]> {
  const browser = await chromium.launch(await chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    const printed: PrintedDocument[] = []
    for (const one of documents) {
      await page.setContent(one.html)
      const pdf = await page.pdf({ tagged: false, preferCSSPageSize: true, printBackground: true })
      const file = path.join(folder, `${one.name.replaceAll(/[^\w]+/gu, '-')}.pdf`)
      await writeFile(file, one.rotate === undefined ? pdf : withRotation(pdf, one.rotate))
      printed.push({ ...one, file })
    }
    return printed
  } finally {
    await browser.close()
  }
}

/** The same file with every page shown turned clockwise: new page objects and their references put after the old ones. */
export function withRotation(pdf: Buffer, degrees: number): Buffer {
  const text = pdf.toString('latin1')
  let added = ''
  const entries: string[] = []
  for (const [whole, number] of text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\s(?:(?!endobj)[\s\S])*endobj/gu)) {
    entries.push(`${number} 1\n${String(pdf.length + 1 + added.length).padStart(10, '0')} 00000 n \n`)
    added += `${whole.replace(/\/Type \/Page\s/u, (type) => `${type}/Rotate ${degrees}\n`)}\n`
  }
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const previous = /startxref\s+(?<at>\d+)/u.exec(trailer)?.groups?.at ?? '0'
  const dictionary = /<<(?<inside>[\s\S]*)>>/u.exec(trailer)?.groups?.inside ?? ''
  const start = pdf.length + 1 + added.length
  const end = `xref\n${entries.join('')}trailer\n<<${dictionary}/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(`\n${added}${end}`, 'latin1')])
}
