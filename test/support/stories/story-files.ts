/** The files whose stories are held to `sound-story.ts`. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { vegaFolder } from '../analysis.ts'
import { projectRoot } from '../command-line.ts'
import { largeCorpus } from '../corpora.ts'

const tables = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:csv|xlsx)$/.test(name))
    .map((name) => path.join(folder, name))
const byOthers = (...names: readonly string[]): string[] => names.map((name) => path.join(vegaFolder, name))

/**
 * For every change: the samples, and of tables by others one of a kind: several series along time, groups and measures
 * of single things, with gaps, a small table, days of one place, shares of a whole.
 */
export const representativeFiles: readonly string[] = [
  ...tables(path.join(projectRoot, 'resources/samples')),
  ...byOthers(
    'barley.json',
    'cars.json',
    'disasters.csv',
    'iowa-electricity.csv',
    'movies.json',
    'obesity.json',
    'seattle-weather.csv',
  ),
]

/** The other tables by others. */
export const furtherFiles: readonly string[] = byOthers(
  'burtin.json',
  'co2-concentration.csv',
  'crimea.json',
  'gapminder-health-income.csv',
  'penguins.json',
  'unemployment-across-industries.json',
  'us-employment.csv',
)

const corpus = largeCorpus('stories')
/** Beside the repository; empty where nothing is. */
export const knownFiles: readonly string[] = corpus === null ? [] : tables(path.join(corpus, 'known'))
