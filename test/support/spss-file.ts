/** A small SPSS system file, as a machine of either order of bytes writes it, in whatever code page. */

export interface SpssVariable {
  readonly name: string
  /** Bytes of a text; 0 for a number. */
  readonly width: number
  readonly label?: Buffer
  /** As the file counts them: up to 3 values, or -2 or -3 for a range. */
  readonly missing?: { readonly count: number; readonly values: readonly number[] }
}

export interface SpssFile {
  readonly variables: readonly SpssVariable[]
  /** Each a number, or bytes padded with spaces. */
  readonly cases: readonly (readonly (number | Buffer)[])[]
  readonly isBigEndian?: boolean
  /** Number of a code page; none where the file is to say none. */
  readonly codePage?: number
  /** What the header says of their number; of itself as many as there are. */
  readonly casesSaid?: number
}

export function spssFile({ variables, cases, isBigEndian = false, codePage, casesSaid }: SpssFile): Buffer {
  const int = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    if (isBigEndian) bytes.writeInt32BE(value)
    else bytes.writeInt32LE(value)
    return bytes
  }
  const double = (value: number): Buffer => {
    const bytes = Buffer.alloc(8)
    if (isBigEndian) bytes.writeDoubleBE(value)
    else bytes.writeDoubleLE(value)
    return bytes
  }
  const padded = (text: string | Buffer, length: number): Buffer =>
    Buffer.concat([Buffer.from(text), Buffer.alloc(length, ' ')]).subarray(0, length)
  const octetsOf = ({ width }: SpssVariable): number => Math.max(1, Math.ceil(width / 8))
  const octets = variables.reduce((sum, variable) => sum + octetsOf(variable), 0)
  const parts: Buffer[] = [
    Buffer.from('$FL2'),
    padded('@(#) made for a test', 60),
    ...[2, octets, 0, 0, casesSaid ?? cases.length].map(int),
    double(100),
    padded('', 84),
  ]
  for (const variable of variables) {
    const { name, width, label, missing } = variable
    parts.push(...[2, width, label === undefined ? 0 : 1, missing?.count ?? 0, 5 << 16, 5 << 16].map(int))
    parts.push(padded(name, 8))
    if (label !== undefined) parts.push(int(label.length), padded(label, Math.ceil(label.length / 4) * 4))
    parts.push(...(missing?.values ?? []).map(double))
    for (let octet = 1; octet < octetsOf(variable); octet += 1) {
      parts.push(...[2, -1, 0, 0, 0, 0].map(int), padded('', 8))
    }
  }
  if (codePage !== undefined) parts.push(...[7, 3, 4, 8, 1, 0, 0, 0, 0, 0, 0, codePage].map(int))
  parts.push(int(999), int(0))
  for (const values of cases) {
    for (const [index, value] of values.entries()) {
      const variable = variables[index]
      if (variable === undefined) continue
      parts.push(typeof value === 'number' ? double(value) : padded(value, 8 * octetsOf(variable)))
    }
  }
  return Buffer.concat(parts)
}
