import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'

/** For a room's header: the way back to the list, where the window is too narrow to show both. */
export function BackToRooms() {
  return (
    <Link
      to="/"
      aria-label="Back to rooms"
      className="-ms-2 inline-flex size-11 shrink-0 items-center justify-center rounded-md text-fg-muted md:hidden"
    >
      <ChevronLeft className="size-5 rtl:-scale-x-100" />
    </Link>
  )
}
