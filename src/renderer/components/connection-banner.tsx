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
            <strong>Storyglass is not answering.</strong> This window keeps trying. Nothing you had is lost, and jobs go
            on as long as Storyglass runs. If it was closed, start it again and open the address it prints: it is a new
            one each time.
          </span>
        </p>
      )}
    </div>
  )
}
