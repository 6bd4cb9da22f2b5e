/** Of another version of a file: what changed since the one before, in one sentence. */
import { useQuery } from '@tanstack/react-query'
import { comparedQuery } from '../../queries/comparisons.ts'
import { useTexts } from '../../stores/language.ts'
import { formatMoment } from '../../words/amounts.ts'
import { Link } from '../link.tsx'
import classes from './compared-note.module.css'

/** Nothing where there is none, while it is made, and where it could not be: the story does not wait for it. */
export function ComparedNote({ id }: { readonly id: string }) {
  const texts = useTexts()
  const compared = useQuery(comparedQuery(id)).data
  if (compared === undefined || compared === null) return null
  const { before, headline } = compared
  return (
    <aside className={classes.note} data-testid="compared-note">
      <p>
        <span className={classes.with}>
          {texts.comparing.comparedWith({
            file: before.sourceName,
            told: texts.story.told({ moment: formatMoment(before.createdAt, new Date()) }),
          })}
        </span>{' '}
        {headline.text}{' '}
        <Link to={{ screen: 'compare', before: before.id, after: id }}>{texts.comparing.whatChanged}</Link>
      </p>
    </aside>
  )
}
