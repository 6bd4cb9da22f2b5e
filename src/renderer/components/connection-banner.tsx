/** Says that the engine cannot be heard. Only the browser shell can lose it; it comes back by itself. */
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useConnection } from '../stores/connection.ts'
import { useTexts } from '../stores/language.ts'
import classes from './connection-banner.module.css'

export function ConnectionBanner() {
  const texts = useTexts()
  const connected = useConnection((state) => state.connected)
  return (
    <div role="status" data-print="hide">
      {!connected && (
        <p className={classes.banner} data-testid="connection-lost">
          <IconPlugConnectedX size={18} aria-hidden />
          <span>
            <strong>{texts.connection.storyglassIsNotAnswering}</strong> {texts.connection.thisWindowKeepsTryingNothing}
          </span>
        </p>
      )}
    </div>
  )
}
