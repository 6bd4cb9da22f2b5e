const wieViele = '{count, plural, =2 {zwei} =3 {drei} =4 {vier} other {mehrere}}'
const zerfallen = `{strength, select,
  plain {die Zeilen zerfallen in ${wieViele} Häufungen}
  tends {die Zeilen scheinen in ${wieViele} Häufungen zu zerfallen}
  other {die Zeilen könnten in ${wieViele} Häufungen zerfallen}}`

export const de = {
  lookedAt: 'Zeilen, die in deutliche Gruppen zerfallen',
  soughtFor: { none: 'keine Häufungen von Zeilen', some: 'Häufungen von Zeilen' },
  headline: zerfallen,
  claim: `${zerfallen}, nach {columns}: {clusters} (Durchschnitte, {rows})`,
  cluster: '{share} mit {centers}',
  center: '{column} {value}',
  support: 'jede Hälfte der Zeilen zeigt dieselben Häufungen, mit einer Lücke zwischen benachbarten',
  picture: {
    shown: '{base}; {points} gezeigt, gleichmäßig über die Datei',
  },
} as const
