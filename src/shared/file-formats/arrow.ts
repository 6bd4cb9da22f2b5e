import type { TableFormat } from './format.ts'

/** Arrow's own format, as file (Feather 2) or stream: a table with its types. */
export const arrow = {
  pipeline: 'story',
  title: 'Arrow',
  names: ['Arrow'],
  namesWithEndings: ['Arrow and Feather'],
  endings: ['arrow', 'feather', 'arrows', 'ipc'],
  types: ['application/vnd.apache.arrow.file', 'application/vnd.apache.arrow.stream'],
  isPlainText: false,
  association: { name: 'Arrow table', endings: ['arrow', 'feather'] },
} as const satisfies TableFormat
