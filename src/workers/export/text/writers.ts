import type { Document } from '../../../shared/document/document.ts'
import type { ExportWriters } from '../writer.ts'

/** As `storyglass convert` prints it: pages apart by a form feed, heads and feet where they stand. */
function plainText({ pages }: Document): string {
  const texts = pages.map(({ header, text, footer }) => [header, text, footer].filter((part) => part !== ''))
  return `${texts.map((parts) => parts.join('\n\n')).join('\n\f')}\n`
}

export const textWriters = { document: plainText } as const satisfies Partial<ExportWriters>
