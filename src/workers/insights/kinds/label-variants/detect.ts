/**
 * label_variants: labels of a dimension that differ by case or space alone, or by one letter from a label that is twenty
 * times as common. A note on quality.
 */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { type LabelVariant, labelVariants } from '../../../analysis/shape/label-variants.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

/** Variants written into the query of a statement. */
const mostVariants = 200

export const detectLabelVariants: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => candidates(schema).length > 0,
  expectedWork: littleWork,
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const dimension of candidates(schema)) {
      const labels = await labelsOf(schema, artefacts, dimension)
      const variants = labelVariants(labels).slice(0, mostVariants)
      outcomes.push({ p: null, statement: statementOf(schema, dimension, variants) })
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

interface Label {
  readonly label: string
  readonly rows: number
}

/** The most frequent first. Of what rows are grouped by, the groups are known. */
async function labelsOf(schema: TableSchema, artefacts: Artefacts, dimension: ColumnProfile): Promise<Label[]> {
  if (schema.dimensions.includes(dimension)) {
    return (await artefacts.groups(dimension)).map(({ group, rows }) => ({ label: group, rows }))
  }
  return artefacts.source.rows<Label>(
    `SELECT ${dimension.sql} AS label, count(*) AS rows FROM ${schema.relation} WHERE ${dimension.sql} IS NOT NULL
     GROUP BY 1 ORDER BY rows DESC, 1`,
  )
}

function candidates({ dimensions, longDimensions }: TableSchema): ColumnProfile[] {
  return [...dimensions, ...longDimensions].filter(({ column }) => column.storage === 'VARCHAR')
}

function statementOf(
  schema: TableSchema,
  dimension: ColumnProfile,
  variants: readonly LabelVariant[],
): Outcome<typeof names>['statement'] {
  const { dialect } = schema
  const first = variants.toSorted((left, right) => right.variantRows - left.variantRows)[0]
  if (first === undefined) return null
  const text = dimension.text
  const is = (label: string): string => `${text} = ${dialect.text(label)}`
  const rows = variants.reduce((sum, { variantRows }) => sum + variantRows, 0)
  return {
    type: 'label_variants',
    class: 'quality',
    columns: [dimension.column.name],
    direction: 'none',
    location: first.variant,
    effect: { name: 'rows', value: 'rows' },
    n: dimension.filled,
    evidence: {
      sql: [
        `SELECT ${variants.length} AS variants, ${dialect.countIf(`${text} IN (${variants.map(({ variant }) => dialect.text(variant)).join(', ')})`)} AS rows,
  ${dialect.countIf(is(first.variant))} AS variant_rows, ${dialect.countIf(is(first.common))} AS common_rows, count(${dimension.sql}) AS n FROM ${schema.relation}`,
      ],
      derived: {},
    },
    details: { dimension: dimension.column.name, variant: first.variant, common: first.common },
    caveats: [],
    score: {
      impact: Math.sqrt(rows / Math.max(1, schema.rows)),
      effect: 0.4 + 0.3 * between(variants.length, 1, 5),
      surprise: 0.8,
      readability: 1,
    },
  }
}
