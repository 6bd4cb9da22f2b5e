/** The commands and their options. Scripts rely on them: they are changed only by adding. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { resolveDataDir } from '../main/engine.ts'
import { documentExportFormats, exportFormatsOf } from '../shared/export-formats/formats.ts'
import { namesWithEndingsOf } from '../shared/file-formats/formats.ts'
import { jobStatusSchema } from '../shared/job/job.ts'
import { columnRoleSchema, columnTypeSchema } from '../shared/story/table.ts'
import { type ConvertOptions, convert } from './convert.ts'
import { type DocumentsOptions, deleteDocument, exportDocument, listDocuments, showDocument } from './documents.ts'
import { findInstallation } from './installation.ts'
import {
  type CleanOptions,
  cancelJob,
  cleanJobs,
  type JobsOptions,
  listJobs,
  type RetryOptions,
  retryJob,
  showJob,
  showMetrics,
} from './jobs.ts'
import { showLicences } from './licences.ts'
import { progressForms } from './progress.ts'
import { type ReadOptions, read } from './read.ts'
import { addReadingOptions } from './reading-options.ts'
import { deleteStory, exportStory, listStories, type StoriesOptions, showStory } from './stories.ts'
import { type TellOptions, tell } from './tell.ts'
import { type VerifyOptions, verify } from './verify.ts'

type Report = (status: number) => void

interface ShellOptions {
  readonly port?: number
  readonly open?: boolean
  readonly dataDir?: string
}

const largestSeed = 2_147_483_647
const largestPort = 65_535

/** Each command reports the status the process shall end with. */
export function createProgram(report: Report): Command {
  const program = new Command('storyglass')
  program
    .description(
      `Tells what is in your data: a story with its evidence, on your own machine. Reads tables (${namesWithEndingsOf('story').join(', ')}) and documents (${namesWithEndingsOf('document').join(', ')}).`,
    )
    .version(findInstallation().version)
    .showHelpAfterError('(run with --help for the commands and their options)')
    .exitOverride()
  addTell(program, report)
  addRead(program, report)
  addConvert(program, report)
  addVerify(program, report)
  addJobs(program, report)
  addMetrics(program, report)
  addStories(program, report)
  addDocuments(program, report)
  addShells(program, report)
  program
    .command('licences')
    .description('whose software this one contains, and under which terms')
    .action(async () => report(await showLicences()))
  return program
}

/** Each use of an option adds to those before. */
function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function addTell(program: Command, report: Report): void {
  const command = program
    .command('tell')
    .description('tell the story of each file, table or document, and keep it in the library')
    .argument('<file...>')
    .option('--sheet <name>', 'only this sheet of a workbook, or this file of an archive')
    .addOption(new Option('--format <format>', 'form of the story').choices(exportFormatsOf('story')))
    .option('--out <path>', 'where to write it; a folder for several files')
    .option(
      '--role <column=role>',
      `what a column is for: ${columnRoleSchema.options.join(', ')}; repeatable`,
      collected,
      [],
    )
    .option(
      '--type <column=type>',
      `what the values of a column are read as: ${columnTypeSchema.options.join(', ')}; repeatable`,
      collected,
      [],
    )
    .option('--unit <column=unit>', 'what a column is measured in (kg, EUR, %); repeatable', collected, [])
    .option('--where <condition>', 'only these rows: "region = North and (age >= 30 or age is missing)"')
    .option('--ignore <column>', 'leave a column out of the analysis; repeatable', collected, [])
    .option('--target <column>', 'the column the story should be about')
    .option('--forget-reading', 'what was told of files of the same columns before holds no longer')
    .option('--as-one', 'several files of the same columns, or those of a folder, as one table')
    .option('--seed <number>', 'for what is drawn at random', wholeNumber(largestSeed))
    .option('--quick', 'leave costly detectors out')
    .option('--deep', 'look further than a first reading needs')
    .addOption(passwordStdinOption())
    .addOption(
      new Option('--progress <form>', 'json: every event on standard error, one a line').choices(progressForms),
    )
    .option('--quiet', 'no progress')
    .addOption(dataDirOption())
  addReadingOptions(command.option('--table <name>', 'only this table of a file that holds several'))
  command.action(async (files: string[], options: TellOptions) => report(await tell(files, options)))
}

