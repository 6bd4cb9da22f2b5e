import type { DocumentFormat } from './format.ts'

/** Documents of Word since 2007 (ECMA-376, WordprocessingML). */
export const docx = {
  pipeline: 'document',
  title: 'Word',
  names: ['Word'],
  namesWithEndings: ['Word .docx'],
  endings: ['docx', 'docm', 'dotx', 'dotm'],
  types: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.ms-word.document.macroEnabled.12',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  ],
  isPlainText: false,
  pages: 'flowed',
  takesPassword: true,
  association: { name: 'Word document', endings: ['docx'] },
} as const satisfies DocumentFormat
