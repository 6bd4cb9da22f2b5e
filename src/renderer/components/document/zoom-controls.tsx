/** How large the pages are shown: smaller, larger, or fitted. */
import { Menu } from '@mantine/core'
import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTexts } from '../../stores/language.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { cssPixelsPerPoint, formatScale, stepScale, type Zoom } from '../../words/page-layout.ts'
import { BarButton } from './bar-button.tsx'
import classes from './zoom-controls.module.css'

interface ZoomControlsProps {
  readonly scale: number
  readonly compact: boolean
}

const fitted = ['automatic', 'width', 'page'] as const satisfies readonly Zoom[]
const percentages = [50, 75, 100, 125, 150, 200, 300, 400]

export function ZoomControls({ scale, compact }: ZoomControlsProps) {
  const texts = useTexts()
  const zoom = usePreferences((state) => state.documentZoom)
  const choices: readonly { readonly zoom: Zoom; readonly label: string }[] = [
    ...fitted.map((one) => ({ zoom: one, label: texts.documentBar.fitted[one] })),
    ...percentages.map((percent) => ({
      zoom: (percent / 100) * cssPixelsPerPoint,
      label: formatScale((percent / 100) * cssPixelsPerPoint),
    })),
  ]
  return (
    <div className={classes.zoom}>
      {!compact && (
        <BarButton label={texts.documentBar.smallerCtrl} onClick={() => prefer({ documentZoom: stepScale(scale, -1) })}>
          <IconMinus size={17} />
        </BarButton>
      )}
      <Menu position="bottom">
        <Menu.Target>
          <button
            type="button"
            className={classes.percent}
            aria-label={texts.documentBar.zoom({ scale: formatScale(scale) })}
            data-testid="zoom"
          >
            {formatScale(scale)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map((choice, place) => {
            const chosen = isSame(choice.zoom, zoom)
            return (
              <div key={choice.label}>
                {place === fitted.length && <Menu.Divider />}
                <Menu.Item
                  role="menuitemradio"
                  aria-checked={chosen}
                  rightSection={chosen ? <IconCheck size={16} /> : null}
                  onClick={() => prefer({ documentZoom: choice.zoom })}
                >
                  {choice.label}
                </Menu.Item>
              </div>
            )
          })}
        </Menu.Dropdown>
      </Menu>
      {!compact && (
        <BarButton label={texts.documentBar.largerCtrl} onClick={() => prefer({ documentZoom: stepScale(scale, 1) })}>
          <IconPlus size={17} />
        </BarButton>
      )}
    </div>
  )
}

function isSame(a: Zoom, b: Zoom): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 0.001 : a === b
}
