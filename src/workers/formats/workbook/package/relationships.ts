/** Relationships between the parts of a package (ECMA-376 part 2): which part is the workbook, which are its sheets. */
import path from 'node:path'
import type { Archive } from '../../../files/archive.ts'
import { visitPart } from './small-part.ts'

export interface Relationship {
  readonly id: string
  /** The last segment of the type: `worksheet`, `sharedStrings`; the same in transitional and strict workbooks. */
  readonly type: string
  /** A name of a part in the archive. */
  readonly target: string
}

/** Those of `part`, or of the whole package for an empty name. None when there is no such part. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = path.posix.dirname(part)
  const file = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`)
  const relationships: Relationship[] = []
  if (!archive.has(file)) return relationships
  await visitPart(archive, file, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode')?.toLowerCase() === 'external') return
      const target = attributes.get('Target')
      if (target === undefined) return
      relationships.push({
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
        target: resolveTarget(archive, folder, target),
      })
    },
  })
  return relationships
}

/** Relative to the folder of the part that refers, or absolute. Writers differ in slashes and in escaping. */
function resolveTarget(archive: Archive, folder: string, target: string): string {
  const slashed = target.replaceAll('\\', '/').replace(/[?#].*$/, '')
  const candidates = [resolve(folder, slashed), resolve(folder, unescaped(slashed)), resolve('', slashed)]
  return candidates.find((candidate) => archive.has(candidate)) ?? resolve(folder, slashed)
}

function resolve(folder: string, target: string): string {
  // Joining to the root first keeps `..` from leaving the archive.
  return path.posix.join('/', target.startsWith('/') ? target : path.posix.join(folder, target)).slice(1)
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target // A stray percent sign: the name is meant as it stands.
  }
}
