import { useLayoutEffect, type RefObject } from 'react'

const native = CSS.supports('field-sizing', 'content')

/** Lets a text area grow with its text. Where CSS does it alone this is nothing; measuring costs a layout per key. */
export function useAutosize(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = area.current
    const box = element?.parentElement
    if (native || !box) return
    // What is around it must not move meanwhile: a list that stands on its end would lose it.
    box.style.minHeight = `${box.offsetHeight}px`
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
    box.style.minHeight = ''
  }, [area, text])
}
