import { ParleyProvider } from '@parley/client/react'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { TooltipProvider } from '../ui/Tooltip'
import { client } from './client'
import { queryClient } from './query-client'
import { router } from './routes'

export function App() {
  // The guards of the routes are asked again when somebody comes or goes, in this tab or by the server's word.
  useEffect(() => {
    let last = client.session.get().status
    return client.session.subscribe(() => {
      const { status } = client.session.get()
      if (status === last) return
      last = status
      void router.invalidate()
    })
  }, [])

  return (
    <ParleyProvider client={client} queryClient={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </ParleyProvider>
  )
}
