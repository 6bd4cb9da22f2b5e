/** Whether the engine can be heard. In the desktop shell it always can; the browser's connection may drop. */
import { create } from 'zustand'

export const useConnection = create<{ readonly connected: boolean }>()(() => ({ connected: true }))
