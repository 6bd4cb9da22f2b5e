/** What a PDF may ask for before it is told no: a file made to exhaust the machine meets these first. */

/** The file itself is held in memory. */
export const mostFileBytes = 1024 * 1024 * 1024
/** Pages beyond are counted and left out, with a warning. */
export const mostPages = 10_000
/** With more, it is refused: pdf.js looks for each page among all of them, and for each of those it is in. */
export const mostDeclaredPages = 50_000
/** Of the thread's own time, for all that is done with one page but recognising its text. */
export const pageTimeMs = 8_000
/** Of that, for its text: the rest is for its image. */
export const textTimeMs = 4_000
/** To draw a page for text recognition. */
export const recognitionTimeMs = 8_000
/** To ask for the metadata, and again for the outline and the labels. */
export const factsTimeMs = 6_000
/** To ask the sizes of all pages. */
export const sizesTimeMs = 6_000
/** What one stream of a PDF may inflate to; what comes after is left out. Images of the most pixels take 120 MB in colour. */
export const mostInflatedBytes = 128 * 1024 * 1024
/** Pieces of text on one page; the rest is left out, with a warning. */
export const mostPieces = 200_000
/** Pixels of an image within a page: a scan of A4 at 600 dots an inch has 35 million. Larger ones are not drawn. */
export const mostImagePixels = 40_000_000
/** Pixels of the image made of a page. */
export const mostPagePixels = 6_000_000
/** Width and height of the image made of a page. */
export const longestPageSide = 4_096
/** Pixels along the edges of all that is drawn on a page: some 5 s of drawing, which cannot be stopped once begun. */
export const mostDrawnPixels = 80_000_000
export const mostOutlineEntries = 5_000
export const deepestOutline = 32
export const mostLinks = 2_000
