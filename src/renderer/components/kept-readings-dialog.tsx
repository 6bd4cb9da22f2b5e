/** What was told of files and holds for others with the same columns: listed in one place, to be forgotten. */
import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listIn } from '../../shared/format/words.ts'
import { namesTold } from '../../shared/story/kept-columns.ts'
import { loadedOf } from '../queries/client.ts'
import { forgetReading, readingsQuery } from '../queries/readings.ts'
import { useTexts } from '../stores/language.ts'
import { notifyOfFailure } from '../stores/notices.ts'
import { FailureNote } from './failure-note.tsx'
import classes from './kept-readings-dialog.module.css'

interface KeptReadingsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function KeptReadingsDialog({ opened, onClose }: KeptReadingsDialogProps) {
  const texts = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.keptReadings.title}
      closeButtonProps={{ 'aria-label': texts.about.close }}
    >
      {opened && <KeptReadings />}
    </Modal>
  )
}

function KeptReadings() {
  const texts = useTexts()
  const words = texts.keptReadings
  const readings = loadedOf(useQuery(readingsQuery()))
  if (readings.state === 'failed') return <FailureNote failure={readings.failure} />
  if (readings.state === 'loading') return null
  const forget = async (shape: string): Promise<void> => {
    const failure = await forgetReading(shape)
    if (failure !== null) notifyOfFailure(failure)
  }
  return (
    <div className={classes.kept} data-testid="kept-readings">
      <p>{readings.value.length === 0 ? words.none : words.lead}</p>
      <ul>
        {readings.value.map(({ shape, from, reading, columns }) => (
          <li key={shape}>
            <div>
              <p className={classes.name}>{from}</p>
              {Object.keys(reading).length > 0 && <p className={classes.options}>{optionsInWords(reading)}</p>}
              {columns !== undefined && (
                <p className={classes.options}>{words.columns({ names: listIn(texts.locale, namesTold(columns)) })}</p>
              )}
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={words.forgetNamed({ name: from })}
              onClick={() => void forget(shape)}
            >
              {words.forget}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** As the command line has them: `skip 2, delimiter ;`. */
function optionsInWords(reading: object): string {
  return Object.entries(reading)
    .map(([name, value]) => {
      const option = name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
      return value === true ? option : `${option} ${value === '\t' ? 'tab' : String(value)}`
    })
    .join(', ')
}
