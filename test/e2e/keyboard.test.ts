/** From a file to a corrected, focused, exported story by the keyboard alone, as somebody without a manual would go. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openWindow, startEngine } from '../support/app.ts'
import { projectRoot } from '../support/command-line.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')
const patient = { timeout: 120_000 }
const soon = { timeout: 20_000 }

const text = (page: Page, testId: string) => page.getByTestId(testId).first().textContent()

async function openFile(page: Page, keyboard: Keyboard): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await keyboard.tabTo('main button', 'the button that chooses a file')
  await keyboard.press('Enter')
  await (await chooser).setFiles(weather)
  await page.getByTestId('story-title').waitFor(patient)
  await keyboard.expectPlace()
}

async function readOn(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('k')
  expect(await keyboard.isOn('h2'), await keyboard.place()).toBe(true)
  await keyboard.tabTo('[data-testid=stated-number]', 'a number of the section')
  await keyboard.press('Enter')
  await page.getByTestId('evidence-panel').waitFor(soon)
  await keyboard.tabTo('[data-testid=evidence-query] summary', 'the query of the number')
  await keyboard.press('Enter')
  await expect.poll(() => text(page, 'evidence-panel'), soon).toMatch(/select/iu)
  await keyboard.press('Escape')
  await page.getByTestId('evidence-panel').waitFor({ state: 'hidden', ...soon })
  expect(await keyboard.isOn('[data-testid=stated-number]'), await keyboard.place()).toBe(true)
}

/** Corrects a column, leaves one out, tells only some rows, with a way back at each step. */
async function tellDifferently(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.backTo('[data-testid=open-retell]', 'what tells the story differently')
  await keyboard.press('Enter')
  await page.getByTestId('retelling').waitFor(soon)
  await keyboard.expectPlace()

  const sentence = () => text(page, 'rows-sentence')
  await keyboard.tabTo('[data-testid=filter-column]', 'the column of a filter')
  await keyboard.choose('weather')
  await keyboard.tabTo('[data-testid=filter-value]', 'the value of a filter')
  await keyboard.type('rain')
  await keyboard.press('Enter')
  await expect.poll(sentence, soon).toContain('weather is rain')
  await keyboard.type('snow')
  await keyboard.press('Enter')
  await expect.poll(sentence, soon).toContain('snow')
  await keyboard.press('Escape')
  await expect.poll(sentence, soon).toContain('snow')
  // A filter that is taken out leaves the keyboard beside it.
  await keyboard.backTo('main ul li button', 'what takes a filter out')
  await keyboard.press('Enter')
  await keyboard.expectPlace()
  await keyboard.press('Control+z')
  await expect.poll(sentence, soon).toContain('snow')
  await keyboard.press('Control+z')
  await expect.poll(sentence, soon).toBe('Only rows where weather is rain.')

  const wind = '[data-testid=column-told][data-column=wind]'
  await keyboard.tabTo(`${wind} input[type=checkbox]`, 'what leaves the wind out')
  await keyboard.press(' ')
  await expect.poll(() => page.locator(`${wind} input[type=checkbox]`).isChecked()).toBe(true)
  await keyboard.backTo('[data-column=precipitation] [data-testid=column-missing]', 'what counts as missing')
  await keyboard.type('0')
  await keyboard.press('Enter')
  expect(await keyboard.isOn('[data-column=precipitation] [data-testid=column-missing]')).toBe(true)
  await keyboard.backTo('[data-column=precipitation] [data-testid=column-unit]', 'a unit')
  await keyboard.type('mm')
  await keyboard.press('Enter')
  expect(await keyboard.isOn('[data-column=precipitation] [data-testid=column-unit]')).toBe(true)

  await keyboard.tabTo('[data-testid=retell-undo]', 'what takes a step back')
  for (let steps = 0; steps < 12 && (await page.getByTestId('retell-undo').isEnabled()); steps++) {
    await keyboard.press('Enter')
    await keyboard.expectPlace()
    if (!(await keyboard.isOn('[data-testid=retell-undo]'))) break
  }
  await expect.poll(sentence, soon).toMatch(/^All /u)
  await keyboard.expectPlace()
  for (let steps = 0; steps < 12 && (await page.getByTestId('retell-redo').isEnabled()); steps++)
    await keyboard.press('Control+Shift+Z')
  await expect.poll(() => text(page, 'retell-state'), soon).toContain('rain')

  await keyboard.tabTo('[data-testid=retell-tell]', 'what tells it')
  // Pressed twice it is told once, and not cancelled.
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.expectPlace()
  await page.getByTestId('versions').waitFor(patient)
  await keyboard.expectPlace()
  expect(await text(page, 'story-scope')).toContain('only where weather is rain')
}

async function askSomething(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo('[data-testid=ask-input]', 'the line to ask in')
  await keyboard.type('average temp_max by weather')
  await keyboard.press('Enter')
  await page.getByTestId('ask-sentence').first().waitFor(patient)
  await keyboard.expectPlace()
  await keyboard.tabTo('[data-testid=ask-aggregate]', 'a part of the question')
  await keyboard.choose('total')
  await expect.poll(() => text(page, 'ask-understood'), soon).toContain('total')
  expect(await keyboard.isOn('[data-testid=ask-aggregate]'), await keyboard.place()).toBe(true)
  await keyboard.backTo('[data-testid=ask-answer] > button', 'what closes the answer')
  await keyboard.press('Enter')
  expect(await keyboard.isOn('[data-testid=ask-input]'), await keyboard.place()).toBe(true)
}

