/** The method of a story in figures. */
export const method = {
  recomputed: '{matched, number} of {numbers, number} numbers recomputed before saving. Seed {seed}, engine {version}.',
  timing: '{stage} {time}',
  familiesOfTests: 'Families of tests',
  familyOfTests: 'Family of tests',
  tried: 'Tried',
  kept: 'Kept',
  familyPSimes: 'Family p (Simes)',
  none: 'none',
} as const
