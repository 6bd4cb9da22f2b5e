/** The keyboard shortcuts: what they are, how they are heard, and the dialog that lists them. */
import { Kbd, Modal, Switch } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { navigate } from '../routes/navigation.ts'
import { allJobs, usualMetrics, wholeLibrary } from '../routes/route.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import { chooseFile } from './file-picker.tsx'
import classes from './shortcuts.module.css'

interface Shortcut {
  /** Keys pressed one after the other. */
  readonly keys: readonly string[]
  readonly does: string
  readonly run?: () => void
}

const everywhere: readonly Shortcut[] = [
  { keys: ['o'], does: 'Choose a file', run: chooseFile },
  { keys: ['/'], does: 'Search the list, the document, or the library', run: searchLibrary },
  { keys: ['g', 'h'], does: 'Go home', run: () => navigate({ screen: 'home' }) },
  {
    keys: ['g', 'l'],
    does: 'Go to the library',
    run: () => navigate(wholeLibrary),
  },
  { keys: ['g', 'j'], does: 'Go to the jobs', run: () => navigate(allJobs) },
  { keys: ['g', 'm'], does: 'Go to the metrics', run: () => navigate(usualMetrics) },
  { keys: ['t'], does: 'Switch between light and dark', run: toggleScheme },
]

const inStory: readonly Shortcut[] = [
  { keys: ['j'], does: 'Next section' },
  { keys: ['k'], does: 'Previous section' },
  { keys: ['v'], does: 'Recompute every number' },
  { keys: ['Escape'], does: 'Close the evidence' },
]

const inDocument: readonly Shortcut[] = [
  { keys: ['Ctrl+F'], does: 'Search in the document' },
  { keys: ['Enter'], does: 'Next hit, with Shift the one before; from the pages F3' },
  { keys: ['j'], does: 'Next page' },
  { keys: ['k'], does: 'Previous page' },
  { keys: ['p'], does: 'Go to a page by its number or name' },
  { keys: ['Ctrl +'], does: 'Larger; Ctrl − smaller, Ctrl 0 as it was' },
  { keys: ['b'], does: 'Pages and outline beside the document' },
  { keys: ['s'], does: 'Its story' },
  { keys: ['d'], does: 'Outline the tables found' },
  { keys: ['n'], does: 'Next table, while they are outlined' },
]

const inJobs: readonly Shortcut[] = [
  { keys: ['↓'], does: 'Next job' },
  { keys: ['↑'], does: 'Previous job' },
  { keys: ['Delete'], does: 'Cancel the job' },
  { keys: ['r'], does: 'Retry the job' },
  { keys: ['p'], does: 'Hold the job back, or resume it' },
  { keys: ['n'], does: 'Run the job next' },
]

/** Keys of one screen; `address` is how its address begins. */
const screens: readonly {
  readonly title: string
  readonly address: string
  readonly shortcuts: readonly Shortcut[]
}[] = [
  { title: 'In the list of jobs', address: '#/jobs', shortcuts: inJobs },
  { title: 'In a story', address: '#/stories/', shortcuts: inStory },
  { title: 'In a document', address: '#/documents/', shortcuts: inDocument },
]

/** Those of the screen one is on first. */
function screensFromHere(): typeof screens {
  const isHere = ({ address }: (typeof screens)[number]): boolean => window.location.hash.startsWith(address)
  return [...screens.filter(isHere), ...screens.filter((screen) => !isHere(screen))]
}

export const focusSearchEvent = 'storyglass:focus-search'

function searchLibrary(): void {
  const here =
    window.location.hash.startsWith('#/library') ||
    window.location.hash.startsWith('#/documents/') ||
    window.location.hash === '#/jobs' ||
    window.location.hash.startsWith('#/jobs?')
  if (!here) navigate(wholeLibrary)
  // The field is there after the next render at the latest.
  setTimeout(() => window.dispatchEvent(new Event(focusSearchEvent)), here ? 0 : 80)
}

function toggleScheme(): void {
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark'
  prefer({ colorScheme: dark ? 'light' : 'dark' })
}

/** Whether a key press is meant for what has the focus. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true
  const target = event.target
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.role === 'menuitem')
  )
}

const sequenceMs = 900

/** Hears the shortcuts that hold everywhere. `?` and Ctrl+O work even when single keys are turned off. */
export function useShortcuts(showList: () => void): void {
  const pressed = useRef<{ readonly key: string; readonly at: number } | null>(null)
  const singleKeys = usePreferences((state) => state.singleKeys)
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'o') {
        event.preventDefault()
        chooseFile()
        return
      }
      if (isTyping(event) || event.repeat) return
      if (event.key === '?') {
        showList()
        return
      }
      if (!singleKeys) return
      const before = pressed.current
      const first = before !== null && event.timeStamp - before.at < sequenceMs ? before.key : null
      pressed.current = { key: event.key, at: event.timeStamp }
      const found =
        everywhere.find(({ keys }) => keys.length === 2 && keys[0] === first && keys[1] === event.key) ??
        everywhere.find(({ keys }) => keys.length === 1 && keys[0] === event.key && first !== 'g')
      if (found?.run === undefined) return
      event.preventDefault()
      pressed.current = null
      found.run()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [showList, singleKeys])
}

interface ShortcutsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const singleKeys = usePreferences((state) => state.singleKeys)
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      <ShortcutGroup title="Everywhere" shortcuts={[...everywhere, { keys: ['?'], does: 'Show this list' }]} />
      {screensFromHere().map(({ title, shortcuts }) => (
        <ShortcutGroup key={title} title={title} shortcuts={shortcuts} />
      ))}
      <Switch
        mt="lg"
        label="Single keys as shortcuts"
        description="Turn this off if keys are pressed by speech input or by accident. Ctrl+O and ? keep working."
        checked={singleKeys}
        onChange={(event) => prefer({ singleKeys: event.currentTarget.checked })}
      />
    </Modal>
  )
}

function ShortcutGroup({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.does} className={classes.row}>
            <dt>{shortcut.does}</dt>
            <dd>
              {shortcut.keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && <span className={classes.then}>then</span>}
                  <Kbd>{key === 'Escape' ? 'Esc' : key.length === 1 ? key.toUpperCase() : key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
