import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Palette, palettes, tokenOf } from '../../../../src/workers/export/design.ts'

const tokens = readFileSync(new URL('../../../../src/renderer/theme/tokens.css', import.meta.url), 'utf8')

describe('the look of exports', () => {
  it.each(['light', 'dark'] as const)('has the %s colours of the window', (scheme) => {
    const block = tokens.slice(tokens.indexOf(`[data-mantine-color-scheme="${scheme}"]`))
    const names = Object.keys(palettes[scheme]) as (keyof Palette)[]
    const inWindow = names.map((name) => [name, new RegExp(`${tokenOf(name)}: ([^;]+);`, 'u').exec(block)?.[1]])
    expect(Object.entries(palettes[scheme])).toEqual(inWindow)
  })
})
