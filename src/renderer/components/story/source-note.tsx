/** A quiet line where the file a story was told from has changed or is gone, with what can be done. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../bridge/engine.ts'
import { sourceStateQuery } from '../../queries/stories.ts'
import { takeSources } from '../../stores/incoming.ts'
import { useTexts } from '../../stores/language.ts'
import { notifyOfFailure } from '../../stores/notices.ts'
import { chooseFile } from '../file-picker.tsx'
import classes from './source-note.module.css'

/** Nothing while it is looked at, and where the file is as it was. */
export function SourceNote({ storyId }: { readonly storyId: string }) {
  const texts = useTexts()
  const [isAsking, setAsking] = useState(false)
  const { state } = useQuery(sourceStateQuery(storyId)).data ?? { state: 'unknown' }
  if (state === 'same' || state === 'unknown') return null
  const tellAgain = async (): Promise<void> => {
    setAsking(true)
    await tellSource(storyId)
    setAsking(false)
  }
  return (
    <aside className={classes.note} data-testid="source-note" data-state={state} data-print="hide">
      <p>{state === 'changed' ? texts.story.fileHasChanged : texts.story.fileIsGone}</p>
      {state === 'changed' ? (
        <Button variant="subtle" size="compact-sm" disabled={isAsking} onClick={() => void tellAgain()}>
          {texts.story.tellItAgain}
        </Button>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={chooseFile}>
          {texts.story.chooseTheFile}
        </Button>
      )}
    </aside>
  )
}

/** A handle lasts an hour, a story may stay open for longer: the file is asked for anew. */
async function tellSource(id: string): Promise<void> {
  const result = await ask('stories/source', { id })
  if (!result.ok) notifyOfFailure(result.failure)
  else if (result.output.source !== null) takeSources([result.output.source])
}
