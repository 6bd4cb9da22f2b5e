/** Offers to tell files that look alike as one table, before each becomes a story of its own. */
import { Button, Modal } from '@mantine/core'
import { useTexts } from '../stores/language.ts'
import { settleOffer, useLikeFiles } from '../stores/like-files.ts'
import classes from './clean-dialog.module.css'

export function LikeFilesDialog() {
  const texts = useTexts()
  const files = useLikeFiles((state) => state.offered)
  return (
    <Modal
      opened={files !== null}
      onClose={() => settleOffer('none')}
      title={texts.likeFiles.title({ files: files?.length ?? 0 })}
      closeButtonProps={{ 'aria-label': texts.likeFiles.cancel }}
    >
      <div className={classes.form} data-testid="like-files">
        <p className={classes.lead}>{texts.likeFiles.explanation}</p>
        <div className={classes.actions}>
          <Button variant="default" data-testid="tell-each" onClick={() => settleOffer('each')}>
            {texts.likeFiles.each}
          </Button>
          <Button data-autofocus data-testid="tell-as-one" onClick={() => settleOffer('one')}>
            {texts.likeFiles.asOne}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
