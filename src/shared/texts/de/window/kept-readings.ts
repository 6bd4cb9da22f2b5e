/** Was zu Dateien gesagt wurde und für andere mit denselben Spalten gilt. */
export const keptReadings = {
  title: 'Behaltene Lesarten',
  lead: 'Dateien mit denselben Spalten wie diese werden so gelesen, wie es zu ihnen gesagt wurde.',
  none: 'Nichts ist behalten. Was dazu gesagt wird, wie eine Datei und ihre Spalten zu lesen sind, gilt für andere Dateien mit denselben Spalten und steht dann hier.',
  columns: 'was zu {names} gesagt ist',
  forget: 'Vergessen',
  forgetNamed: 'Vergessen, was zu {name} gesagt wurde',
} as const
