/** Beside the pages: small pictures of them, the outline, the tables, what was found. */
import { IconX } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useDocumentSearch } from '../../stores/document-search.ts'
import { useTexts } from '../../stores/language.ts'
import { HitsList } from './hits-list.tsx'
import { OutlineList } from './outline-list.tsx'
import { isDrawn } from './page-scroller.tsx'
import classes from './side-panel.module.css'
import type { TableActions } from './table-actions.ts'
import { TablesList } from './tables-list.tsx'
import { Thumbnails } from './thumbnails.tsx'
import type { ReaderPanels, SidePanel as Side } from './use-panels.ts'

interface SidePanelProps {
  readonly view: DocumentView
  readonly panels: ReaderPanels
  readonly actions: TableActions
}

export function SidePanel({ view, panels, actions }: SidePanelProps) {
  const texts = useTexts()
  const searching = useDocumentSearch((state) => state.opened && state.id === view.id)
  const tabs: readonly { readonly side: Exclude<Side, 'none'>; readonly label: string; readonly shown: boolean }[] = [
    { side: 'pages', label: texts.documents.pages2, shown: isDrawn(view) || view.outline.length === 0 },
    { side: 'outline', label: texts.documents.outline, shown: view.outline.length > 0 },
    { side: 'tables', label: texts.documents.tables2, shown: view.tables.length > 0 },
    { side: 'found', label: texts.documents.found, shown: searching },
  ]
  const { side, showSide, used } = panels
  return (
    <aside
      className={classes.panel}
      data-print="hide"
      aria-label={texts.documents.besideThePages}
      data-testid="side-panel"
      data-over={panels.over || undefined}
    >
      <div className={classes.head}>
        <div className={classes.tabs} role="tablist" aria-label={texts.documents.panel} onKeyDown={walkTabs}>
          {tabs
            .filter(({ shown }) => shown)
            .map((tab) => (
              <button
                key={tab.side}
                type="button"
                role="tab"
                aria-selected={tab.side === side}
                tabIndex={tab.side === side ? 0 : -1}
                className={classes.tab}
                data-testid={`panel-${tab.side}`}
                onClick={() => showSide(tab.side)}
              >
                {tab.label}
              </button>
            ))}
        </div>
        <button
          type="button"
          className={classes.close}
          aria-label={texts.documents.closeThePanel}
          onClick={() => showSide('none')}
        >
          <IconX size={17} aria-hidden />
        </button>
      </div>
      <div
        className={classes.body}
        role="tabpanel"
        aria-label={tabs.find((tab) => tab.side === side)?.label ?? texts.documents.panel}
      >
        {side === 'pages' && <Thumbnails view={view} onUsed={used} />}
        {side === 'outline' && <OutlineList view={view} onUsed={used} />}
        {side === 'tables' && <TablesList view={view} actions={actions} onUsed={used} />}
        {side === 'found' && <HitsList view={view} onUsed={used} />}
      </div>
    </aside>
  )
}

function walkTabs(event: React.KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (by === undefined) return
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = tabs.findIndex((tab) => tab.matches(':focus'))
  const next = tabs[(at + by + tabs.length) % tabs.length]
  event.preventDefault()
  next?.focus()
  next?.click()
}
