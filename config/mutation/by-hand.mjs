// Changes that an audit made by hand, most of which no tool makes: `npm run mutants -- "by hand"` tries each of them.

const statistics = 'src/workers/analysis/statistics'
const statisticsTests = ['test/unit/workers/analysis/statistics/**/*.test.ts']
const verify = 'src/workers/story/verify'
const verifyTests = ['test/unit/workers/story/verify/*.test.ts']
const delimited = 'src/workers/tables/delimited'
const delimitedTests = [
  'test/unit/workers/tables/delimited/detect*.test.ts',
  'test/unit/workers/tables/delimited/dialect-score.test.ts',
  'test/unit/workers/tables/delimited/tokenizer*.test.ts',
]
const pages = 'src/workers/pages/tables'
const pagesTests = ['test/unit/workers/pages/tables/**/*.test.ts']
const access = 'src/web/access.ts'
const accessTests = ['test/unit/web/request-checks.test.ts', 'test/unit/main/ipc/*.test.ts']

/**
 * @typedef {object} HandMadeChange
 * @property {string} name
 * @property {string} file
 * @property {string} before  Text that stands once in the file.
 * @property {string} after
 * @property {string[]} tests
 */

/** @type {HandMadeChange[]} */
export const handMadeChanges = [
  {
    name: 'verify: a tolerance of 1e-4',
    file: `${verify}/compare.ts`,
    before: 'relativeTolerance = 1e-9',
    after: 'relativeTolerance = 1e-4',
    tests: verifyTests,
  },
  {
    name: 'verify: the first row of many is accepted',
    file: `${verify}/recompute.ts`,
    before: 'if (column?.length === 1)',
    after: 'if (column !== undefined && column.length >= 1)',
    tests: verifyTests,
  },
  {
    name: 'verify: a value no query gives is accepted',
    file: `${verify}/compare.ts`,
    before: 'if (stated === recomputed) return true',
    after: 'if (stated === recomputed || recomputed === null) return true',
    tests: verifyTests,
  },
  {
    name: 'archive: no guard of the unpacked size while reading',
    file: 'src/workers/files/archive.ts',
    before: 'if (total > mayUnpackTo) {',
    after: 'if (total > Number.POSITIVE_INFINITY) {',
    tests: ['test/unit/workers/files/*.test.ts'],
  },
  {
    name: 'archive: no guard of the declared size',
    file: 'src/workers/files/archive.ts',
    before: 'if (entry.uncompressedSize > mayUnpackTo) {',
    after: 'if (entry.uncompressedSize > Number.POSITIVE_INFINITY) {',
    tests: ['test/unit/workers/files/*.test.ts'],
  },
  {
    name: 'archive: the checksum is not compared',
    file: 'src/workers/files/archive.ts',
    before: 'if (entry.crc32 !== 0 && entry.crc32 !== checksum) {',
    after: 'if (entry.crc32 === 1 && entry.crc32 !== checksum) {',
    tests: ['test/unit/workers/files/*.test.ts'],
  },
  {
    name: "Spearman: Fisher's standard error in place of Bonett and Wright's",
    file: `${statistics}/correlation.ts`,
    before: 'Math.sqrt((1 + (rho * rho) / 2) / (n - 3))',
    after: 'Math.sqrt(1 / (n - 3))',
    tests: statisticsTests,
  },
  {
    name: 'Sen: an interval one slope too narrow above',
    file: `${statistics}/theil-sen-slope.ts`,
    before: 'Math.ceil((pairs + reach) / 2) + 1',
    after: 'Math.ceil((pairs + reach) / 2)',
    tests: statisticsTests,
  },
  {
    name: 'Sen: an interval half as wide',
    file: `${statistics}/theil-sen-slope.ts`,
    before: 'Math.sqrt(Math.max(0, variance))',
    after: '0.5 * Math.sqrt(Math.max(0, variance))',
    tests: statisticsTests,
  },
  {
    name: 'Mann–Kendall: never pre-whitened',
    file: `${statistics}/mann-kendall.ts`,
    before: 'if (n >= 60 || autoregression <= 0.5) return result',
    after: 'return result',
    tests: statisticsTests,
  },
  {
    name: 'Mann–Kendall: pre-whitened also where the series is long',
    file: `${statistics}/mann-kendall.ts`,
    before: 'if (n >= 60 || autoregression <= 0.5) return result',
    after: 'if (autoregression <= 0.5) return result',
    tests: statisticsTests,
  },
  {
    name: 'Mann–Kendall: the smaller p of both tests',
    file: `${statistics}/mann-kendall.ts`,
    before: 'Math.max(p, prewhitened.p)',
    after: 'Math.min(p, prewhitened.p)',
    tests: statisticsTests,
  },
  {
    name: 'Mann–Kendall: tests that disagree in sign count as if they agreed',
    file: `${statistics}/mann-kendall.ts`,
    before: 'const agrees = Math.sign(whitenedZ) === Math.sign(z)',
    after: 'const agrees = true',
    tests: statisticsTests,
  },
  {
    name: 'numbers: −0',
    file: 'src/shared/format/numbers.ts',
    before: "value < 0 && options.sign !== 'none' && /[1-9]/.test(text)",
    after: "value < 0 && options.sign !== 'none'",
    tests: ['test/unit/shared/format/numbers.test.ts'],
  },
  {
    name: 'tokenizer: a cell may run on for any number of lines',
    file: `${delimited}/scan-record.ts`,
    before: 'if (breaks > maxLinesInCell)',
    after: 'if (breaks > Number.POSITIVE_INFINITY)',
    tests: delimitedTests,
  },
  {
    name: 'tokenizer: a record without end is no error',
    file: `${delimited}/tokenizer.ts`,
    before: 'this.#rest.length + this.#unseenCharacters > maxRecordCharacters',
    after: 'this.#rest.length > Number.POSITIVE_INFINITY',
    tests: delimitedTests,
  },
  {
    name: 'tokenizer: lines in cells are not counted',
    file: `${delimited}/scan-record.ts`,
    before: 'lines += breaks',
    after: 'lines += 0',
    tests: delimitedTests,
  },
  {
    name: 'tokenizer: a backslash escapes any character',
    file: `${delimited}/scan-record.ts`,
    before: 'if (next === quoteCode || next === backslash) {',
    after: 'if (next === next) {',
    tests: delimitedTests,
  },
  {
    name: 'detector: odd rows halve the score as in the paper',
    file: `${delimited}/dialect-score.ts`,
    before: 'return 2 ** entropy',
    after: 'return entropy === 0 ? 1 : counts.length',
    tests: delimitedTests,
  },
  {
    name: 'detector: stray quotes cost nothing',
    file: `${delimited}/dialect-score.ts`,
    before: '(1 - (0.5 * strayQuotes) / Math.max(1, cells))',
    after: '1',
    tests: delimitedTests,
  },
  {
    name: 'detector: times and dates separate by colon and space',
    file: `${delimited}/detect.ts`,
    before: 'const weakAllowed = !isMeasuredByLine(sample)',
    after: 'const weakAllowed = true',
    tests: delimitedTests,
  },
  {
    name: 'tables on pages: a table of contents is a table',
    file: `${pages}/looks-like-table.ts`,
    before: 'if (isList(body) || isContents(texts) ||',
    after: 'if (isList(body) ||',
    tests: pagesTests,
  },
  {
    name: 'tables on pages: columns that are not aligned are a table',
    file: `${pages}/looks-like-table.ts`,
    before: 'if (alignedShare(grid, groups) < fewestAligned) return false',
    after: '',
    tests: pagesTests,
  },
  {
    name: 'tables on pages: a table goes on over a page between',
    file: `${pages}/join-tables.ts`,
    before: 'last.page + 1 !== next.page || ',
    after: '',
    tests: pagesTests,
  },
  {
    name: 'tables on pages: years over data are data',
    file: `${pages}/headers.ts`,
    before: 'data.every((one) => isYear(one.text) && !isYear(one.below))',
    after: 'false',
    tests: pagesTests,
  },
  {
    name: 'tables on pages: a sentence about a table is its caption',
    file: `${pages}/captions.ts`,
    before: ' && !sentence.test(trimmed)',
    after: '',
    tests: pagesTests,
  },
  {
    name: 'sender: a frame inside the page is heard',
    file: 'src/main/ipc/sender.ts',
    before: ' && frame.parent === null',
    after: '',
    tests: accessTests,
  },
  {
    name: 'sender: any address of our own is our page',
    file: 'src/shared/security/app-address.ts',
    before: " && URL.parse(address)?.pathname === '/index.html'",
    after: '',
    tests: accessTests,
  },
  {
    name: 'addresses: another name of this machine is ours',
    file: access,
    before: "hosts.includes(request.headers.host ?? '')",
    after: '(request.headers.host ?? "").length > 0',
    tests: accessTests,
  },
  {
    name: 'addresses: any origin is ours',
    file: access,
    before: 'request.headers.origin !== undefined && request.headers.origin ===',
    after: 'request.headers.origin !== undefined || request.headers.origin ===',
    tests: accessTests,
  },
  {
    name: 'addresses: a secret works twice',
    file: access,
    before: 'if (isSameSecret(given, secret)) return expiries.delete(secret)',
    after: 'if (isSameSecret(given, secret)) return true',
    tests: accessTests,
  },
]
