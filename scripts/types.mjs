// Type-checks each environment on its own: what a window may name differs from what a worker may.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const environments = ['node', 'web', 'preload', 'test']
let failed = false
for (const environment of environments) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const project = path.join(root, `config/tsconfig.${environment}.json`)
  // What has not changed since the last time is not looked at again.
  const memory = path.join(root, `node_modules/.cache/types/${environment}.tsbuildinfo`)
  const args = [compiler, '-p', project, '--incremental', '--tsBuildInfoFile', memory]
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  failed ||= result.status !== 0
}
process.exit(failed ? 1 : 0)
