/** Hostile databases and column stores: SQLite, DuckDB, Parquet and Arrow. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import {
  type DataType,
  Field,
  Int32,
  List,
  RecordBatchFileWriter,
  Struct,
  Table,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import BetterSqlite from 'better-sqlite3'
import { type Bomb, megabyte, repeatedFile } from '../bomb.ts'

function sqlite(statements: readonly string[], change: (bytes: Buffer) => void = () => undefined): Bomb['write'] {
  return (file) => {
    const database = new BetterSqlite(file)
    // A schema may be written into, too.
    database.unsafeMode(true)
    for (const statement of statements) database.exec(statement)
    database.close()
    const bytes = readFileSync(file)
    change(bytes)
    writeFileSync(file, bytes)
  }
}

const plainTable = `CREATE TABLE t (a INTEGER, b TEXT); INSERT INTO t VALUES ${Array.from({ length: 2_000 }, (_, index) => `(${index}, 'row ${index}')`).join(',')};`
/** Written into the schema itself, past the checks of a statement. */
const schemaEntry = (type: string, name: string, sql: string): string =>
  `PRAGMA writable_schema = 1; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('${type}', '${name}', '${name}', 0, '${sql.replaceAll("'", "''")}');`

const sqliteBombs: readonly Bomb[] = [
  {
    name: 'views-in-a-circle.sqlite',
    write: sqlite([
      plainTable,
      'CREATE VIEW v1 AS SELECT * FROM t; CREATE VIEW v2 AS SELECT * FROM v1; DROP VIEW v1; CREATE VIEW v1 AS SELECT * FROM v2',
    ]),
  },
  {
    name: 'endless-view.sqlite',
    write: sqlite([
      plainTable,
      'CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
    ]),
  },
  {
    name: 'only-an-endless-view.sqlite',
    write: sqlite(['CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n']),
  },
  {
    name: 'views-doubling.sqlite',
    write: sqlite([
      'CREATE TABLE t (a); INSERT INTO t VALUES (1), (2);',
      ...Array.from(
        { length: 60 },
        (_, index) =>
          `CREATE VIEW v${index + 1} AS SELECT x.a FROM ${index === 0 ? 't' : `v${index}`} x, ${index === 0 ? 't' : `v${index}`} y`,
      ),
    ]),
  },
  {
    name: 'triggers.sqlite',
    write: sqlite([
      plainTable,
      'CREATE TRIGGER x AFTER INSERT ON t BEGIN INSERT INTO t VALUES (new.a, new.b); END; PRAGMA recursive_triggers = 1',
    ]),
  },
  {
    name: 'computed-columns.sqlite',
    write: sqlite([`CREATE TABLE t (a, b AS (hex(zeroblob(60000000)))); INSERT INTO t (a) VALUES (1), (2), (3)`]),
  },
  {
    name: 'large-blobs.sqlite',
    write: sqlite(['CREATE TABLE t (a, b)', 'INSERT INTO t VALUES (1, zeroblob(40000000)), (2, 3)']),
  },
  {
    name: 'two-thousand-columns.sqlite',
    write: sqlite([
      `CREATE TABLE t (${Array.from({ length: 2_000 }, (_, index) => `c${index}`).join(',')})`,
      `INSERT INTO t VALUES ${Array.from({ length: 15 }, (_, row) => `(${Array.from({ length: 2_000 }, () => row).join(',')})`).join(',')}`,
    ]),
  },
  {
    name: 'ten-thousand-tables.sqlite',
    write: sqlite([
      'BEGIN',
      ...Array.from({ length: 10_000 }, (_, index) => `CREATE TABLE t${index} (a, b)`),
      'COMMIT',
    ]),
  },
  {
    name: 'names-with-quotes.sqlite',
    write: sqlite([
      `CREATE TABLE "a"";DROP TABLE x;--" ("b""'""" INTEGER, "${'n'.repeat(100_000)}" TEXT); INSERT INTO "a"";DROP TABLE x;--" VALUES (1, 'x'), (2, 'y')`,
    ]),
  },
  { name: 'page-size-lie.sqlite', write: sqlite([plainTable], (bytes) => bytes.writeUInt16BE(512, 16)) },
  { name: 'page-count-lie.sqlite', write: sqlite([plainTable], (bytes) => bytes.writeUInt32BE(0xfffffff0, 28)) },
  {
    name: 'free-pages-lie.sqlite',
    write: sqlite([plainTable], (bytes) => {
      bytes.writeUInt32BE(2, 32)
      bytes.writeUInt32BE(0xffff, 36)
    }),
  },
  {
    name: 'tree-in-a-circle.sqlite',
    write: sqlite([plainTable], (bytes) => {
      // The root of the table leads to itself: an inner page (5) whose rightmost child is its own number.
      const at = 4096
      bytes[at] = 5
      bytes.writeUInt16BE(0, at + 3)
      bytes.writeUInt32BE(2, at + 8)
    }),
  },
  {
    name: 'overflow-in-a-circle.sqlite',
    write: sqlite([`CREATE TABLE t (a); INSERT INTO t VALUES ('${'x'.repeat(20_000)}')`], (bytes) => {
      for (let page = 2; page * 4096 < bytes.length; page += 1) bytes.writeUInt32BE(3, page * 4096)
    }),
  },
  { name: 'cells-of-ones.sqlite', write: sqlite([plainTable], (bytes) => bytes.fill(0xff, 4096 + 100, 8192)) },
  {
    name: 'schema-of-wild-sql.sqlite',
    write: sqlite([
      plainTable,
      schemaEntry('view', 'w', `CREATE VIEW w AS SELECT ${'('.repeat(900)}1${')'.repeat(900)}`),
      schemaEntry('table', 'u', 'CREATE VIRTUAL TABLE u USING fts5(x)'),
    ]),
  },
  {
    name: 'compared-with-everything.sqlite',
    write: sqlite([
      `CREATE TABLE t (a TEXT CHECK (a LIKE '%${'a%'.repeat(40)}')); INSERT INTO t VALUES ('${'a'.repeat(200)}')`,
    ]),
  },
  {
    name: 'many-rows.sqlite',
    write: sqlite([
      'CREATE TABLE t (a, b)',
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500000) INSERT INTO t SELECT i, i % 7 FROM n',
    ]),
  },
  { name: 'only-a-header.sqlite', write: repeatedFile(Buffer.alloc(4096), 40 * megabyte, 'SQLite format 3\u0000') },
]

