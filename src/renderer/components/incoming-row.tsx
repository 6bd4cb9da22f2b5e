/** A file on its way in, in one line, until there is a job to show instead. */
import { ActionIcon, Button } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import { dismissIncoming, type Incoming, retryIncoming } from '../stores/incoming.ts'
import { useTexts } from '../stores/language.ts'
import { formatBytes } from '../words/amounts.ts'
import classes from './job-badge.module.css'

export function IncomingRow({ entry }: { readonly entry: Incoming }) {
  const texts = useTexts()
  const { key, name, bytes, fraction, failure } = entry
  const arrived = fraction === null ? null : texts.incoming.percent({ percent: Math.floor(fraction * 100) })
  return (
    <article className={classes.badge} data-status={failure === null ? 'queued' : 'failed'} aria-label={name}>
      <span className={classes.incoming} aria-hidden="true">
        <IconDownload size={18} />
      </span>
      <div className={classes.text}>
        <p className={classes.name}>{name}</p>
        <p className={classes.state}>
          {failure !== null
            ? failure.message
            : arrived === null
              ? texts.incoming.openingTheFile
              : texts.incoming.receiving({ arrived })}
        </p>
      </div>
      <p className={classes.side}>{formatBytes(bytes)}</p>
      <div className={classes.actions}>
        {failure !== null && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={texts.common.retryNamed({ name })}
            onClick={() => retryIncoming(key)}
          >
            {texts.incoming.retry}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={failure === null ? texts.common.cancelNamed({ name }) : texts.incoming.dismissNamed({ name })}
          onClick={() => dismissIncoming(key)}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
    </article>
  )
}
