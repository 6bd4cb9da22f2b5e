/** What Storyglass says of a document, around the document's own sentences. */
export const documentText = {
  size: 'It has {pages, plural, one {# page} other {# pages}} and {words, plural, one {# word} other {# words}}, {time} of reading.',
  lessThanAMinute: 'less than a minute',
  minutes: 'about {minutes, plural, one {# minute} other {# minutes}}',
  /** `{parts}`: a list of those below; `{count}`: how many there are of the first of them. */
  inIt: 'In it {count, plural, one {is} other {are}} {parts}.',
  sections: '{count, plural, one {# section} other {# sections}}',
  tables: '{count, plural, one {# table} other {# tables}}',
  figures: '{count, plural, one {# figure} other {# figures}}',
  declaredLanguage: 'It says it is written in {language}.',
  foundLanguage: 'By its words it is written in {language}.',
  readability: 'Its sentences are {reads} to read ({formula} {score}).',
  scanned: '{count, plural, one {Page {pages} is a picture} other {Pages {pages} are pictures}} without text.',
  pagesAndMore: '{pages} and {more, number} more',
  headings: {
    quotations: 'In its own words',
    sections: 'Section by section',
    terms: 'Key terms',
    names: 'Names',
    dates: 'Dates',
    amounts: 'Amounts',
    figures: 'Figures',
    tables: 'Tables',
  },
  table: 'Table {number, number}',
  more: 'And {count, number} more.',
  chosen: 'Sentences were chosen by {ranking} from {count, plural, one {# sentence} other {# sentences}}.',
  chosenFromSample:
    'Sentences were chosen by {ranking} from {count, plural, one {# sentence} other {# sentences}}, a sample of all.',
  checked:
    '{matched, number} of {statements, plural, one {# statement} other {# statements}} {matched, plural, one {was} other {were}} found to stand at the places given.',
  onPage: 'p. {page}',
  onPages: 'pp. {pages}',
  onPagesAndOthers: 'pp. {pages} and others',
  /** The keys of these stand in stored documents. */
  reads: {
    'very easy': 'very easy',
    easy: 'easy',
    'fairly easy': 'fairly easy',
    standard: 'standard',
    'fairly difficult': 'fairly difficult',
    difficult: 'difficult',
    'very difficult': 'very difficult',
  },
  formulas: {
    'Flesch reading ease': 'Flesch reading ease',
    'Flesch reading ease (Amstad)': 'Flesch reading ease (Amstad)',
  },
  rankings: { 'TextRank with BM25, position and title': 'TextRank with BM25, position and title' },
} as const
