/** A table of a story, row by row: opened from the story, and back to it. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { DataWorkbench } from '../components/grid/data-workbench.tsx'
import { useTitle } from '../components/use-title.ts'
import { loadedOf } from '../queries/client.ts'
import { storyQuery } from '../queries/stories.ts'
import { navigate } from '../routes/navigation.ts'
import { type DataRoute, wholeLibrary } from '../routes/route.ts'
import { useDeleted } from '../stores/deleting.ts'
import { useTexts } from '../stores/language.ts'
import listClasses from './list-screen.module.css'
import classes from './story.module.css'

export function DataScreen({ route }: { readonly route: DataRoute }) {
  const texts = useTexts()
  const deleted = useDeleted(route.id)
  const loaded = loadedOf(useQuery({ ...storyQuery(route.id), enabled: !deleted }))
  const tables = loaded.state === 'ready' ? loaded.value.story.tables : []
  const table = route.table === '' ? tables[0] : tables.find(({ name }) => name === route.table)
  useTitle(table?.name ?? null)
  const toLibrary = <Button onClick={() => navigate(wholeLibrary)}>{texts.story.goToTheLibrary}</Button>
  if (deleted) {
    return (
      <div className={listClasses.page}>
        <EmptyNote asHeading title={texts.story.thisStoryWasDeleted} text={texts.story.theFileItWasTold}>
          {toLibrary}
        </EmptyNote>
      </div>
    )
  }
  if (loaded.state === 'failed') {
    return (
      <div className={listClasses.page}>
        <FailureNote failure={loaded.failure} testId="data-failed" asHeading>
          {toLibrary}
        </FailureNote>
      </div>
    )
  }
  if (loaded.state !== 'ready') {
    return (
      <div className={classes.ghost} role="status" aria-label={texts.grid.opening}>
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  if (table === undefined) {
    return (
      <div className={listClasses.page}>
        <EmptyNote asHeading title={texts.grid.noTable} text={texts.grid.noTableHint}>
          <Button onClick={() => navigate({ screen: 'story', id: route.id, anchor: null })}>
            {texts.grid.toTheStory}
          </Button>
        </EmptyNote>
      </div>
    )
  }
  return <DataWorkbench key={table.name} story={loaded.value.story} table={table} route={route} />
}
