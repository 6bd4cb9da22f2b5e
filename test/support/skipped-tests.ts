/** Finds tests that are written and do not run. */

/** What keeps a test, or all others, from being run, as it is written. `skipIf` is judged by its condition. */
const switches = /\b(?:it|test|describe|suite|bench)\b(?:\.\w+)*?\.(?:skip|only|todo|fails|runIf)\b/gu
const options = /[{,]\s*(?:skip|only|todo|fails)\s*:\s*true\b/gu
const oldNames = /\b(?:xit|xtest|xdescribe|fit|fdescribe)(?:\.\w+)*\(\s*['"`]/gu
const fromWithin = /\b(?:context|ctx|task)\.skip\(/gu
const conditions = /\.skipIf\(((?:[^()]|\([^()]*\))*)\)/gu

/** What a platform lacks, all of it, whatever is installed on it. */
const platform = /^process\.platform [!=]== '\w+'$/u

function isPlatform(condition: string, source: string): boolean {
  if (platform.test(condition)) return true
  const prefix = `const ${condition} = `
  const definition = source.split('\n').find((line) => line.startsWith(prefix))
  return definition !== undefined && platform.test(definition.slice(prefix.length))
}

/** The places in a test's source, as written, by which something may not run for another reason than the platform. */
export function skippedTests(source: string): string[] {
  const outright = [switches, options, oldNames, fromWithin].flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([written]) => written),
  )
  const conditional = [...source.matchAll(conditions)].filter(([, condition = '']) => !isPlatform(condition, source))
  return [...outright, ...conditional.map(([written]) => written)]
}
