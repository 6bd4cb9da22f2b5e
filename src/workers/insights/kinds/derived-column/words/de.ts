export const de = {
  lookedAt: 'eine Spalte, die aus anderen folgt',
  headline: '{whole} folgt aus anderen Spalten',
  claim: '{whole} ist {formula}, {exact, select, true {genau} other {bis auf Rundung}}, in {where}',
  allRows: 'allen Zeilen ({rows})',
  someRows: '{fits} von {rows}',
  largest: 'die größte Abweichung beträgt {largest}',
  arithmetic: 'was das eine über das andere sagt, ist Arithmetik und gilt nicht als Befund',
  notReported: 'ein Muster zwischen ihnen gilt nicht als Befund',
  formula: {
    sumAndSum: '{one}, und ebenso {other}',
    sum: '{sum} plus {part}',
    sumOfMany: 'die Summe von {parts, plural, one {# Spalte} other {# Spalten}}, von {first} bis {last}',
    difference: '{first} minus {second}',
    product: '{first} mal {second}{times}',
    quotient: '{first} durch {second}{times}',
    times: ', mal {factor}',
    scaled: '{first} mal {factor}',
    same: 'dasselbe wie {first}',
    offset: '{scaled} {below, select, true {minus} other {plus}} {offset}',
  },
  ranges: {
    two: '{whole} folgt aus {measure}: {lower} bis {end} und {upper} ab {start}, in {where}',
    many: '{whole} folgt aus {measure}: {parts, plural, one {# Kategorie ist ein Bereich} other {die # Kategorien sind Bereiche}} davon, die einander nicht überschneiden, in {where}',
  },
  close: {
    headline: '{first} und {second} sagen fast dasselbe',
    claim:
      '{first} und {second} bewegen sich im Gleichschritt (Korrelation {pearson} über {rows}): zwei Maße für fast dasselbe, oder das eine ist aus dem anderen gebildet',
  },
  quotient: {
    headline: '{one} hängt mit {divisor} rechnerisch zusammen',
    claim: '{one} ist etwas geteilt durch {divisor}; die beiden hängen also rechnerisch zusammen ({rows})',
  },
  quotients: {
    headline: '{two, select, true {{all}} other {mehrere Spalten}} haben einen gemeinsamen Divisor',
    claim:
      '{all} sind {two, select, true {beide} other {alle}} durch dieselbe Größe geteilt ({divisor}); schon das lässt sie zusammengehen ({rows})',
  },
} as const
