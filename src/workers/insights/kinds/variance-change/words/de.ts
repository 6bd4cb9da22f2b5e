const streute =
  '{subject} schwankte {strength, select, may {vielleicht } other {}}ab {from} {wider, select, true {mehr} other {weniger}}'
const wachsen = `{strength, select,
  plain {wachsen mit der Höhe}
  tends {wachsen tendenziell mit der Höhe}
  other {wachsen möglicherweise mit der Höhe}}`
const innerhalb =
  '{withinCycle, select, no {} other {{grain, select, hour { innerhalb einer Stunde} day { innerhalb eines Tages} week { innerhalb einer Woche} year { innerhalb eines Jahres} other { innerhalb eines Zyklus}}}}'

export const de = {
  lookedAt: 'eine Veränderung der Ausschläge',
  soughtFor: { none: 'keine Veränderung der Streuung', some: 'Veränderung der Streuung' },
  scatter: {
    headline: streute,
    claim: `${streute}: Die Standardabweichung um den Verlauf betrug {before} über {periodsBefore} davor und {after} über {periodsAfter} danach{base}`,
  },
  swings: {
    headline: `die Ausschläge ${wachsen}: {subject}`,
    claim: `die Ausschläge${innerhalb} ${wachsen}: {subject}; die Standardabweichung betrug {before} über die ersten {periods}, bei durchschnittlich {levelBefore}, und {after} über die letzten {periods}, bei durchschnittlich {levelAfter}{base}`,
  },
  ratio: 'die eine Streuung ist das {ratio}‑Fache der anderen',
} as const
