import type { FlowedReader } from '../reader.ts'

export const textReader = {
  recognition: { text: { any: () => true } },
  convert: async (source, options, context) => (await import('./text.ts')).convertText(source, options, context),
} as const satisfies FlowedReader
