/** The body of the screen on which a story is told again: rows, subject, columns, and the bar that tells it. */
import { useCallback, useMemo } from 'react'
import type { Story } from '../../../shared/story/story.ts'
import type { ChangeTold } from '../../../shared/story/told-edits.ts'
import { withKept } from '../../../shared/story/told-over.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { useTexts } from '../../stores/language.ts'
import { changeDraft, redoChange, undoChange, useDraft } from '../../stores/retelling.ts'
import { inNamesOfStory } from '../../words/told-names.ts'
import { problemsOf } from '../../words/told-problems.ts'
import { Link } from '../link.tsx'
import { useUndoKeys } from '../use-undo-keys.ts'
import { ChosenComparison } from './chosen-comparison.tsx'
import { ChosenFacts } from './chosen-facts.tsx'
import { ChosenJoins } from './chosen-joins.tsx'
import { ChosenRows } from './chosen-rows.tsx'
import { ChosenSubject } from './chosen-subject.tsx'
import { ColumnsTold } from './columns-told.tsx'
import { FileReading } from './file-reading.tsx'
import { RetellBar } from './retell-bar.tsx'
import classes from './retelling.module.css'

interface RetellingProps {
  readonly story: Story
  /** What the story was told with. */
  readonly told: ToldOptions
}

export function Retelling({ story, told: said }: RetellingProps) {
  const texts = useTexts()
  const told = useMemo(() => inNamesOfStory(withKept(said, story)), [said, story])
  const draft = useDraft(story.id)
  const present = draft?.present ?? told
  const change = useCallback<ChangeTold>((by) => changeDraft(story.id, told, by), [story.id, told])
  const problems = useMemo(() => problemsOf(story.tables, present, texts), [story, present, texts])
  useUndoKeys(
    () => undoChange(story.id),
    () => redoChange(story.id),
  )
  return (
    <div className={classes.page} data-testid="retelling">
      <header className={classes.head}>
        <p className={classes.kicker}>
          <span>{story.source.name}</span>
          <Link to={{ screen: 'story', id: story.id, anchor: null }}>{texts.retell.backToTheStory}</Link>
        </p>
        <h1 className={classes.title}>{texts.retell.title}</h1>
        <p className={classes.lead}>{texts.retell.lead}</p>
      </header>
      <ChosenRows tables={story.tables} told={present} onChange={change} />
      <ChosenSubject tables={story.tables} told={present} onChange={change} />
      <ChosenComparison tables={story.tables} told={present} onChange={change} />
      <ChosenFacts tables={story.tables} told={present} onChange={change} />
      <ChosenJoins tables={story.tables} told={present} onChange={change} />
      <ColumnsTold tables={story.tables} told={present} onChange={change} />
      <FileReading storyId={story.id} tables={story.tables} told={present} onChange={change} />
      <RetellBar
        storyId={story.id}
        tables={story.tables}
        kept={{ reading: story.kept?.reading ?? null, columns: story.keptColumns?.columns ?? null }}
        told={told}
        draft={draft}
        problems={problems}
      />
    </div>
  )
}
