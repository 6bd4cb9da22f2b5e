/** Mantine's theme. Colours come from `tokens.css`: a strict content policy forbids the style element Mantine would add. */
import { Button, createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: false,
  fontFamily: 'var(--font-interface)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-interface)', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The accent is light on dark ground, where Mantine would still write on it in white.
    Button: Button.extend({
      vars: (_theme, { variant = 'filled', color }) => ({
        root: variant === 'filled' && color === undefined ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
    // Locking the page's scroll injects a style element too; dialogs here cover the window anyway.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        // On a dark page a dialog is as dark as what it covers.
        styles: { content: { border: '1px solid var(--line)' } },
        // A dialog's head is no second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, events: { hover: true, focus: true, touch: false } } },
  },
})
