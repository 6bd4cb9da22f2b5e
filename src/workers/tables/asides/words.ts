/** Words that say of a row that it is no record: what it sums up, and what it remarks. */

const sums = [
  ...['grand total', 'overall total', 'sub-?total', 'totals?', 'sums?', 'overall'],
  ...['gesamt', 'gesamtsumme', 'gesamtergebnis', 'insgesamt', 'summe', 'zwischensumme', 'teilsumme'],
  ...[
    'somme',
    'sous-?total',
    'total général',
    'totaux',
    'ensemble',
    'suma',
    'suma total',
    'totale',
    'subtotale',
    'totaal',
  ],
  ...['subtotaal', 'som', 'totalt', 'summa', 'i alt', 'yhteensä', 'razem', 'ogółem', 'suma końcowa', 'celkem', 'spolu'],
  ...['összesen', 'toplam', 'genel toplam', 'σύνολο', 'итого', 'всего', 'разом', 'усього', 'общо', 'ukupno', 'skupaj'],
  ...[
    '合計',
    '小計',
    '総計',
    '总计',
    '合计',
    '小计',
    '總計',
    '합계',
    '총계',
    'المجموع',
    'الإجمالي',
    'סך הכל',
    'รวม',
    'jumlah',
  ],
]
const means = [
  ...[
    'averages?',
    'avg\\.?',
    'means?',
    'durchschnitt',
    'mittelwert',
    'mittel',
    'schnitt',
    'moyennes?',
    'promedio',
    'media',
  ],
  ...['média', 'gemiddelde', 'genomsnitt', 'medel', 'gennemsnit', 'gjennomsnitt', 'keskiarvo', 'średnia', 'průměr'],
  ...['átlag', 'ortalama', 'среднее', 'в среднем', 'μέσος όρος', '平均', '평균', 'المتوسط', 'ממוצע', 'rata-rata', 'ø'],
]

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

const remarkStart =
  /^(?:sources?|notes?|remarks?|comments?|quellen?|anmerkung|hinweis|stand|fuentes?|notas?|fonte|bron|remarques?|generated|created|exported|printed|downloaded|erstellt|last updated|updated|page \d|copyright|©|\*|†|‡|¹|\(?\d\)|\(c\))/iu

/** A text that says itself that it stands beside the table: a source, a note, a date of export. */
export function namesRemark(text: string): boolean {
  return remarkStart.test(text.trim())
}
