import { describe, expect, it } from 'vitest'
import type { Document } from '../../../../src/shared/document/document.ts'
import { documentStoryToHtml } from '../../../../src/workers/export/html/document-story.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { tellDocument } from '../../../../src/workers/tasks/document-story.ts'
import { english } from '../../../support/english.ts'
import { contentOf, source } from '../summary/support.ts'

const attack = '<img src=x onerror=alert(1)>'
const text = `The harbour of ${attack} Bergen handled 3.2 million tonnes of goods in 2019, more than any other harbour.
It was widened on 3 May 2018 at a cost of € 41 million, as the historian Maria Olsen has shown in her book.`

describe('the story of a document as a page', () => {
  it('has its words and places, and nothing of them is markup', async () => {
    const content = contentOf([text], { title: attack })
    const story = await tellDocument({ source, content }, detachedContext())
    const document: Document = {
      version: 1,
      id: 'one',
      source: { name: `${attack}.pdf`, bytes: 1, sha256: '1'.repeat(64), kind: 'pdf' },
      ...content,
      title: attack,
      language: 'en" onload="alert(1)',
      tables: [
        {
          page: 1,
          box: null,
          header: true,
          rows: [
            ['Year', attack],
            ['2019', '3.2'],
          ],
          caption: attack,
        },
      ],
      warnings: [{ code: 'page_failed', page: 2, message: `Page 2: ${attack}` }],
      story,
      timings: {},
    }
    const page = documentStoryToHtml(document, english)
    expect(page).toMatch(/^<!doctype html>/u)
    expect(page).not.toContain('<img')
    expect(page).not.toContain('" onload="')
    expect(page).toContain('<blockquote>')
    expect(page).toContain('p. 1')
    expect(page).toContain('<td dir="auto">3.2</td>')
    expect(page).toContain(`Page 2: &lt;img`)
    expect(page).not.toMatch(/<script|https?:/u)
    expect(documentStoryToHtml({ ...document, story: undefined }, english)).not.toContain('" onload="')
  })
})
