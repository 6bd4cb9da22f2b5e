import { promises } from '../../../shared/file-formats/formats.ts'
import type { FlowedReader } from '../reader.ts'
import { looksLikeMarkdown } from './markdown-in-text.ts'

export const markdownReader = {
  recognition: {
    text: {
      // A page of markup may begin a text that is Markdown; only its name tells.
      'name before content': ({ name, wanted }) => wanted !== 'story' && promises(name, 'markdown'),
      signs: ({ start }) => looksLikeMarkdown(start),
    },
  },
  convert: async (source, options, context) =>
    (await import('./markdown.ts')).convertMarkdown(source, options, context),
} as const satisfies FlowedReader
