import { useParley } from '@parley/client/react'
import { useRouter } from '@tanstack/react-router'
import { arrivalOf } from './arrival'

/** Leaves the form for where the person was going, once they are logged in. */
export function useArrive(next: string | undefined): () => Promise<void> {
  const client = useParley()
  const router = useRouter()
  return async () => {
    const { user } = client.session.get()
    await router.navigate({ href: user ? arrivalOf(user, next) : (next ?? '/'), replace: true })
  }
}
