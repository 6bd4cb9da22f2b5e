/** The commands and their options. Scripts rely on them: they are changed only by adding. */
import { Command } from 'commander'
import { resolveDataDir } from '../main/engine.ts'
import { exportFormatsOf } from '../shared/export-formats/formats.ts'
import { namesWithEndingsOf } from '../shared/file-formats/formats.ts'
import { languageTags } from '../shared/texts/languages.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { type AskOptions, ask } from './ask.ts'
import { type CompareOptions, compare } from './compare.ts'
import { type ConvertOptions, convert } from './convert.ts'
import { type ExplainOptions, explain } from './explain.ts'
import { addFocusOptions } from './focus-options.ts'
import { findInstallation } from './installation.ts'
import { addDocuments, addJobs, addMetrics, addStories } from './library-commands.ts'
import { showLicences } from './licences.ts'
import {
  choiceOption,
  dataDirOption,
  type Frame,
  formatOption,
  passwordOption,
  passwordStdinOption,
  wholeNumber,
} from './options.ts'
import { helpWords } from './parser-words.ts'
import { progressForms } from './progress.ts'
import { type ReadOptions, read } from './read.ts'
import { addReadingOptions } from './reading-options.ts'
import { type TellOptions, tell } from './tell.ts'
import { type VerifyOptions, verify } from './verify.ts'
import { addWatched, listWatched, removeWatched, type WatchOptions } from './watch.ts'

interface ShellOptions {
  readonly port?: number
  readonly open?: boolean
  readonly dataDir?: string
}

const largestSeed = 2_147_483_647
const largestPort = 65_535

/** Each command reports the status the process shall end with. */
export function createProgram(texts: Texts, report: Frame['report']): Command {
  const { help } = texts.terminal
  const frame: Frame = { texts, report }
  const program = new Command('storyglass')
  program
    .description(
      help.program({
        tables: namesWithEndingsOf('story').join(', '),
        documents: namesWithEndingsOf('document').join(', '),
      }),
    )
    .version(findInstallation().version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.help)
    .configureHelp(helpWords(texts))
    // Its sentence is in English: `runCommandLine` says it.
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
  addTell(program, frame)
  addRead(program, frame)
  addConvert(program, frame)
  addVerify(program, frame)
  addAsk(program, frame)
  addExplain(program, frame)
  addCompare(program, frame)
  addWatch(program, frame)
  addJobs(program, frame)
  addMetrics(program, frame)
  addStories(program, frame)
  addDocuments(program, frame)
  addShells(program, frame)
  program
    .command('licences')
    .description(help.licences)
    .action(async () => report(await showLicences()))
  return program
}

function addTell(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  const command = program
    .command('tell')
    .description(help.tell.does)
    .argument('<file...>')
    .option('--sheet <name>', help.tell.sheet)
    .addOption(choiceOption(texts, '--format <format>', help.tell.format, exportFormatsOf('story')))
    .option('--out <path>', help.tell.out)
    .option('--force', help.tell.force)
    .addOption(choiceOption(texts, '--language <language>', help.tell.language, languageTags))
    .option('--forget-reading', help.tell.forgetReading)
    .option('--as-one', help.tell.asOne)
    .option('--seed <number>', help.tell.seed, wholeNumber(texts, largestSeed))
    .option('--quick', help.tell.quick)
    .option('--deep', help.tell.deep)
    .addOption(passwordStdinOption(texts))
    .addOption(choiceOption(texts, '--progress <form>', help.tell.progress, progressForms))
    .option('--quiet', help.quiet)
    .addOption(dataDirOption(texts))
  addFocusOptions(command, texts)
  addReadingOptions(command.option('--table <name>', help.tell.table), texts)
  command.action(async (files: string[], options: TellOptions) => report(await tell(files, options)))
}

