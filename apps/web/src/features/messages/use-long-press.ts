import { useRef, type PointerEvent } from 'react'

const holdMs = 450
/** A finger that moves further than this is scrolling, in px. */
const wander = 10

/** Holding a finger still; a mouse has hover and needs none of it. */
export function useLongPress(onLongPress: () => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const cancel = () => {
    if (press.current) clearTimeout(press.current.timer)
    press.current = null
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      cancel()
      // What is pressed in a dialog that was opened from here bubbles to here too.
      if (!event.currentTarget.contains(event.target as Node)) return
      if (event.pointerType !== 'touch' || (event.target as Element).closest('a, button, textarea')) return
      const timer = setTimeout(() => {
        press.current = null
        navigator.vibrate?.(10)
        onLongPress()
      }, holdMs)
      press.current = { timer, x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent) => {
      const start = press.current
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > wander) cancel()
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  }
}
