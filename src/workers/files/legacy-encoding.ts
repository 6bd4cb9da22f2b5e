/** The encoding of a text that is not Unicode, judged by its letters and characters. */
import { analyse } from 'chardet'
import { note } from '../../shared/story/note.ts'
import {
  looksLikeBig5,
  looksLikeGb,
  looksLikeKorean,
  looksLikeShiftJis,
  seemsCentralEuropean,
  wellCased,
  westernPage,
} from './code-pages.ts'
import { otherLatinPage } from './latin-pages.ts'
import type { Encoding } from './text-decoder.ts'
import { sequenceLength } from './text-decoder.ts'

const eastAsian = new Map([
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
  ['Big5', 'big5'],
  ['GB18030', 'gb18030'],
  ['ISO-2022-JP', 'iso-2022-jp'],
])
const otherSingleByte = new Map([
  ['windows-1251', 'windows-1251'],
  ['ISO-8859-5', 'iso-8859-5'],
  ['KOI8-R', 'koi8-r'],
  ['windows-1253', 'windows-1253'],
  ['ISO-8859-7', 'iso-8859-7'],
  ['windows-1255', 'windows-1255'],
  ['ISO-8859-8', 'iso-8859-8'],
  ['windows-1256', 'windows-1256'],
  ['ISO-8859-6', 'iso-8859-6'],
  ['windows-1250', 'windows-1250'],
  ['ISO-8859-2', 'iso-8859-2'],
  ['windows-1254', 'windows-1254'],
  ['ISO-8859-9', 'iso-8859-9'],
])

/**
 * Not UTF-8. Bytes above 127 that are nearly all valid UTF-8 are a UTF-8 file with damage; otherwise the lines that
 * have such bytes are judged by their letter frequencies. Windows-1252 is what is left: every byte means something in it.
 */
export function legacyEncoding(head: Buffer): Encoding {
  const telling = tellingBytes(head)
  const { good, bad } = utf8Characters(head)
  if (good >= 3 && good >= 0.2 * bad) {
    const strays = strayPage(head)
    if (strays !== null) {
      const told = note('text.mostlyUtf8', { count: bad, encoding: pageNames[strays] })
      return { label: 'utf-8', markBytes: 0, strays, note: told }
    }
    if (good >= 10 * bad && good > 10) return { label: 'utf-8', markBytes: 0, note: note('text.invalidBytes') }
  }
  if (looksLikeBig5(telling) && replacements(telling, 'big5') <= 1) {
    return { label: 'big5', markBytes: 0, note: note('text.byCharacters', { encoding: 'Big5' }) }
  }
  const isLatin = highShare(telling) < foreignShare && westernPage(telling) === 'windows-1252'
  const page = isLatin ? otherLatinPage(telling) : null
  if (page !== null) return { label: page, markBytes: 0, note: note('text.byLetters', { encoding: pageNames[page] }) }
  const high = telling.filter((byte) => byte >= 0x80).length
  const matches = analyse(telling)
  for (const match of matches) {
    const wide = eastAsian.get(match.name)
    if (wide !== undefined && match.confidence >= 50 && high >= 6 && replacements(telling, wide) <= 1) {
      return { label: wide, markBytes: 0, note: note('text.byCharacters', { encoding: match.name }) }
    }
    const narrow = otherSingleByte.get(match.name)
    if (narrow !== undefined && high >= 6 && replacements(telling, narrow) === 0) {
      const foreign = !latinAlphabets.has(narrow)
      // A script of its own is nearly all high bytes; a Latin alphabet with a few accents takes a surer word.
      const sure = foreign
        ? (match.confidence >= 15 || (match.confidence >= 5 && wellCased(telling, narrow))) &&
          highShare(telling) > foreignShare
        : match.confidence >= 45 ||
          (match.name === 'windows-1250' && match.confidence >= 30 && seemsCentralEuropean(telling))
      if (sure) {
        return { label: narrow, markBytes: 0, note: note('text.byLetters', { encoding: match.name }) }
      }
    }
    if (match.name === 'windows-1252' || match.name === 'ISO-8859-1') break
  }
  if (looksLikeShiftJis(telling) && replacements(telling, 'shift_jis') <= 1) {
    return { label: 'shift_jis', markBytes: 0, note: note('text.byCharacters', { encoding: 'Shift_JIS' }) }
  }
  if (looksLikeKorean(telling)) {
    return { label: 'euc-kr', markBytes: 0, note: note('text.byCharacters', { encoding: 'EUC-KR' }) }
  }
  if (looksLikeGb(telling) && replacements(telling, 'gb18030') === 0) {
    return { label: 'gb18030', markBytes: 0, note: note('text.byCharacters', { encoding: 'GB18030' }) }
  }
  const label = westernPage(telling)
  return { label, markBytes: 0, note: note('text.western', { encoding: pageNames[label] }) }
}

/** A script of its own is nearly all bytes above 127; a Latin alphabet has some of them. */
const foreignShare = 0.4

const pageNames = {
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
  'windows-1250': 'Windows-1250',
  'iso-8859-2': 'ISO 8859-2',
  'windows-1254': 'Windows-1254',
  'windows-1257': 'Windows-1257',
} as const

/** Characters of several bytes that are valid UTF-8, and bytes that are part of none. */
function utf8Characters(bytes: Buffer): { good: number; bad: number } {
  let [good, bad] = [0, 0]
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 'cut') break
    if (length === 'none') bad += 1
    else if (length > 1) good += 1
    at += length === 'none' ? 1 : length
  }
  return { good, bad }
}

/** The code page of the bytes that are not UTF-8, if they are letters among letters; null where they are mere damage. */
function strayPage(head: Buffer): 'windows-1252' | 'macintosh' | null {
  const strays: Buffer[] = []
  for (let at = 0; at < head.length; ) {
    const length = sequenceLength(head, at)
    if (length === 'cut') break
    if (length === 'none') strays.push(head.subarray(Math.max(0, at - 1), at + 2), Buffer.from(' '))
    at += length === 'none' ? 1 : length
  }
  if (strays.length < 4) return null
  const around = Buffer.concat(strays)
  const page = westernPage(around)
  const text = new TextDecoder(page).decode(around)
  const letters = text.match(/[A-Za-z][\u00df-\u00f6\u00f8-\u00ff][A-Za-z,;\s]/gu)?.length ?? 0
  return letters >= 0.4 * (strays.length / 2) ? page : null
}

const latinAlphabets = new Set(['windows-1250', 'iso-8859-2', 'windows-1254', 'iso-8859-9'])

/** Share of bytes above 127 among the letters. */
function highShare(bytes: Buffer): number {
  let [high, letters] = [0, 0]
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1
    else if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) letters += 1
  }
  return high / Math.max(1, high + letters)
}

/** The lines with bytes above 127: a column of numbers says nothing about the encoding and must not dilute it. */
function tellingBytes(head: Buffer): Buffer {
  const lines: Buffer[] = []
  let start = 0
  let bytes = 0
  while (start < head.length && bytes < 64 * 1024) {
    let end = head.indexOf(10, start)
    if (end < 0) end = head.length
    const line = head.subarray(start, end + 1)
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line)
      bytes += line.length
    }
    start = end + 1
  }
  return Buffer.concat(lines)
}

function replacements(bytes: Buffer, label: string): number {
  return new TextDecoder(label).decode(bytes).split('\ufffd').length - 1
}
