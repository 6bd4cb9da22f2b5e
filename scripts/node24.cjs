// `node scripts/node24.cjs FILE [ARG...]` runs FILE under Node 24, whatever Node runs this:
// the current one when it is new enough, else the pinned one. `@name` stands for a package's binary.
'use strict'

const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { findPinnedNode } = require('./pinned-node.cjs')

const root = path.dirname(__dirname)
const [target, ...rest] = process.argv.slice(2)
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : findPinnedNode(root)
if (node === null) {
  process.stderr.write(`Node 24 is needed; this is ${process.version}, and no pinned Node is installed.\n`)
  process.exit(1)
}

function resolveTarget(name) {
  if (!name.startsWith('@')) return path.resolve(name)
  return fs.realpathSync(path.join(root, 'node_modules', '.bin', name.slice(1)))
}

const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` }
const child = spawn(node, [resolveTarget(target), ...rest], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal)
  else process.exit(code ?? 1)
})
