/** Values as Excel's binary files have them, the same in `.xls` (MS-XLS) and `.xlsb` (MS-XLSB). Pure. */

/** A number in 30 bits (MS-XLS 2.5.217): whole, or the upper part of a double, either of them in hundredths. */
export function rkNumber(rk: number): number {
  const whole = (rk & 2) !== 0
  const value = whole ? rk >> 2 : doubleOfUpper(rk & 0xfffffffc)
  return (rk & 1) !== 0 ? value / 100 : value
}

const scratch = new DataView(new ArrayBuffer(8))

function doubleOfUpper(upper: number): number {
  scratch.setUint32(0, upper >>> 0)
  scratch.setUint32(4, 0)
  return scratch.getFloat64(0)
}

/** MS-XLS 2.5.10, MS-XLSB 2.5.97.2. */
export function errorText(code: number): string {
  switch (code) {
    case 0x00:
      return '#NULL!'
    case 0x07:
      return '#DIV/0!'
    case 0x0f:
      return '#VALUE!'
    case 0x17:
      return '#REF!'
    case 0x1d:
      return '#NAME?'
    case 0x24:
      return '#NUM!'
    case 0x2b:
      return '#GETTING_DATA'
    default:
      return '#N/A'
  }
}