function addRead(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  const command = program
    .command('read')
    .description(help.read.does)
    .argument('<file>')
    .option('--table <name>', help.read.table)
    .addOption(choiceOption(texts, '--format <format>', help.read.format, exportFormatsOf('sourceTable')))
    .option('--out <path>', help.out)
    .option('--typed', help.read.typed)
    .option('--cells', help.read.cells)
    .option('--explain', help.read.explain)
    .addOption(passwordStdinOption(texts))
  addReadingOptions(command, texts)
  command.action(async (file: string, options: ReadOptions) => report(await read(file, options)))
}

function addConvert(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('convert')
    .description(help.convert.does)
    .argument('<file>')
    .option('--out <folder>', help.convert.out)
    .addOption(passwordStdinOption(texts))
    .addOption(passwordOption(texts))
    .option('--quiet', help.quiet)
    .addOption(formatOption(texts))
    .addOption(dataDirOption(texts))
    .action(async (file: string, options: ConvertOptions) => report(await convert(file, options)))
}

function addVerify(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('verify')
    .description(help.verify.does)
    .argument('<story>', help.verify.story)
    .addOption(formatOption(texts))
    .addOption(dataDirOption(texts))
    .action(async (story: string, options: VerifyOptions) => report(await verify(story, options)))
}

function addWatch(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  const watch = program.command('watch').description(help.watch.does)
  const add = (name: string, description: string): Command =>
    watch
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(formatOption(texts))
      .addOption(dataDirOption(texts))
  add('list', help.watch.list).action(async (options: WatchOptions) => report(await listWatched(options)))
  add('add', help.watch.add)
    .argument('<place>', help.watch.place)
    .action(async (place: string, options: WatchOptions) => report(await addWatched(place, options)))
  add('remove', help.watch.remove)
    .argument('<place>', help.watch.which)
    .action(async (place: string, options: WatchOptions) => report(await removeWatched(place, options)))
}

function addAsk(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('ask')
    .description(help.ask.does)
    .argument('<story>', help.ask.story)
    .argument('<question>', help.ask.question)
    .option('--quiet', help.quiet)
    .addOption(formatOption(texts))
    .addOption(dataDirOption(texts))
    .action(async (story: string, question: string, options: AskOptions) => report(await ask(story, question, options)))
}

function addExplain(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('explain')
    .description(help.explain.does)
    .argument('<story>', help.explain.story)
    .argument('<statement>', help.explain.statement)
    .option('--mark <mark>', help.explain.mark)
    .addOption(formatOption(texts))
    .addOption(dataDirOption(texts))
    .action(async (story: string, statement: string, options: ExplainOptions) =>
      report(await explain(story, statement, options)),
    )
}

function addCompare(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('compare')
    .description(help.compare.does)
    .argument('<before>', help.compare.before)
    .argument('<after>', help.compare.after)
    .addOption(choiceOption(texts, '--format <format>', help.compare.format, ['json', 'txt', 'md']))
    .option('--quiet', help.quiet)
    .addOption(dataDirOption(texts))
    .action(async (before: string, after: string, options: CompareOptions) =>
      report(await compare(before, after, options)),
    )
}

function addShells(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('serve')
    .description(help.serve.does)
    .option('--port <number>', help.serve.port, wholeNumber(texts, largestPort))
    .option('--no-open', help.serve.noOpen)
    .addOption(dataDirOption(texts))
    .action(async ({ port, open, dataDir }: ShellOptions) => {
      const { runBrowserSession } = await import('./browser-session.ts')
      const session = { dataDir: resolveDataDir(dataDir), port: port ?? 0, open: open !== false, files: [] }
      report(await runBrowserSession(session))
    })
  program
    .command('desktop')
    .description(help.desktop.does)
    .argument('[file...]')
    .option('--port <number>', help.desktop.port, wholeNumber(texts, largestPort))
    .option('--no-open', help.desktop.noOpen)
    .addOption(dataDirOption(texts))
    .action(async (files: string[], { port, open, dataDir }: ShellOptions) => {
      const { openDesktop } = await import('./desktop.ts')
      report(await openDesktop(files, { dataDir: resolveDataDir(dataDir), port: port ?? 0, open: open !== false }))
    })
}
