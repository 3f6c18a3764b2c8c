import { Link } from '@tanstack/react-router'

export function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-5 p-8 text-center">
      <div>
        <h1 className="mb-1 text-title font-semibold">There's nothing at this address</h1>
        <p className="text-fg-muted">The link may be old, or a letter got lost on the way.</p>
      </div>
      <Link
        to="/"
        className="touch-target inline-flex h-9 items-center rounded-md bg-accent px-3.5 font-medium text-accent-fg hover:bg-accent/90"
      >
        Go to your rooms
      </Link>
    </main>
  )
}
