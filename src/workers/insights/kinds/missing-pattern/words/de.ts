const oft = '{mostly, select, true {meist} other {öfter}}'
const hoeher = '{higher, select, true {höher} other {niedriger}}'

export const de = {
  lookedAt: 'wo Werte fehlen',
  category: {
    headline: `{column} fehlt ${oft}, wenn {other} {category} ist`,
    claim: `{column} fehlt ${oft}, wenn {other} {category} ist: in {share} von {rows}, gegenüber {rest} bei allen übrigen ({all})`,
  },
  together: {
    headline: '{column} und {other} fehlen oft gemeinsam',
    claim:
      '{column} und {other} fehlen oft gemeinsam: {column} fehlt in {missing} von {rows} ohne {other} und in {rest} aller übrigen ({all})',
  },
  same: {
    headline: '{list} fehlen gemeinsam',
    claim:
      '{list} fehlen {every, select, true {in denselben {together} von {all}} other {gemeinsam in {together} der {any} Zeilen, in denen etwas davon fehlt ({all})}}',
  },
  mean: {
    headline: `{column} fehlt, wo {other} ${hoeher} ist`,
    claim: `wo {column} fehlt, ist {other} ${hoeher}: durchschnittlich {mean} in {rows}, gegenüber {rest}, wo ein Wert da ist ({all})`,
  },
  support:
    'was über eine Spalte mit solchen Lücken gesagt ist, gilt für die Zeilen, die dort einen Wert haben; sie unterscheiden sich von den übrigen',
} as const
