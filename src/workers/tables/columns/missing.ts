/** Words that stand for "no value". */

/** What spreadsheets write in other languages where a formula failed, in the order of German, French, Spanish and so on. */
const spreadsheetErrors: readonly string[] = [
  ...['#nv', '#wert!', '#bezug!', '#zahl!', '#n/d', '#valeur!', '#nombre!', '#nom?', '#div/0 !', '#valeur !', '#ref !'],
  ...['#¡valor!', '#¡ref!', '#¡num!', '#¡div/0!', '#¿nombre?', '#valor!', '#núm!', '#nome?', '#valore!', '#rif!'],
  ...[
    '#n/b',
    '#waarde!',
    '#verw!',
    '#getal!',
    '#deel/0!',
    '#naam?',
    '#arg!',
    '#adr!',
    '#liczba!',
    '#dziel/0!',
    '#nazwa?',
  ],
  ...['#н/д', '#знач!', '#ссылка!', '#число!', '#дел/0!', '#имя?', '#yok', '#değer!', '#başv!', '#sayı!', '#sayı/0!'],
]

/** Nothing but these means missing in a column of numbers, dates or booleans. In lower case, trimmed. */
export const missingWords: readonly string[] = [
  '',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '<na>',
  'null',
  '(null)',
  '\\n',
  'nil',
  'none',
  'nan',
  'nat',
  '-',
  '--',
  '---',
  '----',
  '–',
  '—',
  '.',
  '..',
  '...',
  '?',
  ':',
  'missing',
  '#value!',
  '#ref!',
  '#div/0!',
  '#name?',
  '#null!',
  '#num!',
  '#spill!',
  // LibreOffice numbers what went wrong.
  ...[501, 502, 503, 504, 508, 509, 511, 512, 516, 518, 519, 520, 521, 522, 523, 524, 525, 540].map(
    (code) => `err:${code}`,
  ),
  '#calc!',
  ...spreadsheetErrors,
]

/** Said in words: in a column of words or of yes and no they are an answer of their own, and in a header a name. */
export const spokenMissing: readonly string[] = [
  ...['nd', 'n.d.', 'n/d', 's.o.', 'k.a.', 'k. a.', 'n.v.', 'n.v.t.', 'n.b.', 'b.d.', 's/d', 'н/д'],
  ...[
    'unknown',
    'not available',
    'not applicable',
    'no data',
    'not known',
    'unbekannt',
    'keine angabe',
    'nicht verfügbar',
  ],
  ...['inconnu', 'non disponible', 'non communiqué', 'desconocido', 'no disponible', 'sin datos', 'sconosciuto'],
  ...['não disponível', 'desconhecido', 'onbekend', 'okänd', 'ukendt', 'brak', 'brak danych', 'nieznany', 'neuvedeno'],
  ...['нет данных', 'неизвестно', '不明', '無し', 'なし', '不详', '未知', '无', '없음', '불명'],
]

/** Not available, and the flag that says why, as Eurostat writes it: `: c` is confidential. */
const flaggedMissing = [...'bcdefnprsuz'].flatMap((flag) => [`: ${flag}`, `:${flag}`])

/** All that mean missing among numbers and dates. */
export const missingAmongFigures: readonly string[] = [...missingWords, ...spokenMissing, ...flaggedMissing]

/**
 * In a column of words fewer of them are safe: `none` and `missing` may be answers there, and `nil` a name.
 */
export const missingWordsInText: readonly string[] = missingWords.filter(
  (word) => !['none', 'missing', 'nil', 'nat', 'nan'].includes(word),
)

const anywhere = new Set(missingWords)
const amongFigures = new Set(missingAmongFigures)

/** As people write them: in lower case, in capitals, and with a capital first. No more: `nA` is not a missing value. */
export const missingSpellingsInText: readonly string[] = [
  ...new Set(
    missingWordsInText.flatMap((word) => [
      word,
      word.toUpperCase(),
      word.charAt(0).toUpperCase() + word.slice(1),
      word.replace('nan', 'NaN'),
      // Exports of fixed width keep a blank for a flag behind it.
      ...(/^\p{P}+$/u.test(word) ? [`${word} `] : []),
    ]),
  ),
]
const inText = new Set(missingSpellingsInText)
const naSpellings = new Set(['na', 'Na', 'NA'])

export function isNaSpelling(text: string): boolean {
  return naSpellings.has(text)
}

/** The longest of them, so that longer values need no look. */
export const longestMissingWord = Math.max(...missingAmongFigures.map((word) => word.length))

/** Without spaces at both ends, the non-breaking kind included. SQL does the same, so that both read the same values. */
export function trimmed(text: string): string {
  // By hand: looking for spaces at the end by pattern takes time by the square of the longest run of them.
  let [from, to] = [0, text.length]
  while (from < to && isTrimmed(text.charCodeAt(from))) from += 1
  while (to > from && isTrimmed(text.charCodeAt(to - 1))) to -= 1
  return text.slice(from, to)
}

function isTrimmed(code: number): boolean {
  return code === 32 || code === 0xa0
}

export function isMissing(text: string): boolean {
  const word = trimmed(text)
  return word.length <= longestMissingWord && anywhere.has(word.toLowerCase())
}

/** The same of a value in a column of numbers or dates. */
export function isMissingAmongFigures(text: string): boolean {
  const word = trimmed(text)
  // None begins with a digit, as most values do that are asked about.
  return word.length <= longestMissingWord && !/^[0-9]/u.test(word) && amongFigures.has(word.toLowerCase())
}

/** In a column of words: exactly one of them, or nothing but spaces. */
export function isMissingInText(text: string, keepsNa: boolean): boolean {
  if (keepsNa && isNaSpelling(text)) return false
  return inText.has(text) || /^ +$/u.test(text)
}
