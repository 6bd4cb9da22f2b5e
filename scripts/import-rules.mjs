// Turns the layers of config/layers.mjs into verdicts over a tree's imports, as dependency-cruiser reads them
// (with @swc/core, type-only imports included).
import path from 'node:path'
import { cruise } from 'dependency-cruiser'

/** @typedef {import('../config/layers.mjs').Layer} Layer */

function ownerOf(layers, file) {
  return layers.find((layer) => new RegExp(layer.files).test(file))
}

function packageOf(specifier) {
  const [scope, name] = specifier.split('/')
  return specifier.startsWith('@') ? `${scope}/${name}` : scope
}

function verdict(layers, layer, file, dependency) {
  const { module: specifier, resolved, coreModule, couldNotResolve } = dependency
  if (coreModule || specifier.startsWith('node:')) {
    return layer.node ? null : `${file} imports node:${specifier.replace(/^node:/, '')}. ${layer.why}`
  }
  const isOwnSource = specifier.startsWith('.') || specifier.startsWith('/')
  if (!isOwnSource) {
    const name = packageOf(specifier)
    return layer.packages.some((pattern) => new RegExp(`^${pattern}$`).test(name))
      ? null
      : `${file} imports the package ${name}. ${layer.why}`
  }
  if (couldNotResolve) return `${file} imports ${specifier}, which does not exist.`
  if (!resolved.startsWith('src/')) {
    return /\.(json|css|svg|png|woff2)$/.test(resolved) || resolved === 'package.json'
      ? null
      : `${file} imports ${resolved}, outside src. ${layer.why}`
  }
  const target = ownerOf(layers, resolved)
  if (target === undefined) return `${file} imports ${resolved}, which belongs to no layer.`
  if (target.name === layer.name || layer.layers.includes(target.name)) return null
  return `${file} (${layer.name}) imports ${resolved} (${target.name}). ${layer.why}`
}

/**
 * @param {string} root Folder that holds `src`.
 * @param {Layer[]} layers
 * @returns {Promise<{modules: number, imports: number, violations: string[]}>}
 */
export async function checkImports(root, layers) {
  const result = await cruise(['src'], {
    baseDir: root,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|svg|png|html)$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    parser: 'swc',
  })
  const modules = result.output.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source))
  const violations = []
  let imports = 0
  for (const module of modules) {
    const file = module.source.split(path.sep).join('/')
    const layer = ownerOf(layers, file)
    if (layer === undefined) {
      violations.push(`${file} belongs to no layer: give it a place in config/layers.mjs.`)
      continue
    }
    for (const dependency of module.dependencies) {
      imports += 1
      const violation = verdict(layers, layer, file, dependency)
      if (violation !== null) violations.push(violation)
      if (dependency.circular && !dependency.typeOnly && !dependency.dependencyTypes.includes('type-only')) {
        violations.push(`${file} and ${dependency.resolved} import each other (a cycle).`)
      }
    }
  }
  return { modules: modules.length, imports, violations: [...new Set(violations)] }
}
