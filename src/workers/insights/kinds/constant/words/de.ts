export const de = {
  lookedAt: 'eine Spalte mit nur einem Wert',
  headline: '{column} ist {all, select, true {immer} other {fast immer}} {value}',
  claimOfAll: '{column} ist {value} in allen Zeilen, die einen Wert haben ({rows}), und unterscheidet sie also nicht',
  claim: '{column} ist {value} in {top} von {rows} ({share}) und unterscheidet die Zeilen also kaum',
} as const
