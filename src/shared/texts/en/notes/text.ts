/** Of the encoding of a text. */
export const text = {
  mostlyUtf8: 'Most of the text is UTF-8; {count, number} bytes that are not are read as {encoding}.',
  invalidBytes: 'Some bytes are not valid UTF-8 and stand as "\ufffd".',
  byCharacters: 'The text is read as {encoding}, judged by its characters.',
  byLetters: 'The text is read as {encoding}, judged by its letters.',
  western: 'The text is not UTF-8 and is read as {encoding} (Western European).',
  controlsAreLetters: 'Control characters stand where Windows-1252 has dashes and quotes, and are read as those.',
} as const
