/** What the person has to know of the library itself, calmly, until they have seen it. */
import { Button } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { formatList, plural } from '../../shared/format/words.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import { dismissLibraryNotice, useLibraryNotices } from '../stores/library-notices.ts'
import { formatCount, formatMoment } from '../words/amounts.ts'
import classes from './library-notices.module.css'

export function LibraryNotices() {
  const notices = useLibraryNotices()
  if (notices.length === 0) return null
  return (
    <section className={classes.stack} aria-label="About your library" data-print="hide">
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

const namesShown = 5

function Notice({ notice }: { readonly notice: LibraryNotice }) {
  const { id, message, hint, lost, keptAs, restoredFrom } = notice
  return (
    <article className={classes.notice} data-testid="library-notice" data-kind={notice.kind}>
      <IconArchive size={20} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <p className={classes.message}>{message}</p>
        <p>{hint}</p>
        {lost !== null && <p>{describeLoss(lost)}</p>}
        {(keptAs !== null || restoredFrom !== null) && (
          <p className={classes.small}>
            {restoredFrom !== null && `The copy in use was made ${formatMoment(restoredFrom, new Date())}. `}
            {keptAs !== null && (
              <>
                What was there before is kept as <code>{keptAs}</code>.
              </>
            )}
          </p>
        )}
      </div>
      <Button variant="default" size="compact-md" onClick={() => void dismissLibraryNotice(id)}>
        Understood
      </Button>
    </article>
  )
}

/** `Lost: 2 stories and 3 jobs: “Sales”, “a.csv” and 3 more. More may be gone.` */
function describeLoss({ jobs, stories, names, complete }: NonNullable<LibraryNotice['lost']>): string {
  const counts = [
    ...(stories > 0 ? [`${formatCount(stories)} ${plural(stories, 'story')}`] : []),
    ...(jobs > 0 ? [`${formatCount(jobs)} ${plural(jobs, 'job')}`] : []),
  ]
  const more = complete ? '' : ' More may be gone: the damaged file could not be read to its end.'
  if (counts.length === 0) return complete ? 'Nothing is known to be lost.' : more.trim()
  const shown = names.slice(0, namesShown).map((name) => `“${name}”`)
  const others = stories + jobs - shown.length
  const named = others > 0 && shown.length > 0 ? [...shown, `${formatCount(others)} more`] : shown
  return `Lost: ${formatList(counts)}${named.length > 0 ? `: ${formatList(named)}` : ''}.${more}`
}
