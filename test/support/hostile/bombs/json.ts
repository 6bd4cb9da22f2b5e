/** Hostile JSON: depth, breadth, lengths and names. */
import { type Bomb, generatedFile, megabyte, repeatedFile, series } from '../bomb.ts'

export const jsonBombs: readonly Bomb[] = [
  { name: 'million-brackets.json', write: repeatedFile('[', 1_000_000) },
  {
    name: 'million-closed-brackets.json',
    write: (file) => generatedFile(() => ['['.repeat(1e6), ']'.repeat(1e6)])(file),
  },
  {
    name: 'million-objects-deep.json',
    write: (file) => generatedFile(() => ['{"a":'.repeat(1e6), '1', '}'.repeat(1e6)])(file),
  },
  {
    name: 'deep-in-a-record.json',
    write: (file) => generatedFile(() => ['[{"a":1,"b":', '['.repeat(1e6), ']'.repeat(1e6), '},{"a":2}]'])(file),
  },
  { name: 'string-of-45-megabytes.json', write: repeatedFile('x', 45 * megabyte, '[{"a":"', '"},{"a":"y"}]') },
  { name: 'string-of-escapes.json', write: repeatedFile('\\u0000', 45 * megabyte, '[{"a":"', '"},{"a":"y"}]') },
  { name: 'string-without-end.json', write: repeatedFile('x', 45 * megabyte, '[{"a":"') },
  {
    name: 'million-keys.json',
    write: generatedFile(function* () {
      yield '{'
      yield* series(1_000_000, (index) => `"k${index}":${index},`)
      yield '"z":1}'
    }),
  },
  {
    name: 'other-keys-in-each.json',
    write: generatedFile(function* () {
      yield '[{"a":1}'
      yield* series(200_000, (index) => `,{"k${index}":${index},"j${index}":"x"}`)
      yield ']'
    }),
  },
  {
    name: 'other-keys-in-each-line.ndjson',
    write: generatedFile(() => series(300_000, (index) => `{"k${index}":${index}}\n`)),
  },
  {
    name: 'long-numbers.json',
    write: generatedFile(() =>
      series(40, (index) => `${index === 0 ? '[' : ','}{"a":${'9'.repeat(megabyte)}}${index === 39 ? ']' : ''}`),
    ),
  },
  { name: 'same-key.json', write: repeatedFile('"a":1,', 30 * megabyte, '[{', '"a":2}]') },
  {
    name: 'names-of-prototypes.json',
    write: repeatedFile(
      '{"__proto__":{"x":1},"constructor":{"prototype":2},"toString":3},',
      20 * megabyte,
      '[',
      '{"a":1}]',
    ),
  },
  {
    name: 'long-keys.json',
    write: generatedFile(() =>
      series(
        40,
        (index) => `${index === 0 ? '[' : ','}{"${'k'.repeat(megabyte)}${index}":1}${index === 39 ? ']' : ''}`,
      ),
    ),
  },
  {
    name: 'million-figures.json',
    write: generatedFile(() =>
      series(
        2_000_000,
        (index) => `${index === 0 ? '{' : ','}"${index}":${index / 8}${index === 1_999_999 ? '}' : ''}`,
      ),
    ),
  },
  {
    name: 'million-objects-by-name.json',
    write: generatedFile(() =>
      series(
        1_000_000,
        (index) => `${index === 0 ? '{' : ','}"k${index}":{"a":${index},"b":"x"}${index === 999_999 ? '}' : ''}`,
      ),
    ),
  },
  { name: 'commas.json', write: repeatedFile(',', 40 * megabyte, '[', ']') },
  { name: 'spaces.json', write: repeatedFile(' ', 45 * megabyte, '[{"a":1}', ',{"a":2}]') },
  {
    name: 'arrays-in-a-record.json',
    write: generatedFile(() =>
      series(20, (index) => `${index === 0 ? '[' : ','}{"a":[${'1,'.repeat(megabyte)}1]}${index === 19 ? ']' : ''}`),
    ),
  },
  {
    name: 'ragged-arrays.json',
    write: generatedFile(() =>
      series(
        4_000,
        (index) => `${index === 0 ? '[' : ','}[${'1,'.repeat((index * 7919) % 9_000)}1]${index === 3_999 ? ']' : ''}`,
      ),
    ),
  },
  {
    name: 'trees-in-records.json',
    write: generatedFile(() =>
      series(
        3_000,
        (index) =>
          `${index === 0 ? '[' : ','}{"a":${'{"b":'.repeat(400)}${index}${'}'.repeat(400)}}${index === 2_999 ? ']' : ''}`,
      ),
    ),
  },
  {
    name: 'wide-records.ndjson',
    write: generatedFile(() =>
      series(200, (row) => `{${Array.from({ length: 10_000 }, (_, index) => `"c${index}":${row}`).join(',')}}\n`),
    ),
  },
  { name: 'line-of-45-megabytes.ndjson', write: repeatedFile('{"a":1}', 45 * megabyte) },
  {
    name: 'deep-lines.ndjson',
    write: generatedFile(() => series(300, () => `${'['.repeat(50_000)}${']'.repeat(50_000)}\n`)),
  },
  { name: 'open-lines.ndjson', write: repeatedFile('{"a":"x\n', 40 * megabyte) },
  { name: 'kinds-in-turn.ndjson', write: repeatedFile('{"a":1}\n[1,2]\n"x"\nnull\n{"a":{"b":[]}}\n', 30 * megabyte) },
  {
    name: 'endless-ring.geojson',
    write: repeatedFile(
      '[1.5,2.5],',
      40 * megabyte,
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":[[',
      '[1,2]]]}}]}',
    ),
  },
  {
    name: 'collections-deep.geojson',
    write: (file) =>
      generatedFile(() => [
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":',
        '{"type":"GeometryCollection","geometries":['.repeat(100_000),
        ']}'.repeat(100_000),
        '}]}',
      ])(file),
  },
  {
    name: 'million-features.geojson',
    write: repeatedFile(
      '{"type":"Feature","properties":{},"geometry":null},',
      40 * megabyte,
      '{"type":"FeatureCollection","features":[',
      '{"type":"Feature","properties":{"a":1},"geometry":null}]}',
    ),
  },
]
