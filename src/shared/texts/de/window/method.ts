/** Das Vorgehen bei einer Story, in Zahlen. */
export const method = {
  recomputed:
    '{matched, number} von {numbers, number} Zahlen vor dem Speichern nachgerechnet. Startwert {seed}, Version {version}.',
  timing: '{stage} {time}',
  familiesOfTests: 'Familien von Tests',
  familyOfTests: 'Familie von Tests',
  tried: 'Versucht',
  kept: 'Behalten',
  familyPSimes: 'p der Familie (Simes)',
  none: 'keine',
} as const
