/** Words of the pictures: subtitles, axes, and what they show for those who do not see them. */
import { periode } from '../../words/shared/de-parts.ts'

const jeweils = `{grain, select, year {jährlich} half_year {halbjährlich} quarter {vierteljährlich} month {monatlich}
  week {wöchentlich} day {täglich} hour {stündlich} minute {je Minute} other {je Sekunde}}`

export const de = {
  numberOfRows: 'Zahl der Zeilen',
  interval: '{level}-Intervall',
  intervals: ', mit {level}-Intervallen',
  ofAll: 'alle: {value}',
  largestGroups: ' (die {shown} Gruppen mit den meisten Zeilen)',
  changedMost: ' (die {shown} mit der größten Veränderung)',
  by: '{subject} nach {dimension}{shown}; {base}',
  groups: 'Punktdiagramm: {subject} nach {dimension}{intervals}',
  rates: 'Punktdiagramm: {subject} nach {dimension}{intervals}',
  highestFirst: ', der höchste Wert zuerst',
  bars: 'Balkendiagramm: {subject} nach {dimension}',
  share: {
    subtitle: '{subject} nach {dimension}{moment}; {base}',
    moment: ', {period}',
    ofTheWhole: '{share} des Ganzen',
    others: 'Übrige ({count})',
    shows: 'Balkendiagramm: {subject} nach {dimension}',
    longestFirst: ', der längste Balken zuerst',
  },
  heatMap: {
    subtitle: '{across} je {within}, als Anteile an deren Zeilen; {base}',
    shows: 'Heatmap: {across} je {within}, als Anteile an deren Zeilen',
  },
  panels: {
    shows: 'Kleine Liniendiagramme auf einer Skala, eines je {entity}: {subject}, {from} bis {to}',
    subtitle: '{subtitle}; alle auf einer Skala',
    compared: '{subtitle}; alle auf einer Skala, daneben: {compared}',
  },
  histogram: {
    subtitle: 'Zahl der Zeilen nach {measure}; {base}',
    shows: 'Histogramm von {measure}',
  },
  series: {
    subtitle: `{subject}, ${jeweils}, {from} bis {to}; {base}`,
    grain: periode,
    shows: 'Liniendiagramm: {subject}',
    marked: 'Liniendiagramm: {subject}, hervorgehoben {period}',
    expected: '{value}, zu erwarten {expected}',
    at: '{value} ({period})',
  },
  scatter: {
    thinned: '{points} von {base} gezeigt, gleichmäßig über die Datei',
    subtitle: '{y} gegen {x}; {base}',
    shows: 'Streudiagramm: {y} gegen {x}',
  },
} as const
