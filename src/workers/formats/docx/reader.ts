import type { FlowedReader } from '../reader.ts'
import { mainPartTypes, usualMainPart } from './package.ts'

export const docxReader = {
  recognition: { container: { part: usualMainPart, contentTypes: mainPartTypes } },
  convert: async (source, options, context) => (await import('./docx.ts')).convertDocx(source, options, context),
} as const satisfies FlowedReader
