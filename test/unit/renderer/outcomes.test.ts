import { beforeEach, describe, expect, test, vi } from 'vitest'
import { english } from '../../support/english.ts'

/** The window's place, without a window. */
const location = { hash: '#/' }
vi.stubGlobal('window', { location })
const { jobOf } = await import('../../../dev/gallery/sample-jobs.ts')
const { describeFailure } = await import('../../../src/shared/failure/failure.ts')
const { createFakeEngine } = await import('../../../dev/gallery/fake-bridge.ts')
const { provideEngine } = await import('../../../src/renderer/bridge/engine.ts')
const { announceEnd, notifyOfEnded } = await import('../../../src/renderer/stores/outcomes.ts')
const { useNotices } = await import('../../../src/renderer/stores/notices.ts')
const { usePreferences } = await import('../../../src/renderer/stores/preferences.ts')

function end(id: string, status: 'completed' | 'failed'): void {
  const source = { name: `${id}.csv`, bytes: 10, sha256: 'ab', kind: 'csv' as const }
  const failure = { ...describeFailure(english, 'empty_file', { name: source.name }), at: '2026-01-01T00:00:00.000Z' }
  const before = jobOf({ id, source, status: 'processing' })
  announceEnd(
    before,
    status === 'completed'
      ? { ...before, status, storyId: `story-${id}` }
      : { ...before, status, failure, canRetry: true },
  )
}

const titles = (): string[] => useNotices.getState().notices.map(({ title }) => title)

beforeEach(() => {
  vi.useFakeTimers()
  useNotices.setState({ notices: [] })
  location.hash = '#/'
  vi.unstubAllGlobals()
  vi.stubGlobal('window', { location })
})

describe('messages when jobs end', () => {
  test('one that ended is told by name, a failure with what to do', () => {
    end('one', 'completed')
    end('bad', 'failed')
    vi.advanceTimersByTime(1000)
    expect(useNotices.getState().notices).toMatchObject([
      { kind: 'good', title: 'Story ready', text: 'one.csv' },
      { kind: 'failed', title: 'bad.csv is empty.', stayMs: false },
    ])
  })

  test('the job being looked at is not told of', () => {
    location.hash = '#/jobs/seen'
    end('seen', 'completed')
    vi.advanceTimersByTime(1000)
    expect(titles()).toEqual([])
  })

  test('many at once are one message, and later ones join those still in view', () => {
    for (let index = 0; index < 40; index += 1) end(`bulk-${index}`, 'completed')
    vi.advanceTimersByTime(1000)
    expect(titles()).toEqual(['40 stories ready'])
    end('late', 'completed')
    vi.advanceTimersByTime(1000)
    expect(titles()).toEqual(['41 stories ready'])
  })

  test('a document is told of as one, unless it is open, and counted apart from stories', () => {
    const read = (id: string): void => {
      const before = jobOf({ id, pipeline: 'document', status: 'processing' })
      announceEnd(before, { ...before, status: 'completed' })
    }
    location.hash = '#/documents/open/p3'
    read('open')
    read('other')
    vi.advanceTimersByTime(1000)
    expect(useNotices.getState().notices).toMatchObject([{ title: 'Document ready', action: { label: 'Open it' } }])
    end('told', 'completed')
    read('third')
    vi.advanceTimersByTime(1000)
    expect(titles()).toEqual(['1 story and 2 documents ready'])
  })

  test('a document with a password asks for it', () => {
    const failure = {
      ...describeFailure(english, 'encrypted_document', { name: 'a.pdf' }),
      at: '2026-01-01T00:00:00.000Z',
    }
    const source = { name: 'a.pdf', bytes: 10, sha256: 'ab', kind: 'pdf' as const }
    const before = jobOf({ id: 'locked', source, pipeline: 'document', status: 'processing' })
    announceEnd(before, { ...before, status: 'failed', failure })
    vi.advanceTimersByTime(1000)
    expect(useNotices.getState().notices[0]?.action?.label).toBe('Enter the password')
  })

  test('one that ended while the connection was down is told of when it is back', async () => {
    const before = jobOf({ id: 'unheard', status: 'processing' })
    const ended = { ...before, status: 'completed' as const, storyId: 'story-1' }
    const long = jobOf({ id: 'ended-before', status: 'completed', storyId: 'story-2' })
    provideEngine(createFakeEngine({ jobs: [ended, long], latencyMs: 0 }).bridge)
    const telling = notifyOfEnded([before])
    await vi.advanceTimersByTimeAsync(1000)
    await telling
    expect(titles()).toEqual(['Story ready'])
  })

  test('progress and a cancel say nothing', () => {
    const job = jobOf({ id: 'quiet', status: 'processing' })
    announceEnd(job, { ...job, percent: 50 })
    announceEnd(job, { ...job, status: 'cancelled' })
    announceEnd(undefined, { ...job, status: 'failed' })
    vi.advanceTimersByTime(1000)
    expect(titles()).toEqual([])
  })
})

describe('the operating system', () => {
  const shown: string[] = []
  class FakeNotification {
    static permission = 'granted'
    onclick = null
    constructor(title: string) {
      shown.push(title)
    }
  }

  beforeEach(() => {
    shown.length = 0
    vi.stubGlobal('Notification', FakeNotification)
  })

  test('is told only while the window is hidden, and only if a person wanted it', () => {
    usePreferences.setState({ notifications: true })
    vi.stubGlobal('document', { visibilityState: 'visible' })
    end('in-sight', 'completed')
    vi.advanceTimersByTime(1000)
    expect(shown).toEqual([])

    vi.stubGlobal('document', { visibilityState: 'hidden' })
    location.hash = '#/jobs/away'
    end('away', 'completed')
    end('away-too', 'completed')
    vi.advanceTimersByTime(1000)
    expect(shown).toEqual(['2 stories ready'])

    usePreferences.setState({ notifications: false })
    end('unwanted', 'completed')
    vi.advanceTimersByTime(1000)
    expect(shown).toHaveLength(1)
  })
})
