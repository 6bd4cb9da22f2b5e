export const de = {
  headline: 'ab {from} fehlen Zeilen',
  claim: 'über {longest} am Stück gibt es keine Zeilen, {from} bis {to}{others} (sonst {rows})',
  others: '; insgesamt ohne Zeilen: {missing} von {periods}',
} as const
