import { promises } from '../../../shared/file-formats/formats.ts'
import type { FlowedReader } from '../reader.ts'
import { looksLikePage } from './page-in-text.ts'

export const htmlReader = {
  recognition: {
    text: {
      content: ({ start }) => looksLikePage(start),
      name: ({ name, wanted }) => wanted !== 'story' && promises(name, 'html'),
    },
  },
  convert: async (source, options, context) => (await import('./html.ts')).convertHtml(source, options, context),
} as const satisfies FlowedReader
