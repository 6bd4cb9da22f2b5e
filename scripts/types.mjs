// Type-checks each environment on its own: what a window may name differs from what a worker may.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { typesMemory } from './types-memory.mjs'

const root = path.dirname(import.meta.dirname)
const environments = ['node', 'web', 'preload', 'test']
// `--whole` forgets what is known from the last time.
const memoryFolder = typesMemory(root, process.argv.includes('--whole'))
let failed = false
for (const environment of environments) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const project = path.join(root, `config/tsconfig.${environment}.json`)
  const memory = path.join(memoryFolder, `${environment}.tsbuildinfo`)
  const args = [compiler, '-p', project, '--incremental', '--tsBuildInfoFile', memory]
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  failed ||= result.status !== 0
}
process.exit(failed ? 1 : 0)
