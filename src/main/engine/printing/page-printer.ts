/** What turns a page into a PDF: Electron where the shell is one, else a browser of this machine. */

export interface PagePrinter {
  /**
   * Prints a self-contained HTML file to `pdfFile`, by the page's own print style and paper. Nothing is fetched, no
   * script runs. Throws `no_browser_to_print`, or `print_failed` when it did not come about or took too long.
   */
  print(htmlFile: string, pdfFile: string, signal?: AbortSignal): Promise<void>
}

/** A story takes two seconds; this is for a machine that is busy with something else. */
export const printTimeoutMs = 60_000

/** Paper and margins are the page's own; the headings become the document's outline, its structure that of the page. */
export const printOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const
