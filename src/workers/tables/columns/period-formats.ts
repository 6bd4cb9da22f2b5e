/**
 * Notations of quarters, half-years, weeks, months and years that run over two, and East Asian dates: looked up by the
 * shape of a text, so that columns of other things cost one look-up.
 */
import { eras } from './time-notation.ts'

const quarters = [
  ...['Q%q %Y', 'Q%q-%Y', 'Q%q/%Y', 'Q%q_%Y', 'Q%q%Y', 'Q%q, %Y', 'Q%q.%Y', '%Y Q%q', '%Y-Q%q', '%Y/Q%q', '%YQ%q'],
  ...[
    '%Y_Q%q',
    '%Y.Q%q',
    '%Y:Q%q',
    '%Y, Q%q',
    '%yQ%q',
    '%y-Q%q',
    'Q%q %y',
    "Q%q '%y",
    "Q%q'%y",
    'Q%q-%y',
    'Q%q/%y',
    '%qQ%y',
    '%qQ%Y',
  ],
  ...[
    '%qQ %Y',
    '%qQ %y',
    "%qQ'%y",
    '%q. Quartal %Y',
    '%q.Quartal %Y',
    'Quartal %q %Y',
    'Quartal %q/%Y',
    '%Y Quartal %q',
  ],
  ...[
    '%qe kwartaal %Y',
    'Kwartaal %q %Y',
    'K%q %Y',
    '%Y-K%q',
    '%YK%q',
    'T%q %Y',
    'T%q-%Y',
    '%Y-T%q',
    '%Y T%q',
    '%YT%q',
  ],
  ...['%qT %Y', '%qT%Y', '%qT%y', '%qe trimestre %Y', '%qer trimestre %Y', '%qº trimestre %Y', '%q° trimestre %Y'],
  ...['Trimestre %q %Y', '%q trimestre %Y', 'Quarter %q %Y', 'Quarter %q, %Y', '%Y Quarter %q', '%qst quarter %Y'],
  ...[
    '%qnd quarter %Y',
    '%qrd quarter %Y',
    '%qth quarter %Y',
    '%Y年第%q四半期',
    '%Y年%qQ',
    '%Y年第%q季度',
    '%Y年%q季度',
  ],
  ...['%Y년 %q분기', '%Y년%q분기', '%Y. %q/4'],
  ...[
    'Q%q FY%Y',
    'Q%q FY%y',
    'Q%q-FY%Y',
    'Q%q-FY%y',
    'FY%Y Q%q',
    'FY%y Q%q',
    'FY%YQ%q',
    'FY%yQ%q',
    'FY%Y-Q%q',
    'FY%y-Q%q',
  ],
]
const halfYears = [
  ...[
    'H%h %Y',
    'H%h-%Y',
    'H%h/%Y',
    'H%h%Y',
    'H%h %y',
    '%Y H%h',
    '%Y-H%h',
    '%Y/H%h',
    '%YH%h',
    '%hH%y',
    '%hH%Y',
    '%hH %Y',
  ],
  ...[
    "H%h '%y",
    "%hH'%y",
    'S%h %Y',
    '%Y-S%h',
    '%Y S%h',
    '%YS%h',
    '%hS %Y',
    'HY%h %Y',
    '%h. Halbjahr %Y',
    'Halbjahr %h %Y',
  ],
  ...['H%h FY%Y', 'H%h FY%y', '%her semestre %Y', '%he semestre %Y', '%hº semestre %Y', 'Semestre %h %Y'],
]
const weeks = [
  ...[
    '%G-W%V',
    '%GW%V',
    '%G W%V',
    '%G/W%V',
    '%G-W%V-%u',
    '%GW%V%u',
    'W%V %G',
    'W%V-%G',
    'W%V/%G',
    'W%V, %G',
    'Week %V %G',
  ],
  ...[
    'Week %V, %G',
    'Week %V/%G',
    '%G Week %V',
    '%G-Week %V',
    '%G, Week %V',
    'Wk %V %G',
    'Wk%V %G',
    '%G Wk %V',
    '%G-Wk%V',
  ],
  ...[
    'KW%V %G',
    'KW %V %G',
    'KW%V/%G',
    'KW %V/%G',
    'KW%V-%G',
    'KW %V, %G',
    '%G-KW%V',
    '%G KW%V',
    '%G KW %V',
    '%G/KW%V',
  ],
  ...['%GKW%V', 'CW%V %G', 'CW %V %G', 'CW%V/%G', '%G-CW%V', 'CW %V/%G', 'S%V %G', 'Semaine %V %G', 'Semana %V %G'],
  ...['Uke %V %G', 'Vecka %V %G', 'Uge %V %G', 'v%V %G', '%Gv%V', '%G年第%V周', '%G年第%V週', '%G년 %V주'],
]
const months = [
  ...['%Y/%m', '%m/%Y', '%Y-M%m', '%YM%m', '%Y M%m', 'M%m %Y', 'M%m/%Y', '%Y年%m月', '%Y년 %m월', '%Y년%m월'],
  ...['Tháng %m %Y', 'Tháng %m/%Y', 'Tháng %m năm %Y', '%E%e年%m月'],
]
/** Written with two years, each period beginning in the first. */
const pairs = [
  ...['%Y/%i', '%Y-%i', '%Y–%i', '%Y/%J', '%Y-%J', '%Y–%J', '%Y - %J', '%Y / %J', 'FY%Y/%i', 'FY%y/%i', 'FY %Y/%i'],
  ...['FY %y/%i', 'FY%Y-%i', 'FY%y-%i', 'FY %Y-%i', 'FY %y-%i', 'FY%Y-%J', 'FY%Y/%J', 'FY %Y/%J', 'FY%Y–%i'],
  ...['Season %Y/%i', 'Season %Y-%i', 'Season %Y/%J', 'Saison %Y/%i', 'Saison %Y-%J', 'Saison %Y/%J', '%Y/%i season'],
  ...['%Y-%i season', 'GJ %Y/%i', 'GJ%Y/%i', 'GJ %Y/%J', 'AY %Y/%i', 'AY %Y-%i', 'SY %Y-%i', 'SY%Y-%i', '%Y/%i FY'],
]
/** Told apart from dates by the column's name alone. */
const shortPairs = ['%y/%i', '%y-%i', '%y–%i']
const years = [
  ...['FY%Y', 'FY %Y', 'FY%y', 'FY %y', "FY'%y", "FY '%y", 'FY-%Y', '%YFY', '%Y FY', 'GJ %Y', 'GJ%Y', 'Fiscal %Y'],
  ...['Fiscal year %Y', 'CY%Y', 'CY %Y', 'CY%y', 'MY%Y', '%Y年', '%Y年度', '%Y년', '%E%e年', '%E%e年度'],
]
const days = [
  ...['%Y年%m月%d日', '%Y年 %m月 %d日', '%Y년 %m월 %d일', '%Y년%m월%d일', '%Y. %m. %d.', '%Y.%m.%d.', '%E%e年%m月%d日'],
  ...['%K%e.%m.%d', '%K%e/%m/%d', '民國%R年%m月%d日', '民国%R年%m月%d日', 'Ngày %d tháng %m năm %Y', '%d tháng %m %Y'],
]
const clocks = [
  ' %H:%M',
  ' %H:%M:%S',
  '%H:%M',
  '%H:%M:%S',
  ' %H時%M分',
  '%H時%M分',
  ' %H时%M分',
  '%H时%M分',
  ' %H時%M分%S秒',
]

