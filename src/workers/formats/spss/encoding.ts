/** The encoding of a system file's texts, by what the file says of it. */
import type { Extensions } from './extensions.ts'

/** Numbers of code pages that have a name of their own; 2 is ASCII of seven bits, 3 of eight, and 4 a code nobody uses. */
const pages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  20866: 'koi8-r',
  21866: 'koi8-u',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** A decoder; of Windows-1252 where the file names none that is known. */
export function decoderOfFile({ encoding, codePage }: Extensions): InstanceType<typeof TextDecoder> {
  return decoderBy(encoding) ?? decoderBy(labelOfPage(codePage)) ?? new TextDecoder('windows-1252')
}

function labelOfPage(page: number | null): string | null {
  if (page === null) return null
  if (page >= 28_591 && page <= 28_606) return `iso-8859-${page - 28_590}`
  return pages[page] ?? (page >= 874 && page <= 1258 ? `windows-${page}` : null)
}

function decoderBy(label: string | null): InstanceType<typeof TextDecoder> | null {
  if (label === null || label === '') return null
  // `CP1252`, `1252`: by their number.
  const number = /^(?:cp)?(\d{3,5})$/iu.exec(label)?.[1]
  const wanted = number === undefined ? label : labelOfPage(Number(number))
  try {
    return wanted === null ? null : new TextDecoder(wanted, { ignoreBOM: true })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
