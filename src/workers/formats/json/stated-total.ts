/** How many records there are in all, where the answer of a service says so beside a list that may be one page of them. */
import type { Member } from './outline.ts'

export interface StatedTotal {
  /** As it stands in the file, with what it stands in: `meta.total`. */
  readonly name: string
  readonly total: number
}

const totalNames =
  /^(?:total[_-]?(?:count|results?|records|rows|items|elements|hits)|records[_-]?total|num[_-]?(?:found|results))$/iu
/** May as well be a sum of money or what a single record counts: only beside words of a page. */
const shortNames = /^(?:total|count)$/iu
const pageNames =
  /^(?:pages?|per[_-]?page|page[_-]?(?:size|count|number)|total[_-]?pages|limit|offset|start|next|previous|cursor)$/iu

/** `members` are those of the object beside the list, or around it. Null where nothing says it, or two do differently. */
export function statedTotal(bytes: Buffer, members: readonly Member[]): StatedTotal | null {
  const beside = members.filter(({ path }) => path.length <= 2)
  const nameOf = ({ path }: Member): string => path.at(-1) ?? ''
  const isPaged = beside.some((one) => pageNames.test(nameOf(one)))
  const found = beside.flatMap((one): StatedTotal[] => {
    const isTotal = totalNames.test(nameOf(one)) || (isPaged && shortNames.test(nameOf(one)))
    if (!isTotal || one.kind === 'list' || one.kind === 'object' || one.to === null) return []
    // Some services write numbers as texts.
    const text = bytes.toString('latin1', one.from, one.to).replaceAll('"', '')
    return /^\d{1,12}$/u.test(text) ? [{ name: one.path.join('.'), total: Number(text) }] : []
  })
  const [first] = found
  return first !== undefined && found.every(({ total }) => total === first.total) ? first : null
}
