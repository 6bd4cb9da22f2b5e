/** What could not be read of a document, each with its page. */
import { Menu } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { sayWarning } from '../../../shared/document/warning.ts'
import { useTexts } from '../../stores/language.ts'
import { visitPage } from './use-address.ts'
import classes from './warnings-menu.module.css'

const warningsShown = 100

export function WarningsMenu({ view }: { readonly view: DocumentView }) {
  const texts = useTexts()
  const { warnings } = view
  if (warnings.length === 0) return null
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={texts.documents.warnings({ count: warnings.length })}
          data-testid="document-warnings"
        >
          <IconAlertTriangle size={17} aria-hidden />
          {warnings.length}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.list}>
        <Menu.Label>{texts.documents.whatToKnowOfThis}</Menu.Label>
        {warnings.slice(0, warningsShown).map((warning, place) => (
          <Menu.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: a warning may be given twice.
            key={place}
            data-code={warning.code}
            onClick={() => {
              if (warning.page !== null) visitPage(view.id, warning.page)
            }}
          >
            {sayWarning(texts, warning)}
          </Menu.Item>
        ))}
        {warnings.length > warningsShown && (
          <Menu.Label>{texts.documents.moreWarnings({ count: warnings.length - warningsShown })}</Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
