/** A document that is flowed: minutes of a meeting, two pages of markup as the engine leaves it. */
import type { PageReading } from '../../src/shared/document/reading.ts'

const first = `<h1 class="title">Minutes of the Ellmouth Trust</h1><p class="subtitle">Held in the net loft on 4 November 2025</p>
<h2 id="doc-present">Present</h2><p>Ines Marlow (chair), Tobias Renn, Asha Pell, Martin Coyle and four trustees. The
<a href="https://example.org/agenda?year=2025" rel="noopener noreferrer">agenda</a> was agreed. Votes are on
<a href="#doc-votes">the next page</a>.</p>
<h2 id="doc-gull">Gull Point</h2>
<p>Mr Renn reported that the leak has grown to <strong>19 litres a second</strong>. He had brought a photograph of it:</p>
<p><span class="missing-image">The leak below the third buttress</span></p>
<blockquote><p>“A dam that leaks does not stay as it is.”</p></blockquote>
<p>Three things follow:</p>
<ol><li>The facing is to be pinned before the winter.</li><li>The county is to be told, in writing, by 15 November.</li>
<li>The boatyard is to be warned, and so is <em>every</em> house on the lower road, of which there are nineteen.</li></ol>
<pre>reading  date        l/s
1        2024-04-03  14
2        2024-09-19  19
3        2025-10-30  23</pre>`

const second = `<ol start="3"><li class="continued">The insurers have been written to already.</li></ol>
<h2 id="doc-votes">Votes</h2>
<table><thead><tr><th>Motion</th><th>For</th><th>Against</th></tr></thead><tbody>
<tr><td>To repair the dam at Gull Point</td><td>7</td><td>1</td></tr>
<tr><td>To leave Saltern Creek to the birds</td><td>8</td><td>0</td></tr></tbody></table>
<p>Mr Coyle voted against the repair, as it had been costed before the leak grew. He asked that this be noted, and it is.</p>
<p>There being no other business, the meeting closed at nine. The next one is on 3 February 2026; see <a href="#doc-gull">Gull Point</a>
for what is to be done until then.</p>`

/** As the engine does it, but for what no sample needs: blocks apart by an empty line, items and rows by a new line. */
function textOf(html: string): string {
  return html
    .replace(/\s+/gu, ' ')
    .replace(/<\/(?:p|h1|h2|blockquote|ol|table|pre)>/gu, '\n\n')
    .replace(/<\/(?:li|tr)>/gu, '\n')
    .replace(/<\/t[hd]>/gu, '\t')
    .replace(/<[^>]*>/gu, '')
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function pageOf(html: string, place: number): PageReading {
  const text = textOf(html)
  const page = { number: place + 1, label: null, width: 0, height: 0, text, html, header: '', footer: '' }
  const words = text.split(/\s+/u).length
  return { page: { ...page, words, image: null, thumbnail: null, ocr: false, links: [] }, lines: [] }
}

export const flowPages: readonly PageReading[] = [first, second].map(pageOf)

const diary = `EDWIN COYLE, MARRAM MILL

1871
  Jan  3   High water 6.40.  Ground 9 sacks.  Ice in the leat.
  Jan  4   High water 7.25.  Ground 13.
  Jan  5   Wind N.E. and a great tide. The gates shook; ground 15.

1906
  Jun 24   Sounded the pond at the pole: 5 ft 2 in., an inch and a half less than last midsummer.
           There will be no mill here in another lifetime if nobody takes out the mud.`

export const plainPage: PageReading = {
  page: {
    number: 1,
    label: null,
    width: 0,
    height: 0,
    text: diary,
    header: '',
    footer: '',
    words: 63,
    image: null,
    thumbnail: null,
    ocr: false,
    links: [],
  },
  lines: [],
}
