export const de = {
  lookedAt: 'was die gefragten Zeilen ergeben',
  amount: {
    median: 'Median von {measure}',
    min: 'der niedrigste Wert von {measure}',
    max: 'der höchste Wert von {measure}',
    distinct: 'die Zahl verschiedener Werte von {values}',
    share: 'der Anteil der {rows}, für die gilt: {condition},',
  },
  filter: ' (nur {condition})',
  one: '{subject}{filter} beträgt {value}, über {rows}',
  count: '{subject}{filter} beträgt {value}',
  groups:
    '{subject}{filter} beträgt {value} bei {first} und {second} bei {last}, der ersten und der letzten von {groups} Gruppen, über {rows}',
  onlyGroup: '{subject}{filter} beträgt {value} bei {first}, der einzigen Gruppe, über {rows}',
  course: '{subject}{filter} betrug {value} in {first} und {second} in {last}, {groups} Zeiträume über {rows}',
  onlyPeriod: '{subject}{filter} betrug {value} in {first}, dem einzigen Zeitraum, über {rows}',
  rank: '{subject}{filter} ist am {order, select, lowest {niedrigsten} other {höchsten}} bei {first} mit {value}; {last} steht mit {second} als letzte von {groups} da',
  onlyRank: '{subject}{filter} ist am {order, select, lowest {niedrigsten} other {höchsten}} bei {first} mit {value}',
  compare: '{subject}{filter} beträgt {value}, wo {first}, und {second}, wo {last}, über {rows}',
  apart: '{subject}{filter} beträgt {value}, wo {first}, und {second} in allen anderen Zeilen, über {rows}',
  moved:
    'von {earlier} bis {later} änderte sich {subject}{filter} am stärksten nach {order, select, lowest {unten} other {oben}} bei {first}, um {value}; {last} steht mit {second} als letzte von {groups} da',
  onlyMoved:
    'von {earlier} bis {later} änderte sich {subject}{filter} am stärksten nach {order, select, lowest {unten} other {oben}} bei {first}, um {value}',
  perRow:
    'die beiden unterscheiden sich im Durchschnitt um {difference} je Zeile ({level}-Intervall: {low} bis {high})',
  headline: {
    one: '{subject}{filter}',
    groups: '{subject}{filter} nach {by}',
    course: '{subject}{filter} im Zeitverlauf',
    compare: '{subject}{filter}: {first} und {last}',
    apart: '{subject}{filter}: {first}, gegen alle anderen Zeilen',
    moved: 'Änderung von {subject}{filter} nach {by}',
  },
  calendar: {
    weekday: 'Wochentag',
    month: 'Monat des Jahres',
    quarter: 'Quartal des Jahres',
    hour: 'Stunde des Tages',
  },
  groupsOf: 'Gruppe',
} as const
