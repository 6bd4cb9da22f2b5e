/**
 * The window's one way to the engine. The desktop's preload has put the bridge there before this page ran; a page in a
 * browser makes its own.
 */
import type { StoryglassBridge } from '../../shared/contract/bridge.ts'
import { createBrowserBridge } from './browser.ts'

function installed(): StoryglassBridge | undefined {
  return (window as { readonly storyglass?: StoryglassBridge }).storyglass
}

function install(): StoryglassBridge {
  const bridge = createBrowserBridge()
  // Also under its global name, so that whatever reads `window.storyglass` finds the same object in either shell.
  Object.defineProperty(window, 'storyglass', { value: bridge, enumerable: true })
  return bridge
}

export const bridge: StoryglassBridge = installed() ?? install()
