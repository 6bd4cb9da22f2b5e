/** Of what could not be read of a document. `{cause}` is a technical cause, in English, without a full stop. */
export const documents = {
  pageFailed: 'Page {page} could not be read: {cause}.',
  pageCut: 'Page {page} unpacks to far more than it should; only its beginning was read.',
  textCut: 'Page {page} has too much text to be read in whole.',
  textFailed: 'Page {page} could not be read as text: {cause}.',
  imageFailed: 'Page {page} could not be drawn: {cause}.',
  linksFailed: 'Page {page} could not be searched for links: {cause}.',
  pageDamaged: 'Page {page} could not be read to its end: {cause}.',
  tablesFailed: 'Page {page} could not be searched for tables: {cause}.',
  pictureUnread:
    'Page {page} is a picture without text. Reading it takes text recognition (OCR): install Tesseract and convert the document again.',
  pictureFailed: 'Page {page} is a picture without text and could not be recognised: {cause}.',
  recogniserMissing:
    '{count, plural, one {Page {pages} is a picture without text. To read it, Storyglass needs a text recogniser (OCR), and finds none.} other {Pages {pages} are pictures without text. To read them, Storyglass needs a text recogniser (OCR), and finds none.}} Install Tesseract (Linux: the package tesseract-ocr; macOS: brew install tesseract; Windows: winget install UB-Mannheim.TesseractOCR) and convert the document again.',
  metadataDamaged: 'Its metadata could not be read: {cause}.',
  outlineDamaged: 'Its outline could not be read: {cause}.',
  labelsDamaged: 'Its page labels could not be read: {cause}.',
  tooManyPages: 'It has {pages, number} pages; only the first {read, number} are read.',
  veryLong: 'It is very long; the first {read, number} pages were read.',
  /** `{why}` is one of the two below, or a technical cause. */
  readPlainly: 'Only text, headings and tables could be read, without images, lists and notes ({why}).',
  partReadPlainly:
    'Of a part of it, only text, headings and tables could be read, without images, lists and notes ({why}).',
  tooLarge: 'it is too large to be read as a whole',
  itsTextDamaged: 'its text is damaged',
  textDamaged: 'The document is damaged; text may be missing ({cause}).',
  /** `{what}`: a list of those below. */
  leftOut: 'Left out, as it cannot be shown: {what}.',
  embeddedObjects: 'embedded objects',
  formulas: 'formulas',
  charts: 'charts',
  diagrams: 'diagrams',
  phoneticGuides: 'phonetic guides',
  wordArt: 'word art',
  formControls: 'form controls',
  insertedDocuments: 'inserted documents',
  imagesOfOtherKinds:
    '{count, plural, one {An image cannot be shown, because it is not a PNG, JPEG, GIF, WebP or BMP image within the file.} other {# images cannot be shown, because they are not PNG, JPEG, GIF, WebP or BMP images within the file.}}',
  imagesTooLarge:
    '{count, plural, one {An image was left out, because it is too large, or one too many.} other {# images were left out, because they are too large or too many.}}',
  imagesDamaged:
    '{count, plural, one {An image is damaged and was left out.} other {# images are damaged and were left out.}}',
  imagesElsewhere:
    '{count, plural, one {An image lies outside the file and is not fetched.} other {# images lie outside the file and are not fetched.}}',
} as const
