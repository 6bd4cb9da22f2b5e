/** JSON made for the test, each with a trap of its own. */
import { describe, expect, it } from 'vitest'
import { convertedSource, refusalOf } from '../../support/converted.ts'

async function tableOf(content: string | Buffer, name = 'made.json') {
  const { kind, tables, notes } = await convertedSource(content, name)
  expect(kind).toBe('json')
  expect(tables).toHaveLength(1)
  const [table] = tables
  if (table === undefined) throw new Error('no table')
  return { ...table, told: notes }
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('JSON', () => {
  it('reads an array of objects, whatever the order of their names', async () => {
    const { values, storages } = await tableOf('[{"a": 1, "b": "x"}, {"b": "y", "a": 2}, {"c": true}]')
    expect(values).toEqual([
      { a: '1', b: 'x', c: null },
      { a: '2', b: 'y', c: null },
      { a: null, b: null, c: true },
    ])
    expect(storages).toEqual({ a: 'BIGINT', b: 'VARCHAR', c: 'BOOLEAN' })
  })

  it('takes objects apart, and keeps lists as text and says so', async () => {
    const { values, told } = await tableOf('[{"a":{"city":"X","geo":{"lat":1.5}},"tags":["p", {"q": 2}]}]')
    expect(values).toEqual([{ 'a.city': 'X', 'a.geo.lat': 1.5, tags: '["p",{"q":2}]' }])
    expect(told).toContain('In "tags", values have parts of their own and are kept as text.')
  })

  it('reads one record a line, also without a last line end, with blank lines and CRLF', async () => {
    const { values } = await tableOf(
      '{"t":"2024-01-01T10:00:00Z","n":3}\r\n\r\n{"t":"2024-01-02T10:00:00Z","n":4}',
      'a.ndjson',
    )
    expect(values).toEqual([
      { t: '2024-01-01 10:00:00', n: '3' },
      { t: '2024-01-02 10:00:00', n: '4' },
    ])
  })

  it('reads the list inside an object, however deep, and every one of several', async () => {
    expect((await tableOf('{"count":2,"data":{"items":[{"v":1},{"v":2}]}}')).values).toHaveLength(2)
    const { tables } = await convertedSource('{"users":[{"id":1},{"id":2}],"orders":[{"no":7}]}', 'two.json')
    expect(tables.map(({ name, sheet, rows }) => [name, sheet, rows])).toEqual([
      ['users', 'users', 2],
      ['orders', 'orders', 1],
    ])
    const chosen = await convertedSource('{"users":[{"id":1}],"orders":[{"no":7}]}', 'two.json', 'orders')
    expect(chosen.tables.map(({ values }) => values)).toEqual([[{ no: '7' }]])
  })

  it('reads an object of columns, as lists and as objects numbered by row', async () => {
    const expected = [
      { day: '2024-01-01', v: 1.5 },
      { day: '2024-01-02', v: 2 },
    ]
    expect((await tableOf('{"day":["2024-01-01","2024-01-02"],"v":[1.5,2]}')).values).toEqual(expected)
    expect((await tableOf('{"day":{"0":"2024-01-01","1":"2024-01-02"},"v":{"0":1.5,"1":2}}')).values).toEqual(expected)
  })

  it('reads an array of arrays, its first row the header, or its names kept apart', async () => {
    const expected = [
      { name: 'x', v: '1' },
      { name: 'y', v: '2' },
    ]
    expect((await tableOf('[["name","v"],["x",1],["y",2]]')).values).toEqual(expected)
    expect((await tableOf('{"columns":["name","v"],"data":[["x",1],["y",2]]}')).values).toEqual(expected)
    expect((await tableOf('["name","v"]\n["x",1]\n["y",2]\n', 'a.jsonl')).values).toEqual(expected)
  })

  it('reads objects under names of their own as records', async () => {
    const { values } = await tableOf('{"de":{"pop":84,"in":"EU"},"fr":{"pop":68,"in":"EU"}}')
    expect(values).toEqual([
      { key: 'de', pop: '84', in: 'EU' },
      { key: 'fr', pop: '68', in: 'EU' },
    ])
  })

  it('reads figures under names of their own as rows of a name and a figure', async () => {
    expect((await tableOf('{"2020": 5.5, "2021": 6.1, "2022": null, "2023": -7e1}')).values).toEqual([
      { key: '2020', value: 5.5 },
      { key: '2021', value: 6.1 },
      { key: '2022', value: null },
      { key: '2023', value: -70 },
    ])
    const rates = '{"amount":1,"base":"EUR","date":"2024-01-02","rates":{"AUD":1.6147,"GBP":0.8648,"USD":1.0956}}'
    expect((await tableOf(rates)).values).toEqual([
      { key: 'AUD', rates: 1.6147 },
      { key: 'GBP', rates: 0.8648 },
      { key: 'USD', rates: 1.0956 },
    ])
  })

  it('takes a record alone, and two figures, for no table of figures', async () => {
    expect(await refusalOf('{"name": "A", "age": 5, "height": 1.2, "weight": 20}', 'one.json')).toMatch(/^not_a_table/u)
    expect(await refusalOf('{"width": 5, "height": 3}', 'one.json')).toMatch(/^not_a_table/u)
    expect(await refusalOf('{"a": true, "b": false, "c": true}', 'one.json')).toMatch(/^not_a_table/u)
  })

  it('reads the list of records behind an object that says of which page it is', async () => {
    const page = '{"page":1,"pages":1,"per_page":50,"total":2}'
    const rows =
      '[{"country":{"id":"DE"},"date":"2021","value":1.5},{"country":{"id":"DE"},"date":"2020","value":1.25}]'
    const expected = [
      { 'country.id': 'DE', date: expect.anything(), value: 1.5 },
      { 'country.id': 'DE', date: expect.anything(), value: 1.25 },
    ]
    expect((await tableOf(`[${page}, ${rows}]`)).values).toEqual(expected)
    const long = lines(60_000, (index) => `{"date":"${1900 + (index % 100)}","value":${index}},`)
    expect((await tableOf(`[${page},[${long}{"date":"2000","value":7}]]`)).rows).toBe(60_001)
    expect((await tableOf(`[${page},[["day","v"],["2024-01-01",1],["2024-01-02",2]]]`)).values).toEqual([
      { day: '2024-01-01', v: '1' },
      { day: '2024-01-02', v: '2' },
    ])
  })

  it('says where a service answered with one page of several', async () => {
    const rows = '[{"v":1},{"v":2}]'
    const said = 'The file says "total": 133; 2 records are in it. It may be one page of several.'
    expect((await tableOf(`[{"page":1,"pages":67,"total":133},${rows}]`)).told).toContain(said)
    expect((await tableOf(`{"total":"133","page":1,"data":${rows}}`)).told).toContain(said)
    expect((await tableOf(`{"meta":{"total_count":7},"data":[["v"],[1],[2]]}`)).told).toContain('"meta.total_count": 7')
    for (const whole of [`{"page":1,"total":2,"data":${rows}}`, `{"total":133,"positions":${rows}}`]) {
      expect((await tableOf(whole)).told).not.toContain('page')
    }
  })

  it('reads every one of many objects, columns and figures under names of their own', async () => {
    const many = 30_000
    const named = (value: (index: number) => unknown): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: many }, (_, index) => [`k${index}`, value(index)])))
    const keyed = await tableOf(named((index) => ({ a: index, b: `x${index % 7}`, c: index / 2 })))
    expect([keyed.rows, keyed.values.at(-1)]).toEqual([many, { key: 'k29999', a: '29999', b: 'x4', c: 14_999.5 }])
    const figures = await tableOf(named((index) => index / 4))
    expect([figures.rows, figures.values.at(-1)]).toEqual([many, { key: 'k29999', value: 7_499.75 }])
    const column = (by: number): string =>
      `{${Array.from({ length: many }, (_, index) => `"${index}":${index * by}`).join(',')}}`
    const columns = await tableOf(`{"a":${column(1)},"b":${column(2)},"c":${column(3)}}`)
    expect([columns.rows, columns.values.at(-1)]).toEqual([many, { a: '29999', b: '59998', c: '89997' }])
  })

  it('keeps every digit of whole numbers that no number of JavaScript holds', async () => {
    const long =
      '[{"id":9007199254740993,"big":123456789012345678901234567890},{"id":9007199254740995,"big":123456789012345678901234567891}]'
    const { values } = await tableOf(long)
    expect(values).toEqual([
      { id: '9007199254740993', big: '123456789012345678901234567890' },
      { id: '9007199254740995', big: '123456789012345678901234567891' },
    ])
  })

  it('says that values are of several kinds, that a name repeats, and that commas are too many', async () => {
    const { values, told } = await tableOf('[{"a":1,"b":{"x":1}},{"a":2,"a":3,"b":"q",},]')
    expect(values).toEqual([
      { a: '1', b: '{"x":1}' },
      { a: '3', b: 'q' },
    ])
    expect(told).toContain('In "b", values of several kinds are kept as text.')
    expect(told).toContain('"a" stands twice in the same record once; the last one counts.')
    expect(told).toContain('Commas before a closing bracket')
  })

  it('tells names apart that differ by case only, and one that is empty', async () => {
    const { columns } = await tableOf('[{"a":1,"A":2,"":3}]')
    expect(columns.map(({ name }) => name)).toEqual(['a', 'A_2', 'column_3'])
  })

  it('reads names and values with zero bytes in them, which end a query', async () => {
    const { values } = await tableOf('[{"a\\u0000b": "x\\u0000y", "\\u0000": 1}, {"a\\u0000b": "z", "\\u0000": 2}]')
    expect(values).toEqual([
      { ab: 'x\0y', column_2: '1' },
      { ab: 'z', column_2: '2' },
    ])
  })

  it('reads a byte order mark, UTF-16, escapes and surrogates', async () => {
    const text = '[{"n\\u00e4me":"\\ud83d\\ude00 \\"q\\"\\n"}]'
    const expected = [{ näme: '😀 "q"\n' }]
    expect((await tableOf(`\ufeff${text}`)).values).toEqual(expected)
    expect((await tableOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).values).toEqual(expected)
  })

  it('reads the properties of GeoJSON, points as two numbers, other shapes as text', async () => {
    const feature = (shape: string, name: string): string =>
      `{"type":"Feature","properties":{"name":"${name}"},"geometry":${shape}}`
    const collection = (...all: string[]): string => `{"type":"FeatureCollection","features":[${all.join(',')}]}`
    const points = collection(feature('{"type":"Point","coordinates":[13.4, 52.5]}', 'B'), feature('null', 'none'))
    expect((await tableOf(points, 'a.geojson')).values).toEqual([
      { name: 'B', lon: 13.4, lat: 52.5 },
      { name: 'none', lon: null, lat: null },
    ])
    const line = collection(feature('{"type":"LineString","coordinates":[[1,2],[3,4]]}', 'L'))
    expect((await tableOf(line)).values).toEqual([
      { name: 'L', geometry: '{"type":"LineString","coordinates":[[1,2],[3,4]]}' },
    ])
  })

  it('leaves out lines that are no JSON, and says which', async () => {
    const { values, droppedRows, told } = await tableOf('{"a":1}\n{"a":oops}\n{"a":3}\n{"a":', 'log.jsonl')
    expect(values).toEqual([{ a: '1' }, { a: '3' }])
    expect(droppedRows).toBe(2)
    expect(told).toContain('2 lines are no JSON and are left out; the first is line 2')
  })

  it('takes a name that the last of many records has first', async () => {
    const { values } = await tableOf(
      lines(30_000, (n) => (n === 29_999 ? '{"n":1,"late":7}' : `{"n":${n}}`)),
      'a.ndjson',
    )
    expect(values.at(-1)).toEqual({ n: '1', late: '7' })
  })

  it('gives the same of a large file, which DuckDB reads, as of a small one', async () => {
    const record = (n: number): string =>
      `{"id":${9007199254740993n + BigInt(n)},"name":"n\\u00e4me ${n % 50}","price":${n % 7}.25,"on":"2024-01-${String((n % 28) + 1).padStart(2, '0')}","deep":{"a":${n % 3 === 0 ? 'null' : n},"b":{"c":true}},"list":[${n}, "x"]}`
    const some = Array.from({ length: 40_000 }, (_, n) => record(n))
    const small = await tableOf(`[${some.slice(0, 2000).join(',')}]`)
    for (const large of [await tableOf(`[${some.join(',\n')}]`), await tableOf(some.join('\n'), 'a.ndjson')]) {
      expect(large.rows).toBe(40_000)
      expect(large.storages).toEqual(small.storages)
      expect(large.values.slice(0, 2000)).toEqual(small.values)
    }
  })

  it('keeps an index of very many names as text', async () => {
    const index = Array.from({ length: 600 }, (_, n) => `"k${n}":${n}`).join(',')
    const { columns } = await tableOf(`[{"id":1,"index":{${index}}},{"id":2,"index":{"k0":1}}]`)
    expect(columns.map(({ name }) => name)).toEqual(['id', 'index'])
  })
})

