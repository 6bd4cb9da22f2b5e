const sprang = `{strength, select,
  may {{subject} könnte {when} sprunghaft {up, select, true {gestiegen} other {gefallen}} sein}
  other {{subject} {up, select, true {stieg} other {fiel}} {when} sprunghaft}}`
const niveaus =
  'von durchschnittlich {before}{aPeriod} über {periodsBefore} davor auf {after} über {periodsAfter} {stays, select, true {danach} other {bis zum nächsten Sprung}}'

export const de = {
  lookedAt: 'ein Sprung von einem Niveau auf ein anderes',
  soughtFor: { none: 'kein bleibender Sprung', some: 'bleibender Sprung' },
  headline: sprang,
  claim: [`${sprang}{byShare}, ${niveaus}{base}`, `${sprang}{byShare}: ${niveaus}{base}`],
  byShare: ', um {share}',
  orTrend:
    'ein {up, select, true {Anstieg} other {Rückgang}} über die ganze Zeit beschriebe den Verlauf etwa ebenso gut',
  neither: 'innerhalb beider Abschnitte steigt und fällt es nicht auf Dauer',
  largest: 'es ist der größte von {shifts, plural, one {# solchem Sprung} other {# solchen Sprüngen}}',
  picture: {
    shows: 'Liniendiagramm: {subject}, mit dem Niveau vor und nach {period}',
    level: 'Mittleres Niveau',
  },
} as const
