const beside = '{variant} ({variantRows}) beside {common} ({commonRows})'

export const en = {
  lookedAt: 'categories written in several ways',
  headline: 'some labels of {dimension} look like spellings of others',
  claimOfOne: `{dimension} has what looks like one label in two spellings: ${beside}, of {rows}`,
  claim: `{variants} labels of {dimension} look like other spellings of commoner ones, in {changed} of {rows}: ${beside}`,
  quoted: '“{label}”',
  support: 'they are counted as labels of their own',
} as const
