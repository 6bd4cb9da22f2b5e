/** Tells code pages apart that letter frequencies do not: by which characters stand beside which. */

interface Pairs {
  /** Characters of two bytes. */
  readonly pairs: number
  /** Of them, those in common use: the first level of the standard. */
  readonly common: number
  /** Of them, those whose second byte is an ASCII character. */
  readonly ascii: number
  /** Bytes that make no character, and characters of one byte above 127, which texts hardly hold. */
  readonly odd: number
}

/**
 * Whether East Asian text is Big5: its second bytes are ASCII characters as often as not, which those of EUC and GB
 * never or hardly are, and its characters are nearly all of the first level (A440 to C67E), which those of Shift JIS are
 * not when read as Big5.
 */
export function looksLikeBig5(bytes: Buffer): boolean {
  const isFirst = (byte: number): boolean => byte >= 0xa1 && byte <= 0xf9
  const isSecond = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe)
  // Level 1, and punctuation and full-width signs before it.
  const isCommon = (byte: number): boolean => byte <= 0xc6
  const { pairs, common, ascii, odd } = pairsOf(bytes, { isFirst, isSecond, isCommon })
  return pairs >= 3 && odd === 0 && ascii >= 0.15 * pairs && common >= 0.9 * pairs
}

/** Whether it is Shift JIS: kana (82, 83) and kanji of the first level (88 to 97), in pairs throughout. */
export function looksLikeShiftJis(bytes: Buffer): boolean {
  const isFirst = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xea)
  const isSecond = (byte: number): boolean => byte >= 0x40 && byte <= 0xfc && byte !== 0x7f
  const isCommon = (byte: number): boolean => byte <= 0x83 || (byte >= 0x88 && byte <= 0x97)
  const { pairs, common, ascii, odd } = pairsOf(bytes, { isFirst, isSecond, isCommon })
  return pairs >= 4 && odd === 0 && ascii <= 0.85 * pairs && common >= 0.9 * pairs
}

/**
 * Whether it is Chinese in GB 2312 or what extends it: characters of the first level (B0 to D7), some of them beyond the
 * syllables of Korean (C8), and no kana (A4, A5).
 */
export function looksLikeGb(bytes: Buffer): boolean {
  let [beyond, kana] = [0, 0]
  const isFirst = (byte: number): boolean => byte >= 0xa1 && byte <= 0xf7
  const isSecond = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe
  const isCommon = (byte: number): boolean => {
    if (byte > 0xc8) beyond += 1
    if (byte === 0xa4 || byte === 0xa5) kana += 1
    return byte <= 0xa3 || (byte >= 0xb0 && byte <= 0xd7)
  }
  const { pairs, common, odd } = pairsOf(bytes, { isFirst, isSecond, isCommon })
  return pairs >= 4 && odd === 0 && kana === 0 && beyond >= 0.1 * pairs && common >= 0.95 * pairs
}

/**
 * Whether it is Korean in EUC-KR: every character a syllable (B0 to C8), which is about two thirds of what Chinese has there,
 * so that as many in a row are no Chinese.
 */
export function looksLikeKorean(bytes: Buffer): boolean {
  const isFirst = (byte: number): boolean => byte >= 0xb0 && byte <= 0xc8
  const isSecond = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe
  const { pairs, odd } = pairsOf(bytes, { isFirst, isSecond, isCommon: () => true })
  return pairs >= 9 && odd === 0
}

/** Whether words of a script with capitals are written as words are: small letters, the first of them or all large. */
export function wellCased(bytes: Buffer, page: string): boolean {
  const words = new TextDecoder(page).decode(bytes).match(/\p{L}{2,}/gu) ?? []
  const foreign = words.filter((word) => /\P{Script=Latin}/u.test(word))
  const cased = foreign.filter((word) => /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(word))
  return foreign.length >= 3 && cased.length >= 0.9 * foreign.length
}

/** Letters that Western languages write at the end of a word only, if at all, and Czech within: `Mìsto` is `Město`. */
export function seemsCentralEuropean(bytes: Buffer): boolean {
  return /\p{L}[ìòù³¹¿]\p{Ll}/u.test(new TextDecoder('windows-1252').decode(bytes))
}

interface Standard {
  readonly isFirst: (byte: number) => boolean
  readonly isSecond: (byte: number) => boolean
  readonly isCommon: (first: number) => boolean
}

function pairsOf(bytes: Buffer, { isFirst, isSecond, isCommon }: Standard): Pairs {
  let [pairs, common, ascii, odd] = [0, 0, 0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0
    if (first < 0x80) continue
    const second = bytes[at + 1]
    // Cut by the end of the sample.
    if (second === undefined) break
    const isPair = isFirst(first) && isSecond(second)
    if (!isPair) {
      odd += 1
      continue
    }
    pairs += 1
    if (isCommon(first)) common += 1
    if (second <= 0x7e) ascii += 1
    at += 1
  }
  return { pairs, common, ascii, odd }
}

/** Letters that must suit Mac Roman better: a dash behind an x, or a euro sign, would be one or two. */
const fewestLetters = 3

/**
 * Of two code pages of Western Europe, the one in which more high bytes are letters that suit their neighbours: small
 * beside small ones. `windows-1252` unless the other is surely better.
 */
export function westernPage(bytes: Buffer): 'windows-1252' | 'macintosh' {
  const windows = suiting(bytes, 'windows-1252')
  const mac = suiting(bytes, 'macintosh')
  const isSure = mac.good >= fewestLetters && mac.good >= 0.9 * (mac.good + mac.bad) && mac.good >= 4 * mac.apart
  return isSure && mac.good > windows.good && windows.bad > mac.bad ? 'macintosh' : 'windows-1252'
}

/** Of the high bytes beside an ASCII letter, how many are letters of its case (or large at the start of a word); and how many stand apart. */
function suiting(bytes: Buffer, page: string): { good: number; bad: number; apart: number } {
  const text = new TextDecoder(page).decode(bytes)
  let [good, bad, apart] = [0, 0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character <= '\u007f') continue
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
    const beside = /[A-Za-z]/u.test(before) ? before : /[A-Za-z]/u.test(after) ? after : ''
    if (beside === '') {
      apart += 1
      continue
    }
    const startsWord = beside === after
    const isLetter = /\p{L}/u.test(character) && character !== 'ƒ' && character !== 'º' && character !== 'ª'
    const isSmall = /\p{Ll}/u.test(character)
    // `Köln`: small behind the capital that begins a word.
    const isSecond = /[A-Z]/u.test(before) && !/\p{L}/u.test(text[at - 2] ?? '') && /^(?:\p{Ll}|)$/u.test(after)
    const suits =
      isLetter && (/\p{Ll}/u.test(beside) ? startsWord || isSmall : isSecond ? isSmall : /\p{Lu}/u.test(character))
    if (suits) good += 1
    else bad += 1
  }
  return { good, bad, apart }
}