async function lookAtTheRows(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.backTo('[data-testid=open-data]', 'what opens the table')
  await keyboard.press('Enter')
  await page.getByTestId('data-grid').waitFor(soon)
  await keyboard.expectPlace()
  await keyboard.tabTo('[data-testid=data-grid]', 'the grid')
  const firstCells = () => page.locator('[role=gridcell][data-row="0"]').allTextContents()
  await expect.poll(firstCells, soon).not.toEqual([])
  const before = await firstCells()
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await page.getByTestId('column-panel').waitFor(soon)
  await keyboard.tabTo('[data-testid=sort-descending]', 'what sorts by the column')
  await keyboard.press('Enter')
  await expect.poll(firstCells, soon).not.toEqual(before)
  expect(await keyboard.isOn('[data-testid=sort-descending]'), await keyboard.place()).toBe(true)
  await keyboard.tabTo('[data-testid=filter-from]', 'the least value shown')
  await keyboard.type('20')
  // Escape closes the panel and loses nothing of what was begun in it.
  await keyboard.press('Escape')
  await page.getByTestId('column-panel').waitFor({ state: 'hidden', ...soon })
  await keyboard.press('Enter')
  await keyboard.tabTo('[data-testid=filter-from]', 'the least value shown')
  await expect.poll(() => page.getByTestId('filter-from').inputValue()).toBe('20')
  await keyboard.press('Enter')
  await expect.poll(() => page.getByTestId('grid-filters').count(), soon).toBe(1)
  await keyboard.expectPlace()
  expect(await keyboard.isOn('[data-testid=column-panel] *'), await keyboard.place()).toBe(true)
  await keyboard.press('Escape')
  await page.getByTestId('column-panel').waitFor({ state: 'hidden', ...soon })
  expect(await keyboard.isOn('[data-testid=data-grid]'), await keyboard.place()).toBe(true)
  // The only filter is taken out, and its bar with it.
  await keyboard.backTo('[data-testid=grid-filters] li button', 'what takes the filter out')
  await keyboard.press('Enter')
  await expect.poll(() => page.getByTestId('grid-filters').count(), soon).toBe(0)
  await keyboard.expectPlace()
  await keyboard.backTo('[data-testid=back-to-story]', 'the way back to the story')
  await keyboard.press('Enter')
  await page.getByTestId('story-title').waitFor(soon)
  await keyboard.expectPlace()
}

async function putAHandToIt(page: Page, keyboard: Keyboard): Promise<void> {
  const menu = async (item: RegExp): Promise<void> => {
    await keyboard.press('Enter')
    await page.getByRole('menuitem').first().waitFor(soon)
    await keyboard.chooseItem(item)
  }
  await keyboard.tabTo('[data-form=key] [data-testid=statement-menu]', 'what can be done with a statement')
  await menu(/^Write a note/u)
  await page.getByTestId('hand-field').waitFor(soon)
  await keyboard.type('Ask the harbour master.')
  await keyboard.press('Escape')
  await keyboard.expectPlace()
  await page.getByTestId('hand-unfinished').first().waitFor(soon)
  await keyboard.tabTo('[data-testid=hand-unfinished]', 'the note that was begun')
  await keyboard.press('Enter')
  await expect.poll(() => page.getByTestId('hand-field').inputValue()).toBe('Ask the harbour master.')
  await keyboard.press('Control+Enter')
  await expect.poll(() => text(page, 'statement-note'), soon).toBe('Ask the harbour master.')
  await keyboard.expectPlace()

  await menu(/^Pin/u)
  await page.getByTestId('hand-marks').waitFor(soon)
  await keyboard.expectPlace()
  await keyboard.tabTo('[data-form=key] [data-testid=statement-menu]', 'another statement')
  await menu(/^Hide/u)
  await page.getByTestId('hidden-statements').waitFor(soon)
  await keyboard.expectPlace()
  expect(await keyboard.isOn('article *'), await keyboard.place()).toBe(true)
  await keyboard.press('Control+z')
  await page.getByTestId('hidden-statements').waitFor({ state: 'hidden', ...soon })
  await keyboard.expectPlace()
}

async function takeItAlong(page: Page, keyboard: Keyboard): Promise<string> {
  await keyboard.backTo('[data-testid=export-menu]', 'what exports the story')
  await keyboard.press('Enter')
  await page.getByRole('menuitem').first().waitFor(soon)
  const download = page.waitForEvent('download')
  await keyboard.chooseItem(/^Markdown/u)
  const file = await (await download).path()
  await keyboard.expectPlace()
  return readFileSync(file, 'utf8')
}

it.each([
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])(
  'a file becomes a corrected, focused, exported story by keyboard, $width px wide',
  async (size) => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const { page, context, problems } = await openWindow(engine.address, size)
      try {
        const keyboard = keyboardOf(page)
        await page.getByRole('main').waitFor()
        await openFile(page, keyboard)
        await readOn(page, keyboard)
        await tellDifferently(page, keyboard)
        await askSomething(page, keyboard)
        await lookAtTheRows(page, keyboard)
        await putAHandToIt(page, keyboard)
        const markdown = await takeItAlong(page, keyboard)
        expect(markdown).toContain('only where weather is rain')
        expect(markdown).toContain('“0” in “precipitation” counts as missing')
        expect(markdown).toContain('“precipitation” is in mm')
        expect(markdown).toContain('“wind” is left out')
        expect(markdown).toMatch(/Total precipitation came to [\d,.]+ mm/u)
        expect(markdown).toContain('Note: Ask the harbour master.')
        expect(problems).toEqual([])
      } finally {
        await context.close()
        await engine.stop()
      }
    })
  },
  400_000,
)
