/** Zur Zeichencodierung eines Textes. */
export const text = {
  mostlyUtf8: 'Der Text ist größtenteils UTF-8; {count, number} Bytes, die es nicht sind, sind als {encoding} gelesen.',
  invalidBytes: 'Einige Bytes sind kein gültiges UTF-8 und stehen als „\ufffd“.',
  byCharacters: 'Der Text ist als {encoding} gelesen, den Zeichen nach beurteilt.',
  byLetters: 'Der Text ist als {encoding} gelesen, den Buchstaben nach beurteilt.',
  western: 'Der Text ist kein UTF-8 und ist als {encoding} (westeuropäisch) gelesen.',
  controlsAreLetters:
    'Steuerzeichen stehen dort, wo Windows-1252 Striche und Anführungszeichen hat, und sind als diese gelesen.',
} as const
