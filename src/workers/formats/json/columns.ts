/** The columns a list of records gives, and what is said of those that were not read as they stand. */
import { type Note, note } from '../../../shared/story/note.ts'
import { type UniqueNames, uniqueNames } from '../../tables/columns/names.ts'
import { type Field, leavesOf } from './fields.ts'
import type { RecordShape } from './layout.ts'

export interface JsonColumn {
  /** Unique in the table. */
  readonly name: string
  /** Null for the name that a record stands under. */
  readonly field: Field | null
  /** Of a field that holds the coordinates of a point, the one of them that it is. */
  readonly coordinate: number | null
}

export interface JsonColumns {
  readonly columns: readonly JsonColumn[]
  readonly notes: readonly Note[]
}

/** The path whose texts decide how geometries are read. */
export const geometryType = ['geometry', 'type'] as const

/** `valueName`: what records that are no objects are called. */
export function columnsOf(root: Field, shape: RecordShape, valueName: string): JsonColumns {
  const wanted: JsonColumn[] = shape === 'named' ? [{ name: 'key', field: null, coordinate: null }] : []
  wanted.push(...(shape === 'features' ? ofFeatures(root) : leavesOf(root).map(asItStands)))
  // Records that are no objects have no names.
  if (root.texts + root.plain + root.lists > 0) wanted.push({ name: valueName, field: root, coordinate: null })
  const unique: UniqueNames = uniqueNames(wanted.map(({ name }) => name))
  const columns = wanted.map((one, index) => ({ ...one, name: unique.names[index] ?? one.name }))
  return {
    columns,
    notes: [...unique.notes, ...columns.flatMap(({ name, field }) => noteOf(name, field, shape)), ...repeatNotes(root)],
  }
}

function asItStands(field: Field): JsonColumn {
  return { name: field.path.join('.'), field, coordinate: null }
}

/** Properties go by their own names; a point is two numbers, any other geometry a text. */
function ofFeatures(root: Field): JsonColumn[] {
  return root.children.flatMap((field): JsonColumn[] => {
    if (field.key === 'type' && field.objects + field.lists === 0) return []
    if (field.key === 'properties') {
      return leavesOf(root)
        .filter((leaf) => leaf.path[0] === 'properties')
        .map((leaf) => ({ name: leaf.path.slice(1).join('.') || 'properties', field: leaf, coordinate: null }))
    }
    if (field.key !== 'geometry') return leavesUnder(root, field)
    const coordinates = pointCoordinates(field)
    if (coordinates === null) {
      field.whole = true
      return [asItStands(field)]
    }
    return ['lon', 'lat'].map((name, coordinate) => ({ name, field: coordinates, coordinate }))
  })
}

function leavesUnder(root: Field, top: Field): JsonColumn[] {
  return leavesOf(root)
    .filter((leaf) => leaf.path[0] === top.key)
    .map(asItStands)
}

/** Null where there is any other geometry than points. */
function pointCoordinates(geometry: Field): Field | null {
  const kinds = geometry.children.find(({ key }) => key === 'type')?.watched
  const coordinates = geometry.children.find(({ key }) => key === 'coordinates') ?? null
  const isPoints = kinds !== undefined && kinds !== null && kinds.size === 1 && kinds.has('Point')
  const isPlain = coordinates !== null && coordinates.objects + coordinates.texts + coordinates.plain === 0
  return isPoints && isPlain && geometry.lists + geometry.texts + geometry.plain === 0 ? coordinates : null
}

function noteOf(name: string, field: Field | null, shape: RecordShape): Note[] {
  if (field === null) return []
  const isFigures = shape === 'named' && field.objects + field.lists + field.texts === 0
  if (field.parent === null) return isFigures ? [] : [note('databases.noObjects', { name })]
  const isGeometry = field.key === 'coordinates' && field.parent.key === 'geometry'
  if (isGeometry) return []
  if (field.objects > 0 && field.texts + field.plain + field.lists > 0) {
    return [note('columns.in', { name, what: note('columns.severalKinds') })]
  }
  if (field.lists > 0 || (field.objects > 0 && field.children.length > 0)) {
    return [note('columns.in', { name, what: note('columns.partsOfTheirOwn') })]
  }
  return []
}

function repeatNotes(root: Field): Note[] {
  const all = (field: Field): Field[] => [...field.children, ...field.children.flatMap(all)]
  return all(root)
    .filter(({ repeats }) => repeats > 0)
    .slice(0, 5)
    .map((field) => note('databases.repeatedKey', { name: field.path.join('.'), count: field.repeats }))
}
