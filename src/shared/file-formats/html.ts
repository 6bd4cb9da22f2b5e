import type { DocumentFormat } from './format.ts'

export const html = {
  pipeline: 'document',
  title: 'HTML',
  names: ['HTML'],
  endings: ['html', 'htm', 'xhtml'],
  types: ['text/html', 'application/xhtml+xml'],
  isPlainText: false,
  pages: 'flowed',
  takesPassword: false,
  association: null,
} as const satisfies DocumentFormat
