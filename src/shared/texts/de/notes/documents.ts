/** Davon, was von einem Dokument nicht gelesen werden konnte. `{cause}` ist eine technische Ursache auf Englisch. */
export const documents = {
  pageFailed: 'Seite {page} konnte nicht gelesen werden: {cause}.',
  pageCut: 'Seite {page} wird beim Entpacken weit größer als zu erwarten; nur ihr Anfang wurde gelesen.',
  textCut: 'Seite {page} hat zu viel Text, um ganz gelesen zu werden.',
  textFailed: 'Der Text von Seite {page} konnte nicht gelesen werden: {cause}.',
  imageFailed: 'Seite {page} konnte nicht gezeichnet werden: {cause}.',
  linksFailed: 'Auf Seite {page} konnte nicht nach Links gesucht werden: {cause}.',
  pageDamaged: 'Seite {page} konnte nicht bis zum Ende gelesen werden: {cause}.',
  tablesFailed: 'Auf Seite {page} konnte nicht nach Tabellen gesucht werden: {cause}.',
  pictureUnread:
    'Seite {page} ist ein Bild ohne Text. Um sie zu lesen, braucht es Texterkennung (OCR): bitte Tesseract installieren und das Dokument noch einmal umwandeln.',
  pictureFailed: 'Seite {page} ist ein Bild ohne Text, und der Text konnte nicht erkannt werden: {cause}.',
  recogniserMissing:
    '{count, plural, one {Seite {pages} ist ein Bild ohne Text. Um sie zu lesen, braucht Storyglass eine Texterkennung (OCR) und findet keine.} other {Die Seiten {pages} sind Bilder ohne Text. Um sie zu lesen, braucht Storyglass eine Texterkennung (OCR) und findet keine.}} Bitte Tesseract installieren (Linux: das Paket tesseract-ocr; macOS: brew install tesseract; Windows: winget install UB-Mannheim.TesseractOCR) und das Dokument noch einmal umwandeln.',
  metadataDamaged: 'Die Metadaten konnten nicht gelesen werden: {cause}.',
  outlineDamaged: 'Die Gliederung konnte nicht gelesen werden: {cause}.',
  labelsDamaged: 'Die Seitenbezeichnungen konnten nicht gelesen werden: {cause}.',
  tooManyPages: 'Es hat {pages, number} Seiten; nur die ersten {read, number} werden gelesen.',
  veryLong: 'Es ist sehr lang; die ersten {read, number} Seiten wurden gelesen.',
  readPlainly:
    'Nur Text, Überschriften und Tabellen konnten gelesen werden, ohne Bilder, Listen und Anmerkungen ({why}).',
  partReadPlainly:
    'Von einem Teil konnten nur Text, Überschriften und Tabellen gelesen werden, ohne Bilder, Listen und Anmerkungen ({why}).',
  tooLarge: 'es ist zu groß, um als Ganzes gelesen zu werden',
  itsTextDamaged: 'der Text ist beschädigt',
  textDamaged: 'Das Dokument ist beschädigt; es kann Text fehlen ({cause}).',
  leftOut: 'Weggelassen, weil es sich nicht zeigen lässt: {what}.',
  embeddedObjects: 'eingebettete Objekte',
  formulas: 'Formeln',
  charts: 'Diagramme',
  diagrams: 'Schaubilder',
  phoneticGuides: 'Aussprachehilfen',
  wordArt: 'Schmuckschrift',
  formControls: 'Formularfelder',
  insertedDocuments: 'eingefügte Dokumente',
  imagesOfOtherKinds:
    '{count, plural, one {Ein Bild lässt sich nicht zeigen, weil es kein PNG-, JPEG-, GIF-, WebP- oder BMP-Bild in der Datei ist.} other {# Bilder lassen sich nicht zeigen, weil sie keine PNG-, JPEG-, GIF-, WebP- oder BMP-Bilder in der Datei sind.}}',
  imagesTooLarge:
    '{count, plural, one {Ein Bild wurde weggelassen, weil es zu groß oder eines zu viel ist.} other {# Bilder wurden weggelassen, weil sie zu groß oder zu viele sind.}}',
  imagesDamaged:
    '{count, plural, one {Ein Bild ist beschädigt und wurde weggelassen.} other {# Bilder sind beschädigt und wurden weggelassen.}}',
  imagesElsewhere:
    '{count, plural, one {Ein Bild liegt außerhalb der Datei und wird nicht geholt.} other {# Bilder liegen außerhalb der Datei und werden nicht geholt.}}',
} as const
