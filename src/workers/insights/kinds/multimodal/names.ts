import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  values: {
    parts: 'heaps: 2 or 3',
    low_place: 'median of the values below the first valley',
    low_share: 'part of the values there',
    middle_place: 'median of the values between two valleys; null with one valley',
    middle_share: 'part of the values there; null with one valley',
    high_place: 'median of the values from the last valley on',
    high_share: 'part of the values there',
    valley: 'where the first heap ends',
    dip: "Hartigan's dip (of the sample, when details.sampled)",
    valley_depth: 'how much less dense the shallowest valley is than its lower peak, 0 to 1',
    n: 'rows with a value',
    p: 'test of a single heap',
  },
  details: { measure: 'name of the measure', sampled: 'true when tested on a deterministic sample of the rows' },
} as const satisfies Names
