import type { Dialect } from './dialect.ts'
import { quotesWellFormed } from './well-formed.ts'

/** Quote and escape worth trying: only characters that stand where a quote can. */
export function quotings(
  sample: string,
  delimiter: string,
  asked?: Dialect['quote'],
): Pick<Dialect, 'quote' | 'escape'>[] {
  if (asked === '') return [{ quote: '', escape: 'none' }]
  if (asked !== undefined) {
    const escapes = sample.includes(`\\${asked}`) ? (['double', 'backslash'] as const) : (['double'] as const)
    return escapes.map((way) => ({ quote: asked, escape: way }))
  }
  const list: Pick<Dialect, 'quote' | 'escape'>[] = [{ quote: '"', escape: 'double' }]
  if (sample.includes('\\"')) list.push({ quote: '"', escape: 'backslash' })
  const single = (text: string): boolean => sample.includes(text)
  const opens = single(`${delimiter}'`) || single(`\n'`) || single(`\r'`) || sample.startsWith(`'`)
  const closes = single(`'${delimiter}`) || single(`'\n`) || single(`'\r`) || sample.endsWith(`'`)
  if (opens && closes) {
    list.push({ quote: "'", escape: 'double' })
    if (sample.includes("\\'")) list.push({ quote: "'", escape: 'backslash' })
  }
  if (sample.includes('"') && !quotesWellFormed(sample, delimiter)) list.push({ quote: '', escape: 'none' })
  return list
}
