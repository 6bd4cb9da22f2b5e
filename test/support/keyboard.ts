/** A person at the keyboard alone: goes from place to place by Tab, and notices where the focus is lost. */
import type { Page } from 'playwright-core'

export interface Keyboard {
  /** A key, with what it changes drawn before the next. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** By Tab to the next element that matches; throws where the focus is lost on the way or there is none. */
  tabTo(selector: string, what: string): Promise<void>
  /** The same by Shift+Tab. */
  backTo(selector: string, what: string): Promise<void>
  /** In a list of choices that has the focus: by the letters it begins with. */
  choose(label: string): Promise<void>
  /** In an open menu: by the arrow keys, then Enter. */
  chooseItem(label: RegExp): Promise<void>
  /** Throws where no element has the focus, or none that can be seen. */
  expectPlace(): Promise<void>
  isOn(selector: string): Promise<boolean>
  /** What has the focus, for messages. */
  place(): Promise<string>
}

/** Steps by Tab before something counts as not to be reached. */
const mostSteps = 250
/** After a key, ms: longer than the window waits before it places a lost focus. */
const settleMs = 130

export function keyboardOf(page: Page): Keyboard {
  const isOn = (selector: string): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  const place = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: active } = document
      if (active === null || active === document.body) return 'nothing'
      const named = active.getAttribute('data-testid') ?? active.getAttribute('aria-label') ?? active.textContent ?? ''
      return `${active.tagName.toLowerCase()} ${named.trim().slice(0, 60)}`
    })
  const go = async (key: 'Tab' | 'Shift+Tab', selector: string, what: string): Promise<void> => {
    const begun = await place()
    for (let steps = 0; steps < mostSteps; steps++) {
      await page.keyboard.press(key)
      if (await isOn(selector)) return
    }
    throw new Error(`By ${key} from ${begun}, ${what} (${selector}) is not reached; the focus is on ${await place()}.`)
  }
  return {
    isOn,
    place,
    press: async (key) => {
      await page.keyboard.press(key)
      await page.waitForTimeout(settleMs)
    },
    type: (text) => page.keyboard.type(text),
    tabTo: (selector, what) => go('Tab', selector, what),
    backTo: (selector, what) => go('Shift+Tab', selector, what),
    choose: async (label) => {
      await page.keyboard.type(label)
      await page.waitForTimeout(settleMs)
    },
    chooseItem: async (label) => {
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press('ArrowDown')
        const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
        if (!label.test(text)) continue
        await page.keyboard.press('Enter')
        await page.waitForTimeout(settleMs)
        return
      }
      throw new Error(`No entry ${label} in the menu; the focus is on ${await place()}.`)
    },
    expectPlace: async () => {
      // A busy machine may show a screen before its focus is set.
      const isThere = (): boolean => {
        const { activeElement: active } = document
        return active !== null && active !== document.body && active.checkVisibility()
      }
      await page.waitForFunction(isThere, undefined, { timeout: 10_000 }).catch((cause: unknown) => {
        throw new Error('No element that can be seen has the focus.', { cause })
      })
    },
  }
}
