/** What a person chooses about the window itself: how it looks, and whether it calls when it is hidden. */
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconBell,
  IconBellOff,
  IconCheck,
  IconDeviceDesktop,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { type ColorSchemeChoice, prefer, usePreferences } from '../stores/preferences.ts'
import { preferNotifications } from '../stores/system-notifications.ts'

const schemes = [
  { choice: 'auto', label: 'Like the system', Icon: IconDeviceDesktop },
  { choice: 'light', label: 'Light', Icon: IconSun },
  { choice: 'dark', label: 'Dark', Icon: IconMoon },
] as const satisfies readonly { choice: ColorSchemeChoice; label: string; Icon: typeof IconSun }[]

export function PreferencesMenu() {
  const { colorScheme, notifications } = usePreferences()
  const Bell = notifications ? IconBell : IconBellOff
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label="Preferences" data-testid="preferences">
          <IconAdjustmentsHorizontal size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.choice}
            leftSection={<scheme.Icon size={16} />}
            rightSection={scheme.choice === colorScheme ? <IconCheck size={16} /> : null}
            role="menuitemradio"
            aria-checked={scheme.choice === colorScheme}
            onClick={() => prefer({ colorScheme: scheme.choice })}
          >
            {scheme.label}
          </Menu.Item>
        ))}
        <Menu.Label>When a job ends</Menu.Label>
        <Menu.Item
          leftSection={<Bell size={16} />}
          rightSection={notifications ? <IconCheck size={16} /> : null}
          role="menuitemcheckbox"
          aria-checked={notifications}
          data-testid="prefer-notifications"
          onClick={() => void preferNotifications(!notifications)}
        >
          Notify me while the window is hidden
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