async function inDuckDb(file: string | null, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(file ?? ':memory:')
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  if (file !== null) await connection.run('CHECKPOINT')
  connection.closeSync()
  instance.closeSync()
}

const duckdb =
  (statements: readonly string[], change?: (bytes: Buffer) => Buffer): Bomb['write'] =>
  async (file) => {
    await inDuckDb(file, statements)
    if (change !== undefined) writeFileSync(file, change(readFileSync(file)))
  }

const duckdbBombs: readonly Bomb[] = [
  {
    name: 'endless-view.duckdb',
    write: duckdb([
      'CREATE TABLE t AS SELECT 1 AS a',
      'CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
    ]),
  },
  { name: 'billions-in-a-view.duckdb', write: duckdb(['CREATE VIEW v AS SELECT * FROM range(1000000000000)']) },
  {
    name: 'reads-other-files.duckdb',
    write: duckdb(['CREATE TABLE t AS SELECT 1 AS a', "CREATE VIEW v AS SELECT * FROM read_text('/etc/passwd')"]),
  },
  { name: 'hundred-million-rows.duckdb', write: duckdb(['CREATE TABLE t AS SELECT 1 AS a FROM range(100000000)']) },
  {
    name: 'three-thousand-columns.duckdb',
    write: duckdb([
      `CREATE TABLE t AS SELECT ${Array.from({ length: 3_000 }, (_, index) => `${index} AS c${index}`).join(',')}`,
    ]),
  },
  {
    name: 'thousand-tables.duckdb',
    write: duckdb(Array.from({ length: 1_000 }, (_, index) => `CREATE TABLE t${index} AS SELECT ${index} AS a`)),
  },
  { name: 'deep-types.duckdb', write: duckdb([`CREATE TABLE t AS SELECT ${'['.repeat(60)}1${']'.repeat(60)} AS a`]) },
  { name: 'long-text.duckdb', write: duckdb(["CREATE TABLE t AS SELECT repeat('x', 200000000) AS a"]) },
  {
    name: 'zeros-behind-the-header.duckdb',
    write: duckdb(['CREATE TABLE t AS SELECT * FROM range(1000)'], (bytes) => bytes.fill(0, 12_288)),
  },
  {
    name: 'ones-behind-the-header.duckdb',
    write: duckdb(['CREATE TABLE t AS SELECT * FROM range(1000)'], (bytes) => bytes.fill(0xff, 12_288)),
  },
  {
    name: 'cut.duckdb',
    write: duckdb(['CREATE TABLE t AS SELECT * FROM range(100000)'], (bytes) => bytes.subarray(0, 20_000)),
  },
  {
    name: 'later-version.duckdb',
    write: duckdb(['CREATE TABLE t AS SELECT 1 AS a'], (bytes) => {
      bytes.writeUInt32LE(9_999, 12)
      return bytes
    }),
  },
]

