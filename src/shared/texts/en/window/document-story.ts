/** What a document says in its own words. */
export const documentStory = {
  more: '{count, number} more',
  goToPage: ', go to page {page}',
  times: 'times',
  allPictures: 'Its pages are pictures without text: what stands there is not part of this story.',
  somePictures:
    '{pages, plural, one {# page is a picture} other {# pages are pictures}} without text: what stands there is not part of this story.',
  quoted:
    'Nothing here is written by Storyglass: sentences are quoted as they stand, chosen out of {sentences, number} by {method}{sampled, select, yes {, from a sample of them} other {}}.',
  foundAgain:
    '{matched, number} of {statements, plural, one {# statement} other {# statements}} {matched, plural, one {was found again on its page} other {were found again on their pages}} before this was saved.',
  storyOfTheDocument: 'Story of the document',
  whatItSays: 'What it says',
  closeTheStory: 'Close the story',
  story: 'Story',
  itsKeySentencesSectionsNames:
    'Its key sentences, sections, names, dates and amounts appear here once all pages are read.',
  thereIsNoStoryThe: 'There is no story: the document was not read to its end.',
  thereIsNoStoryOf: 'There is no story of this document.',
  thereIsNoTextIn: 'There is no text in it to quote.',
  thereIsTooLittleText: 'There is too little text in it: no sentence, name, date or amount that could be quoted.',
  inItsOwnWords: 'In its own words',
  sectionBySection: 'Section by section',
  keyTerms: 'Key terms',
  names: 'Names',
  dates: 'Dates',
  amounts: 'Amounts',
  figures: 'Figures',
  tables: 'Tables',
  howHardItIsTo: 'How hard it is to read',
  sectionScope: '{pages} · {words, plural, one {# word} other {# words}}',
  keySentences: '{count, plural, one {# key sentence} other {# key sentences}}',
  ofSection: 'of {heading}',
} as const
