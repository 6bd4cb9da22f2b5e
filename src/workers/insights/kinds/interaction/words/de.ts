const wert = '{higher, select, true {höher} other {niedriger}}'
const abschwaechung =
  '{how, select, turned {aber {higher, select, true {niedriger} other {höher}}} hardly {aber kaum} other {und weniger}}'
const steigt = `{falls, select,
  true {{strength, select, plain {fällt} tends {fällt tendenziell} other {fällt möglicherweise}}}
  other {{strength, select, plain {steigt} tends {steigt tendenziell} other {steigt möglicherweise}}}}`
const ist = `{strength, select, plain {ist} tends {ist tendenziell} other {ist möglicherweise}}`
const beiGruppe = `nach {first} ${ist} {subject} bei {group} ${wert} als bei {rest}`

export const de = {
  lookedAt: 'ein Unterschied, der von einer zweiten Spalte abhängt',
  soughtFor: {
    none: 'kein Unterschied, der von einer weiteren Spalte abhängt',
    some: 'Unterschied, der von einer weiteren Spalte abhängt',
  },
  allOthers: 'allen übrigen',
  means: {
    headline: 'der Unterschied bei {measure} nach {first} hängt von {second} ab',
    here: {
      elsewhere: `${beiGruppe}, wenn {second} {level} ist ({here}), ${abschwaechung} sonst ({away}{rows})`,
      otherLevel: `${beiGruppe}, wenn {second} {level} ist ({here}), ${abschwaechung} bei {otherLevel} ({away}{rows})`,
    },
    elsewhere: {
      elsewhere: `${beiGruppe} ({away}), ${abschwaechung}, wenn {second} {level} ist ({here}{rows})`,
      otherLevel: `${beiGruppe}, wenn {second} {otherLevel} ist ({away}), ${abschwaechung} bei {level} ({here}{rows})`,
    },
    values: '{own} gegenüber {other}',
    support:
      'die beiden Unterschiede liegen um {difference} auseinander; die Wechselwirkung erklärt {explained} der Varianz, die beide allein übrig lassen',
  },
  slopes: {
    headline: '{y} verändert sich mit {x} anders, wenn {second} {level} ist',
    claim: `{y} ${steigt} mit {x}{how, select, turned {} faster { schneller} other { langsamer}}, wenn {second} {level} ist: um {slope} je Einheit {one}, {than} ({here})`,
    elsewhere: 'sonst',
    otherLevel: 'bei {otherLevel}',
    turned: 'aber {falls, select, true {fällt} other {steigt}} {away} um {slope}',
    against: 'gegenüber {slope} {away}',
    support: 'die beiden Steigungen liegen um {difference} auseinander{ends}',
  },
  picture: {
    gapSubtitle: '{subject} nach {by}; {base}',
    gapShows: 'Punktdiagramm: {subject} nach {by}, {group} neben {rest}{intervals}',
    pointsSubtitle: '{y} gegen {x} nach {by}; {base}',
    pointsShows:
      'Streudiagramm: {y} gegen {x}, {level} hervorgehoben, mit einer Geraden dafür und einer für alle übrigen',
    line: 'Gerade',
  },
} as const
