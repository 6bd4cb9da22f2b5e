/** The bar at the top of the window: where one can go, what is under way, how it looks. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBooks, IconHome, IconKeyboard, IconListDetails } from '@tabler/icons-react'
import { useActiveCount } from '../queries/queue.ts'
import { allJobs, type Route, wholeLibrary } from '../routes/route.ts'
import { useTexts } from '../stores/language.ts'
import classes from './header.module.css'
import { IconMark } from './icon-mark.tsx'
import { Link } from './link.tsx'
import { PreferencesMenu } from './preferences-menu.tsx'

interface HeaderProps {
  readonly route: Route
  readonly onShortcuts: () => void
  /** Moves the focus past the bar, to what the screen is about. */
  readonly onSkip: () => void
}

export function Header({ route, onShortcuts, onSkip }: HeaderProps) {
  const texts = useTexts()
  const active = useActiveCount()
  return (
    <header className={classes.header} data-print="hide">
      <button type="button" className={classes.skip} onClick={onSkip}>
        {texts.header.skipToContent}
      </button>
      <Link to={{ screen: 'home' }} className={classes.brand} aria-label={texts.header.storyglassHome}>
        <IconMark size={26} />
        <span className={classes.word}>{texts.header.storyglass}</span>
      </Link>
      <nav className={classes.nav} aria-label={texts.header.main}>
        <NavLink to={{ screen: 'home' }} here={route.screen === 'home'} icon={<IconHome size={18} aria-hidden />}>
          {texts.header.home}
        </NavLink>
        <NavLink
          to={wholeLibrary}
          here={['library', 'story', 'retell', 'document', 'compare'].includes(route.screen)}
          icon={<IconBooks size={18} aria-hidden />}
        >
          {texts.header.library}
        </NavLink>
        <NavLink
          to={allJobs}
          here={route.screen === 'jobs' || route.screen === 'job' || route.screen === 'metrics'}
          icon={<IconListDetails size={18} aria-hidden />}
          {...(active > 0 ? { count: active } : {})}
        >
          {texts.header.jobs}
        </NavLink>
      </nav>
      <div className={classes.tools}>
        <Tooltip label={texts.header.keyboardShortcuts}>
          <ActionIcon
            className={classes.shortcuts}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={texts.header.keyboardShortcuts}
            onClick={onShortcuts}
          >
            <IconKeyboard size={19} />
          </ActionIcon>
        </Tooltip>
        <PreferencesMenu />
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
  const texts = useTexts()
  return (
    <Link to={to} className={classes.link} aria-current={here ? 'page' : undefined}>
      {icon}
      <span className={classes.linkText}>{children}</span>
      {count !== undefined && (
        <span className={classes.count}>
          {count > 999 ? '999+' : count}
          <span className="visually-hidden"> {texts.header.inProgress}</span>
        </span>
      )}
    </Link>
  )
}
