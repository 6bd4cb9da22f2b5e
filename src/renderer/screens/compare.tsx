/** What changed from one story to another; without both, which two. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ChooseStories } from '../components/compare/choose-stories.tsx'
import { ComparisonReader } from '../components/compare/comparison-reader.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { useTitle } from '../components/use-title.ts'
import { loadedOf } from '../queries/client.ts'
import { comparisonQuery } from '../queries/comparisons.ts'
import { navigate } from '../routes/navigation.ts'
import { wholeLibrary } from '../routes/route.ts'
import { useTexts } from '../stores/language.ts'
import listClasses from './list-screen.module.css'
import classes from './story.module.css'

interface CompareProps {
  readonly before: string | null
  readonly after: string | null
}

export function CompareScreen({ before, after }: CompareProps) {
  if (before === null || after === null) return <ChooseStories before={before} after={after} />
  return <Compared before={before} after={after} />
}

function Compared({ before, after }: { readonly before: string; readonly after: string }) {
  const texts = useTexts()
  const loaded = loadedOf(useQuery(comparisonQuery(before, after)))
  useTitle(texts.comparison.title)
  if (loaded.state === 'failed') {
    return (
      <div className={listClasses.page}>
        <FailureNote failure={loaded.failure} testId="comparison-failed" asHeading>
          <Button onClick={() => navigate({ screen: 'compare', before: null, after: null })}>
            {texts.comparing.chooseOthers}
          </Button>
          <Button variant="default" onClick={() => navigate(wholeLibrary)}>
            {texts.story.goToTheLibrary}
          </Button>
        </FailureNote>
      </div>
    )
  }
  if (loaded.state !== 'ready') {
    return (
      <div className={classes.ghost} role="status" aria-label={texts.comparing.comparing}>
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  return <ComparisonReader comparison={loaded.value} />
}
