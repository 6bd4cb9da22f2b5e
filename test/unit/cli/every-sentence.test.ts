/** Whatever the parser of arguments says stands in the catalogue: in the pseudo-language no plain sentence is left. */
import type { Command } from 'commander'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProgram } from '../../../src/cli/program.ts'
import { namesWithEndingsOf } from '../../../src/shared/file-formats/formats.ts'
import { columnRoleSchema, columnTypeSchema } from '../../../src/shared/story/table.ts'
import { textsIn } from '../../../src/shared/texts/texts.ts'
import { runInProcess } from '../../support/in-process-command-line.ts'
import { plainLines } from '../../support/plain-words.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const pseudo = textsIn('en-XA')

afterEach(() => void vi.unstubAllEnvs())

function commandsOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(commandsOf)]
}

/** What is typed: names of commands, options and their values, which are the same in every language. */
function syntaxOf(program: Command): string[] {
  return commandsOf(program).flatMap((command) => [
    command.name(),
    ...command.registeredArguments.map((argument) => argument.name()),
    ...command.options.flatMap(({ flags, argChoices = [], envVar = '' }) => [flags, ...argChoices, envVar]),
  ])
}

const program = createProgram(pseudo, () => undefined)
const syntax = [...syntaxOf(program), 'help', 'command', ...columnRoleSchema.options, ...columnTypeSchema.options]

/** Kinds of file and units, which are named so in every language, and what help writes for the typist to fill in. */
const namedInHelp = [
  ...namesWithEndingsOf('story'),
  ...namesWithEndingsOf('document'),
  'kg EUR utf-8 windows-1252 shift_jis json csv none tab document.json',
]

describe('the help', () => {
  for (const command of commandsOf(program)) {
    it(`of ${command.name()} is in the language`, () => {
      const help = command.helpInformation()
      expect(help).toContain('⟦')
      expect(plainLines(help, [...syntax, ...namedInHelp])).toEqual([])
    })
  }

  it('would show a description that is in no catalogue', () => {
    const other = createProgram(pseudo, () => undefined)
    other.command('zorb').description('a sentence nobody has translated')
    expect(plainLines(other.helpInformation(), [...syntax, ...namedInHelp, 'zorb'])).toEqual([
      expect.stringContaining('a sentence nobody has translated'),
    ])
  })
})

describe('what is wrong with a command', () => {
  const faults: readonly (readonly string[])[] = [
    ['tell'],
    ['tell', 'a.csv', '--seed'],
    ['tell', 'a.csv', '--seed', 'zorb'],
    ['tell', 'a.csv', '--formt', 'md'],
    ['tell', 'a.csv', '--format', 'zorb'],
    ['tell', 'a.csv', '--quick', '--deep'],
    ['tell', 'a.csv', 'b.csv'],
    ['tell', 'a.csv', '--role', 'zorb'],
    ['tell', 'a.csv', '--type', 'zorb'],
    ['tell', 'a.csv', '--unit', 'zorb'],
    ['tell', 'a.csv', '--delimiter', 'zorbs'],
    ['tell', 'a.csv', '--skip', 'zorb'],
    ['zorb'],
    ['tel'],
    ['verify', 'a', 'b'],
    ['jobs', 'show', 'a', 'b'],
    ['stories', 'export', 'a'],
    ['read', 'a.csv', '--explain', '--typed'],
    ['read', 'a.csv', '--cells'],
    ['read', 'a.csv', '--cells', '--format', 'json', '--typed'],
    ['read', 'a.csv', '--format', 'parquet'],
    ['documents', 'export', 'a', '--format', 'csv', '--out', 'b'],
    ['documents', 'export', 'a', '--format', 'md', '--out', 'b', '--table', '1'],
    ['documents', 'export', 'a', '--format', 'csv', '--out', 'b', '--table', '0'],
  ]

  for (const args of faults) {
    it(`is said in the language: ${args.join(' ')}`, async () => {
      await withTemporaryFolder(async (folder) => {
        vi.stubEnv('STORYGLASS_LANGUAGE', 'en-XA')
        const { status, stderr, stdout } = await runInProcess(args, folder)
        expect(status).toBe(2)
        expect(stderr).toContain('⟦')
        const typed = [...syntax, ...args, 'JSON', 'PATH', 'FOLDER', 'COLUMN', 'ROLE', 'TYPE', 'UNIT']
        expect(plainLines(stdout + stderr, typed)).toEqual([])
      })
    })
  }
})