export const pairFormats: readonly string[] = pairs
export const shortPairFormats: readonly string[] = shortPairs
const all = [
  ...[quarters, halfYears, weeks, months, pairs, shortPairs, years, days].flat(),
  ...['%Y年%m月%d日', '%Y년 %m월 %d일', '%E%e年%m月%d日'].flatMap((day) => clocks.map((clock) => day + clock)),
]
export const periodFormats: readonly string[] = all

const eraNames = new RegExp(Object.keys(eras).join('|'), 'gu')

/** Digits by how many there are, the rest as it stands: `q# Y` for `Q3 2024`. */
function shapeOf(text: string): string {
  return text
    .toLowerCase()
    .replace(eraNames, '令和')
    .replace(/[0-9]+/gu, (digits) => (digits.length === 4 ? 'Y' : digits.length <= 2 ? '#' : 'N'))
    .replace('和元年', '和#年')
}

function shapesOf(format: string): string[] {
  const example = format
    .replaceAll('%E', '令和')
    .replaceAll(/%[YGJ]/gu, '2000')
    .replaceAll('%R', '100')
    .replaceAll(/%[qhVmdyieHMSu]/gu, '10')
  // The initials of eras are letters that the shape keeps.
  return example.includes('%K')
    ? ['r', 'h', 's'].map((initial) => shapeOf(example.replace('%K', initial)))
    : [shapeOf(example)]
}

let byShape: ReadonlyMap<string, readonly string[]> | null = null

/** The formats a text may be in. Adjacent directives make one run of digits, whatever its length. */
export function periodCandidates(text: string): readonly string[] {
  if (byShape === null) {
    const table = new Map<string, string[]>()
    for (const format of all) {
      for (const shape of shapesOf(format)) table.set(shape, [...(table.get(shape) ?? []), format])
    }
    byShape = table
  }
  return byShape.get(shapeOf(text)) ?? []
}
