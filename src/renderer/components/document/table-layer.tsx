/** The tables found on a page, outlined where they stand, each with what can be done with it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCopy, IconFileTypeCsv, IconSparkles, IconTable } from '@tabler/icons-react'
import type { Box } from '../../../shared/document/document.ts'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useTexts } from '../../stores/language.ts'
import { describeTableSize, nameTable } from '../../words/document-words.ts'
import type { TableActions } from './table-actions.ts'
import classes from './table-layer.module.css'

/** A table, or where one goes on, on a page. */
export interface TableBox {
  /** Place in the document's list of tables. */
  readonly table: number
  /** CSS pixels from the page's corner. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Where the table begins; only there it has its buttons. */
  readonly isStart: boolean
}

/** The boxes of tables on a page that is drawn; `scale` in CSS pixels a point. */
export function tableBoxesOf(tables: DocumentView['tables'], page: number, scale: number): readonly TableBox[] {
  return tables.flatMap((table, place) => {
    const parts: { readonly box: Box; readonly isStart: boolean }[] = []
    if (table.page === page && table.box !== null) parts.push({ box: table.box, isStart: true })
    for (const part of table.continuations ?? []) if (part.page === page) parts.push({ box: part.box, isStart: false })
    return parts.map(({ box: [left, top, right, bottom], isStart }) => ({
      table: place,
      left: left * scale,
      top: top * scale,
      width: (right - left) * scale,
      height: (bottom - top) * scale,
      isStart,
    }))
  })
}

interface TableLayerProps {
  readonly view: Pick<DocumentView, 'id' | 'tables'>
  readonly boxes: readonly TableBox[]
  readonly chosen: number | null
  readonly actions: TableActions
}

const iconSize = 16

export function TableLayer({ view, boxes, chosen, actions }: TableLayerProps) {
  const texts = useTexts()
  return (
    <div className={classes.layer}>
      {boxes.map(({ table: place, isStart, ...box }) => {
        const table = view.tables[place]
        if (table === undefined) return null
        const name = nameTable(table, place)
        return (
          <section
            key={`${place} ${isStart}`}
            className={classes.table}
            style={box}
            aria-label={isStart ? texts.documentTables.named({ name }) : texts.documentTables.namedContinued({ name })}
            data-chosen={place === chosen || undefined}
            data-testid="table-outline"
            data-table={place}
          >
            {isStart && (
              <div className={classes.bar}>
                <Button
                  size="compact-sm"
                  leftSection={<IconSparkles size={iconSize} />}
                  data-testid="tell-table"
                  loading={actions.telling === place}
                  onClick={() => actions.tell(place)}
                >
                  {texts.documentTables.tellItsStory}
                </Button>
                <TableButton
                  label={texts.documentTables.rowsOfSize({ name, size: describeTableSize(table) })}
                  onClick={() => actions.show(place)}
                >
                  <IconTable size={iconSize} />
                </TableButton>
                <TableButton label={texts.documentTables.saveNamedAsCsv({ name })} onClick={() => actions.save(place)}>
                  <IconFileTypeCsv size={iconSize} />
                </TableButton>
                <TableButton label={texts.documentTables.copyNamed({ name })} onClick={() => actions.copy(place)}>
                  <IconCopy size={iconSize} />
                </TableButton>
              </div>
            )}
          </section>
        )
      })}
    </div>
  )
}

interface TableButtonProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function TableButton({ label, onClick, children }: TableButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={26} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
