/** The bar at the top of the window: where one can go, what is under way, how it looks. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconBooks,
  IconCheck,
  IconDeviceDesktop,
  IconHome,
  IconKeyboard,
  IconListDetails,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useShallow } from 'zustand/react/shallow'
import type { Route } from '../routes/route.ts'
import { isActive, useJobs } from '../stores/jobs.ts'
import { type ColorSchemeChoice, prefer, usePreferences } from '../stores/preferences.ts'
import classes from './header.module.css'
import { IconMark } from './icon-mark.tsx'
import { Link } from './link.tsx'

interface HeaderProps {
  readonly route: Route
  readonly onShortcuts: () => void
  /** Moves the focus past the bar, to what the screen is about. */
  readonly onSkip: () => void
}

export function Header({ route, onShortcuts, onSkip }: HeaderProps) {
  const active = useJobs(
    useShallow((state) =>
      Object.values(state.byId)
        .filter(isActive)
        .map((job) => job.id),
    ),
  ).length
  return (
    <header className={classes.header} data-print="hide">
      <button type="button" className={classes.skip} onClick={onSkip}>
        Skip to content
      </button>
      <Link to={{ screen: 'home' }} className={classes.brand} aria-label="Storyglass, home">
        <IconMark size={26} />
        <span className={classes.word}>Storyglass</span>
      </Link>
      <nav className={classes.nav} aria-label="Main">
        <NavLink to={{ screen: 'home' }} here={route.screen === 'home'} icon={<IconHome size={18} aria-hidden />}>
          Home
        </NavLink>
        <NavLink
          to={{ screen: 'library', search: '', sort: 'newest' }}
          here={route.screen === 'library' || route.screen === 'story'}
          icon={<IconBooks size={18} aria-hidden />}
        >
          Library
        </NavLink>
        <NavLink
          to={{ screen: 'jobs' }}
          here={route.screen === 'jobs' || route.screen === 'job'}
          icon={<IconListDetails size={18} aria-hidden />}
          {...(active > 0 ? { count: active } : {})}
        >
          Jobs
        </NavLink>
      </nav>
      <div className={classes.tools}>
        <Tooltip label="Keyboard shortcuts">
          <ActionIcon
            className={classes.shortcuts}
            variant="subtle"
            color="gray"
            size={36}
            aria-label="Keyboard shortcuts"
            onClick={onShortcuts}
          >
            <IconKeyboard size={19} />
          </ActionIcon>
        </Tooltip>
        <SchemeMenu />
      </div>
    </header>
  )
}

interface NavLinkProps {
  readonly to: Route
  readonly here: boolean
  readonly icon: React.ReactNode
  readonly count?: number
  readonly children: string
}

function NavLink({ to, here, icon, count, children }: NavLinkProps) {
  return (
    <Link to={to} className={classes.link} aria-current={here ? 'page' : undefined}>
      {icon}
      <span className={classes.linkText}>{children}</span>
      {count !== undefined && (
        <span className={classes.count}>
          {count}
          <span className="visually-hidden"> in progress</span>
        </span>
      )}
    </Link>
  )
}

const schemes = [
  { choice: 'auto', label: 'Like the system', Icon: IconDeviceDesktop },
  { choice: 'light', label: 'Light', Icon: IconSun },
  { choice: 'dark', label: 'Dark', Icon: IconMoon },
] as const satisfies readonly { choice: ColorSchemeChoice; label: string; Icon: typeof IconSun }[]

function SchemeMenu() {
  const chosen = usePreferences((state) => state.colorScheme)
  const Icon = schemes.find((scheme) => scheme.choice === chosen)?.Icon ?? IconDeviceDesktop
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label="Appearance">
          <Icon size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.choice}
            leftSection={<scheme.Icon size={16} />}
            rightSection={scheme.choice === chosen ? <IconCheck size={16} /> : null}
            role="menuitemradio"
            aria-checked={scheme.choice === chosen}
            onClick={() => prefer({ colorScheme: scheme.choice })}
          >
            {scheme.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
