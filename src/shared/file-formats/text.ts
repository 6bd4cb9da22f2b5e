import type { DocumentFormat } from './format.ts'

export const text = {
  pipeline: 'document',
  title: 'Text',
  names: ['plain text'],
  endings: ['txt', 'text'],
  types: ['text/plain'],
  isPlainText: true,
  pages: 'flowed',
  takesPassword: false,
  association: null,
} as const satisfies DocumentFormat
