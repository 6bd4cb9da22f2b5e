/** Which quotes and escapes are worth trying in a text. */
import { describe, expect, it } from 'vitest'
import { quotings } from '../../../../../src/workers/tables/delimited/quotings.ts'

const named = (...args: Parameters<typeof quotings>): string[] =>
  quotings(...args).map((one) => `${one.quote} ${one.escape}`)

describe('without being told', () => {
  it('double quotes, doubled inside, always are', () => {
    expect(named('a,b\n', ',')).toEqual(['" double'])
    expect(named('"a","b"\n', ',')).toEqual(['" double'])
  })

  it('double quotes behind backslashes are where there are some', () => {
    expect(named('"a \\"b\\""\n', ',')).toContain('" backslash')
  })

  const openings = ["x,'a", "x\n'a", "x\r'a", "'a"]
  const closings = ["b',x", "b'\nx", "b'\rx", "b'"]

  it('single quotes are where they open and close cells, in whichever way', () => {
    for (const opening of openings)
      for (const closing of closings)
        expect(named(`${opening} ${closing}`, ','), `${opening} ${closing}`).toContain("' double")
    expect(named("x;'a b';x", ';')).toContain("' double")
  })

  it('single quotes are not where they only open, only close, or stand in words', () => {
    for (const opening of openings) expect(named(`${opening} b`, ','), opening).toEqual(['" double'])
    for (const closing of closings) expect(named(`a ${closing}`, ','), closing).toEqual(['" double'])
    expect(named("it's,the king's hat", ',')).toEqual(['" double'])
  })

  it('single quotes behind backslashes are where single quotes are and some stand so', () => {
    expect(named("'a','b'\n", ',')).toEqual(['" double', "' double"])
    expect(named("'a\\'s','b'\n", ',')).toEqual(['" double', "' double", "' backslash"])
    expect(named("a\\'s,b\n", ',')).toEqual(['" double'])
  })

  it('none at all are where double quotes stand that cannot be quotes', () => {
    expect(named('12",plate\n', ',')).toEqual(['" double', ' none'])
  })
})

describe('where a person says the quote', () => {
  it('there is that one alone', () => {
    expect(named('"a"\n', ',', '')).toEqual([' none'])
    expect(named("'a','b'\n", ',', '"')).toEqual(['" double'])
    expect(named('"a","b"\n', ',', "'")).toEqual(["' double"])
  })

  it('it may be behind backslashes where it stands so', () => {
    expect(named('"a\\"b"\n', ',', '"')).toEqual(['" double', '" backslash'])
    expect(named('"a\\"b"\n', ',', "'")).toEqual(["' double"])
    expect(named("'a\\'b'\n", ',', "'")).toEqual(["' double", "' backslash"])
  })
})
