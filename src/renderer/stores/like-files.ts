/** Files dropped together that could be one table: held until the person says what they are to be. */
import { create } from 'zustand'
import { lookAlike } from '../words/like-files.ts'
import { takeFiles, takeFilesAsOne } from './incoming.ts'

interface LikeFilesState {
  readonly offered: readonly File[] | null
}

export const useLikeFiles = create<LikeFilesState>()(() => ({ offered: null }))

/** Begins a story of each, unless they look like parts of one table: then it is asked first. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  // A file that cannot be read says why when its own story begins.
  const isAlike = await lookAlike(files).catch(() => false)
  if (isAlike) useLikeFiles.setState({ offered: files })
  else takeFiles(files)
}

export function settleOffer(decision: 'one' | 'each' | 'none'): void {
  const { offered } = useLikeFiles.getState()
  useLikeFiles.setState({ offered: null })
  if (offered === null) return
  switch (decision) {
    case 'one':
      takeFilesAsOne(offered)
      break
    case 'each':
      takeFiles(offered)
      break
    case 'none':
      break
  }
}
