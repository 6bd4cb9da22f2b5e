import { periode } from '../../../words/shared/de-parts.ts'

const jedesMal =
  '{cycle, select, day {Tag für Tag} week {Woche für Woche} year {Jahr für Jahr} other {Zyklus für Zyklus}}'
const amHoechsten = `{strength, select,
  plain {{subject} war {peak} am höchsten}
  tends {{subject} war {peak} tendenziell am höchsten}
  other {{subject} ist {peak} möglicherweise am höchsten}}`

const hoeherOderNiedriger = '{higher, select, true {höher} other {niedriger}}'
const amWochenende = `{strength, select,
  plain {{subject} war am Wochenende ${hoeherOderNiedriger}}
  tends {{subject} war am Wochenende tendenziell ${hoeherOderNiedriger}}
  other {{subject} ist am Wochenende möglicherweise ${hoeherOderNiedriger}}}`

export const de = {
  lookedAt: 'ein Muster, das mit dem Kalender wiederkehrt',
  soughtFor: { none: 'keine wiederkehrende Saison', some: 'wiederkehrende Saison' },
  headline: `${amHoechsten}, ${jedesMal}`,
  claim: [
    '{strength, select, plain {{subject} folgte} tends {{subject} folgte tendenziell} other {{subject} folgt möglicherweise}} {rhythm}: am höchsten {peak} mit durchschnittlich {high}, am niedrigsten {trough} mit {low}{base}',
    `${amHoechsten} (durchschnittlich {high}) und {trough} am niedrigsten ({low}), ${jedesMal}{base}`,
  ],
  rhythm: `{cycle, select,
    day {einem Tagesrhythmus}
    week {einem Wochenrhythmus}
    year {einem Jahresmuster}
    other {einem Muster, das sich wiederholt (alle {period})}}`,
  weekend: {
    headline: `${amWochenende}, Woche für Woche`,
    claim: `${amWochenende} (durchschnittlich {weekend}) als von Montag bis Freitag ({working}), Woche für Woche{base}`,
  },
  swings: {
    headline:
      '{strength, select, plain {{subject} stieg und fiel} tends {{subject} stieg und fiel tendenziell} other {{subject} steigt und fällt möglicherweise}}, ein Zyklus dauert im Mittel {period}',
    claim:
      '{strength, select, plain {{subject} stieg und fiel} tends {{subject} stieg und fiel tendenziell} other {{subject} steigt und fällt möglicherweise}} in einem Zyklus, Länge im Mittel {period}{base}',
    alike:
      'Werte im Abstand eines Zyklus gehen zusammen (Autokorrelation {together}, Abstand {period}), im halben Abstand stehen sie gegeneinander ({opposed})',
    lengths:
      'beobachtet über etwa {cycles, plural, one {# Zyklus} other {# Zyklen}}; die Länge gilt im Mittel, einzelne Zyklen können länger oder kürzer sein',
  },
  phase: {
    month: 'im {month}',
    early: 'Anfang {month}',
    mid: 'Mitte {month}',
    late: 'Ende {month}',
    weekday: 'am {weekday}',
    weekdayAt: 'am {weekday} um {time}',
    time: 'um {time}',
    place: `im Zyklus an Stelle {place} (${periode})`,
    named: 'in {name}',
  },
  called: {
    early: 'Anfang {month}',
    mid: 'Mitte {month}',
    late: 'Ende {month}',
  },
  strength:
    'das Muster erklärt {share} der Bewegung um den Trend, beobachtet über {cycles, plural, one {# vollen Zyklus} other {# volle Zyklen}}',
  picture: {
    subtitle: 'Durchschnitt nach Phase des Zyklus: {subject}. {series}',
    mean: 'Mittel',
    phase: 'Phase',
    interval: '{level}-Intervall des Durchschnitts',
    swings: 'Liniendiagramm: {subject}, immer wieder steigend und fallend',
    highest: '{phase}: {value}',
    shows:
      'Liniendiagramm: Durchschnitt über einen Zyklus ({subject}), am höchsten bei {peak}, am niedrigsten bei {trough}',
  },
} as const
