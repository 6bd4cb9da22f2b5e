/** Amounts written in parts: degrees, minutes and seconds; feet and inches; a whole number and a fraction. */
import { trimmed } from './missing.ts'

/** What the groups of a form's pattern count, in their order; `side` is a hemisphere or a sign. */
type Part = 'sign' | 'whole' | 'minutes' | 'seconds' | 'over' | 'under' | 'side'

interface Form {
  /** For RE2 and JavaScript alike, over a trimmed text in upper case. */
  readonly pattern: string
  readonly parts: readonly Part[]
  /** What one of each part is worth, in the unit of the form. */
  readonly worth: Readonly<Partial<Record<Part, number>>>
  readonly unit: string | null
}

const decimal = '[0-9]{1,4}(?:[.,][0-9]{1,9})?'
const minute = `(?:['’′´]|MIN\\.?)`
const second = `(?:["”″]|''|’’|′′|SEC\\.?)`
const sign = '([-−–+])?'
/** Vulgar fractions of one character, each as it would be written in two. */
const vulgar: Readonly<Record<string, string>> = {
  ...{ '½': '1/2', '⅓': '1/3', '⅔': '2/3', '¼': '1/4', '¾': '3/4', '⅕': '1/5', '⅖': '2/5', '⅗': '3/5', '⅘': '4/5' },
  ...{ '⅙': '1/6', '⅚': '5/6', '⅛': '1/8', '⅜': '3/8', '⅝': '5/8', '⅞': '7/8' },
}
const ratio = '([0-9]{1,2})[/⁄]([1-9][0-9]{0,2})'

const forms = {
  /** 52°31'12"N, 16° 22′ E, 7°30': decimal degrees, those of the south and the west negative. */
  angle: {
    pattern: `${sign}([0-9]{1,3})\\s*[°º]\\s*(${decimal})\\s*${minute}(?:\\s*(${decimal})\\s*${second})?\\s*([NSEWO])?`,
    parts: ['sign', 'whole', 'minutes', 'seconds', 'side'],
    worth: { whole: 1, minutes: 1 / 60, seconds: 1 / 3600 },
    unit: '°',
  },
  /** 5'11", 6 ft 2 in, 5'9 1/2": inches. */
  feet: {
    pattern:
      `${sign}([0-9]{1,5})\\s*(?:['’′]|FT\\.?|FEET|FOOT)(?:[\\s-]*(?:(${decimal})(?:\\s+${ratio})?|${ratio})` +
      "\\s*(?:[\"”″]|''|’’|′′|IN\\.?|INCH(?:ES)?)?)?",
    parts: ['sign', 'whole', 'seconds', 'over', 'under', 'over', 'under'],
    worth: { whole: 12, seconds: 1 },
    unit: 'in',
  },
  /** 1 1/2, 3/4, 2: as recipes and timber have them. */
  fraction: {
    pattern: `${sign}(?:([0-9]{1,6})|([0-9]{1,6})[\\s-]+${ratio}|${ratio})\\s*["”″]?`,
    parts: ['sign', 'whole', 'whole', 'over', 'under', 'over', 'under'],
    worth: { whole: 1 },
    unit: null,
  },
} as const satisfies Record<string, Form>

export type CompoundForm = keyof typeof forms

export function unitOfCompound(form: CompoundForm): string | null {
  return forms[form].unit
}

const compiled = new Map(
  (Object.keys(forms) as CompoundForm[]).map((form) => [form, new RegExp(`^(?:${forms[form].pattern})$`, 'u')]),
)

/** Null where the text is not in the form. */
export function parseCompound(text: string, form: CompoundForm): number | null {
  const match = compiled.get(form)?.exec(plain(text))
  if (match === null || match === undefined) return null
  const { parts, worth }: Form = forms[form]
  const amount = (at: number): number => Number((match[at + 1] ?? '').replace(',', '.') || 0)
  let value = 0
  let negative = false
  for (const [at, part] of parts.entries()) {
    const found = match[at + 1] ?? ''
    if (part === 'sign') negative ||= /[-−–]/u.test(found)
    else if (part === 'side') negative ||= /[SW]/u.test(found)
    else if (part === 'over') value += found === '' ? 0 : amount(at) / amount(at + 1)
    else if (part !== 'under') value += amount(at) * (worth[part] ?? 0)
  }
  return negative ? -value : value
}

function plain(text: string): string {
  const word = trimmed(text).toUpperCase()
  return word.replace(
    /[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/u,
    (sign, at: number) => (at > 0 && /[0-9]/u.test(word[at - 1] ?? '') ? ' ' : '') + (vulgar[sign] ?? sign),
  )
}

/** The same as SQL of a trimmed text; `quote` makes a literal of it. */
export function compoundExpression(form: CompoundForm, word: string, quote: (text: string) => string): string {
  const { pattern, parts, worth }: Form = forms[form]
  const spelled = Object.entries(vulgar).reduce(
    (text, [sign, ratioOf]) => `replace(${text}, ${quote(sign)}, ${quote(` ${ratioOf}`)})`,
    `upper(${word})`,
  )
  const text = `trim(${spelled})`
  const group = (at: number): string => `regexp_extract(${text}, ${quote(`^(?:${pattern})$`)}, ${at + 1})`
  const amount = (at: number): string => `coalesce(TRY_CAST(replace(${group(at)}, ',', '.') AS DOUBLE), 0)`
  const terms = parts.flatMap((part, at) => {
    if (part === 'over') return [`CASE WHEN ${group(at)} = '' THEN 0 ELSE ${amount(at)} / ${amount(at + 1)} END`]
    return part === 'sign' || part === 'side' || part === 'under' ? [] : [`${amount(at)} * ${worth[part] ?? 0}`]
  })
  const signs = parts.flatMap((part, at) =>
    part === 'sign' ? [`${group(at)} IN ('-', '−', '–')`] : part === 'side' ? [`${group(at)} IN ('S', 'W')`] : [],
  )
  const matches = `regexp_full_match(${text}, ${quote(pattern)})`
  return `CASE WHEN ${matches} THEN (CASE WHEN ${signs.join(' OR ')} THEN -1 ELSE 1 END) * (${terms.join(' + ')}) END`
}
