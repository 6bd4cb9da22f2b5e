import type { FlowedReader } from '../reader.ts'
import { convertText } from './text.ts'

export const textReader = {
  recognition: { text: { any: () => true } },
  convert: convertText,
} as const satisfies FlowedReader
