import { describe, expect, it } from 'vitest'
import { failureReasonSchema } from '../../../../src/shared/failure/failure.ts'
import { languages } from '../../../../src/shared/texts/languages.ts'
import { type ArgumentsOf, parseMessage, prepareMessage } from '../../../../src/shared/texts/message.ts'
import { languageOf, textsIn } from '../../../../src/shared/texts/texts.ts'

function messagesOf(group: object, path = ''): [string, string][] {
  return Object.entries(group).flatMap(([name, entry]) =>
    typeof entry === 'string' ? [[`${path}${name}`, entry] as [string, string]] : messagesOf(entry, `${path}${name}.`),
  )
}

function phrase(text: string, locale = 'en') {
  const prepared = prepareMessage(text, locale, null)
  if (typeof prepared === 'string') throw new Error(`${text} has no arguments`)
  return prepared
}

describe('a message', () => {
  it('without arguments is text', () => {
    expect(prepareMessage("Electron's program", 'en', null)).toBe("Electron's program")
  })

  it('counts in the words of its language', () => {
    const rows = phrase('{count, plural, one {# row} other {# rows}} left')
    expect([0, 1, 2, 1234].map((count) => rows({ count }))).toEqual([
      '0 rows left',
      '1 row left',
      '2 rows left',
      '1,234 rows left',
    ])
    const files = '{count, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}'
    expect([1, 2, 5].map((count) => phrase(files, 'ru')({ count }))).toEqual(['1 файл', '2 файла', '5 файлов'])
  })

  it('writes numbers as its locale does', () => {
    expect(phrase('{count, number} Zeilen', 'de')({ count: 12_345.5 })).toBe('12.345,5 Zeilen')
  })

  it('says an argument as it is, whatever stands in it', () => {
    expect(phrase('{name} is empty.')({ name: "{x} <b> '' #.csv" })).toBe("{x} <b> '' #.csv is empty.")
  })

  it('is given in pieces where an argument is no text', () => {
    const piece = { key: 'a' }
    expect(phrase('Open {what} now').parts({ what: piece })).toEqual(['Open ', piece, ' now'])
  })

  it('that lacks an argument is refused', () => {
    expect(() => phrase('{name} is empty.')({})).toThrow(/name/)
  })
})

describe('the arguments of a message', () => {
  it('are read from its text', () => {
    const given: ArgumentsOf<'{name} has {count, plural, one {# row} other {# rows}} in {kind, select, a {A} other {B}}'> =
      { name: 'x', count: 1, kind: 'a' }
    expect(given.count).toBe(1)
    // @ts-expect-error a count is a number
    const wrong: ArgumentsOf<'{count, number}'> = { count: 'x' }
    expect(wrong).toBeDefined()
  })
})

describe('every language', () => {
  for (const [tag, { catalogue, locale }] of Object.entries(languages)) {
    it(`can be parsed and written: ${tag}`, () => {
      const messages = messagesOf(catalogue)
      expect(messages.length).toBeGreaterThan(80)
      for (const [path, text] of messages) {
        expect(() => parseMessage(text), path).not.toThrow()
        expect(text.trim(), path).toBe(text)
      }
      expect(Intl.NumberFormat.supportedLocalesOf(locale)).toEqual([locale])
    })
  }

  it('has words for every reason to fail', () => {
    expect(Object.keys(textsIn('en').failures.reasons).sort()).toEqual([...failureReasonSchema.options].sort())
  })
})

describe('the pseudo-language', () => {
  const pseudo = textsIn('en-XA')

  it('accents and brackets every message, and leaves arguments alone', () => {
    expect(pseudo.failures.reasons.empty_file.message({ name: 'a.csv' })).toBe('⟦a.csv îš éɱþţý.⟧')
    expect(pseudo.failures.subjects.window).toBe('⟦ţĥîš ŵîñðöŵ⟧')
  })

  it('has no plain letter left of any message', () => {
    const plain = (group: object): string[] =>
      Object.values(group).flatMap((entry) =>
        typeof entry === 'string' ? [entry] : typeof entry === 'object' ? plain(entry) : [],
      )
    const { language: _language, locale: _locale, ...areas } = pseudo
    expect(plain(areas).filter((text) => /[A-Za-z]/u.test(text))).toEqual([])
  })
})

describe('the language asked for', () => {
  it('is English where there is no other', () => {
    expect(
      [{}, { STORYGLASS_LANGUAGE: 'tlh' }, { STORYGLASS_LANGUAGE: 'en-XA' }].map((env) => languageOf(env)),
    ).toEqual(['en', 'en', 'en-XA'])
  })
})
