/** Words that say of a row that it is no record: what it sums up, and what it remarks. */

const sums = [
  'grand total,overall total,sub[ -]?total,totals?,sums?,overall,carried forward,brought forward,c/f,b/f',
  'gesamt,gesamtsumme,gesamtergebnis,gesamtbetrag,insgesamt,(?:end|zwischen|teil)?summe,zwischenergebnis,übertrag',
  'somme,sous[ -]?total,total général,totaux,ensemble,à reporter,suma,suma total,somma,(?:sub)?totale,(?:sub|eind|tussen)?totaal,som',
  'totalt,(?:slut|del|total)?summa,i alt,ialt,yhteensä,samtals,alls,kokku,kopā,iš viso,gjithsej,razem,ogółem,łącznie,w sumie',
  'celkem,spolu,(?:mezi)?součet,(?:medzi)?súčet',
  'összesen,toplam[ıi]?,genel toplam,(?:μερικό )?σύνολο,итого?,итоги,всего,разом,усього,общо,ukupno,skupaj,jumlah,total keseluruhan,tổng cộng',
  '合[ \u3000]*計,小[ \u3000]*計,総合?計,累計,累计,总和,總和,总计,合计,小计,總計,총?합계,총계,소계,المجموع,مجموع,الإجمالي,إجمالي,جمع کل,جمع,סך הכל,סה"כ,סה״כ,รวม,कुल',
].flatMap((line) => line.split(','))
const means = [
  'averages?,avg\\.?,means?,durchschnitt(?:swert)?,ø,mittelwert,mittel,schnitt,moyennes?,promedio,media,média,gemiddelde,genomsnitt',
  'medel,gennemsnit,gjennomsnitt,keskiarvo,średnia,průměr,átlag,ortalama,среднее,в среднем,μέσος όρος,平均,평균',
  'المتوسط,ממוצע,rata-rata,moyen,medie,medel(?:värde|tal),prosjek,priemer,vidurkis,vidēji,平均値,平均值,平均数,평균값',
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
  smallest:
    /^(?:min|minimum|minimalwert|lowest|smallest|kleinster wert|minimo|mínimo|mín|minimi|мин|минимум|en düşük|最小(?:値|值)?|최솟값|최소)[.:]?$/iu,
  largest:
    /^(?:max|maximum|maximalwert|highest|largest|größter wert|massimo|máximo|máx|maksimum|maksimi|макс|максимум|en yüksek|最大(?:値|值)?|최댓값|최대)[.:]?$/iu,
  middle: /^(?:median|médiane|mediana|medián|mediaani|медиана|medyan|中央値|中位数|중앙값)[.:]?$/iu,
  number: /^(?:n|count|number|anzahl|nombre|número|numero|aantal|antal|liczba|počet|кол-во|количество|件数)[.:]?$/iu,
  deviation:
    /^(?:sd|std\.?|std\.? ?dev\.?|stdev|stdabw|standard deviation|standardabw(?:eichung)?|écart[ -]type|desviaci[óo]n (?:est[áa]ndar|t[íi]pica)|deviazione standard|desvio[ -]padrão|standaard(?:afwijking|deviatie)|標準偏差|标准差)[.:]?$/iu,
} as const satisfies Record<StatisticName, RegExp>

/** The statistic that a label names, or null. */
export function statisticNamed(text: string): StatisticName | null {
  const names = Object.keys(statistics) as StatisticName[]
  return names.find((name) => statistics[name].test(text.trim())) ?? null
}

const remarkStart = [
  'sources?|notes?|remarks?|comments?|quellen?|anmerkung|hinweis|stand|fuentes?|notas?|fonte|bron|remarques?',
  'zdroj|źródło|kaynak|kilde|källa|lähde|forrás|sursa|izvor|источник|примечание|πηγή|المصدر|מקור|opmerking|uwaga|poznámka|huom',
  '出典|出所|資料|资料|来源|來源|注[:：0-9)）]|출처|자료|※',
  'generated|created|exported|printed|downloaded|erstellt|last updated|updated|copyright|©|\\*|†|‡|¹|\\(?\\d\\)|\\(c\\)',
  '(?:page|seite|pagina|página|strona|stránka|sivu|sida|side|sayfa|стр\\.?|страница) \\d|\\d+ ?/ ?\\d+$|第 ?\\d+ ?[页頁]',
].join('|')
const ends = 'end|ende|eof|fin|fine|einde|slut|koniec|konec|son|конец|終|终|結束|结束|以上'
const ofList =
  ' (?:of|der|des|de|du|della?|van) (?:the )?(?:file|report|data|list|table|datei|liste|tabelle|berichts?|export|fichier|rapport|tableau|lista)'
const remark = new RegExp(`^(?:${remarkStart}|[-*= ]{0,5}(?:${ends})(?:${ofList}|[-*=. ]{0,5}$))`, 'iu')

/** A text that says itself that it stands beside the table: a source, a note, a date of export, its end. */
export function namesRemark(text: string): boolean {
  return remark.test(text.trim())
}
