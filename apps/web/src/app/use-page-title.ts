import { useEffect } from 'react'

/** The title of a page outside of the shell, which has a say of its own. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Parley`
    return () => {
      document.title = 'Parley'
    }
  }, [title])
}
