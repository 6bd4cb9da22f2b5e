/** What a person chooses about the window itself: how it looks, and whether it calls when it is hidden. */
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconBell,
  IconBellOff,
  IconCheck,
  IconDeviceDesktop,
  IconInfoCircle,
  IconLanguage,
  IconMoon,
  IconSun,
  IconTableOptions,
} from '@tabler/icons-react'
import { useState } from 'react'
import { languages, languageTags } from '../../shared/texts/languages.ts'
import { useTexts } from '../stores/language.ts'
import { chooseLanguage } from '../stores/language-commands.ts'
import { type ColorSchemeChoice, prefer, usePreferences } from '../stores/preferences.ts'
import { preferNotifications } from '../stores/system-notifications.ts'
import { AboutDialog } from './about-dialog.tsx'
import { KeptReadingsDialog } from './kept-readings-dialog.tsx'

const schemes = [
  { choice: 'auto', Icon: IconDeviceDesktop },
  { choice: 'light', Icon: IconSun },
  { choice: 'dark', Icon: IconMoon },
] as const satisfies readonly { choice: ColorSchemeChoice; Icon: typeof IconSun }[]

export function PreferencesMenu() {
  const texts = useTexts()
  const { colorScheme, notifications } = usePreferences()
  const [readingsOpened, setReadingsOpened] = useState(false)
  const [aboutOpened, setAboutOpened] = useState(false)
  const Bell = notifications ? IconBell : IconBellOff
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={texts.preferences.preferences}
            data-testid="preferences"
          >
            <IconAdjustmentsHorizontal size={19} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{texts.preferences.appearance}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item
              key={scheme.choice}
              leftSection={<scheme.Icon size={16} />}
              rightSection={scheme.choice === colorScheme ? <IconCheck size={16} /> : null}
              role="menuitemradio"
              aria-checked={scheme.choice === colorScheme}
              onClick={() => prefer({ colorScheme: scheme.choice })}
            >
              {texts.preferences.schemes[scheme.choice]}
            </Menu.Item>
          ))}
          <Menu.Label>{texts.preferences.language}</Menu.Label>
          {languageTags.map((tag) => (
            <Menu.Item
              key={tag}
              lang={tag}
              leftSection={<IconLanguage size={16} />}
              rightSection={tag === texts.language ? <IconCheck size={16} /> : null}
              role="menuitemradio"
              aria-checked={tag === texts.language}
              data-testid={`language-${tag}`}
              onClick={() => void chooseLanguage(tag)}
            >
              {languages[tag].name}
            </Menu.Item>
          ))}
          <Menu.Label>{texts.preferences.whenAJobEnds}</Menu.Label>
          <Menu.Item
            leftSection={<Bell size={16} />}
            rightSection={notifications ? <IconCheck size={16} /> : null}
            role="menuitemcheckbox"
            aria-checked={notifications}
            data-testid="prefer-notifications"
            onClick={() => void preferNotifications(!notifications)}
          >
            {texts.preferences.notifyMeWhileTheWindow}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTableOptions size={16} />}
            data-testid="open-kept-readings"
            onClick={() => setReadingsOpened(true)}
          >
            {texts.keptReadings.title}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconInfoCircle size={16} />}
            data-testid="open-about"
            onClick={() => setAboutOpened(true)}
          >
            {texts.about.about}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <KeptReadingsDialog opened={readingsOpened} onClose={() => setReadingsOpened(false)} />
      <AboutDialog opened={aboutOpened} onClose={() => setAboutOpened(false)} />
    </>
  )
}
