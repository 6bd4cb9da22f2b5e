import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkupFlow } from '../../../../../src/workers/pages/flow/flow.ts'
import type { Flow } from '../../../../../src/workers/pages/flow/flowed.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { holds } from '../../../../support/property.ts'

/** The markup given in parts of `part` characters. */
async function flow(html: string, part = html.length || 1): Promise<Flow> {
  const isMarked = html.includes('page-break')
  const markup = new MarkupFlow(isMarked ? 'marked' : 'by length', () => null, detachedContext())
  for (let at = 0; at < html.length; at += part) await markup.write(html.slice(at, at + part))
  return markup.end()
}
const mark = '<hr class="page-break">'
const withoutTags = (html: string): string => html.replace(/<[^>]*>/gu, '')

/** Tags that are closed without being open, or open at the end. */
function unbalanced(html: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gu)) {
    if (name === 'br' || name === 'hr' || name === 'img') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

describe('markup laid out as pages', () => {
  it('ends a page at each mark and opens again what was open', async () => {
    const { pages } = await flow(`<p>one <em>two${mark}three</em></p><p>four</p>`)
    expect(pages.map(({ html }) => html)).toEqual(['<p>one <em>two</em></p>', '<p><em>three</em></p><p>four</p>'])
    expect(pages.map(({ text }) => text)).toEqual(['one two', 'three\n\nfour'])
  })

  it('makes one page end of marks that follow each other, and none at the start or the end', async () => {
    const { pages } = await flow(`${mark}<p>${mark}one</p><p>${mark}</p><p>${mark}two</p>${mark}`)
    expect(pages.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  it('goes on counting a numbered list over the page', async () => {
    const { pages } = await flow(`<ol><li>a</li><li>b${mark}still b</li><li>c</li></ol>`)
    expect(pages[1]?.html).toBe('<ol start="2"><li class="continued">still b</li><li>c</li></ol>')
  })

  it('never cuts a row of a table', async () => {
    const { pages, tables } = await flow(
      `<table><tr><td>a</td><td>${mark}b</td></tr><tr><td>c</td><td>d</td></tr></table>`,
    )
    expect(pages.map(({ text }) => text)).toEqual(['a\tb', 'c\td'])
    expect(tables).toEqual([
      {
        page: 1,
        box: null,
        header: false,
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
        found: 'marked',
        caption: null,
      },
    ])
  })

  it('lays cells that span out as a grid', async () => {
    const { tables } = await flow(
      '<table><tr><th>Year</th><th colspan="2">Sales</th></tr><tr><td rowspan="2">2024</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    )
    expect(tables[0]?.rows).toEqual([
      ['Year', 'Sales', 'Sales'],
      ['2024', '1', '2'],
      ['2024', '3', '4'],
    ])
    expect(tables[0]?.header).toBe(true)
  })

  it('joins a header of several rows into one, each name once', async () => {
    const { tables } = await flow(
      '<table><thead><tr><th rowspan="2">Year</th><th colspan="2">Sales</th></tr><tr><th>North</th><th>South</th></tr></thead><tr><td>2024</td><td>1</td><td>2</td></tr></table>',
    )
    expect(tables[0]?.rows).toEqual([
      ['Year', 'Sales North', 'Sales South'],
      ['2024', '1', '2'],
    ])
    expect(tables[0]?.header).toBe(true)
  })

  it('takes a first row of names above numbers for the header where nothing marks one', async () => {
    const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const { tables } = await flow(
      `<table>${row('Lake', 'Depth')}${row('Baikal', '1642')}${row('Como', '425')}</table><table>${row('1', '2')}${row('3', '4')}</table>`,
    )
    expect(tables.map(({ header }) => header)).toEqual([true, false])
  })

  it.each<[string, string, (string | null)[]]>([
    ['its own', '<table><caption>Lakes  of Asia</caption>ROWS</table>', ['Lakes of Asia']],
    ['set above it', '<p class="caption">Table 1: Lakes</p> <table>ROWS</table><p>x</p>', ['Table 1: Lakes']],
    ['set below it', '<p>x</p><table>ROWS</table><p class="caption">Table 1: Lakes</p><p>x</p>', ['Table 1: Lakes']],
    ['set below the last', '<table>ROWS</table><p class="caption">Lakes</p>', ['Lakes']],
    ['of the second of two', '<table>ROWS</table><p class="caption">Second</p><table>ROWS</table>', [null, 'Second']],
    ['of a figure', '<figure><table>ROWS</table><figcaption>Lakes</figcaption></figure>', ['Lakes']],
    ['not that of a picture', '<p class="caption">Figure 3: A lake</p><table>ROWS</table>', [null]],
    ['not one further up', '<p class="caption">Table 1</p><p>x</p><table>ROWS</table>', [null]],
  ])('gives a table a caption: %s', async (_, html, captions) => {
    const rows = '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>'
    const { tables } = await flow(html.replaceAll('ROWS', rows))
    expect(tables.map(({ caption }) => caption)).toEqual(captions)
  })

  it('says on each page which table of the document a table is, and not of frames', async () => {
    const rows = '<tr><td>a</td><td>b</td></tr>'
    const { pages } = await flow(
      `<table><tr><td>frame</td></tr></table><table>${rows}<tr><td>c</td><td>${mark}d</td></tr>${rows}</table><p>data-table="0"</p>`,
    )
    expect(pages.map(({ html }) => [...(html ?? '').matchAll(/<table[^>]*>/gu)].map(([tag]) => tag))).toEqual([
      ['<table>', '<table data-table="0">'],
      ['<table data-table="0">'],
    ])
    expect(pages[1]?.html).toContain('<p>data-table="0"</p>')
  })

  it('says on which page the places are that links lead to', async () => {
    const { pages } = await flow(
      `<p><a href="#n1">1</a><a href="#a&amp;b">2</a></p>${mark}<p id="n1">Note</p><p id="other">x</p>${mark}<h2><a name="a&amp;b"></a>Two</h2>`,
    )
    expect(pages.map(({ anchors }) => anchors)).toEqual([[], ['doc-n1'], ['doc-a&b']])
  })

  it('sets blocks apart whose elements are not shown, and shows what is ticked', async () => {
    const { pages } = await flow(
      '<header>Head</header><main>Body</main><footer>Foot</footer><ul><li><input type="checkbox" checked> done</li><li><input type=checkbox> open</li></ul>',
    )
    expect(pages[0]?.text).toBe('Head\n\nBody\n\nFoot\n\n☒ done\n☐ open')
  })

  it('is the same whatever parts the markup comes in', async () => {
    const html = `<h1 id="a">Lakes &amp; rivers</h1><p>Deep <em>and</em> cold.${mark}</p><table><tr><th>x</th><td>1</td></tr></table><a href="#a">up</a>`
    expect(await flow(html, 1)).toEqual(await flow(html))
    expect(await flow(html, 7)).toEqual(await flow(html))
  })

  it('counts a table within a cell as text of it, and a frame of one cell as none', async () => {
    const { tables } = await flow(
      '<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>z</td></tr></table><table><tr><td>box</td></tr></table>',
    )
    expect(tables.map(({ rows }) => rows)).toEqual([[['x y', 'z']]])
  })

  it('is not exhausted by cells that claim to span everything', async () => {
    const { tables } = await flow(
      `<table>${'<tr><td colspan="100000000" rowspan="100000000">x</td></tr>'.repeat(2000)}</table>`,
    )
    expect(tables[0]?.rows.flat().length).toBeLessThanOrEqual(2_100_000)
  })

  it('places a heading on the page its words are on', async () => {
    const { outline } = await flow(`<p>one</p><h1>${mark}Two</h1><h2></h2><h2>Two <em>a</em></h2>`)
    expect(outline).toEqual([
      { title: 'Two', page: 2, level: 1 },
      { title: 'Two a', page: 2, level: 2 },
    ])
  })

  it('ends pages by length where nothing else does, between blocks', async () => {
    const { pages } = await flow(`<p>${'word '.repeat(150)}</p>`.repeat(20))
    expect(pages.length).toBe(5)
    for (const { html, text } of pages) {
      expect(html?.startsWith('<p>')).toBe(true)
      expect(text.length).toBeLessThan(4000)
    }
  })

  it('cuts one endless paragraph between words', async () => {
    const { pages } = await flow(`<p>${'word '.repeat(5000)}</p>`)
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.every(({ text }) => text.split(/\s+/u).every((word) => word === 'word'))).toBe(true)
  })

  it('loses and adds no text, and leaves no element open, whatever is marked where', async () => {
    const text = fc
      .stringMatching(/^[a-z]{1,12}( [a-z<&]{1,8})?$/u)
      .map((words) => words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;'))
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        text,
        fc.constant(mark),
        fc.array(tie('tree'), { maxLength: 4 }).map((inner) => inner.join('')),
        fc
          .tuple(fc.constantFrom('p', 'div', 'ul', 'ol', 'li', 'b', 'h1', 'blockquote'), tie('tree'))
          .map(([name, inner]) => `<${name}>${inner}</${name}>`),
        fc
          .array(tie('tree'), { minLength: 1, maxLength: 3 })
          .map((cells) => `<table><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`),
      ),
    }))
    await holds(
      fc.asyncProperty(tree, async (html) => {
        const { pages } = await flow(html)
        expect(pages.flatMap((page) => unbalanced(page.html ?? ''))).toEqual([])
        const plain = (text: string): string => text.replace(/\s+/gu, '')
        expect(plain(pages.map((page) => withoutTags(page.html ?? '')).join(''))).toBe(plain(withoutTags(html)))
        const read = pages.map((page) => page.text).join('')
        expect(plain(read)).toBe(plain(withoutTags(html)).replaceAll('&lt;', '<').replaceAll('&amp;', '&'))
      }),
      { numRuns: 300 },
    )
  })
})
