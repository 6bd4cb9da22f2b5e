/** An address that names no place. */
import { Button } from '@mantine/core'
import { EmptyNote } from '../components/empty-note.tsx'
import { useTitle } from '../components/use-title.ts'
import { navigate } from '../routes/navigation.ts'
import { useTexts } from '../stores/language.ts'
import classes from './list-screen.module.css'

export function UnknownScreen({ address }: { readonly address: string }) {
  const texts = useTexts()
  useTitle(texts.unknown.notFound)
  return (
    <div className={classes.page}>
      <EmptyNote asHeading title={texts.unknown.thereIsNothingAtThis} text={texts.unknown.namesNothing({ address })}>
        <Button onClick={() => navigate({ screen: 'home' })}>{texts.unknown.goHome}</Button>
      </EmptyNote>
    </div>
  )
}