function addRead(program: Command, report: Report): void {
  const command = program
    .command('read')
    .description('write a table of a file as it was understood')
    .argument('<file>')
    .option('--table <name>', 'which one; the first if left out')
    .addOption(new Option('--format <format>', 'csv if left out').choices(exportFormatsOf('sourceTable')))
    .option('--out <path>', 'where to write it')
    .option('--typed', 'values as understood, not as they stood')
    .option('--cells', 'every cell of a workbook')
    .option('--explain', 'how each table is read, and why, instead of a table')
    .addOption(passwordStdinOption())
  addReadingOptions(command)
  command.action(async (file: string, options: ReadOptions) => report(await read(file, options)))
}

function addConvert(program: Command, report: Report): void {
  program
    .command('convert')
    .description('read a document page by page, and keep it in the library')
    .argument('<file>')
    .option('--out <folder>', 'where document.json and the images go; a new or an empty one')
    .addOption(passwordStdinOption())
    .addOption(passwordOption())
    .option('--quiet', 'no progress')
    .addOption(formatOption())
    .addOption(dataDirOption())
    .action(async (file: string, options: ConvertOptions) => report(await convert(file, options)))
}

function addVerify(program: Command, report: Report): void {
  program
    .command('verify')
    .description('recompute every number of a story from its evidence')
    .argument('<story>', 'its id, or a file with its JSON')
    .addOption(formatOption())
    .addOption(dataDirOption())
    .action(async (story: string, options: VerifyOptions) => report(await verify(story, options)))
}

function addJobs(program: Command, report: Report): void {
  const jobs = program.command('jobs').description('the queue')
  const add = (name: string, description: string): Command =>
    jobs
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(formatOption())
      .addOption(dataDirOption())
  add('list', 'all jobs, newest first')
    .addOption(new Option('--status <status>', 'only these').choices(jobStatusSchema.options))
    .action(async (options: Parameters<typeof listJobs>[0]) => report(await listJobs(options)))
  add('show', 'one job and what happened to it')
    .argument('<id>')
    .action(async (id: string, options: JobsOptions) => report(await showJob(id, options)))
  add('retry', 'run a failed or cancelled job again, from where it was')
    .argument('<id>')
    .addOption(passwordStdinOption())
    .addOption(passwordOption())
    .option('--quiet', 'no progress')
    .action(async (id: string, options: RetryOptions) => report(await retryJob(id, options)))
  add('cancel', 'take a job out of the queue')
    .argument('<id>')
    .action(async (id: string, options: JobsOptions) => report(await cancelJob(id, options)))
  add('clean', 'remove jobs that ended long ago and that no story or document needs')
    .option('--days <number>', 'completed and cancelled ones older than this (30)', wholeNumber(100_000))
    .option('--failed-days <number>', 'failed ones older than this (90)', wholeNumber(100_000))
    .option('--dry-run', 'only say what would be removed')
    .action(async (options: CleanOptions) => report(await cleanJobs(options)))
}

function addMetrics(program: Command, report: Report): void {
  program
    .command('metrics')
    .description('success rate, times, queue depth and failures')
    .option('--days <number>', 'over this many days (90)', wholeNumber(100_000))
    .addOption(formatOption())
    .addOption(dataDirOption())
    .action(async (options: Parameters<typeof showMetrics>[0]) => report(await showMetrics(options)))
}

