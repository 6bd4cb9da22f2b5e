/** A chart taken along as a picture: copied, or saved as PNG or SVG. */
import { Menu } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { Chart } from '../../shared/story/chart.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import { notify } from '../stores/notices.ts'
import { slugsOf } from '../words/slug.ts'
import classes from './chart-figure.module.css'
import { type PictureFormat, pictureOf } from './chart-picture.ts'
import { paperTheme } from './chart-theme.ts'

export function PictureMenu({ chart }: { readonly chart: Chart }) {
  const texts = useTexts()
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <button type="button" className={classes.action} data-testid="chart-picture">
          <IconPhoto size={14} aria-hidden />
          {texts.charts.picture}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copy(chart)}>{texts.charts.copyPicture}</Menu.Item>
        <Menu.Item data-testid="save-png" onClick={() => void save(chart, 'png')}>
          {texts.charts.savePng}
        </Menu.Item>
        <Menu.Item data-testid="save-svg" onClick={() => void save(chart, 'svg')}>
          {texts.charts.saveSvg}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

async function copy(chart: Chart): Promise<void> {
  const texts = currentTexts().charts
  try {
    const picture = pictureOf(chart, 'png', paperTheme(document.documentElement))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    notify({ kind: 'good', title: texts.pictureCopied, text: chart.spec.title })
  } catch {
    notify({ kind: 'plain', title: texts.pictureNotCopied, text: texts.saveItInstead })
  }
}

async function save(chart: Chart, format: PictureFormat): Promise<void> {
  const picture = await pictureOf(chart, format, paperTheme(document.documentElement))
  const address = URL.createObjectURL(picture)
  const link = document.createElement('a')
  link.href = address
  link.download = `${slugsOf([chart.spec.title])[0] ?? chart.id}.${format}`
  link.click()
  // The download has begun by then; what it reads must stay until it has.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
