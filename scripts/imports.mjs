// `npm run imports`: checks who imports whom against config/layers.mjs.
import { globSync } from 'node:fs'
import path from 'node:path'
import { layers } from '../config/layers.mjs'
import { checkImports } from './import-rules.mjs'

const root = path.dirname(import.meta.dirname)
const expected = globSync('src/**/*.{ts,tsx}', { cwd: root }).length
const { modules, imports, violations } = await checkImports(root, layers)
for (const violation of violations) process.stderr.write(`  ${violation}\n`)
// A reader that silently finds nothing would pass for ever, so the count is part of the check.
if (modules !== expected) {
  process.stderr.write(`  ${expected} source files, but only ${modules} were read.\n`)
  process.exit(1)
}
process.stdout.write(`${modules} modules, ${imports} imports, ${violations.length} not allowed\n`)
process.exit(violations.length === 0 ? 0 : 1)
