/** The commands that look at what the library has, keep it in order and write it out. */
import type { Command } from 'commander'
import { documentExportFormats, exportFormatsOf } from '../shared/export-formats/formats.ts'
import { jobStatusSchema } from '../shared/job/job.ts'
import { languageTags } from '../shared/texts/languages.ts'
import { type DocumentsOptions, deleteDocument, exportDocument, listDocuments, showDocument } from './documents.ts'
import { addFocusOptions } from './focus-options.ts'
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
import {
  choiceOption,
  dataDirOption,
  type Frame,
  formatOption,
  passwordOption,
  passwordStdinOption,
  wholeNumber,
} from './options.ts'
import { deleteStory, exportStory, listStories, type StoriesOptions, showStory } from './stories.ts'
import { listVersions, type RetellOptions, retellStory } from './versions.ts'

export function addJobs(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  const jobs = program.command('jobs').description(help.jobs.does)
  const add = (name: string, description: string): Command =>
    jobs
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(formatOption(texts))
      .addOption(dataDirOption(texts))
  add('list', help.jobs.list)
    .addOption(choiceOption(texts, '--status <status>', help.jobs.status, jobStatusSchema.options))
    .action(async (options: Parameters<typeof listJobs>[0]) => report(await listJobs(options)))
  add('show', help.jobs.show)
    .argument('<id>')
    .action(async (id: string, options: JobsOptions) => report(await showJob(id, options)))
  add('retry', help.jobs.retry)
    .argument('<id>')
    .addOption(passwordStdinOption(texts))
    .addOption(passwordOption(texts))
    .option('--quiet', help.quiet)
    .action(async (id: string, options: RetryOptions) => report(await retryJob(id, options)))
  add('cancel', help.jobs.cancel)
    .argument('<id>')
    .action(async (id: string, options: JobsOptions) => report(await cancelJob(id, options)))
  add('clean', help.jobs.clean)
    .option('--days <number>', help.jobs.days, wholeNumber(texts, 100_000))
    .option('--failed-days <number>', help.jobs.failedDays, wholeNumber(texts, 100_000))
    .option('--dry-run', help.jobs.dryRun)
    .action(async (options: CleanOptions) => report(await cleanJobs(options)))
}

export function addMetrics(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  program
    .command('metrics')
    .description(help.metrics.does)
    .option('--days <number>', help.metrics.days, wholeNumber(texts, 100_000))
    .addOption(formatOption(texts))
    .addOption(dataDirOption(texts))
    .action(async (options: Parameters<typeof showMetrics>[0]) => report(await showMetrics(options)))
}

export function addStories(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  const stories = program.command('stories').description(help.stories.does)
  const add = (name: string, description: string): Command =>
    stories
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(dataDirOption(texts))
  add('list', help.stories.list)
    .addOption(formatOption(texts))
    .action(async (options: StoriesOptions) => report(await listStories('', options)))
  add('search', help.stories.search)
    .argument('<words...>')
    .addOption(formatOption(texts))
    .action(async (words: string[], options: StoriesOptions) => report(await listStories(words.join(' '), options)))
  add('show', help.stories.show)
    .argument('<id>')
    .addOption(formatOption(texts))
    .action(async (id: string, options: StoriesOptions) => report(await showStory(id, options)))
  add('export', help.stories.export)
    .argument('<id>')
    .addOption(choiceOption(texts, '--format <format>', '', exportFormatsOf('story')).makeOptionMandatory())
    .addOption(choiceOption(texts, '--language <language>', help.stories.language, languageTags))
    .requiredOption('--out <path>', help.out)
    .option('--force', help.tell.force)
    .action(async (id: string, options: Parameters<typeof exportStory>[1]) => report(await exportStory(id, options)))
  add('versions', help.stories.versions)
    .argument('<id>')
    .addOption(formatOption(texts))
    .action(async (id: string, options: StoriesOptions) => report(await listVersions(id, options)))
  const retell = add('retell', help.stories.retell)
    .argument('<id>')
    .option('--as-read', help.stories.asRead)
    .option('--quiet', help.quiet)
    .addOption(formatOption(texts))
  addFocusOptions(retell, texts)
  retell.action(async (id: string, options: RetellOptions) => report(await retellStory(id, options)))
  add('delete', help.stories.delete)
    .argument('<id>')
    .addOption(formatOption(texts))
    .action(async (id: string, options: StoriesOptions) => report(await deleteStory(id, options)))
}

export function addDocuments(program: Command, { report, texts }: Frame): void {
  const { help } = texts.terminal
  const documents = program.command('documents').description(help.documents.does)
  const add = (name: string, description: string): Command =>
    documents
      .command(name, { isDefault: name === 'list' })
      .description(description)
      .addOption(dataDirOption(texts))
  add('list', help.documents.list)
    .addOption(formatOption(texts))
    .action(async (options: DocumentsOptions) => report(await listDocuments('', options)))
  add('search', help.documents.search)
    .argument('<words...>')
    .addOption(formatOption(texts))
    .action(async (words: string[], options: DocumentsOptions) => report(await listDocuments(words.join(' '), options)))
  add('show', help.documents.show)
    .argument('<id>')
    .addOption(formatOption(texts))
    .action(async (id: string, options: DocumentsOptions) => report(await showDocument(id, options)))
  add('export', help.documents.export)
    .argument('<id>')
    .addOption(choiceOption(texts, '--format <format>', '', documentExportFormats).makeOptionMandatory())
    .option('--table <number>', help.documents.table, wholeNumber(texts, 1_000_000))
    .requiredOption('--out <path>', help.out)
    .option('--force', help.tell.force)
    .action(async (id: string, options: Parameters<typeof exportDocument>[1]) =>
      report(await exportDocument(id, options)),
    )
  add('delete', help.documents.delete)
    .argument('<id>')
    .addOption(formatOption(texts))
    .action(async (id: string, options: DocumentsOptions) => report(await deleteDocument(id, options)))
}
