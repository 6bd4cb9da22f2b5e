/** How a password comes to the command line: piped in, or typed without being seen. */
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askHidden, givenPassword, typeOn } from '../../../src/cli/password.ts'
import { UsageError } from '../../../src/cli/usage.ts'

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts
}

describe('a password on standard input', () => {
  it('is all of it but the end of the line', async () => {
    expect(await givenPassword({ passwordStdin: true }, pieces('ses', 'ame \n'))).toBe('sesame ')
    expect(await givenPassword({ passwordStdin: true }, pieces('pass\nword\r\n'))).toBe('pass\nword')
    expect(await givenPassword({ passwordStdin: true }, pieces())).toBe('')
  })

  it('is not read unless asked for, nor beside another one, nor without end', async () => {
    const unread = pieces('x')
    expect(await givenPassword({}, unread)).toBeNull()
    expect((await unread.next()).value).toBe('x')
    await expect(givenPassword({ password: 'a', passwordStdin: true }, pieces())).rejects.toThrow(UsageError)
    await expect(givenPassword({ passwordStdin: true }, pieces('x'.repeat(5000)))).rejects.toThrow(UsageError)
  })
})

describe('a typed password', () => {
  it('can be mended, and is nothing but its characters', () => {
    expect(typeOn('', 'sesa\u007f\u007fsame\r')).toEqual({ state: 'entered', text: 'sesame' })
    expect(typeOn('', 'ö😀\b\b\u0001x')).toEqual({ state: 'typing', text: 'x' })
    expect(typeOn('abc', '\u0003')).toEqual({ state: 'interrupted' })
    expect(typeOn('abc', '\u0004')).toEqual({ state: 'declined' })
  })

  it('is never shown, and the terminal is given back as it was', async () => {
    const raw: boolean[] = []
    const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) })
    let shown = ''
    const asked = askHidden('Password of a.pdf: ', input, { write: (text: string) => (shown += text) })
    input.write('ses')
    input.write('ame\n')
    expect(await asked).toBe('sesame')
    expect(shown).toBe('Password of a.pdf: \n')
    expect(raw).toEqual([true, false])
    expect(input.listenerCount('data')).toBe(0)
  })
})