const parquet =
  (query: string, change?: (bytes: Buffer) => Buffer, options = ''): Bomb['write'] =>
  async (file) => {
    rmSync(file, { force: true })
    await inDuckDb(null, [`COPY (${query}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet${options})`])
    if (change !== undefined) writeFileSync(file, change(readFileSync(file)))
  }

/** The footer of a Parquet file changed, its length kept. */
const inFooter =
  (change: (footer: Buffer) => void) =>
  (bytes: Buffer): Buffer => {
    const length = bytes.readUInt32LE(bytes.length - 8)
    change(bytes.subarray(bytes.length - 8 - length, bytes.length - 8))
    return bytes
  }

const parquetBombs: readonly Bomb[] = [
  { name: 'hundred-million-rows.parquet', write: parquet('SELECT 1 AS a FROM range(100000000)') },
  { name: 'ones-again.parquet', write: parquet("SELECT 'the same text' AS a, 2.5 AS b FROM range(20000000)") },
  {
    name: 'long-text-packed.parquet',
    write: parquet("SELECT repeat('x', 100000000) AS a FROM range(3)", undefined, ', COMPRESSION zstd'),
  },
  {
    name: 'three-thousand-columns.parquet',
    write: parquet(`SELECT ${Array.from({ length: 3_000 }, (_, index) => `${index} AS c${index}`).join(',')}`),
  },
  {
    name: 'twenty-thousand-columns.parquet',
    write: parquet(`SELECT ${Array.from({ length: 20_000 }, (_, index) => `${index % 9} AS c${index}`).join(',')}`),
  },
  { name: 'lists-deep.parquet', write: parquet(`SELECT ${'['.repeat(60)}1${']'.repeat(60)} AS a`) },
  { name: 'lists-long.parquet', write: parquet('SELECT range(2000000) AS a FROM range(10)') },
  {
    name: 'rows-lie.parquet',
    write: parquet(
      'SELECT * FROM range(1000)',
      inFooter((footer) => {
        const at = footer.indexOf(Buffer.from([0xd0, 0x0f]))
        if (at >= 0) footer.writeUInt16LE(0x7fff, at)
      }),
    ),
  },
  {
    name: 'footer-of-ones.parquet',
    write: parquet(
      'SELECT * FROM range(1000)',
      inFooter((footer) => footer.fill(0xff, 4)),
    ),
  },
  {
    name: 'footer-length-lie.parquet',
    write: parquet('SELECT * FROM range(1000)', (bytes) => {
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 8)
      return bytes
    }),
  },
  {
    name: 'pages-of-ones.parquet',
    write: parquet('SELECT i, i::VARCHAR AS t FROM range(50000) r(i)', (bytes) => bytes.fill(0xff, 30, 3_000)),
  },
  {
    name: 'pages-turned.parquet',
    write: parquet('SELECT i, i::VARCHAR AS t FROM range(50000) r(i)', (bytes) => {
      for (let at = 10; at < 4_000; at += 7) bytes[at] = (bytes[at] ?? 0) ^ 0x55
      return bytes
    }),
  },
  { name: 'only-marks.parquet', write: repeatedFile(Buffer.alloc(4096), 40 * megabyte, 'PAR1', 'PAR1') },
]

