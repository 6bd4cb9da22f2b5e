import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { linkDefinitions, markdownParts } from '../../../../../src/workers/formats/markdown/parts.ts'
import { holds } from '../../../../support/property.ts'

const rendered = (text: string): string => new MarkdownIt({ html: true }).render(text)

function renderedInParts(text: string): string {
  const markdown = new MarkdownIt({ html: true })
  const environment = {}
  markdown.parse(linkDefinitions(text), environment)
  return [...markdownParts(text)].map((part) => markdown.render(part, environment)).join('')
}

const filler = `${'Some words of a long paragraph. '.repeat(1100)}\n\n`

describe('Markdown in parts', () => {
  it('is one part where it is short, and cut at headings where it is long', () => {
    expect([...markdownParts('# a\n\nb\n')]).toEqual(['# a\n\nb\n'])
    const parts = [...markdownParts(`${filler.repeat(3)}# One\n\n${filler.repeat(3)}## Two\n\nend`)]
    expect(parts.map((part) => part.slice(0, 6))).toEqual(['Some w', '# One\n', '## Two'])
  })

  it.each<[string, string]>([
    ['code', `\`\`\`\n${'x\n\n# not a heading\n\n'.repeat(9000)}\`\`\`\n`],
    ['a comment', `<!--\n${'x\n\n# not a heading\n\n'.repeat(9000)}-->\n`],
    ['preformatted markup', `<pre>\n${'x\n\n# not a heading\n\n'.repeat(9000)}</pre>\n`],
    ['a list', '- item\n\n  # a heading in it\n\n'.repeat(9000)],
  ])('is never cut within %s', (_, text) => {
    expect(renderedInParts(text)).toBe(rendered(text))
  })

  it('leads links to what is defined in another part', () => {
    const text = `[far][far]\n\n${filler.repeat(3)}# Two\n\n[near][near] [far]\n\n${filler.repeat(3)}# Three\n\n[near]: https://example.org/near\n\n[far]: https://example.org/far\n`
    expect([...markdownParts(text)].length).toBe(3)
    expect(renderedInParts(text)).toBe(rendered(text))
  })

  it.each<[string, string]>([
    ['markup of a block', '</div>\n'],
    ['a tag alone on its line', '<custom-tag>\n'],
  ])('is cut after %s, in which a fence begins no code', (_, markup) => {
    const text = `${markup}\`\`\`\n${filler.repeat(3)}# One\n\n${filler.repeat(3)}\`\`\`\n\n# Two\n\n`
    expect(renderedInParts(text)).toBe(rendered(text))
    expect([...markdownParts(text)].join('')).toBe(text)
  })

  it('means the same as the whole, whatever stands where', () => {
    const piece = fc.constantFrom(
      ...['# One\n\n', 'text\n', '\n', '```\n', '~~~~\n', '- a\n', '  b\n', '> q\n', '1. x\n', '<div>\n', '</div>\n'],
      ...[
        '<!-- c\n',
        '-->\n',
        '    code\n',
        '| a | b |\n|---|---|\n| 1 | 2 |\n',
        filler,
        filler,
        'a `b`\n\n',
        '***\n\n',
      ],
    )
    holds(
      fc.property(fc.array(piece, { minLength: 4, maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        expect(renderedInParts(text)).toBe(rendered(text))
        expect([...markdownParts(text)].join('')).toBe(text)
      }),
      { numRuns: 40 },
    )
  })
})
