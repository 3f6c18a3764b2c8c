import { createContext, use } from 'react'

/** What can be asked for about a room, from wherever it is shown. */
export type RoomDialog = 'about' | 'settings' | 'invites' | 'reports' | 'banned' | 'log' | 'leave' | 'add-people'

export type OpenRoomDialog = (roomId: string, dialog: RoomDialog) => void

export const RoomDialogsContext = createContext<OpenRoomDialog>(() => {})

export const useRoomDialogs = (): OpenRoomDialog => use(RoomDialogsContext)
