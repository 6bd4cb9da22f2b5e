/** The window: its frame, the screen the address names, and what holds on all of them. */
import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ConnectionBanner } from './components/connection-banner.tsx'
import { DropTarget } from './components/drop-target.tsx'
import { ErrorBoundary } from './components/error-boundary.tsx'
import { FilePicker } from './components/file-picker.tsx'
import { Header } from './components/header.tsx'
import { LibraryNotices } from './components/library-notices.tsx'
import { LikeFilesDialog } from './components/like-files-dialog.tsx'
import { Notices } from './components/notices.tsx'
import { ShortcutsDialog, useShortcuts } from './components/shortcuts.tsx'
import { useKeptFocus } from './components/use-kept-focus.ts'
import { queryClient } from './queries/client.ts'
import { useRoute } from './routes/navigation.ts'
import { hrefOf, type Route } from './routes/route.ts'
import { CompareScreen } from './screens/compare.tsx'
import { DataScreen } from './screens/data.tsx'
import { DocumentScreen } from './screens/document.tsx'
import { HomeScreen } from './screens/home.tsx'
import { IncomingScreen } from './screens/incoming.tsx'
import { JobScreen } from './screens/job.tsx'
import { JobsScreen } from './screens/jobs.tsx'
import { LibraryScreen } from './screens/library.tsx'
import { MetricsScreen } from './screens/metrics.tsx'
import { RetellScreen } from './screens/retell.tsx'
import { StoryScreen } from './screens/story.tsx'
import { UnknownScreen } from './screens/unknown.tsx'
import { usePreferences } from './stores/preferences.ts'
import { theme } from './theme/theme.ts'

export function App() {
  return (
    // Colours come from tokens.css: the content policy forbids the style elements these two would add.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <Window />
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Window() {
  const route = useRoute()
  const [shortcutsShown, setShortcutsShown] = useState(false)
  const showShortcuts = useCallback(() => setShortcutsShown(true), [])
  useShortcuts(showShortcuts)
  useChosenScheme()
  const main = useRef<HTMLElement>(null)
  const place = placeOf(route)
  useFocusOnArrival(main, place)
  useKeptFocus(main)
  return (
    <>
      <Header route={route} onShortcuts={showShortcuts} onSkip={() => main.current?.focus()} />
      <ConnectionBanner />
      <LibraryNotices />
      <main ref={main} tabIndex={-1} data-screen={route.screen}>
        <ErrorBoundary place={place}>
          <Screen route={route} />
        </ErrorBoundary>
      </main>
      <FilePicker />
      <DropTarget />
      <LikeFilesDialog />
      <Notices />
      <ShortcutsDialog opened={shortcutsShown} onClose={() => setShortcutsShown(false)} />
    </>
  )
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'incoming':
      return <IncomingScreen key={route.key} entryKey={route.key} />
    case 'job':
      return <JobScreen key={route.id} id={route.id} />
    case 'jobs':
      return <JobsScreen show={route.show} search={route.search} />
    case 'metrics':
      return <MetricsScreen days={route.days} />
    case 'story':
      return <StoryScreen key={route.id} id={route.id} anchor={route.anchor} find={route.find ?? null} />
    case 'retell':
      return <RetellScreen key={route.id} id={route.id} />
    case 'data':
      return <DataScreen key={route.id} route={route} />
    case 'document':
      return <DocumentScreen key={route.id} id={route.id} page={route.page} find={route.find} />
    case 'library':
      return <LibraryScreen route={route} />
    case 'compare':
      return <CompareScreen key={hrefOf(route)} before={route.before} after={route.after} />
    case 'unknown':
      return <UnknownScreen address={route.address} />
  }
}

/** The same place as long as only a filter or an anchor changes. */
function placeOf(route: Route): string {
  switch (route.screen) {
    case 'job':
    case 'story':
    case 'retell':
    case 'data':
    case 'document':
      return `${route.screen} ${route.id}`
    case 'compare':
      return hrefOf(route)
    case 'incoming':
      return `${route.screen} ${route.key}`
    case 'home':
    case 'jobs':
    case 'library':
    case 'metrics':
    case 'unknown':
      return route.screen
  }
}

/** A new place starts at its top, and reading starts there too; the first place keeps what the browser restored. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>, place: string): void {
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    window.scrollTo({ top: 0 })
    main.current?.focus({ preventScroll: true })
  }, [main, place])
}

function useChosenScheme(): void {
  const chosen = usePreferences((state) => state.colorScheme)
  // Switching transitions off for the change would take a style element, which the content policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  useEffect(() => setColorScheme(chosen), [chosen, setColorScheme])
}
