/** Was zu Dateien gesagt wurde und für andere mit denselben Spalten gilt. */
export const keptReadings = {
  title: 'Behaltene Lesarten',
  lead: 'Dateien mit denselben Spalten wie diese werden so gelesen, wie es zu ihnen gesagt wurde.',
  none: 'Nichts ist behalten. Was dazu gesagt wird, wie eine Datei zu lesen ist, gilt für andere Dateien mit denselben Spalten und steht dann hier.',
  forget: 'Vergessen',
  forgetNamed: 'Vergessen, was zu {name} gesagt wurde',
} as const
