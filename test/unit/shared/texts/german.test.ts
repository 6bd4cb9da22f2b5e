/** The German catalogue as a proof-reader goes through it. */
import { TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../../src/shared/texts/languages.ts'
import { type ParsedMessage, parseMessage } from '../../../../src/shared/texts/message.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'
import { englishIn } from '../../../support/english-words.ts'

function messagesOf(group: object, path = ''): [string, string][] {
  return Object.entries(group).flatMap(([name, entry]) =>
    typeof entry === 'string' ? [[`${path}${name}`, entry] as [string, string]] : messagesOf(entry, `${path}${name}.`),
  )
}

const german = messagesOf(languages.de.catalogue)

/** The words of a message, without the names of its arguments. */
function wordsOf(message: ParsedMessage): string {
  return message
    .map((part) => {
      if (part.type === TYPE.literal) return part.value
      if (part.type !== TYPE.plural && part.type !== TYPE.select) return ' '
      return Object.values(part.options)
        .map(({ value }) => wordsOf(value))
        .join(' ')
    })
    .join('')
}

/** What is to be typed stays as it is typed: commands, and the keywords of conditions. */
const typed =
  /`[^`]*`|storyglass [a-z]+ [a-z-]+|\b(?:and|or|is missing|between)\b(?= [\d(“a]|\)|“)|“(?:and|or|in)”|„(?:and|or|in)“/gu

const said = german.map(([path, text]) => [path, wordsOf(parseMessage(text))] as const)

/** What is typed on a command line keeps its own words and signs. */
const isTyped = (path: string): boolean => path.startsWith('terminal.')

describe('the German catalogue', () => {
  it('has no English left', () => {
    const left = said.flatMap(([path, words]) =>
      englishIn(words.replaceAll(typed, '')).map((word) => `${path}: ${word}`),
    )
    expect(left).toEqual([])
    expect(languages.de.catalogue.failures.reasons.file_missing.hint).not.toBe(
      languages.en.catalogue.failures.reasons.file_missing.hint,
    )
  })

  it('is set as German is: its quotation marks, its dashes, a fixed space before a unit', () => {
    for (const [path, words] of said) {
      expect(words, path).not.toMatch(/\.\.\.|--(?![a-z])| - /u)
      if (isTyped(path)) continue
      expect(words, path).not.toMatch(/["“](?![^„]*$)(?<!„[^„]*“)/u)
      expect(new Map(german).get(path), path).not.toMatch(/[}\d] %/u)
      expect([...words].filter((one) => one === '„').length, path).toBe([...words].filter((one) => one === '“').length)
    }
  })

  it('addresses nobody: neither “du” nor “Sie” as a person', () => {
    for (const [path, words] of said) {
      expect(words, path).not.toMatch(/\b(?:du|dein|deine|Ihr|Ihre|Ihrem|Ihren|Ihnen)\b/u)
      // “Sie” at the beginning of a sentence or after a colon is the thing spoken of.
      expect(words, path).not.toMatch(/(?<![.:!?] |^)\bSie\b/u)
    }
  })

  it('takes what English takes: each message is said in the same way', () => {
    const english = textsIn('en')
    const [kindsOfEnglish, kindsOfGerman] = [kindsOf(english), kindsOf(textsIn('de'))]
    expect(kindsOfGerman).toEqual(kindsOfEnglish)
  })

  it('has buttons and labels that fit where the English ones do', () => {
    const english = new Map(messagesOf(languages.en.catalogue))
    const tooLong = german.filter(([path, text]) => {
      const first = english.get(path) ?? ''
      return first.length <= 16 && !first.includes('{') && !/[.?!]$/u.test(first) && text.length > 34
    })
    expect(tooLong.filter(([path]) => !isTyped(path) && !path.startsWith('notes.'))).toEqual([])
  })
})

/** By path whether a text or a function is said. */
function kindsOf(group: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(group).flatMap(([name, entry]): [string, string][] => {
      if (path === '' && (name === 'language' || name === 'locale')) return []
      return typeof entry === 'object' && entry !== null
        ? Object.entries(kindsOf(entry, `${path}${name}.`))
        : [[`${path}${name}`, typeof entry]]
    }),
  )
}
