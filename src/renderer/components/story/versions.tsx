/** The versions of a story, to switch between: each told with other words on its source. */
import { useQuery } from '@tanstack/react-query'
import { versionName } from '../../../shared/story/version-name.ts'
import { versionsQuery } from '../../queries/stories.ts'
import { useDeleting } from '../../stores/deleting.ts'
import { useTexts } from '../../stores/language.ts'
import { Link } from '../link.tsx'
import classes from './versions.module.css'

/** Nothing where there is one only. */
export function Versions({ storyId }: { readonly storyId: string }) {
  const texts = useTexts()
  const hidden = useDeleting((state) => state.hidden)
  const known = useQuery(versionsQuery(storyId)).data ?? []
  const versions = known.filter(({ id }) => hidden[id] === undefined)
  const before = versions.find(({ id }) => id === versions.find((one) => one.id === storyId)?.parent)
  if (versions.length < 2) return null
  return (
    <nav className={classes.versions} aria-label={texts.retell.versions} data-testid="versions" data-print="hide">
      <ul>
        {versions.map(({ id, told }) => (
          <li key={id}>
            <Link
              to={{ screen: 'story', id, anchor: null }}
              className={classes.version}
              aria-current={id === storyId ? 'page' : undefined}
            >
              {versionName(texts, told)}
            </Link>
          </li>
        ))}
      </ul>
      {before !== undefined && (
        <Link to={{ screen: 'story', id: before.id, anchor: null }} className={classes.back} data-testid="undo-version">
          {texts.retell.backTo({ name: versionName(texts, before.told) })}
        </Link>
      )}
    </nav>
  )
}
