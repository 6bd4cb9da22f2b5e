import type { ExportWriters } from '../writer.ts'

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export const jsonWriters = {
  story: written,
  document: written,
  documentTable: ({ id, source }, table) => written({ document: { id, name: source.name }, ...table }),
} as const satisfies Partial<ExportWriters>
