/** Starts the window: fonts and styles, the stores on the engine's bridge, then the first render. */
import './theme/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { bridge } from './bridge/index.ts'
import { startStores } from './stores/start.ts'
import { preparePrinting } from './theme/printing.ts'

startStores(bridge)
preparePrinting(window)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
