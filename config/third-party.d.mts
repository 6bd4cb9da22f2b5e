import type { Plugin } from 'vite'

export interface Notice {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly texts: readonly string[]
}

export function packageFolderOf(moduleId: string): string | null
export function runtimePackages(root: string): Set<string>
export function noticeOf(folder: string): Notice | null
export function noticesText(notices: readonly Notice[]): string
export function thirdPartyNotices(root: string): Plugin
