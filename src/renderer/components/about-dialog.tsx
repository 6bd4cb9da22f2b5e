/** What this is, in which version, and whose software is in it. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { infoQuery, thirdPartyNoticesQuery } from '../queries/application.ts'
import { useTexts } from '../stores/language.ts'
import classes from './about-dialog.module.css'

interface AboutDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function AboutDialog({ opened, onClose }: AboutDialogProps) {
  const texts = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.about.about}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.about.close }}
    >
      {opened && <About />}
    </Modal>
  )
}

function About() {
  const texts = useTexts()
  const { data: info } = useQuery(infoQuery())
  const { data: notices, isError } = useQuery(thirdPartyNoticesQuery())
  return (
    <div className={classes.about} data-testid="about">
      {info !== undefined && <p>{texts.about.version({ version: info.version })}</p>}
      <p>{texts.about.offline}</p>
      <h3>{texts.about.software}</h3>
      <textarea
        className={classes.notices}
        data-testid="third-party-notices"
        aria-label={texts.about.software}
        readOnly
        value={notices ?? (isError ? texts.about.unreadable : texts.about.loading)}
      />
    </div>
  )
}
