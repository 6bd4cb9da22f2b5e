/** Archives made by hand, so that a test can make them as no program would. */

export interface TarFile {
  readonly name: string
  readonly content?: string | Buffer
  /** `0` a file, `5` a folder, `2` a link, `x` and `L` what is said of the next entry. */
  readonly type?: string
  /** What the header says, where that is not the truth. */
  readonly statedBytes?: number
}

export function tarOf(files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap(({ name, content = '', type = '0', statedBytes }) => {
    const bytes = Buffer.from(content)
    const header = Buffer.alloc(512)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write(`${(statedBytes ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124)
    header.write('        ', 148)
    header.write(type, 156)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** A pax record, its own length included. */
export function paxRecord(key: string, value: string): string {
  const body = ` ${key}=${value}\n`
  let length = body.length + 1
  while (String(length).length + Buffer.byteLength(body) !== length) length += 1
  return `${length}${body}`
}
