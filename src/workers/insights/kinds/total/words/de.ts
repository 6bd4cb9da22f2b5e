export const de = {
  lookedAt: 'eine Summe und was auf eine Zeile entfällt',
  claim: [
    '{totalOf} beträgt {total}{rows}: durchschnittlich {mean} {each}, mit einem Median von {median}',
    'zusammen ergibt {measure} {total}{rows}: durchschnittlich {mean} {each}, mit einem Median von {median}',
  ],
} as const
