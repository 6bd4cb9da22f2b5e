/** Workbooks of Excel 97 made of records by hand, in a compound file, so that a test can make them as no program would. */

export function record(type: number, ...parts: (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const header = Buffer.alloc(4)
  header.writeUInt16LE(type, 0)
  header.writeUInt16LE(body.length, 2)
  return Buffer.concat([header, body])
}

export const u16 = (...values: number[]): Buffer => numbers(values, 2)
export const u32 = (...values: number[]): Buffer => numbers(values, 4)

function numbers(values: readonly number[], width: 2 | 4): Buffer {
  const bytes = Buffer.alloc(values.length * width)
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * width, width)
  return bytes
}

export const begin = (kind: number, version = 0x0600): Buffer => record(0x0809, u16(version, kind, 0, 0), u32(0, 0))
export const end = record(0x000a)

/** A text of one byte a character, with its length in two bytes. */
export const narrow = (text: string): Buffer =>
  Buffer.concat([u16(text.length), Buffer.from([0]), Buffer.from(text, 'latin1')])

export const sharedCell = (row: number, column: number, index: number): Buffer =>
  record(0x00fd, u16(row, column, 0), u32(index))

export function numberCell(row: number, column: number, value: number): Buffer {
  const double = Buffer.alloc(8)
  double.writeDoubleLE(value)
  return record(0x0203, u16(row, column, 0), double)
}

/** The workbook's stream: `globals` stand in front of the sheets, each sheet's records between its begin and end. */
export function workbookStream(
  globals: readonly Buffer[],
  sheets: readonly (readonly [name: string, records: Buffer])[],
  version = 0x0600,
): Buffer {
  const bound = (position: number, name: string): Buffer =>
    record(
      0x0085,
      u32(position),
      version === 0x0600 ? [0, 0, name.length, 0] : [0, 0, name.length],
      Buffer.from(name, 'latin1'),
    )
  const length = Buffer.concat([begin(5, version), ...globals, ...sheets.map(([name]) => bound(0, name)), end]).length
  let position = length
  const list: Buffer[] = []
  const bodies: Buffer[] = []
  for (const [name, records] of sheets) {
    const body = Buffer.concat([begin(16, version), records, end])
    list.push(bound(position, name))
    bodies.push(body)
    position += body.length
  }
  return Buffer.concat([begin(5, version), ...globals, ...list, end, ...bodies])
}

const sector = 512
const endOfChain = 0xfffffffe

/** A compound file of one stream, padded so that it needs no small sectors. */
export function compoundFile(content: Buffer, name = 'Workbook'): Buffer {
  const stream = Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))])
  const dataSectors = Math.ceil(stream.length / sector)
  const tableSectors = Math.ceil((dataSectors + 1) / (sector / 4 - 1))
  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(tableSectors, 44)
  header.writeUInt32LE(tableSectors, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(endOfChain, 60)
  header.writeUInt32LE(endOfChain, 68)
  for (let index = 0; index < 109; index += 1)
    header.writeUInt32LE(index < tableSectors ? index : 0xffffffff, 76 + index * 4)
  const table = Buffer.alloc(tableSectors * sector, 0xff)
  for (let index = 0; index < tableSectors; index += 1) table.writeUInt32LE(0xfffffffd, index * 4)
  table.writeUInt32LE(endOfChain, tableSectors * 4)
  for (let index = 0; index < dataSectors; index += 1) {
    const own = tableSectors + 1 + index
    table.writeUInt32LE(index === dataSectors - 1 ? endOfChain : own + 1, own * 4)
  }
  const directory = Buffer.alloc(sector)
  writeEntry(directory, 0, 'Root Entry', 5, 1, endOfChain, 0)
  writeEntry(directory, 1, name, 2, 0xffffffff, tableSectors + 1, stream.length)
  const padding = Buffer.alloc((sector - (stream.length % sector)) % sector)
  return Buffer.concat([header, table, directory, stream, padding])
}

function writeEntry(
  directory: Buffer,
  index: number,
  name: string,
  type: number,
  child: number,
  start: number,
  bytes: number,
): void {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory[at + 66] = type
  directory.writeUInt32LE(0xffffffff, at + 68)
  directory.writeUInt32LE(0xffffffff, at + 72)
  directory.writeUInt32LE(child, at + 76)
  directory.writeUInt32LE(start, at + 116)
  directory.writeUInt32LE(bytes, at + 120)
}
