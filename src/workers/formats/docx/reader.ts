import type { FlowedReader } from '../reader.ts'
import { convertDocx } from './docx.ts'
import { mainPartTypes, usualMainPart } from './package.ts'

export const docxReader = {
  recognition: { container: { part: usualMainPart, contentTypes: mainPartTypes } },
  convert: convertDocx,
} as const satisfies FlowedReader
