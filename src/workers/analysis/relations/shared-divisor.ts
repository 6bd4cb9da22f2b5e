/** Columns divided by the same thing go together by arithmetic: found by their names, and by quotients that are exact. */
import { nameWords, placeOfPer } from '../profile/name-words.ts'
import type { Relation, SharedDivisor } from './relation.ts'

/** Words for the number of people, which names of rates and names of columns call differently. */
const people = new Set(
  `capita person head inhabitant resident citizen population pop people einwohner kopf habitant habitante abitante`.split(
    /\s+/,
  ),
)

/** Units of fixed size: what is counted per day or per litre is not divided by a column that varies. */
const units = new Set(
  `second minute hour day week month quarter year decade night shift metre meter km kilometre kilometer mile foot inch
  gallon litre liter pint kg kilogram gram ton tonne pound ounce unit serving piece item cent dollar euro sekunde stunde
  tag woche monat quartal jahr stuck quadratmeter heure jour semaine moi an annee hora dia semana mes ano giorno mese
  anno`.split(/\s+/),
)

/** Groups of two columns or more with one divisor, or of one with its divisor. */
export function sharedDivisors(names: readonly string[], relations: readonly Relation[]): SharedDivisor[] {
  const groups = new Map<string, { quotients: string[]; word: string }>()
  for (const name of names) {
    const words = nameWords(name)
    const per = placeOfPer(words)
    // Of `per 1000 inhabitants`, the inhabitants.
    const word = per < 0 ? undefined : words.slice(per + 1).findLast((one) => /\p{L}/u.test(one))
    if (word === undefined || units.has(singularOf(word))) continue
    const key = keyOf(word)
    const group = groups.get(key) ?? { quotients: [], word }
    group.quotients.push(name)
    groups.set(key, group)
  }
  const byName = [...groups].flatMap(([key, { quotients, word }]): SharedDivisor[] => {
    const divisor = names.find((name) => !quotients.includes(name) && nameWords(name).map(keyOf).includes(key)) ?? null
    return quotients.length >= 2 || divisor !== null ? [{ quotients, divisor, word }] : []
  })
  return [...byName, ...byQuotient(relations, byName)]
}

/** Two products with one factor in common: each other factor is a quotient by it. */
function byQuotient(relations: readonly Relation[], known: readonly SharedDivisor[]): SharedDivisor[] {
  const products = relations.filter((relation) => relation.kind === 'product')
  const divisors = new Map<string, Set<string>>()
  for (const { first, second } of products) {
    for (const [divisor, quotient] of [[first, second] as const, [second, first] as const]) {
      divisors.set(divisor, (divisors.get(divisor) ?? new Set()).add(quotient))
    }
  }
  return [...divisors]
    .filter(([, quotients]) => quotients.size >= 2)
    .map(([divisor, quotients]) => ({ quotients: [...quotients], divisor, word: divisor }))
    .filter(({ quotients }) => !known.some((one) => quotients.every((name) => one.quotients.includes(name))))
}

function singularOf(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}

function keyOf(word: string): string {
  const singular = singularOf(word)
  return people.has(singular) ? 'population' : singular
}
