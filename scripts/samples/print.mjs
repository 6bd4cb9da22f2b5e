// Prints a page as a PDF with an outline, through Chromium. The time it was made is set to a fixed one: the same bytes
// from the same Chromium and the same fonts.
import { chromium } from 'playwright-core'

const made = "D:20260312090000+00'00'"

/** @param {{html: string, footer: string}} given `footer` stands at the left of each page's foot, its number at the right */
export async function printedPdf({ html, footer }) {
  const browser = await chromium.launch({
    executablePath: process.env.STORYGLASS_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.setContent(html)
    const bytes = await page.pdf({
      format: 'A4',
      outline: true,
      // Without it there is no outline either.
      tagged: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<div style="width: 100%; padding: 0 68px; display: flex; justify-content: space-between; font: 8px Liberation Sans, Arial; color: #49545e"><span>${footer}</span><span class="pageNumber"></span></div>`,
      margin: { top: '64px', bottom: '70px', left: '68px', right: '68px' },
    })
    const text = Buffer.from(bytes).toString('latin1')
    return Buffer.from(text.replaceAll(/D:\d{14}\+00'00'/g, made), 'latin1')
  } finally {
    await browser.close()
  }
}
