/** What is filtered, taken along as a file. */
import { ActionIcon, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { GridView } from '../../../shared/contract/grid.ts'
import { exportFormatsOf } from '../../../shared/export-formats/formats.ts'
import { exportRows } from '../../stores/grid-take.ts'
import { useTexts } from '../../stores/language.ts'

interface ExportMenuProps {
  readonly storyId: string
  readonly view: GridView
  /** In their order. */
  readonly columns: readonly string[]
}

export function ExportMenu({ storyId, view, columns }: ExportMenuProps) {
  const texts = useTexts()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={texts.grid.export} data-testid="grid-export">
          <IconDownload size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.grid.exportShown}</Menu.Label>
        {exportFormatsOf('sourceTable').map((format) => (
          <Menu.Item key={format} onClick={() => void exportRows({ storyId, view, columns: [...columns], format })}>
            {texts.grid.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
