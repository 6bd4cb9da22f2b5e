/** Catches a fault of a screen, so that the window stays usable and says so. */
import { Button } from '@mantine/core'
import { Component, type ErrorInfo } from 'react'
import { describeFailure } from '../../shared/failure/failure.ts'
import { currentTexts } from '../stores/language.ts'
import { FailureNote } from './failure-note.tsx'

interface ErrorBoundaryProps {
  /** A change of place clears the fault: another screen may well work. */
  readonly place: string
  readonly children: React.ReactNode
}

interface ErrorBoundaryState {
  readonly error: { readonly text: string; readonly place: string } | null
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromProps(
    { place }: ErrorBoundaryProps,
    { error }: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return error !== null && error.place !== '' && error.place !== place ? { error: null } : null
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.setState({ error: { text: `${text}\n${info.componentStack ?? ''}`, place: this.props.place } })
  }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: { text: String(error), place: '' } }
  }

  override render(): React.ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const texts = currentTexts()
    const failure = {
      ...describeFailure(texts, 'internal', { name: texts.failures.subjects.screen, detail: error.text }),
      ...texts.failures.screenFault,
    }
    return (
      <div style={{ maxWidth: 720, margin: '12vh auto', padding: '0 20px' }}>
        <FailureNote failure={failure} testId="screen-error" asHeading>
          <Button onClick={() => this.setState({ error: null })}>{texts.common.tryAgain}</Button>
        </FailureNote>
      </div>
    )
  }
}
