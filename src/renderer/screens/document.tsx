/** A document, read: its pages as they become ready, what is found in them, and what it says in its own words. */
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { DocumentReader } from '../components/document/document-reader.tsx'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { useTitle } from '../components/use-title.ts'
import { navigate } from '../routes/navigation.ts'
import { wholeLibrary } from '../routes/route.ts'
import { loadDocument, useDocumentView } from '../stores/document-views.ts'
import { loadJob } from '../stores/jobs.ts'
import { useDeleted } from '../stores/kept.ts'
import classes from './list-screen.module.css'
import storyClasses from './story.module.css'

interface DocumentScreenProps {
  readonly id: string
  readonly page: number | null
  readonly find: string
}

export function DocumentScreen({ id, page, find }: DocumentScreenProps) {
  const loaded = useDocumentView(id)
  const deleted = useDeleted(id)
  useEffect(() => {
    void loadDocument(id)
    void loadJob(id)
  }, [id])
  useTitle(loaded.state === 'ready' ? loaded.value.title : null)
  const toLibrary = <Button onClick={() => navigate(wholeLibrary)}>Go to the library</Button>
  if (deleted) {
    return (
      <div className={classes.page}>
        <EmptyNote
          asHeading
          title="This document was deleted"
          text="The file it was read from is untouched: drop it again to read it."
        >
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
          <Button variant="default" onClick={() => void loadDocument(id)}>
            Try again
          </Button>
        </FailureNote>
      </div>
    )
  }
  if (loaded.state === 'loading') {
    return (
      <div className={storyClasses.ghost} role="status" aria-label="Opening the document">
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  return <DocumentReader view={loaded.value} page={page} find={find} />
}
