/** The bar of the document reader: where one is, how large it is shown, and what stands beside the pages. */
import { ActionIcon, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconBook2,
  IconChevronDown,
  IconChevronUp,
  IconDots,
  IconLayoutSidebar,
  IconSearch,
  IconTable,
} from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useTexts } from '../../stores/language.ts'
import { goToPage, useReader } from '../../stores/reader.ts'
import { BarButton } from './bar-button.tsx'
import { DocumentMenuItems } from './document-menu.tsx'
import { PageField } from './page-field.tsx'
import classes from './toolbar.module.css'
import type { ReaderPanels } from './use-panels.ts'
import { WarningsMenu } from './warnings-menu.tsx'
import { ZoomControls } from './zoom-controls.tsx'

interface ToolbarProps {
  readonly view: DocumentView
  readonly panels: ReaderPanels
  /** CSS pixels a point; null where pages are flowed. */
  readonly scale: number | null
}

const icon = 18

export function Toolbar({ view, panels, scale }: ToolbarProps) {
  const texts = useTexts()
  const narrow = useMediaQuery('(max-width: 760px)')
  const page = useReader((state) => state.page)
  const tablesShown = useReader((state) => state.tablesShown)
  const count = view.pages.length
  const { tables } = view
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={texts.documentBar.document}
      data-testid="document-toolbar"
      data-print="hide"
    >
      <div className={classes.group}>
        {count > 0 && (
          <BarButton
            label={panels.side === 'none' ? texts.documentBar.showThePanelB : texts.documentBar.hideThePanelB}
            pressed={panels.side !== 'none'}
            testId="toggle-panel"
            onClick={panels.toggleSide}
          >
            <IconLayoutSidebar size={icon} />
          </BarButton>
        )}
        <h1 className={classes.title} title={view.title} data-testid="document-title">
          {view.title}
        </h1>
      </div>
      <div className={classes.group} data-middle>
        {count > 0 && !narrow && (
          <>
            <BarButton label={texts.documentBar.previousPageK} disabled={page <= 1} onClick={() => goToPage(page - 1)}>
              <IconChevronUp size={icon} />
            </BarButton>
            <BarButton label={texts.documentBar.nextPageJ} disabled={page >= count} onClick={() => goToPage(page + 1)}>
              <IconChevronDown size={icon} />
            </BarButton>
          </>
        )}
        {count > 0 && <PageField view={view} />}
        {scale !== null && <ZoomControls scale={scale} compact={narrow ?? false} />}
      </div>
      <div className={classes.group} data-end>
        <WarningsMenu view={view} />
        <BarButton
          label={texts.documentBar.searchInTheDocumentCtrl}
          pressed={panels.searching}
          testId="open-find"
          onClick={panels.toggleSearch}
        >
          <IconSearch size={icon} />
        </BarButton>
        {!narrow && tables.length > 0 && (
          <TextButton
            label={texts.documentBar.tables({ count: tables.length })}
            pressed={tablesShown}
            testId="toggle-tables"
            onClick={panels.toggleTables}
          >
            <IconTable size={icon} aria-hidden />
          </TextButton>
        )}
        {!narrow && (
          <TextButton
            label={texts.documentBar.story}
            pressed={panels.story}
            testId="toggle-story"
            onClick={panels.toggleStory}
          >
            <IconBook2 size={icon} aria-hidden />
          </TextButton>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              aria-label={texts.documentBar.more}
              data-testid="document-menu"
            >
              <IconDots size={icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {narrow && (
              <>
                <Menu.Item leftSection={<IconBook2 size={16} />} onClick={panels.toggleStory}>
                  {panels.story ? texts.documentBar.backToThePages : texts.documentBar.itsStory}
                </Menu.Item>
                {tables.length > 0 && (
                  <Menu.Item leftSection={<IconTable size={16} />} onClick={panels.toggleTables}>
                    {tablesShown ? texts.documentBar.hideTheTables : texts.documentBar.tables({ count: tables.length })}
                  </Menu.Item>
                )}
                <Menu.Divider />
              </>
            )}
            <DocumentMenuItems view={view} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}

interface TextButtonProps {
  readonly label: string
  readonly pressed: boolean
  readonly testId: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function TextButton({ label, pressed, testId, onClick, children }: TextButtonProps) {
  return (
    <button type="button" className={classes.text} aria-pressed={pressed} data-testid={testId} onClick={onClick}>
      {children}
      <span>{label}</span>
    </button>
  )
}
