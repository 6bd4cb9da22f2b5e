import { describe, expect, it } from 'vitest'
import { documentWarningSchema, sayWarning, warningOf } from '../../../../src/shared/document/warning.ts'
import { listOf, note } from '../../../../src/shared/story/note.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'

describe('what could not be read of a document', () => {
  const missing = note('documents.recogniserMissing', { count: 4, pages: listOf(['1–3', '7']) })

  it('is said in English for scripts, and in the language of whoever reads it', () => {
    const warning = warningOf('recogniser_missing', null, missing)
    expect(warning.message).toMatch(/^Pages 1–3 and 7 are pictures without text\. To read them,/u)
    expect(sayWarning(textsIn('de'), warning)).toMatch(/^Die Seiten 1–3 und 7 sind Bilder ohne Text\./u)
  })

  it('keeps its words in every language when it is saved and read again', () => {
    const what = listOf([note('documents.charts'), note('documents.formulas')])
    const warning = warningOf('content_left_out', null, note('documents.leftOut', { what }))
    const again = documentWarningSchema.parse(JSON.parse(JSON.stringify(warning)))
    expect(sayWarning(textsIn('de'), again)).toBe(
      'Weggelassen, weil es sich nicht zeigen lässt: Diagramme und Formeln.',
    )
  })

  it('is said as an older version left it, where that is all there is', () => {
    expect(sayWarning(textsIn('de'), { code: 'page_failed', page: 3, message: 'Page 3 is gone.' })).toBe(
      'Page 3 is gone.',
    )
  })
})
