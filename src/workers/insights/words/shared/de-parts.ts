/** Parts of German messages that stand in many of them. Names are not declined: what is said of them stands around them. */

/** Nominative, without an article. */
export const periode =
  '{grain, select, year {Jahr} half_year {Halbjahr} quarter {Quartal} month {Monat} week {Woche} day {Tag} hour {Stunde} minute {Minute} other {Sekunde}}'

/** Nominative and accusative, several. */
export const perioden =
  '{grain, select, year {Jahre} half_year {Halbjahre} quarter {Quartale} month {Monate} week {Wochen} day {Tage} hour {Stunden} minute {Minuten} other {Sekunden}}'

/** After “von”: from one to the next. */
export const vonPeriodeZuPeriode =
  '{grain, select, year {von Jahr zu Jahr} half_year {von Halbjahr zu Halbjahr} quarter {von Quartal zu Quartal} month {von Monat zu Monat} week {von Woche zu Woche} day {von Tag zu Tag} hour {von Stunde zu Stunde} minute {von Minute zu Minute} other {von Sekunde zu Sekunde}}'

export const werte = '{n, plural, one {# Wert} other {# Werten}}'

export const stiegOderFiel = '{up, select, true {stieg} other {fiel}}'

export const anstieg = '{up, select, true {Anstieg} other {Rückgang}}'

export const anstiegs = '{up, select, true {Anstiegs} other {Rückgangs}}'
