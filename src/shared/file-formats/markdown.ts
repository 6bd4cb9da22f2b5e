import type { DocumentFormat } from './format.ts'

export const markdown = {
  pipeline: 'document',
  title: 'Markdown',
  names: ['Markdown'],
  endings: ['md', 'markdown', 'mdown', 'mkd'],
  types: ['text/markdown'],
  isPlainText: true,
  pages: 'flowed',
  takesPassword: false,
  association: { name: 'Markdown', endings: ['md', 'markdown'] },
} as const satisfies DocumentFormat
