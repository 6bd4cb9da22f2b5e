/** Pages that hold no table but look like one to a careless reader. */
import { escaped, type KnownDocument, page } from './known.ts'
import { type Words, wordsOf } from './words.ts'

export function pagesWithoutTables(): KnownDocument[] {
  const made: KnownDocument[] = []
  let seed = 900
  const add = (name: string, body: (words: Words) => string, style = ''): void => {
    seed += 1
    made.push({ name: `${name} ${seed}`, html: page(body(wordsOf(seed)), style), tables: [] })
  }
  const paragraphs = (words: Words, count: number): string =>
    Array.from({ length: count }, () => `<p>${words.paragraph(4)}</p>`).join('')
  const items = (words: Words, count: number, length: number): string =>
    Array.from({ length: count }, () => `<li>${words.phrase(length)}</li>`).join('')

  add('prose', (w) => paragraphs(w, 6))
  add('prose in two columns', (w) => `<h1>${w.phrase(4)}</h1><div class="columns2">${paragraphs(w, 12)}</div>`)
  add(
    'prose in two columns, ragged',
    (w) => `<div class="columns2 sans">${paragraphs(w, 12)}</div>`,
    'p { text-align: left }',
  )
  add(
    'prose in three columns',
    (w) => `<div class="columns2">${paragraphs(w, 12)}</div>`,
    '.columns2 { column-count: 3 !important; font-size: 8.5pt }',
  )
  add('prose with numbers', (w) =>
    Array.from(
      { length: 5 },
      () =>
        `<p>In ${w.date()} it was ${w.amount(9_000)}, that is ${w.percent()}; ${w.paragraph(2)} The rest, ${w.amount(900)}, ${w.phrase(12)} ${w.percent()}.</p>`,
    ).join(''),
  )
  add(
    'two columns with a rule between',
    (w) => `<div class="columns2">${paragraphs(w, 12)}</div>`,
    '.columns2 { column-rule: 1px solid #000 }',
  )
  add(
    'bullets',
    (w) => `<p>${w.sentence()}</p><ul>${items(w, 9, 7)}</ul><p>${w.paragraph(2)}</p><ul>${items(w, 6, 22)}</ul>`,
  )
  add('numbered list', (w) => `<ol>${items(w, 12, 5)}</ol><p>${w.paragraph(2)}</p><ol type="a">${items(w, 6, 25)}</ol>`)
  add(
    'nested list',
    (w) => `<ol>${Array.from({ length: 4 }, () => `<li>${w.phrase(5)}<ul>${items(w, 3, 6)}</ul></li>`).join('')}</ol>`,
  )

  const contents = (w: Words, lead: string, numbered: boolean): string => {
    let at = 1
    return Array.from({ length: 18 }, (_, index) => {
      at += w.random.integer(6)
      const number = numbered ? `<span class="no">${Math.floor(index / 3) + 1}.${(index % 3) + 1}</span>` : ''
      return `<div class="entry">${number}<span>${w.phrase(2 + w.random.integer(5))}</span><span class="lead">${lead}</span><span>${at}</span></div>`
    }).join('')
  }
  const contentsStyle =
    '.entry { display: flex } .lead { flex: 1; overflow: hidden; white-space: nowrap; margin: 0 4pt } .no { width: 30pt }'
  add('contents with dots', (w) => `<h1>Contents</h1>${contents(w, '.'.repeat(200), false)}`, contentsStyle)
  add('contents without dots', (w) => `<h1>Contents</h1>${contents(w, '', false)}`, contentsStyle)
  add('numbered contents', (w) => `<h1>Contents</h1>${contents(w, '', true)}`, contentsStyle)

  const code = [
    'export function scale(values: number[], factor = 2): number[] {',
    '  const result = []                       // what is returned',
    '  for (const value of values) {           // one after another',
    '    if (value < 0) continue               // nothing below zero',
    '    result.push(value * factor)           // grows',
    '  }',
    '  return result                           // 3 at most',
    '}',
    'const limits = { low: 1, high: 20, step: 5 }',
    'const table  = [ 10, 20, 30, 40 ]',
    'const other  = [  1,  2,  3,  4 ]',
  ]
  const block = (lines: readonly string[]): string => `<pre class="mono">${escaped(lines.join('\n'))}</pre>`
  add('code', (w) => `<p>${w.paragraph(2)}</p>${block([...code, ...code])}<p>${w.sentence()}</p>`)
  add(
    'code with line numbers',
    (w) =>
      `<p>${w.sentence()}</p>${block([...code, ...code].map((line, index) => `${String(index + 1).padStart(3)}  ${line}`))}`,
  )
  add(
    'code in a frame',
    (w) => `<p>${w.sentence()}</p><div style="border: 1px solid #000; padding: 4pt">${block(code)}</div>`,
  )
  add('commands', (w) =>
    block([
      '$ ls -l',
      'usage: tool [-v] FILE',
      '  -v      say more',
      '  -q      say less',
      '  -o OUT  where to write',
      '  --help  this text',
      '$ tool -v x',
      w.sentence(),
    ]),
  )

  const fields = ['Name', 'Street', 'Town', 'Telephone', 'Date of birth', 'Nationality', 'Occupation']
  add(
    'form with lines',
    (w) =>
      `<h2>Application</h2><p>${w.sentence()}</p>${fields.map((one) => `<div style="display:flex;margin:9pt 0">${one}: <span style="flex:1;border-bottom:1px solid #000"></span></div>`).join('')}`,
  )
  add(
    'form filled in',
    (w) =>
      `<h2>Application</h2>${fields.map((one) => `<div style="display:flex;margin:4pt 0"><span style="width:120pt">${one}:</span><span>${w.phrase(2)}</span></div>`).join('')}<p>${w.paragraph(3)}</p>`,
  )
  add(
    'form with boxes to tick',
    (w) =>
      `<h2>Survey</h2>${Array.from({ length: 6 }, () => `<p>${w.phrase(8)}?</p><div>☐ yes &nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ☐ no &nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ☐ don't know</div>`).join('')}`,
  )
  add('bibliography', (w) =>
    Array.from(
      { length: 14 },
      (_, index) =>
        `<div style="display:flex"><span style="width:26pt">[${index + 1}]</span><span>${w.pick(['A. Lund', 'J. Chen'])}, ${w.phrase(9)}, ${w.phrase(4)} ${w.integer(2, 40)} (${w.integer(1980, 2024)}) ${w.integer(1, 99)}–${w.integer(100, 400)}.</span></div>`,
    ).join(''),
  )
  add(
    'letter',
    (w) =>
      `<div style="display:flex;justify-content:space-between"><div>Harbour Office<br>12 Quay Road<br>Port Town</div><div>Ms C. Moreau<br>4 Hill Street<br>Old Town</div></div><p>&nbsp;</p><p>Dear Ms Moreau,</p>${paragraphs(w, 3)}`,
  )
  add(
    'index',
    (w) =>
      `<div class="columns2">${Array.from({ length: 90 }, () => `<div>${w.phrase(2)}, ${w.integer(1, 300)}</div>`).join('')}</div>`,
    '.columns2 { column-count: 3 !important }',
  )
  add(
    'definitions',
    (w) =>
      `<div>${Array.from({ length: 9 }, () => `<div style="display:flex;margin:3pt 0"><b style="width:90pt">${w.phrase(1)}</b><span style="flex:1">${w.sentence()}</span></div>`).join('')}</div>`,
  )
  add(
    'authors',
    (w) =>
      `<h1>${w.phrase(6)}</h1><div style="display:flex;justify-content:space-around;text-align:center">${['A. Lund', 'J. Chen', 'E. Novak'].map((one) => `<div>${one}<br>Dept. of Ships<br>Port Town<br>x@port.example</div>`).join('')}</div><p>&nbsp;</p><div class="columns2">${paragraphs(w, 8)}</div>`,
  )
  add('equations', (w) =>
    Array.from(
      { length: 5 },
      (_, index) =>
        `<p>${w.sentence()}</p><div style="display:flex"><span style="flex:1;text-align:center"><i>a</i><sub>${index}</sub> = <i>b</i> + ${index} <i>c</i></span><span>(${index + 1})</span></div>`,
    ).join(''),
  )
  add('chart', (w) => {
    const bars = Array.from(
      { length: 6 },
      (_, index) =>
        `<rect x="${50 + index * 50}" y="${150 - 20 * index}" width="30" height="${20 * index + 10}" fill="#4a7"/><text x="${52 + index * 50}" y="175" font-size="10">${2015 + index}</text>`,
    )
    const grid = Array.from(
      { length: 6 },
      (_, index) =>
        `<line x1="40" x2="350" y1="${160 - 30 * index}" y2="${160 - 30 * index}" stroke="#ccc"/><text x="15" y="${163 - 30 * index}" font-size="10">${index * 20}</text>`,
    )
    return `<p>${w.paragraph(3)}</p><svg width="380" height="190">${grid.join('')}${bars.join('')}</svg><p>${w.paragraph(3)}</p>`
  })
  add(
    'frames of prose',
    (w) =>
      `<div style="border:1px solid #000;padding:5pt">${paragraphs(w, 2)}</div><p>&nbsp;</p><div style="display:flex;gap:10pt">${['', ''].map(() => `<div style="border:1px solid #000;padding:5pt;flex:1"><p>${w.paragraph(3)}</p></div>`).join('')}</div>`,
  )
  add(
    'rules around an abstract',
    (w) =>
      `<div style="border-top:1px solid #000;border-bottom:1px solid #000;padding:5pt 0"><p>${w.paragraph(4)}</p></div>${paragraphs(w, 3)}`,
  )
  add('dialogue', (w) =>
    Array.from(
      { length: 12 },
      (_, index) =>
        `<div style="display:flex"><span style="width:70pt">${index % 2 === 0 ? 'Anna' : 'Boris'}:</span><span style="flex:1">${w.sentence()}</span></div>`,
    ).join(''),
  )
  add(
    'title page',
    (w) =>
      `<div style="text-align:center;margin-top:60mm"><h1>${w.phrase(4)}</h1><h3>${w.phrase(5)}</h3><p style="text-align:center">Port Town, 2021</p></div>`,
  )
  return made
}