describe('JSON that was made to break a reader, or is damaged', () => {
  it.each([
    ['cut short in a record', '[{"a":1},{"a":', 'damaged_text: line 1: the file ends in the middle of a record'],
    [
      'cut short between records',
      '[{"a":1},\n{"a":2}\n',
      'damaged_text: line 3: the file ends before its list of records is closed',
    ],
    ['a comma missing', '[{"a":1}\n{"a":2}]', 'damaged_text: line 2: a comma is missing between two records'],
    ['a text without quotes', '[{"a":1},\n{"a":x}]', 'damaged_text: line 2: a value is missing'],
    ['brackets crossed', '[{"a":[1}]]', 'damaged_text: line 1: a bracket closes what another opened'],
    ['nothing in it', '[]', 'no_rows'],
    ['no list', '{"name":"x","version":"1.0"}', 'not_a_table: a JSON object without a list of records in it'],
    ['columns of different lengths', '{"a":[1,2],"b":[1]}', 'not_a_table: a JSON object of lists'],
    [
      'nested without end',
      `[{"a":${'['.repeat(200_000)}`,
      'damaged_text: line 1: lists and objects are nested more than 1,000 deep',
    ],
  ])('refuses %s', async (_, content, expected) => {
    expect(await refusalOf(content, 'made.json')).toContain(expected)
  })

  it('refuses a record without end', async () => {
    expect(await refusalOf(`[{"a":"${'x'.repeat(80 * 1024 * 1024)}`, 'made.json')).toMatch(
      /^too_large: a single record/u,
    )
  })

  it('reads or refuses every one of a file cut anywhere or damaged anywhere', async () => {
    const sound = '{"meta":{"n":2},"rows":[{"a":1,"b":"x\\n","c":[1,{"d":null}]},{"a":-2.5e3,"b":"é","c":[]}]}'
    const bytes = Buffer.from(sound)
    for (let at = 1; at < bytes.length; at += 7) {
      await refusalOf(bytes.subarray(0, at), 'cut.json')
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      await refusalOf(damaged, 'damaged.json')
    }
  })
})
