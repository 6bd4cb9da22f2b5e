/** A PDF of one page that opens with a password only: the standard security handler, revision 2 (PDF 1.7, 7.6.3). */
import { createHash } from 'node:crypto'

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const permissions = Buffer.from('fcffffff', 'hex')
const fileId = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')

function md5(...parts: readonly Uint8Array[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest()
}

/** OpenSSL 3 has it no more. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0
    state[a] = state[b] ?? 0
    state[b] = kept
  }
  let mixed = 0
  for (let index = 0; index < 256; index += 1) {
    mixed = (mixed + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 255
    swap(index, mixed)
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + (state[i] ?? 0)) & 255
      swap(i, j)
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
    }),
  )
}

/** `text` in Latin letters, without brackets. */
export function encryptedPdf(text: string, password: string): Buffer {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const key = md5(padded, owner, permissions, fileId).subarray(0, 5)
  const contentObject = 4
  const contentKey = md5(key, Uint8Array.of(contentObject, 0, 0, 0, 0)).subarray(0, 10)
  const content = rc4(contentKey, Buffer.from(`BT /F1 18 Tf 72 700 Td (${text}) Tj ET`, 'latin1')).toString('latin1')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> >>`,
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((body, index) => {
    const place = String(file.length).padStart(10, '0')
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${place} 00000 n \n`
  })
  const hexId = `<${fileId.toString('hex')}>`
  const trailer = `<< /Size 7 /Root 1 0 R /Encrypt 6 0 R /ID [${hexId} ${hexId}] >>`
  file += `xref\n0 7\n0000000000 65535 f \n${places.join('')}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
