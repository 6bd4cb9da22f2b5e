/** What the person has to know of the library itself, calmly, until they have seen it. */
import { Button } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { formatList } from '../../shared/format/words.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import { dismissLibraryNotice, useLibraryNotices } from '../stores/library-notices.ts'
import { formatMoment } from '../words/amounts.ts'
import classes from './library-notices.module.css'

export function LibraryNotices() {
  const texts = useTexts()
  const notices = useLibraryNotices()
  if (notices.length === 0) return null
  return (
    <section className={classes.stack} aria-label={texts.libraryNotices.aboutYourLibrary} data-print="hide">
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

const namesShown = 5

function Notice({ notice }: { readonly notice: LibraryNotice }) {
  const texts = useTexts()
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
            {restoredFrom !== null &&
              `${texts.libraryNotices.copyMade({ moment: formatMoment(restoredFrom, new Date()) })} `}
            {keptAs !== null && texts.libraryNotices.keptAs.parts({ name: <code key="name">{keptAs}</code> })}
          </p>
        )}
      </div>
      <Button variant="default" size="compact-md" onClick={() => void dismissLibraryNotice(id)}>
        {texts.libraryNotices.understood}
      </Button>
    </article>
  )
}

/** `Lost: 2 stories and 3 jobs: “Sales”, “a.csv” and 3 more. More may be gone.` */
function describeLoss({ jobs, stories, names, complete }: NonNullable<LibraryNotice['lost']>): string {
  const texts = currentTexts()
  const counts = [
    ...(stories > 0 ? [texts.libraryNotices.stories({ stories })] : []),
    ...(jobs > 0 ? [texts.libraryNotices.jobs({ jobs })] : []),
  ]
  const more = texts.libraryNotices.moreMayBeGone
  if (counts.length === 0) return complete ? texts.libraryNotices.nothingLost : more
  const shown = names.slice(0, namesShown).map((name) => `“${name}”`)
  const others = stories + jobs - shown.length
  const named = others > 0 && shown.length > 0 ? [...shown, texts.libraryNotices.others({ others })] : shown
  const lost =
    named.length > 0
      ? texts.libraryNotices.lostNamed({ counts: formatList(counts), names: formatList(named) })
      : texts.libraryNotices.lost({ counts: formatList(counts) })
  return complete ? lost : `${lost} ${more}`
}
