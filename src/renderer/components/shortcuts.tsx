/** The keyboard shortcuts: what they are, how they are heard, and the dialog that lists them. */
import { Kbd, Modal, Switch } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Texts } from '../../shared/texts/texts.ts'
import { navigate } from '../routes/navigation.ts'
import { allJobs, usualMetrics, wholeLibrary } from '../routes/route.ts'
import { useTexts } from '../stores/language.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import { chooseFile } from './file-picker.tsx'
import classes from './shortcuts.module.css'

interface Shortcut {
  /** Keys pressed one after the other. */
  readonly keys: readonly string[]
  readonly does: keyof Texts['shortcuts']['does']
  readonly run?: () => void
}

const everywhere: readonly Shortcut[] = [
  { keys: ['o'], does: 'choose', run: chooseFile },
  { keys: ['/'], does: 'search', run: searchLibrary },
  { keys: ['g', 'h'], does: 'goHome', run: () => navigate({ screen: 'home' }) },
  {
    keys: ['g', 'l'],
    does: 'goToLibrary',
    run: () => navigate(wholeLibrary),
  },
  { keys: ['g', 'j'], does: 'goToJobs', run: () => navigate(allJobs) },
  { keys: ['g', 'm'], does: 'goToMetrics', run: () => navigate(usualMetrics) },
  { keys: ['t'], does: 'switchScheme', run: toggleScheme },
]

const inStory: readonly Shortcut[] = [
  { keys: ['j'], does: 'nextSection' },
  { keys: ['k'], does: 'previousSection' },
  { keys: ['v'], does: 'recompute' },
  { keys: ['Ctrl+F'], does: 'findInStory' },
  { keys: ['Ctrl+Z'], does: 'undoHand' },
  { keys: ['Ctrl+Shift+Z'], does: 'redoHand' },
  { keys: ['Escape'], does: 'closeEvidence' },
]

const inDocument: readonly Shortcut[] = [
  { keys: ['Ctrl+F'], does: 'searchDocument' },
  { keys: ['Enter'], does: 'nextHit' },
  { keys: ['j'], does: 'nextPage' },
  { keys: ['k'], does: 'previousPage' },
  { keys: ['p'], does: 'goToPage' },
  { keys: ['Ctrl +'], does: 'zoom' },
  { keys: ['b'], does: 'sidePanel' },
  { keys: ['s'], does: 'story' },
  { keys: ['d'], does: 'outlineTables' },
  { keys: ['n'], does: 'nextTable' },
]

const inData: readonly Shortcut[] = [
  { keys: ['Enter'], does: 'openColumn' },
  { keys: ['Ctrl+A'], does: 'selectAllCells' },
  { keys: ['Ctrl+C'], does: 'copyCells' },
  { keys: ['Escape'], does: 'closeColumn' },
]

const inJobs: readonly Shortcut[] = [
  { keys: ['↓'], does: 'nextJob' },
  { keys: ['↑'], does: 'previousJob' },
  { keys: ['Delete'], does: 'cancelJob' },
  { keys: ['r'], does: 'retryJob' },
  { keys: ['p'], does: 'pauseJob' },
  { keys: ['n'], does: 'runNext' },
]

/** Keys of one screen; `address` is how its address begins. */
const screens: readonly {
  readonly where: keyof Texts['shortcuts']['screens']
  readonly address: string
  readonly shortcuts: readonly Shortcut[]
}[] = [
  { where: 'jobs', address: '#/jobs', shortcuts: inJobs },
  { where: 'story', address: '#/stories/', shortcuts: inStory },
  { where: 'document', address: '#/documents/', shortcuts: inDocument },
  { where: 'data', address: '#/data/', shortcuts: inData },
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
    window.location.hash.startsWith('#/data/') ||
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
  const texts = useTexts()
  const singleKeys = usePreferences((state) => state.singleKeys)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.shortcuts.keyboardShortcuts}
      closeButtonProps={{ 'aria-label': texts.shortcuts.close }}
    >
      <ShortcutGroup
        title={texts.shortcuts.everywhere}
        shortcuts={[...everywhere, { keys: ['?'], does: 'showList' }]}
      />
      {screensFromHere().map(({ where, shortcuts }) => (
        <ShortcutGroup key={where} title={texts.shortcuts.screens[where]} shortcuts={shortcuts} />
      ))}
      <Switch
        mt="lg"
        label={texts.shortcuts.singleKeysAsShortcuts}
        description={texts.shortcuts.turnThisOffIfKeys}
        checked={singleKeys}
        onChange={(event) => prefer({ singleKeys: event.currentTarget.checked })}
      />
    </Modal>
  )
}

function ShortcutGroup({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const texts = useTexts()
  const named: Readonly<Record<string, string>> = texts.shortcuts.keys
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.does} className={classes.row}>
            <dt>{texts.shortcuts.does[shortcut.does]}</dt>
            <dd>
              {shortcut.keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && <span className={classes.then}>{texts.shortcuts.thenKey}</span>}
                  <Kbd>{key.length === 1 ? key.toUpperCase() : (named[key] ?? key)}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
