/** A link of a document that leads outside. */
export const outsideLink = {
  thisLinkLeadsOutside: 'This link leads outside',
  close: 'Close',
  storyglassOpensNothingOutsideThis:
    'Storyglass opens nothing outside this computer. If you trust where it leads, copy the address and open it in a browser.',
  copied: 'Copied',
  copyTheAddress: 'Copy the address',
  itCouldNotBeCopied: 'It could not be copied',
  theClipboardCannotBeWritten: 'The clipboard cannot be written to from here.',
} as const
