import { describe, expect, it } from 'vitest'
import { speechIn, speechOf } from '../../../../src/shared/texts/speech.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'

describe('what a process speaks', () => {
  it('is what was asked for, else the first of the system’s languages there is, else English', () => {
    expect(speechOf({ STORYGLASS_LANGUAGE: 'de' }, ['en-US']).texts.language).toBe('de')
    expect(speechOf({}, ['fr-FR', 'de-AT', 'en-US']).texts.language).toBe('de')
    expect(speechOf({}, ['de_DE.UTF-8']).texts.language).toBe('de')
    expect(speechOf({ STORYGLASS_LANGUAGE: 'tlh' }, ['C', 'POSIX']).texts.language).toBe('en')
    expect(speechOf({}, []).isAsked).toBe(false)
    expect(speechOf({ STORYGLASS_LANGUAGE: 'en' }, ['de']).isAsked).toBe(true)
  })

  it('changes for those who hold its texts already', () => {
    const { texts, speak } = speechIn('en', false)
    const held = texts
    expect(held.story.contents).toBe(textsIn('en').story.contents)
    speak('de')
    expect(held.story.contents).toBe(textsIn('de').story.contents)
    expect([held.language, held.locale]).toEqual(['de', 'de'])
  })
})