function addStories(program: Command, report: Report): void {
  const stories = program.command('stories').description('the library')
  const add = (name: string, description: string): Command =>
    stories
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(dataDirOption())
  add('list', 'all stories, newest first')
    .addOption(formatOption())
    .action(async (options: StoriesOptions) => report(await listStories('', options)))
  add('search', 'stories with all of these words')
    .argument('<words...>')
    .addOption(formatOption())
    .action(async (words: string[], options: StoriesOptions) => report(await listStories(words.join(' '), options)))
  add('show', 'one story')
    .argument('<id>')
    .addOption(formatOption())
    .action(async (id: string, options: StoriesOptions) => report(await showStory(id, options)))
  add('export', 'write a story to a file')
    .argument('<id>')
    .addOption(new Option('--format <format>').choices(exportFormatsOf('story')).makeOptionMandatory())
    .requiredOption('--out <path>', 'where to write it')
    .action(async (id: string, options: Parameters<typeof exportStory>[1]) => report(await exportStory(id, options)))
  add('delete', 'remove a story and its stored tables')
    .argument('<id>')
    .addOption(formatOption())
    .action(async (id: string, options: StoriesOptions) => report(await deleteStory(id, options)))
}

function addDocuments(program: Command, report: Report): void {
  const documents = program.command('documents').description('the library: what was read as documents')
  const add = (name: string, description: string): Command =>
    documents
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(dataDirOption())
  add('list', 'all documents, newest first')
    .addOption(formatOption())
    .action(async (options: DocumentsOptions) => report(await listDocuments('', options)))
  add('search', 'documents with all of these words on a page')
    .argument('<words...>')
    .addOption(formatOption())
    .action(async (words: string[], options: DocumentsOptions) => report(await listDocuments(words.join(' '), options)))
  add('show', 'what one document says')
    .argument('<id>')
    .addOption(formatOption())
    .action(async (id: string, options: DocumentsOptions) => report(await showDocument(id, options)))
  add('export', 'write a document, or one of its tables, to a file')
    .argument('<id>')
    .addOption(new Option('--format <format>').choices(documentExportFormats).makeOptionMandatory())
    .option('--table <number>', 'which table, from 1; the whole document if left out', wholeNumber(1_000_000))
    .requiredOption('--out <path>', 'where to write it')
    .action(async (id: string, options: Parameters<typeof exportDocument>[1]) =>
      report(await exportDocument(id, options)),
    )
  add('delete', 'remove a document and its files')
    .argument('<id>')
    .addOption(formatOption())
    .action(async (id: string, options: DocumentsOptions) => report(await deleteDocument(id, options)))
}

function addShells(program: Command, report: Report): void {
  program
    .command('serve')
    .description('open the window in a browser, served on this machine only')
    .option('--port <number>', 'any free one if left out', wholeNumber(largestPort))
    .option('--no-open', 'only print the address')
    .addOption(dataDirOption())
    .action(async ({ port, open, dataDir }: ShellOptions) => {
      const { runBrowserSession } = await import('./browser-session.ts')
      const session = { dataDir: resolveDataDir(dataDir), port: port ?? 0, open: open !== false, files: [] }
      report(await runBrowserSession(session))
    })
  program
    .command('desktop')
    .description('open the window, on the story of the first file')
    .argument('[file...]')
    .option('--port <number>', 'of the browser shell, should Electron not be had', wholeNumber(largestPort))
    .option('--no-open', 'do not open a browser then')
    .addOption(dataDirOption())
    .action(async (files: string[], { port, open, dataDir }: ShellOptions) => {
      const { openDesktop } = await import('./desktop.ts')
      report(await openDesktop(files, { dataDir: resolveDataDir(dataDir), port: port ?? 0, open: open !== false }))
    })
}

function dataDirOption(): Option {
  return new Option('--data-dir <folder>', 'folder of the library').env('STORYGLASS_DATA_DIR')
}

function passwordStdinOption(): Option {
  return new Option('--password-stdin', 'read the password of a protected file from standard input')
}

/** Kept for scripts that have it. */
function passwordOption(): Option {
  return new Option('--password <text>', 'of a protected document; other users of the machine can list it').hideHelp()
}

function formatOption(): Option {
  return new Option('--format <format>', 'json for scripts').choices(['json', 'text'])
}

function wholeNumber(largest: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value > largest) {
      throw new InvalidArgumentError(`It takes a whole number from 0 to ${largest}.`)
    }
    return value
  }
}
