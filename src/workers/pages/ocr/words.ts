/** What Tesseract found on a page, from its table of words (`tsv`: one row an element, level 5 a word). */
import type { RecognisedWord } from './recognition.ts'

export interface Recognition {
  readonly words: readonly RecognisedWord[]
  /** Mean over the words kept, 0 to 1; 0 where there are none. */
  readonly confidence: number
}

const columnCount = 12
const levelOfWord = '5'
/** Of 100. Below it, what is found on a picture are most often its edges, stains and drawings. */
const leastConfidence = 25
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

export function parseWords(table: string): Recognition {
  const words: RecognisedWord[] = []
  let confidences = 0
  for (const row of table.split(/\r?\n/u)) {
    const cells = row.split('\t')
    if (cells.length < columnCount || cells[0] !== levelOfWord) continue
    const [, page, block, paragraph, line, , ...measured] = cells
    const [left = 0, top = 0, width = 0, height = 0, confidence = -1] = measured.slice(0, 5).map(Number)
    const text = cells
      .slice(columnCount - 1)
      .join(' ')
      .trim()
    const sound = [left, top, width, height, confidence].every(Number.isFinite) && width > 0 && height > 0
    if (!sound || text === '' || confidence < leastConfidence) continue
    confidences += confidence
    words.push({
      text,
      box: [left, top, left + width, top + height],
      line: [page, block, paragraph, line].join('.'),
      rightToLeft: rightToLeft.test(text),
    })
  }
  return { words, confidence: words.length === 0 ? 0 : confidences / words.length / 100 }
}
