/** The story's contents beside it, following what is being read. */
import { useTexts } from '../../stores/language.ts'
import classes from './contents.module.css'

export interface ContentsEntry {
  readonly slug: string
  readonly heading: string
}

interface ContentsProps {
  readonly entries: readonly ContentsEntry[]
  readonly current: string | null
  readonly onGo: (slug: string) => void
  readonly hrefFor: (slug: string) => string
}

export function Contents({ entries, current, onGo, hrefFor }: ContentsProps) {
  const texts = useTexts()
  return (
    <nav className={classes.contents} aria-label={texts.story.contents} data-print="hide">
      <ol>
        {entries.map(({ slug, heading }) => (
          <li key={slug}>
            <a
              href={hrefFor(slug)}
              aria-current={slug === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault()
                onGo(slug)
              }}
            >
              {heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
