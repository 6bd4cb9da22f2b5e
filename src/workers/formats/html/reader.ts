import { promises } from '../../../shared/file-formats/formats.ts'
import type { FlowedReader } from '../reader.ts'
import { convertHtml } from './html.ts'
import { looksLikePage } from './page-in-text.ts'

export const htmlReader = {
  recognition: {
    text: {
      content: ({ start }) => looksLikePage(start),
      name: ({ name, wanted }) => wanted !== 'story' && promises(name, 'html'),
    },
  },
  convert: convertHtml,
} as const satisfies FlowedReader
