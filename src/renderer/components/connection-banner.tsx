/** Says that the engine cannot be heard. Only the browser shell can lose it; it comes back by itself. */
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useConnection } from '../stores/connection.ts'
import classes from './connection-banner.module.css'

export function ConnectionBanner() {
  const connected = useConnection((state) => state.connected)
  return (
    <div role="status" data-print="hide">
      {!connected && (
        <p className={classes.banner} data-testid="connection-lost">
          <IconPlugConnectedX size={18} aria-hidden />
          <span>
            <strong>Connection to Storyglass lost.</strong> Trying to reach it again. Jobs go on as long as it runs, and
            nothing you had is lost.
          </span>
        </p>
      )}
    </div>
  )
}
