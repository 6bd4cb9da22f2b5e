/** Shows the notices at the edge of the window and reads them out. */
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTexts } from '../stores/language.ts'
import { dismissNotice, type Notice, useNotices } from '../stores/notices.ts'
import classes from './notices.module.css'

const icons = { plain: IconInfoCircle, good: IconCheck, failed: IconAlertTriangle }

export function Notices() {
  const texts = useTexts()
  const notices = useNotices((state) => state.notices)
  return (
    <section className={classes.stack} aria-label={texts.common.messages} aria-live="polite" data-print="hide">
      {notices.slice(-4).map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const texts = useTexts()
  const { id, stayMs, kind, title, text, action } = notice
  useEffect(() => {
    if (stayMs === false) return
    const timer = setTimeout(() => dismissNotice(id), stayMs)
    return () => clearTimeout(timer)
  }, [id, stayMs])
  const Icon = icons[kind]
  return (
    <div className={classes.notice} data-kind={kind} data-testid="notice">
      <Icon size={18} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <p className={classes.title}>{title}</p>
        {text !== undefined && <p className={classes.detail}>{text}</p>}
        {action !== undefined && (
          <button
            type="button"
            className={classes.action}
            onClick={() => {
              action.run()
              dismissNotice(id)
            }}
          >
            {action.label}
          </button>
        )}
      </div>
      <button
        type="button"
        className={classes.close}
        aria-label={texts.common.dismiss}
        onClick={() => dismissNotice(id)}
      >
        <IconX size={16} aria-hidden />
      </button>
    </div>
  )
}
