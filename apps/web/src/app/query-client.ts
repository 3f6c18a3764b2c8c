import { QueryClient } from '@tanstack/react-query'
import { errorDataOf } from './describe-error'

/** A refusal is final; what never reached the server, or what it choked on, may pass the next time. */
function mayPass(failures: number, error: Error): boolean {
  const code = errorDataOf(error)?.appCode
  return failures < 2 && (code === undefined || code === 'unavailable' || code === 'internal')
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Offline they fail and say so, where they would otherwise wait without a word. Live data comes by feeds, not by focus.
    queries: { retry: mayPass, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})
