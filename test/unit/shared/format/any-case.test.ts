/** Words read in whatever case, also where V8 compiles expressions without optimising: it does so late in a long life. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { anyCase } from '../../../../src/shared/format/any-case.ts'

const sources = path.resolve(import.meta.dirname, '../../../../src')

it('gives alternatives in whatever case, longest first, with what is no letter as it stands', () => {
  const words = new RegExp(`^(?:${anyCase(['mio', 'mio.', 'dólares', 'straße', '千'])})$`, 'u')
  for (const text of ['mio', 'MIO', 'Mio.', 'DÓLARES', 'Straße', '千']) expect(words.test(text), text).toBe(true)
  for (const text of ['miox', 'mi', 'dolares', '万']) expect(words.test(text), text).toBe(false)
  expect(anyCase(['a', 'ab'])).toBe('[aA][bB]|[aA]')
})

it('is what amounts are read by, however V8 compiles', () => {
  const program = `
    const { numberShape } = await import('${sources}/workers/tables/columns/number-shape.ts')
    const { findMoney } = await import('${sources}/workers/summary/facts/money.ts')
    console.log(JSON.stringify([
      ['48,2 Mio. €', '3 Mrd. EUR', '7 MILLION Dollar'].map((text) => numberShape(text)?.scale ?? null),
      findMoney('Sales of 5 Million Euro', false).map(({ value, unit }) => [value, unit]),
    ]))`
  const flags = ['--no-regexp-optimization', '--input-type=module', '--eval', program]
  const said = execFileSync(process.execPath, flags, { encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual([['Mio.', 'Mrd.', 'MILLION'], [[5e6, 'EUR']]])
})

it('stands in place of the modifiers of groups, which V8 forgets', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const modified = files.filter((file) =>
    readFileSync(path.join(sources, file), 'utf8')
      .split('\n')
      .some((line) => !line.startsWith(' *') && /\(\?(?:[ims]+(?:-[ims]+)?|-[ims]+):/.test(line)),
  )
  expect(modified).toEqual([])
})
