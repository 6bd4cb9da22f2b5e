/** A document, read: its pages as they become ready, what is found in them, and what it says in its own words. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DocumentReader } from '../components/document/document-reader.tsx'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { useTitle } from '../components/use-title.ts'
import { loadedOf } from '../queries/client.ts'
import { documentQuery } from '../queries/documents.ts'
import { jobQuery } from '../queries/jobs.ts'
import { navigate } from '../routes/navigation.ts'
import { wholeLibrary } from '../routes/route.ts'
import { useDeleted } from '../stores/deleting.ts'
import { useTexts } from '../stores/language.ts'
import classes from './list-screen.module.css'
import storyClasses from './story.module.css'

interface DocumentScreenProps {
  readonly id: string
  readonly page: number | null
  readonly find: string
}

export function DocumentScreen({ id, page, find }: DocumentScreenProps) {
  const texts = useTexts()
  const deleted = useDeleted(id)
  const query = useQuery({ ...documentQuery(id), enabled: !deleted })
  const loaded = loadedOf(query)
  // How far it is read is told of its job, which the panels of the reader know it by.
  useQuery({ ...jobQuery(id), enabled: !deleted })
  useTitle(loaded.state === 'ready' ? loaded.value.title : null)
  const toLibrary = <Button onClick={() => navigate(wholeLibrary)}>{texts.documents.goToTheLibrary}</Button>
  if (deleted) {
    return (
      <div className={classes.page}>
        <EmptyNote asHeading title={texts.documents.thisDocumentWasDeleted} text={texts.documents.theFileItWasRead}>
          {toLibrary}
        </EmptyNote>
      </div>
    )
  }
  if (loaded.state === 'failed') {
    return (
      <div className={classes.page}>
        <FailureNote failure={loaded.failure} testId="document-failed" asHeading>
          {toLibrary}
          <Button variant="default" onClick={() => void query.refetch()}>
            {texts.documents.tryAgain}
          </Button>
        </FailureNote>
      </div>
    )
  }
  if (loaded.state === 'loading') {
    return (
      <div className={storyClasses.ghost} role="status" aria-label={texts.documents.openingTheDocument}>
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  return <DocumentReader view={loaded.value} page={page} find={find} />
}
