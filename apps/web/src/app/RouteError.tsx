import type { ErrorComponentProps } from '@tanstack/react-router'
import { PageError } from './PageError'

/** The last net, when there is no shell to show an error in. */
export function RouteError(props: ErrorComponentProps) {
  return (
    <main className="flex min-h-dvh flex-col">
      <PageError {...props} />
    </main>
  )
}
