// `npm run imports`: checks who imports whom against config/layers.mjs.
import path from 'node:path'
import { layers } from '../config/layers.mjs'
import { checkImports } from './import-rules.mjs'

const { modules, imports, violations } = checkImports(path.dirname(import.meta.dirname), layers)
for (const violation of violations) process.stderr.write(`  ${violation}\n`)
process.stdout.write(`${modules} modules, ${imports} imports, ${violations.length} not allowed\n`)
// A reader that silently finds nothing would pass for ever.
process.exit(violations.length === 0 && imports > modules ? 0 : 1)
