/** How often a kind is said, by the size of what was planted, the noise around it and the number of rows. */
import { type PlantedKind, type Planting, shareOf } from './plant.ts'

export class SaidByNoise {
  readonly #kind: PlantedKind
  readonly #cells = new Map<string, { tables: number; said: number }>()

  constructor(kind: PlantedKind) {
    this.#kind = kind
  }

  count(planting: Planting, said: boolean): void {
    const cell = this.#cells.get(keyOf(planting)) ?? { tables: 0, said: 0 }
    this.#cells.set(keyOf(planting), { tables: cell.tables + 1, said: cell.said + (said ? 1 : 0) })
  }

  /** A line for each noise, a column for each effect and number of rows; none where there is only one of both. */
  text(): string {
    const { noises, effects, sizes, provable } = this.#kind
    if (noises.length * sizes.length < 2) return ''
    const columns = effects.flatMap((effect) => sizes.map((n) => ({ effect, n })))
    const head = columns.map(({ effect, n }) => `${effect}x${n}`.padStart(8)).join('')
    const lines = noises.flatMap((noise) => {
      const said = columns.map((column) => this.#share({ ...column, noise }))
      const bound = columns.map((column) => provable?.({ ...column, noise }).toFixed(2) ?? '')
      return [line(noise, said), ...(provable === undefined ? [] : [line('  at most', bound)])]
    })
    return [`    ${'effect x rows'.padEnd(20)}${head}`, ...lines, ''].join('\n')
  }

  #share(planting: Planting): string {
    const { said, tables } = this.#cells.get(keyOf(planting)) ?? { said: 0, tables: 0 }
    return shareOf(said, tables)
  }
}

const keyOf = ({ effect, noise, n }: Planting): string => JSON.stringify([effect, noise, n])
const line = (name: string, cells: readonly string[]): string =>
  `    ${name.padEnd(20)}${cells.map((cell) => cell.padStart(8)).join('')}`
