/**
 * Given to Node with `--import` before the built main process: `electron` resolves to the stand-in, and the argument
 * list looks as Electron's does (program, application folder, the rest).
 */
import { registerHooks } from 'node:module'

const standIn = new URL('./module/index.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: standIn, format: 'module-typescript', shortCircuit: true }
    return next(specifier, context)
  },
})

const { STANDIN_APP_PATH: appPath } = process.env
if (!appPath) throw new Error('STANDIN_APP_PATH is not set')
process.argv = [process.execPath, appPath, ...process.argv.slice(2)]
