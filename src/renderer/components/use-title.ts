/** The window's title: what is on screen, then the name of the program. */
import { useEffect } from 'react'

export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Storyglass' : `${title} · Storyglass`
  }, [title])
}
