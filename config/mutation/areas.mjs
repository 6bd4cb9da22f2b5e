// What `npm run mutants` changes, by area, and which tests have to notice. All paths of mutation testing are here.

/**
 * @typedef {object} Area
 * @property {string} name
 * @property {string[]} mutate  Globs of the sources that are changed one place at a time; `!` takes away.
 * @property {string[]} tests   Globs of the test files that are run; of these, only those that import a changed source.
 */

/** The share of changes, in percent, that the tests of each area have to notice. */
export const aim = 85

/** @type {Area[]} */
export const areas = [
  {
    name: 'statistics',
    mutate: ['src/workers/analysis/statistics/*.ts'],
    tests: ['test/unit/workers/analysis/statistics/**/*.test.ts'],
  },
  {
    name: 'multiplicity',
    mutate: ['src/workers/analysis/control.ts'],
    tests: ['test/unit/workers/analysis/control.test.ts'],
  },
  {
    name: 'numbers',
    mutate: ['src/shared/format/numbers.ts', 'src/workers/tables/columns/numbers.ts'],
    tests: ['test/unit/shared/format/*.test.ts', 'test/unit/workers/tables/columns/*.test.ts'],
  },
  {
    name: 'verify',
    mutate: ['src/workers/story/verify/*.ts', '!src/workers/story/verify/verify.ts'],
    tests: ['test/unit/workers/story/verify/*.test.ts'],
  },
  {
    // Its tests store tables and query them: slow, so apart from what they rest on.
    name: 'verify on tables',
    mutate: ['src/workers/story/verify/verify.ts'],
    tests: ['test/integration/workers/verify.test.ts'],
  },
  {
    name: 'delimited',
    mutate: [
      'src/workers/tables/delimited/scan-record.ts',
      'src/workers/tables/delimited/tokenizer.ts',
      'src/workers/tables/delimited/detect.ts',
      'src/workers/tables/delimited/dialect-score.ts',
      'src/workers/tables/delimited/lone-returns.ts',
      'src/workers/tables/delimited/quotings.ts',
    ],
    tests: [
      'test/unit/workers/tables/delimited/detect*.test.ts',
      'test/unit/workers/tables/delimited/dialect-score.test.ts',
      'test/unit/workers/tables/delimited/lone-returns.test.ts',
      'test/unit/workers/tables/delimited/quotings.test.ts',
      'test/unit/workers/tables/delimited/one-column.test.ts',
      'test/unit/workers/tables/delimited/tokenizer.test.ts',
      'test/unit/workers/tables/delimited/tokenizer-cases.test.ts',
    ],
  },
  {
    name: 'labelled files',
    mutate: [
      'src/workers/formats/labelled/titles.ts',
      'src/workers/formats/spss/*.ts',
      'src/workers/formats/stata/*.ts',
      '!src/workers/formats/spss/convert-spss.ts',
      '!src/workers/formats/spss/reader.ts',
      '!src/workers/formats/stata/convert-stata.ts',
      '!src/workers/formats/stata/reader.ts',
    ],
    tests: [
      'test/unit/workers/formats/labelled/*.test.ts',
      'test/unit/workers/formats/spss/*.test.ts',
      'test/unit/workers/formats/stata/*.test.ts',
    ],
  },
  {
    // Its tests convert whole files: slow, so apart from what they rest on.
    name: 'labelled tables',
    mutate: [
      'src/workers/formats/labelled/convert-labelled.ts',
      'src/workers/formats/labelled/reading-fault.ts',
      'src/workers/formats/spss/convert-spss.ts',
      'src/workers/formats/stata/convert-stata.ts',
    ],
    tests: [
      'test/integration/convert/labelled.test.ts',
      'test/integration/convert/spss.test.ts',
      'test/integration/convert/stata.test.ts',
    ],
  },
  {
    name: 'total rows',
    mutate: ['src/workers/analysis/total-rows.ts', 'src/workers/analysis/find-totals.ts'],
    tests: [
      'test/unit/workers/analysis/total-rows.test.ts',
      'test/integration/workers/insights/totals-set-aside.test.ts',
    ],
  },
  {
    name: 'archive',
    mutate: ['src/workers/files/archive.ts'],
    tests: ['test/unit/workers/files/*.test.ts'],
  },
  {
    name: 'sanitiser',
    mutate: ['src/workers/pages/flow/sanitise.ts', 'src/workers/pages/flow/safe-markup.ts'],
    tests: ['test/unit/workers/pages/flow/*.test.ts'],
  },
  {
    name: 'addresses',
    mutate: ['src/main/ipc/sender.ts', 'src/shared/security/app-address.ts', 'src/web/access.ts'],
    tests: ['test/unit/web/request-checks.test.ts', 'test/unit/main/ipc/*.test.ts'],
  },
  {
    name: 'tables on pages',
    mutate: ['src/workers/pages/tables/*.ts'],
    tests: ['test/unit/workers/pages/tables/**/*.test.ts'],
  },
]
