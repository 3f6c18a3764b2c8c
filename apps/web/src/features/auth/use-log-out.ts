import { useParley } from '@parley/client/react'
import { useNavigate } from '@tanstack/react-router'

/**
 * Logs out, then shows the form as if for anybody: who leaves on purpose does not mean to come back to this room, and
 * the next person may not be in it. Throws when the server cannot be reached.
 */
export function useLogOut(): (options?: { everywhere: boolean }) => Promise<void> {
  const client = useParley()
  const navigate = useNavigate()
  return async (options) => {
    await client.logout(options)
    await navigate({ to: '/login', search: {}, replace: true })
  }
}
