import type { TableFormat } from './format.ts'

/** JSON (RFC 8259), one text or one a line, GeoJSON (RFC 7946) among it. */
export const json = {
  pipeline: 'story',
  title: 'JSON',
  names: ['JSON'],
  namesWithEndings: ['JSON and JSON Lines'],
  endings: ['json', 'ndjson', 'jsonl', 'geojson', 'ldjson'],
  types: ['application/json', 'application/x-ndjson', 'application/jsonl', 'application/geo+json'],
  isPlainText: true,
  association: { name: 'JSON table', endings: ['ndjson', 'jsonl', 'geojson'] },
} as const satisfies TableFormat
