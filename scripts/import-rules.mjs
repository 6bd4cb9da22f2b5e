// Turns the layers of config/layers.mjs into verdicts over a tree's imports, type-only ones included, as oxc-parser
// reads them (dependency-cruiser needs the classic TypeScript API, and its swc reader does not know TSX).
import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** @typedef {import('../config/layers.mjs').Layer} Layer */
/** @typedef {{ specifier: string, typeOnly: boolean }} Import */

/**
 * Every module a source names: static imports and re-exports, dynamic imports, `require`, types by `import('…')`.
 * @returns {Import[]}
 */
export function importsOf(file, source) {
  const { program, module, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)
  const found = []
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType })
    }
  }
  new Visitor({
    ImportExpression: ({ source: argument }) => {
      if (argument.type === 'Literal') found.push({ specifier: String(argument.value), typeOnly: false })
    },
    CallExpression: ({ callee, arguments: [argument] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && argument?.type === 'Literal') {
        found.push({ specifier: String(argument.value), typeOnly: false })
      }
    },
    TSImportType: ({ source: argument }) => found.push({ specifier: String(argument.value), typeOnly: true }),
  }).visit(program)
  return found
}

function ownerOf(layers, file) {
  return layers.find((layer) => new RegExp(layer.files).test(file))
}

function packageOf(specifier) {
  const [scope, name] = specifier.split('/')
  return specifier.startsWith('@') ? `${scope}/${name}` : scope
}

/** Why this import is not allowed, or null. `target` is the path from the root of an import by relative path. */
function verdict(layers, layer, file, specifier, target, exists) {
  if (isBuiltin(specifier)) {
    return layer.node ? null : `${file} imports node:${specifier.replace(/^node:/, '')}. ${layer.why}`
  }
  if (target === null) {
    const name = packageOf(specifier)
    return layer.packages.some((pattern) => new RegExp(`^${pattern}$`).test(name))
      ? null
      : `${file} imports the package ${name}. ${layer.why}`
  }
  if (!exists) return `${file} imports ${specifier}, which does not exist.`
  if (/\.(json|css|svg|png|woff2)$/.test(target)) return null
  const owner = ownerOf(layers, target)
  if (owner === undefined) return `${file} imports ${target}, which belongs to no layer.`
  if (owner.name === layer.name || layer.layers.includes(owner.name)) return null
  return `${file} (${layer.name}) imports ${target} (${owner.name}). ${layer.why}`
}

/** Files that reach themselves over imports, type-only ones included, each circle named once. */
function cyclesOf(graph) {
  const state = new Map()
  const cycles = []
  const visit = (file, trail) => {
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') cycles.push([...trail.slice(trail.indexOf(next)), next].join(' -> '))
      else if (!state.has(next)) visit(next, [...trail, next])
    }
    state.set(file, 'done')
  }
  for (const file of graph.keys()) if (!state.has(file)) visit(file, [file])
  return cycles
}

/**
 * @param {string} root Folder that holds `src` and `dev`.
 * @param {Layer[]} layers
 * @returns {{modules: number, imports: number, violations: string[], graph: Map<string, string[]>}} `graph`: file to the files it imports.
 */
export function checkImports(root, layers) {
  const files = globSync('{src,dev}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.split(path.sep).join('/'))
  const violations = []
  const graph = new Map()
  let imports = 0
  for (const file of files.sort()) {
    const layer = ownerOf(layers, file)
    if (layer === undefined) {
      violations.push(`${file} belongs to no layer: give it a place in config/layers.mjs.`)
      continue
    }
    const relative = []
    for (const { specifier: written } of importsOf(file, readFileSync(path.join(root, file), 'utf8'))) {
      imports += 1
      const specifier = written.replace(/\?\w+$/, '')
      const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null
      const exists = target !== null && existsSync(path.join(root, target))
      const violation = verdict(layers, layer, file, specifier, target, exists)
      if (violation !== null) violations.push(violation)
      if (target !== null) relative.push(target)
    }
    graph.set(file, relative)
  }
  for (const cycle of cyclesOf(graph)) violations.push(`These import each other in a circle: ${cycle}`)
  return { modules: graph.size, imports, violations: [...new Set(violations)], graph }
}
