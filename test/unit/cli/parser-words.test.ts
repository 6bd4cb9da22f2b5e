import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { parserSentence } from '../../../src/cli/parser-words.ts'
import { exportFormatsOf } from '../../../src/shared/export-formats/formats.ts'
import { english } from '../../support/english.ts'
import { runInProcess } from '../../support/in-process-command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const after = '(run with --help for the commands and their options)\n'

/** As commander 14 writes them by itself. */
const said: readonly (readonly [readonly string[], string])[] = [
  [['tell'], "error: missing required argument 'file'\n"],
  [['tell', 'a', '--seed'], "error: option '--seed <number>' argument missing\n"],
  [['tell', 'a', '--formt', 'md'], "error: unknown option '--formt'\n(Did you mean --format?)\n"],
  [['tel'], "error: unknown command 'tel'\n(Did you mean tell?)\n"],
  [
    ['tell', 'a', '--format', "it's"],
    `error: option '--format <format>' argument 'it's' is invalid. Allowed choices are ${exportFormatsOf('story').join(', ')}.\n`,
  ],
  [['jobs', 'show', 'a', 'b'], "error: too many arguments for 'show'. Expected 1 argument but got 2.\n"],
  [['stories', 'export', 'a', '--format', 'md'], "error: required option '--out <path>' not specified\n"],
]

describe("the parser's errors in English", () => {
  for (const [args, sentence] of said) {
    it(`are as the parser has them: ${args.join(' ')}`, async () => {
      await withTemporaryFolder(async (folder) => {
        expect(await runInProcess(args, folder)).toEqual({ status: 2, stdout: '', stderr: sentence + after })
      })
    })
  }

  it('of an unknown kind are told as the parser tells them', () => {
    const error = new CommanderError(1, 'commander.other', 'error: something else')
    expect(parserSentence(error, english)).toBe('error: something else')
  })
})
