/** Hostile pages, Markdown and plain texts. */
import { type Bomb, generatedFile, megabyte, repeatedFile, series } from '../bomb.ts'

const page = '<!doctype html><title>x</title>'
const whole = (text: () => string): Bomb['write'] =>
  generatedFile(function* () {
    yield text()
  })

export const markupBombs: readonly Bomb[] = [
  { name: 'one-word.html', write: repeatedFile('x', 48 * megabyte, `${page}<p>`) },
  { name: 'less-thans.html', write: repeatedFile('<', 20 * megabyte, page) },
  { name: 'less-thans.txt', write: repeatedFile('<', 20 * megabyte) },
  { name: 'ampersands.html', write: repeatedFile('&', 20 * megabyte, page) },
  { name: 'nested.html', write: repeatedFile('<div>', megabyte) },
  { name: 'nested-45-megabytes.html', write: repeatedFile('<div><b>', 45 * megabyte, page) },
  { name: 'closed.html', write: whole(() => `${'<b>'.repeat(20_000)}${'</i>'.repeat(50_000)}`) },
  { name: 'misnested.html', write: repeatedFile('<b><i></b></i>', 10 * megabyte, page) },
  { name: 'attributes.html', write: whole(() => `<p ${'a=b '.repeat(300_000)}>x</p>`) },
  {
    name: 'other-attributes.html',
    write: whole(() => `<p ${Array.from({ length: 500_000 }, (_, index) => `a${index}=b`).join(' ')}>x</p>`),
  },
  { name: 'picture.html', write: repeatedFile('A', 40 * megabyte, '<img src="data:image/png;base64,', '"><p>x</p>') },
  {
    name: 'spans.html',
    write: repeatedFile('<tr><td colspan=9999999 rowspan=9999999>x</td></tr>', 25_000, `${page}<table>`, '</table>'),
  },
  {
    name: 'many-spans.html',
    write: repeatedFile(
      '<tr><td colspan=1000 rowspan=65534>x</td><td colspan=1000>y</tr>',
      2 * megabyte,
      `${page}<table>`,
      '</table>',
    ),
  },
  { name: 'cells.html', write: repeatedFile('<td>x', megabyte, `${page}<table><tr>`, '</table>') },
  {
    name: 'million-cells.html',
    write: repeatedFile(`<tr>${'<td>1'.repeat(20)}`, 20 * megabyte, `${page}<table>`, '</table>'),
  },
  { name: 'tables-in-tables.html', write: repeatedFile('<table><tr><td>', 3 * megabyte, page) },
  {
    name: 'tables-beside.html',
    write: repeatedFile('<table><tr><td>a<td>b<tr><td>1<td>2</table>', 8 * megabyte, page),
  },
  { name: 'entities.html', write: repeatedFile('&#x26;&amp;&notit;&', 4 * megabyte) },
  { name: 'long-entity.html', write: repeatedFile('a', 20 * megabyte, `${page}<p>&#x`, ';') },
  { name: 'comment.html', write: repeatedFile('y', 40 * megabyte, `${page}<p>x<!-- `) },
  { name: 'comments.html', write: repeatedFile('<!--', 40 * megabyte, `${page}<p>x`) },
  { name: 'cdata.html', write: repeatedFile('<![CDATA[x]]>', 4 * megabyte, `${page}<p>`) },
  { name: 'links.html', write: repeatedFile('<a href="#a" id="a">x</a>', 4 * megabyte, page) },
  { name: 'scripts.html', write: repeatedFile('<script>a</scrip', 20 * megabyte, page) },
  { name: 'styles.html', write: repeatedFile('@import url(x);', 40 * megabyte, `${page}<style>`) },
  { name: 'drawings.html', write: repeatedFile('<svg><math><mi>', 4 * megabyte, page) },
  { name: 'lists.html', write: repeatedFile('<ul><li>x', 4 * megabyte, page) },
  { name: 'headings.html', write: repeatedFile('<h1>x</h1>', 4 * megabyte, page) },
  { name: 'paragraphs.html', write: repeatedFile('<p>x y z', 20 * megabyte, page) },
  { name: 'brackets.md', write: repeatedFile('[', 60_000) },
  { name: 'many-brackets.md', write: repeatedFile('[', 10 * megabyte) },
  { name: 'links-in-links.md', write: repeatedFile('[a](', megabyte) },
  { name: 'pictures.md', write: repeatedFile('![', megabyte) },
  { name: 'emphasis.md', write: repeatedFile('*a **a ', megabyte) },
  { name: 'underscores.md', write: repeatedFile('_', 5 * megabyte, 'x ') },
  { name: 'quotes.md', write: repeatedFile('>', 20_000, '', ' x') },
  { name: 'many-quotes.md', write: repeatedFile(`${'>'.repeat(400)} x\n`, 5 * megabyte) },
  { name: 'lists.md', write: generatedFile(() => series(800, (depth) => `${' '.repeat(2 * depth)}- x\n`)) },
  { name: 'back-quotes.md', write: generatedFile(() => series(1_500, (count) => `${'`'.repeat(count)} x `)) },
  {
    name: 'definitions.md',
    write: generatedFile(() => series(300_000, (index) => `[a${index}]: https://example.org/${index}\n`)),
  },
  {
    name: 'wide-table.md',
    write: whole(() => `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n${`${'|1'.repeat(20_000)}|\n`.repeat(20)}`),
  },
  { name: 'angle-brackets.md', write: repeatedFile('<a href="', 5 * megabyte) },
  { name: 'rulers.md', write: repeatedFile('-'.repeat(70), 20 * megabyte, 'x\n') },
  { name: 'front-matter.md', write: repeatedFile('a: &a [*a, *a]\n', 20 * megabyte, '---\n') },
  { name: 'entities.md', write: repeatedFile('&amp', 5 * megabyte) },
  { name: 'words.md', write: repeatedFile('word ', 20 * megabyte) },
  { name: 'one-line.txt', write: repeatedFile('word ', 45 * megabyte) },
  { name: 'feeds.txt', write: repeatedFile('x\f', 40_000) },
  { name: 'many-feeds.txt', write: repeatedFile('\f', 20 * megabyte, 'x') },
  { name: 'no-space.txt', write: repeatedFile('x', 45 * megabyte) },
  { name: 'blank-lines.txt', write: repeatedFile('\n', 45 * megabyte, 'x') },
  { name: 'short-lines.txt', write: repeatedFile('ab\n', 45 * megabyte) },
  { name: 'zero-width.txt', write: repeatedFile('\u200b\u202e\u2066', 40 * megabyte, 'x') },
  {
    name: 'sentences.txt',
    write: generatedFile(() =>
      series(400_000, (index) => `In ${index} the Town of A${index} paid 5 % of EUR ${index} to Mr. B.\n`),
    ),
  },
]
