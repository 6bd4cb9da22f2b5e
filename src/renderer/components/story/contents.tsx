/** The story's contents beside it, following what is being read. */
import { useEffect, useState } from 'react'
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

/** The section at the top of the window: the last one whose heading has passed under the bar. */
export function useCurrentSection(slugs: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    let scheduled = 0
    const measure = (): void => {
      scheduled = 0
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4
      const passed = slugs.filter((slug) => {
        const element = document.getElementById(slug)
        return element !== null && element.getBoundingClientRect().top <= 140
      })
      const last = atEnd && window.scrollY > 0 ? slugs.at(-1) : passed.at(-1)
      setCurrent(last ?? null)
    }
    const schedule = (): void => {
      if (scheduled === 0) scheduled = requestAnimationFrame(measure)
    }
    measure()
    window.addEventListener('scroll', schedule, { passive: true })
    window.addEventListener('resize', schedule)
    return () => {
      cancelAnimationFrame(scheduled)
      window.removeEventListener('scroll', schedule)
      window.removeEventListener('resize', schedule)
    }
  }, [slugs])
  return current
}
