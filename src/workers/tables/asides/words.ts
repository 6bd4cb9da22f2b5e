/** Words that say of a row that it is no record: what it sums up, and what it remarks. */

const sums = [
  'grand total,overall total,sub-?total,totals?,sums?,overall,carried forward,brought forward,c/f,b/f',
  'gesamt,gesamtsumme,gesamtergebnis,insgesamt,summe,zwischensumme,teilsumme,übertrag',
  'somme,sous-?total,total général,totaux,ensemble,à reporter,suma,suma total,totale,subtotale,totaal,subtotaal,som',
  'totalt,summa,i alt,yhteensä,samtals,alls,kokku,kopā,iš viso,gjithsej,razem,ogółem,suma końcowa,celkem,spolu',
  'összesen,toplam,genel toplam,σύνολο,итого,всего,разом,усього,общо,ukupno,skupaj,jumlah,total keseluruhan,tổng cộng',
  '合計,小計,総計,总计,合计,小计,總計,합계,총계,소계,المجموع,مجموع,الإجمالي,إجمالي,جمع کل,جمع,סך הכל,סה"כ,סה״כ,รวม,कुल',
].flatMap((line) => line.split(','))
const means = [
  'averages?,avg\\.?,means?,durchschnitt,mittelwert,mittel,schnitt,moyennes?,promedio,media,média,gemiddelde,genomsnitt',
  'medel,gennemsnit,gjennomsnitt,keskiarvo,średnia,průměr,átlag,ortalama,среднее,в среднем,μέσος όρος,平均,평균',
  'المتوسط,ממוצע,rata-rata,ø',
].flatMap((line) => line.split(','))
const balances = [
  '(?:opening |closing |final |ending |starting |current )?balance,balance (?:brought|carried) forward',
  '(?:letzter |alter |neuer )?kontostand,(?:anfangs|end|schluss)?saldo,saldo (?:inicial|final|iniziale|finale|anterior)',
  '(?:ancien |nouveau )?solde(?: initial| final)?,(?:begin|eind)saldo,utgående saldo,ingående saldo,stan końcowy',
  'остаток,сальдо,bakiye,zůstatek,残高,余额,結餘,잔액',
].flatMap((line) => line.split(','))

/** At the start or the end of a label, as a word of its own: `Total`, `North Total`, `Summe Nord`, not `Totalcare`. */
function labelPattern(words: readonly string[]): RegExp {
  const any = words.join('|')
  const border = '[\\s:,.()*–—-]'
  return new RegExp(`^${border}*(?:${any})(?:${border}|$)|(?:^|${border})(?:${any})${border}*$`, 'iu')
}
const sumLabel = labelPattern(sums)
const meanLabel = labelPattern(means)
const longestLabel = 60

export function namesSum(text: string): boolean {
  return text.length <= longestLabel && sumLabel.test(text.trim())
}

export function namesMean(text: string): boolean {
  return text.length <= longestLabel && meanLabel.test(text.trim())
}

const balanceLabel = new RegExp(`^(?:${balances.join('|')})(?:[\\s:,.()–—-]|$)`, 'iu')

/** What an account held when the list begins or ends: no payment. */
export function namesBalance(text: string): boolean {
  return text.length <= longestLabel && balanceLabel.test(text.trim())
}

export type StatisticName = 'smallest' | 'largest' | 'middle' | 'number' | 'deviation'

const statistics = {
  smallest: /^(?:min|minimum|lowest|smallest|kleinster wert|minimo|mínimo|最小(?:値|值)?)[.:]?$/iu,
  largest: /^(?:max|maximum|highest|largest|größter wert|massimo|máximo|最大(?:値|值)?)[.:]?$/iu,
  middle: /^(?:median|médiane|mediana|中央値|中位数)[.:]?$/iu,
  number: /^(?:n|count|number|anzahl|nombre|número|aantal|antal|件数)[.:]?$/iu,
  deviation: /^(?:sd|std\.?|std\.? ?dev\.?|stdev|standard deviation|standardabweichung|écart[ -]type)[.:]?$/iu,
} as const satisfies Record<StatisticName, RegExp>

/** The statistic that a label names, or null. */
export function statisticNamed(text: string): StatisticName | null {
  const names = Object.keys(statistics) as StatisticName[]
  return names.find((name) => statistics[name].test(text.trim())) ?? null
}

const remarkStart =
  /^(?:sources?|notes?|remarks?|comments?|quellen?|anmerkung|hinweis|stand|fuentes?|notas?|fonte|bron|remarques?|generated|created|exported|printed|downloaded|erstellt|last updated|updated|page \d|copyright|©|\*|†|‡|¹|\(?\d\)|\(c\))/iu

/** A text that says itself that it stands beside the table: a source, a note, a date of export. */
export function namesRemark(text: string): boolean {
  return remarkStart.test(text.trim())
}
