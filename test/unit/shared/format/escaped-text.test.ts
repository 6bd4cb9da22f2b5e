import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../../../src/shared/format/markdown-text.ts'
import { escapeHtml, escapeMarkup, unescapeMarkup } from '../../../../src/shared/format/markup-text.ts'

describe('text of a file', () => {
  it('cannot leave an HTML text or attribute', () => {
    expect(escapeHtml(`<img src=x onerror="alert('1')">&amp;`)).toBe(
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;',
    )
    expect(escapeHtml('a\u0000b\u001b[31m')).toBe('a\uFFFDb\uFFFD[31m')
  })

  it('is given back as it was', () => {
    const text = `<a href="x">&amp;'\u0001`
    expect(escapeMarkup(text)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;amp;'\u0001")
    expect(unescapeMarkup(escapeMarkup(text))).toBe(text)
  })

  it('cannot become a link, an image, HTML, emphasis, a heading, a list or a new table cell in Markdown', () => {
    expect(escapeMarkdown('![x](javascript:alert)')).toBe('\\!\\[x\\](javascript:alert)')
    expect(escapeMarkdown('a | b\n<b>*c*_d_')).toBe('a \\| b \\<b\\>\\*c\\*\\_d\\_')
    expect([escapeMarkdown('# no heading'), escapeMarkdown('1. no list'), escapeMarkdown('- none')]).toEqual([
      '\\# no heading',
      '1\\. no list',
      '\\- none',
    ])
    expect(escapeMarkdown('https://example.org')).toBe('https\\://example.org')
  })
})
