/** After each file of end-to-end tests: no window is left open. The browser stays for the next file of the worker. */
import { afterAll } from 'vitest'
import { closeWindows } from './app.ts'

afterAll(closeWindows)
