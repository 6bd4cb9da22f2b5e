/** An address that names no place. */
import { Button } from '@mantine/core'
import { EmptyNote } from '../components/empty-note.tsx'
import { useTitle } from '../components/use-title.ts'
import { navigate } from '../routes/navigation.ts'
import classes from './list-screen.module.css'

export function UnknownScreen({ address }: { readonly address: string }) {
  useTitle('Not found')
  return (
    <div className={classes.page}>
      <EmptyNote asHeading title="There is nothing at this address" text={`“${address}” names no story, job or list.`}>
        <Button onClick={() => navigate({ screen: 'home' })}>Go home</Button>
      </EmptyNote>
    </div>
  )
}
