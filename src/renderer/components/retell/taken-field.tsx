/** A text that is taken over when its field is left, or by Enter. */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

interface TakenFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'error'> {
  /** As it holds now. Where it changes (undone, say), it replaces what was written. */
  readonly value: string
  /** What is wrong with a text, which then stays in the field; null where it can be taken over. */
  readonly wrongIn?: (text: string) => string | null
  readonly onTake: (text: string) => void
}

interface Writing {
  /** The value it was begun from. */
  readonly of: string
  readonly written: string
  readonly wrong: string | null
}

export function TakenField({ value, wrongIn = () => null, onTake, ...rest }: TakenFieldProps) {
  // Not a field of its own for each value: the keyboard would lose its place with each that is taken over.
  const [{ of, written, wrong }, setState] = useState<Writing>({ of: value, written: value, wrong: null })
  if (of !== value) setState({ of: value, written: value, wrong: null })
  const take = (): void => {
    const text = written.trim()
    const problem = wrongIn(text)
    setState({ of: value, written, wrong: problem })
    if (problem === null && text !== value) onTake(text)
  }
  return (
    <TextInput
      {...rest}
      value={written}
      error={wrong}
      onChange={(event) => setState({ of: value, written: event.currentTarget.value, wrong: null })}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
