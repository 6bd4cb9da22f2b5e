/** What is watched, in one place: each with its state and its last news, to be added to and taken away from. */
import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconEye, IconFile, IconFolder, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Watch } from '../../shared/library/watch.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { watchesQuery } from '../queries/watches.ts'
import { useTexts } from '../stores/language.ts'
import { pickWatched, stopWatching } from '../stores/watches.ts'
import { formatMoment } from '../words/amounts.ts'
import { Link } from './link.tsx'
import classes from './watch-list.module.css'

const command = 'storyglass watch add FOLDER'

export function WatchList() {
  const texts = useTexts()
  const words = texts.watching
  const watches = useQuery(watchesQuery()).data ?? []
  const [byCommand, setByCommand] = useState(false)
  const pick = async (kind: Watch['kind']): Promise<void> => setByCommand(!(await pickWatched(kind)))
  return (
    <details className={classes.frame} data-testid="watch-list" open={watches.some(needsLooking) || undefined}>
      <summary>
        <IconEye size={17} aria-hidden />
        {words.watched}
        {watches.length > 0 && <span className={classes.count}>{watches.length}</span>}
        <IconChevronDown className={classes.chevron} size={17} aria-hidden />
      </summary>
      <div className={classes.body}>
        <p className={classes.hint}>{words.whatItDoes}</p>
        {watches.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul className={classes.watches}>
            {watches.map((watch) => (
              <Watched key={watch.id} watch={watch} />
            ))}
          </ul>
        )}
        <div className={classes.add}>
          {(['folder', 'file'] as const).map((kind) => (
            <Button key={kind} variant="default" onClick={() => void pick(kind)} data-testid={`watch-${kind}`}>
              {words.watch[kind]}
            </Button>
          ))}
        </div>
        {byCommand && (
          <p role="status">
            {words.byCommand} <code>{command}</code>
          </p>
        )}
      </div>
    </details>
  )
}

function needsLooking({ state }: Watch): boolean {
  return state === 'missing' || state === 'unreadable'
}

function Watched({ watch }: { readonly watch: Watch }) {
  const texts = useTexts()
  const words = texts.watching
  const now = new Date()
  const { kind, name, state, last } = watch
  const Icon = kind === 'folder' ? IconFolder : IconFile
  return (
    <li className={classes.watch} data-state={state}>
      <Icon size={20} stroke={1.6} aria-hidden />
      <div className={classes.text}>
        <p className={classes.name}>{name}</p>
        <p className={classes.state}>{stateWords(watch, now, texts)}</p>
        {last !== null && (
          <p className={classes.last}>
            {words.last({ file: last.sourceName, moment: formatMoment(last.at, now) })} {last.sentence ?? words.noOther}{' '}
            {last.storyId !== null &&
              (last.beforeId === null ? (
                <Link to={{ screen: 'story', id: last.storyId, anchor: null }}>{words.openStory}</Link>
              ) : (
                <Link to={{ screen: 'compare', before: last.beforeId, after: last.storyId }}>{words.whatChanged}</Link>
              ))}
          </p>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={words.stop({ name })}
        onClick={() => void stopWatching(watch)}
      >
        <IconX size={17} />
      </ActionIcon>
    </li>
  )
}

function stateWords({ state, since, createdAt }: Watch, now: Date, { watching }: Texts): string {
  switch (state) {
    case 'new':
    case 'watched':
      return watching.states[state]
    case 'missing':
    case 'unreadable':
      return watching.states[state]({ moment: formatMoment(since ?? createdAt, now) })
  }
}
