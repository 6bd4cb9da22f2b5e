/** A link that leads outside: its address, to be copied. Nothing here opens it, as nothing leaves this machine. */
import { Button, Modal } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { currentTexts, useTexts } from '../../stores/language.ts'
import { notify } from '../../stores/notices.ts'
import classes from './outside-link.module.css'

interface OutsideLinkProps {
  /** Null: closed. */
  readonly address: string | null
  readonly onClose: () => void
}

export function OutsideLink({ address, onClose }: OutsideLinkProps) {
  const texts = useTexts()
  return (
    <Modal
      opened={address !== null}
      onClose={onClose}
      title={texts.outsideLink.thisLinkLeadsOutside}
      closeButtonProps={{ 'aria-label': texts.outsideLink.close }}
    >
      {address !== null && <Address key={address} address={address} />}
    </Modal>
  )
}

function Address({ address }: { readonly address: string }) {
  const texts = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    if (await copyText(address)) setCopied(true)
  }
  return (
    <div className={classes.body}>
      <p className={classes.lead}>{texts.outsideLink.storyglassOpensNothingOutsideThis}</p>
      <p className={classes.address} data-testid="outside-address">
        {address}
      </p>
      <Button
        data-autofocus
        leftSection={copied ? <IconCheck size={17} /> : <IconCopy size={17} />}
        onClick={() => void copy()}
      >
        {copied ? texts.outsideLink.copied : texts.outsideLink.copyTheAddress}
      </Button>
    </div>
  )
}

/** Whether it is on the clipboard now; where it is not, the person has been told. */
export async function copyText(text: string): Promise<boolean> {
  const texts = currentTexts()
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    notify({
      kind: 'failed',
      title: texts.outsideLink.itCouldNotBeCopied,
      text: texts.outsideLink.theClipboardCannotBeWritten,
    })
    return false
  }
}
