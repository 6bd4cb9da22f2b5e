/** Values of rows that both versions hold, as they were and as they are: a few of each column. */
import type { ComparedTable } from '../../../shared/comparison/comparison.ts'
import { readableName } from '../../../shared/format/words.ts'
import { useTexts } from '../../stores/language.ts'
import { DataTable } from '../data-table.tsx'

export function RevisedValues({ table }: { readonly table: ComparedTable }) {
  const texts = useTexts()
  const words = texts.comparing
  const rows = table.revised.flatMap(({ column, examples }) =>
    examples.map(({ key, before, after }) => [key.join(', '), readableName(column), before, after]),
  )
  if (rows.length === 0) return null
  return (
    <DataTable
      label={words.revisedValues}
      columns={[
        { name: 'key', label: table.rows.key.map(readableName).join(', ') },
        { name: 'column', label: words.column },
        { name: 'before', label: words.before },
        { name: 'after', label: words.after },
      ]}
      rows={rows}
    />
  )
}
