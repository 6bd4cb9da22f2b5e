import { anstieg, anstiegs, stiegOderFiel, vonPeriodeZuPeriode } from '../../../words/shared/de-parts.ts'

const fielOderStieg = '{up, select, true {fiel} other {stieg}}'

export const de = {
  lookedAt: 'eine Veränderung und was sie ausmacht',
  headline: `{subject} ${stiegOderFiel} von {from} bis {to}`,
  headlineOfPart: `{best} macht den größten Teil des ${anstiegs} aus ({subject})`,
  claim: `{subject} ${stiegOderFiel} von {ends}{byHowMuch}{step}{account}{size}`,
  ends: '{first} {whenFirst} auf {last} {whenLast}',
  endMeans:
    'durchschnittlich {first} über die ersten {periods} auf {last} über die letzten {window}, von {from} bis {to}',
  combined: 'die Gesamtsumme von {measure}',
  overall: 'insgesamt {measure} ({numerator} durch {denominator})',
  times: ', auf das {times}‑Fache',
  by: ', ein {up, select, true {Plus} other {Minus}} von {size}',
  step: {
    against: `, obwohl der Wert von {from} bis {to} um {size} ${fielOderStieg}`,
    most: ', das meiste davon von {from} bis {to}',
    alone: `, allein von {from} bis {to} ein ${anstieg} um {size}`,
  },
  part: {
    most: `; {best} macht {part} des ${anstiegs} aus, {own} von {whole}`,
    more: `; {best} allein ${stiegOderFiel} um {own}, gegenüber {whole} bei allen zusammen`,
    othersUnchanged: 'alle übrigen zusammen blieben gleich',
    others: `alle übrigen zusammen: ${anstieg} um {size}`,
  },
  mix: {
    part: `; die veränderte Zusammensetzung nach {dimension} macht {part} des ${anstiegs} aus`,
    more: `; die veränderte Zusammensetzung nach {dimension} macht mehr als den ganzen ${anstieg} aus`,
    ownAverages: `vom ${anstieg} um {change} gehen {mix} mit der Verteilung der Zeilen auf {dimension} einher und {own} mit den eigenen Werten der Gruppen`,
  },
  each: {
    all: `; das gilt für alle {entities} {nouns}`,
    most: `; von {entities} ({nouns}) ${stiegOderFiel} der Wert bei {agreeing}`,
    mostBut: `; von {entities} ({nouns}) ${stiegOderFiel} der Wert bei {agreeing} und ${fielOderStieg} bei {exceptions}`,
    exception: '{best} (von {first} auf {last})',
    onlyException: '{best}, von {first} auf {last}',
  },
  before: {
    unchanged: 'gegenüber {period} unverändert ({value})',
    changed: `gegenüber {period} ({value}) ein ${anstieg} um {size}`,
    aYear: `gegenüber {period}, ein Jahr zuvor ({value}), ein ${anstieg} um {size}`,
  },
  meaningOfLevel:
    '„Gesamtsumme“ ist die Summe über alle Zeilen eines Zeitpunkts, gemittelt über alle Zeitpunkte {grain, select, year {des Jahres} half_year {des Halbjahrs} quarter {des Quartals} month {des Monats} week {der Woche} day {des Tages} hour {der Stunde} minute {der Minute} other {der Sekunde}}',
  setback: {
    headline: '{subject} fiel von {from} bis {to}',
    claim: '{subject} fiel um {size}, von {first} {whenFirst} auf {last} {whenLast}{since}{base}',
    since: '; {when} lag der Wert bei {after}',
    only: 'kein anderer Rückgang von einem Höchststand war so groß',
  },
  commonSetback: {
    headline: '{measure} fiel überall von {from} bis {to}',
    claim:
      'von {from} bis {to} fiel {measure} für alle {entities} {nouns}, die zu beiden Zeiten vorkommen, am stärksten für {best}: von {first} auf {last}, um {size}{rows}',
  },
  mover: {
    headline: `{measure} ${stiegOderFiel} am stärksten für {best}`,
    claim: `{measure} ${stiegOderFiel} am stärksten für {best}: von {first} {whenFirst} auf {last} {whenLast}{byHowMuch}; so ging es {all, select, true {allen {entities}} other {{agreeing} von {entities}}}, die von Anfang bis Ende dabei sind ({nouns}, ${vonPeriodeZuPeriode} verfolgt; {rows})`,
  },
  picture: {
    average: 'Durchschnitt',
    all: 'alle zusammen',
    subtitleOfRuns: `{subject} nach {grain, select, year {Jahr} half_year {Halbjahr} quarter {Quartal} month {Monat} week {Woche} day {Tag} other {Zeitraum}}{by}{scale}; {base}`,
    fall: 'Rückgang',
    times: '{times}-fach',
    byEach: ' und {dimension}',
    logarithmic: ', logarithmische Skala',
    runs: 'Liniendiagramm: {subject}{by}, von {from} bis {to}',
    subject: 'Veränderung: {subject}',
    subtitle: 'Veränderung von {from} bis {to}: {subject} nach {dimension}{shown}; {base}',
    shows: 'Wasserfalldiagramm der Veränderung: {subject} nach {dimension}, der größte Anstieg zuerst',
  },
} as const
