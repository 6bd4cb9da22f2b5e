import type { DocumentFormat } from './format.ts'

export const pdf = {
  pipeline: 'document',
  title: 'PDF',
  names: ['PDF'],
  endings: ['pdf'],
  types: ['application/pdf'],
  isPlainText: false,
  pages: 'own',
  takesPassword: true,
  association: { name: 'PDF document', endings: ['pdf'] },
} as const satisfies DocumentFormat
