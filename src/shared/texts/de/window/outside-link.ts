/** Ein Verweis eines Dokuments, der nach außen führt. */
export const outsideLink = {
  thisLinkLeadsOutside: 'Dieser Verweis führt nach außen',
  close: 'Schließen',
  storyglassOpensNothingOutsideThis:
    'Storyglass öffnet nichts außerhalb dieses Rechners. Wer dem Ziel traut, kopiert die Adresse und öffnet sie in einem Browser.',
  copied: 'Kopiert',
  copyTheAddress: 'Adresse kopieren',
  itCouldNotBeCopied: 'Das Kopieren gelang nicht',
  theClipboardCannotBeWritten: 'Von hier aus lässt sich nicht in die Zwischenablage schreiben.',
} as const
