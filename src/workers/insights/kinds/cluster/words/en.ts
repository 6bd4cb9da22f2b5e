const fall = '{strength, select, plain {fall} tends {seem to fall} other {may fall}}'
const howMany = '{count, plural, =2 {two} =3 {three} =4 {four} other {several}}'

export const en = {
  lookedAt: 'rows that fall into distinct groups',
  soughtFor: { none: 'no clusters of rows', some: 'clusters of rows' },
  headline: `rows ${fall} into ${howMany} clusters`,
  claim: `rows ${fall} into ${howMany} clusters by {columns}: {clusters} (averages, {rows})`,
  cluster: '{share} with {centers}',
  center: '{column} {value}',
  support: 'each half of the rows shows the same clusters, with a gap between neighbours',
  picture: {
    shown: '{base}; {points} shown, evenly over the file',
  },
} as const
