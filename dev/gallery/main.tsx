/** The gallery: every screen in every state, without an engine. `?scene=name` shows one, no scene lists them;
 * `&language=en-XA` in the pseudo-language. */
import '../../src/renderer/theme/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '../../src/renderer/app.tsx'
import { takeFiles } from '../../src/renderer/stores/incoming.ts'
import { speak } from '../../src/renderer/stores/language.ts'
import { startStores } from '../../src/renderer/stores/start.ts'
import { createFakeEngine, type FakeEngine } from './fake-bridge.ts'
import classes from './gallery.module.css'
import type { Scene } from './scene.ts'
import { scenes } from './scenes.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const parameters = new URLSearchParams(window.location.search)
const name = parameters.get('scene')
const scene = name === null ? undefined : scenes[name]
createRoot(root).render(<StrictMode>{scene === undefined ? <SceneList /> : show(scene)}</StrictMode>)

function show(chosen: Scene): React.ReactNode {
  if (window.location.hash === '') window.history.replaceState(null, '', chosen.address)
  const language = parameters.get('language') ?? 'en'
  // Some scenes have an engine that never answers.
  speak(language)
  const engine = createFakeEngine({ ...chosen.engine, language })
  startStores(engine.bridge)
  setTimeout(() => follow(chosen, engine), 150)
  return <App />
}

function follow(chosen: Scene, engine: FakeEngine): void {
  switch (chosen.afterwards) {
    case 'lose-connection':
      engine.connection(false)
      break
    case 'upload':
      takeFiles([new File([new Uint8Array(141_000)], 'transactions-2024.csv')])
      break
    case 'drag-one':
      drag(1)
      break
    case 'drag-many':
      drag(3)
      break
    case 'drag-document':
      drag(1, 'application/pdf')
      break
    case 'wrong-password':
      giveWrongPassword()
      break
    case 'show-tables':
      press(['toggle-tables'])
      break
    case 'show-rows':
      press(['toggle-tables', 'table-rows'])
      break
    case 'show-outline':
      press(['panel-outline'])
      break
    case 'visit-statement':
      press(['story-statement'])
      break
    case undefined:
      break
  }
}

/** Presses one after the other, each as soon as it is there; on a narrow window one may be in the menu. */
function press(testIds: readonly string[]): void {
  const [first, ...rest] = testIds
  if (first === undefined) return
  const button = document.querySelector<HTMLElement>(`[data-testid=${first}]`)
  button?.click()
  setTimeout(() => press(button === null ? testIds : rest), 50)
}

function giveWrongPassword(): void {
  const field = document.querySelector<HTMLInputElement>('[data-testid=password]')
  if (field === null) {
    // The engine that is none takes its time to answer, too.
    setTimeout(giveWrongPassword, 50)
    return
  }
  field.value = 'sesame'
  field.form?.requestSubmit()
}

function drag(files: number, type = 'text/csv'): void {
  const dataTransfer = new DataTransfer()
  for (let index = 0; index < files; index += 1) {
    dataTransfer.items.add(new File(['a,b'], `file-${index}.csv`, { type }))
  }
  window.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true, cancelable: true }))
}

function SceneList() {
  return (
    <main className={classes.list}>
      <h1>Gallery</h1>
      <ul>
        {Object.entries(scenes).map(([key, { title, address }]) => (
          <li key={key}>
            <a href={`?scene=${key}${address}`}>{title}</a>
          </li>
        ))}
      </ul>
    </main>
  )
}
