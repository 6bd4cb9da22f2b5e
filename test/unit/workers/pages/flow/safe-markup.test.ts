/** What passes through, attribute by attribute, and the second look by itself. */
import { describe, expect, it } from 'vitest'
import { type Attributes, SafeMarkup } from '../../../../../src/workers/pages/flow/safe-markup.ts'
import { sanitise } from '../../../../../src/workers/pages/flow/sanitise.ts'

/** What the sink is given: elements as they open and close, texts as they stand. */
function shownOf(...parts: readonly string[]): unknown[] {
  const shown: unknown[] = []
  const sink = {
    open: (name: string, attributes: Attributes) => shown.push([name, attributes]),
    text: (text: string) => shown.push(text),
    close: (name: string) => shown.push(`/${name}`),
  }
  const markup = new SafeMarkup(sink, (src) => (src === 'ours.png' ? src : null))
  for (const part of parts) markup.write(part)
  markup.end()
  return shown
}

/** The attributes of the first element. */
function attributesOf(markup: string): unknown {
  const [first] = shownOf(markup)
  return Array.isArray(first) ? first[1] : first
}

describe('an element', () => {
  it('keeps a language that is one', () => {
    for (const lang of ['en', 'de-AT', 'zh-Hant-TW']) expect(attributesOf(`<p lang="${lang}">`)).toEqual({ lang })
    for (const lang of ['e', 'en_US', 'x y', '-', 'abcdefghi']) expect(attributesOf(`<p lang="${lang}">`)).toEqual({})
    expect(attributesOf('<p>')).toEqual({})
  })

  it('keeps an id as a name of its own, an anchor its older name, and neither an empty or endless one', () => {
    const longest = 'a'.repeat(200)
    expect(attributesOf('<p id="x">')).toEqual({ id: 'doc-x' })
    expect(attributesOf(`<a name="${longest}">`)).toEqual({ id: `doc-${longest}` })
    expect(attributesOf('<p name="x">')).toEqual({})
    for (const given of ['id=""', `id="${longest}a"`, 'name=""', `name="${longest}a"`])
      expect(attributesOf(`<a ${given}>`), given.slice(0, 8)).toEqual({})
  })

  it('keeps the number a list begins with, where it is whole', () => {
    expect(attributesOf('<ol start="7">')).toEqual({ start: '7' })
    for (const start of ['x', '1.5', '7 ', '12345678']) expect(attributesOf(`<ol start="${start}">`)).toEqual({})
    expect(attributesOf('<ul start="7">')).toEqual({})
  })

  it('leads within the document, to the web or to a mail address, if it is a link', () => {
    expect(attributesOf('<a href=" https://a.example/ ">')).toEqual({
      href: 'https://a.example/',
      rel: 'noopener noreferrer',
    })
    expect(attributesOf('<a href="#%C3%A4">')).toEqual({ href: '#doc-ä' })
    expect(attributesOf('<a href="#%zz">')).toEqual({ href: '#doc-%zz' })
    for (const href of ['#', 'other.html', '/a', 'javascript:x()'])
      expect(attributesOf(`<a href="${href}">`)).toEqual({})
    expect(attributesOf('<p href="https://a.example/">')).toEqual({})
  })

  it('is an image where it is ours, else its other text', () => {
    expect(shownOf('<img src="ours.png" alt="a">')).toEqual([['img', { src: 'ours.png', alt: 'a' }], '/img'])
    expect(shownOf('<img src="ours.png">')).toEqual([['img', { src: 'ours.png', alt: '' }], '/img'])
    expect(shownOf('<img src="theirs.png" alt="a">')).toEqual([['span', { class: 'missing-image' }], 'a', '/span'])
    for (const image of ['<img>', '<img src="theirs.png">'])
      expect(shownOf(image)).toEqual([['span', { class: 'missing-image' }], '/span'])
  })

  it('is the sign of a box where it is one to tick, and nothing where it is another field', () => {
    expect(shownOf('<input type="CheckBox"><input type=checkbox checked>')).toEqual(['☐ ', '☒ '])
    expect(shownOf('<input type="text"><p type="checkbox">a</p>')).toEqual([['p', {}], 'a', '/p'])
  })

  it('of script or style is left out with all that is in it, and what follows is shown', () => {
    const shown = [['p', {}], 'a', '/p']
    expect(shownOf('<script>x()</script><p>a</p>')).toEqual(shown)
    expect(shownOf('<svg><p>x</p></svg><p>a</p>')).toEqual(shown)
    expect(shownOf('<unknown><p>a</p></unknown>')).toEqual(shown)
  })

  it('is closed at the end, and text keeps all of its letters but zeros', () => {
    expect(shownOf('<p><em>a', '\0b\0c')).toEqual([['p', {}], ['em', {}], 'a', 'bc', '/em', '/p'])
  })

  it('beside a hundred thousand others is no deeper than they are', () => {
    const many = shownOf('<p>a</p><x></x>'.repeat(2_000))
    expect(many).toHaveLength(6_000)
  })
})

describe('the second look', () => {
  it('leaves what the first lets through', () => {
    for (const page of [
      '<a href="https://a.example/" rel="noopener noreferrer">a</a>',
      '<a href="http://a.example/">a</a>',
      '<a href="mailto:a@b.example">a</a>',
      '<a href="#doc-x">a</a>',
    ])
      expect(sanitise(page)).toBe(page)
    const image = '<img src="data:image/png;base64,AAAA" alt="a" />'
    expect(sanitise(image)).toBe(image)
  })

  it('leaves out links and names that it should not have let through', () => {
    expect(sanitise('a<a href="other.html">b</a>')).toBe('a')
    expect(sanitise('a<p id="toolbar">b</p>')).toBe('a')
    expect(sanitise('a<blink>b</blink>')).toBe('ab')
    expect(sanitise('<img src="https://evil.example/a.png" alt="a" />')).toBe('<img alt="a" />')
  })
})
