import { useEffect } from 'react'

/**
 * Where the keyboard covers the page instead of shrinking it (iOS), gives the shell the height that is left, so that
 * what is being written stays in view.
 */
export function useViewportHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const { style } = document.documentElement
    const fit = () => {
      // A pinch makes it smaller too; only a keyboard does so at scale 1.
      const covered = viewport.scale === 1 && innerHeight - viewport.height > 80
      if (!covered) return style.removeProperty('--viewport-height')
      style.setProperty('--viewport-height', `${viewport.height}px`)
      scrollTo(0, 0)
    }
    viewport.addEventListener('resize', fit)
    return () => viewport.removeEventListener('resize', fit)
  }, [])
}
