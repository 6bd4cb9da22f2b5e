export const de = {
  lookedAt: 'Zeiträume ohne Zeilen',
  headline: 'von {from} bis {to} fehlen Zeilen',
  claim: 'über {longest} am Stück gibt es keine Zeilen, {from} bis {to}{others} (sonst {rows})',
  others: '; insgesamt ohne Zeilen: {missing} von {periods}',
  picture: {
    day: 'Tag',
    subtitle: '{subject} je Tag, {from} bis {to}, je dunkler, desto mehr; Tage ohne sind umrahmt; {base}',
    shows: 'Kalender: {subject} je Tag, die längste Lücke ausgefüllt, {from} bis {to}',
  },
} as const