const arrow =
  (table: () => Table, change: (bytes: Buffer) => Buffer = (bytes) => bytes): Bomb['write'] =>
  (file) => {
    writeFileSync(file, change(Buffer.from(RecordBatchFileWriter.writeAll(table()).toUint8Array(true))))
  }
const smallTable = (): Table =>
  new Table({
    id: vectorFromArray(
      Array.from({ length: 1_000 }, (_, index) => index),
      new Int32(),
    ),
    name: vectorFromArray(
      Array.from({ length: 1_000 }, (_, index) => `row ${index}`),
      new Utf8(),
    ),
  })
const deepType = (depth: number): DataType =>
  Array.from({ length: depth }).reduce<DataType>((inner) => new List(new Field('item', inner, true)), new Int32())

const arrowBombs: readonly Bomb[] = [
  {
    name: 'offsets-huge.arrow',
    write: arrow(smallTable, (bytes) => {
      // The offsets of the texts rise by five or more: where four of them stand, they are made huge.
      for (let at = 0; at + 16 < bytes.length; at += 4) {
        if (bytes.readInt32LE(at) === 0 && bytes.readInt32LE(at + 4) === 5 && bytes.readInt32LE(at + 8) === 10) {
          for (let index = 1; index < 1_000; index += 1) bytes.writeInt32LE(0x7ffffff0 - index, at + 4 * index)
          break
        }
      }
      return bytes
    }),
  },
  {
    name: 'rows-lie.arrow',
    write: arrow(smallTable, (bytes) => {
      for (let at = 0; at + 8 < bytes.length; at += 8)
        if (bytes.readBigInt64LE(at) === 1000n) bytes.writeBigInt64LE(0x7fffffffffffn, at)
      return bytes
    }),
  },
  {
    name: 'lengths-negative.arrow',
    write: arrow(smallTable, (bytes) => {
      for (let at = 0; at + 8 < bytes.length; at += 8)
        if (bytes.readBigInt64LE(at) === 1000n) bytes.writeBigInt64LE(-1n, at)
      return bytes
    }),
  },
  {
    name: 'footer-length-lie.arrow',
    write: arrow(smallTable, (bytes) => {
      bytes.writeInt32LE(0x7fffffff, bytes.length - 10)
      return bytes
    }),
  },
  { name: 'middle-of-ones.arrow', write: arrow(smallTable, (bytes) => bytes.fill(0xff, 600, 1_400)) },
  { name: 'start-of-ones.arrow', write: arrow(smallTable, (bytes) => bytes.fill(0xff, 8, 200)) },
  { name: 'lists-deep.arrow', write: arrow(() => new Table({ a: vectorFromArray([null, null], deepType(200)) })) },
  {
    name: 'structures-wide.arrow',
    write: arrow(
      () =>
        new Table({
          a: vectorFromArray(
            [{ c0: 1 }],
            new Struct(Array.from({ length: 3_000 }, (_, index) => new Field(`c${index}`, new Int32(), true))),
          ),
        }),
    ),
  },
  { name: 'cut.arrow', write: arrow(smallTable, (bytes) => bytes.subarray(0, 2_000)) },
  { name: 'only-marks.arrow', write: repeatedFile(Buffer.alloc(4096), 40 * megabyte, 'ARROW1\u0000\u0000', 'ARROW1') },
  {
    name: 'continuations.arrow',
    write: repeatedFile(
      Buffer.from([0xff, 0xff, 0xff, 0xff, 0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      20 * megabyte,
      'ARROW1\u0000\u0000',
    ),
  },
]

export const databaseBombs: readonly Bomb[] = [...sqliteBombs, ...duckdbBombs, ...parquetBombs, ...arrowBombs]
