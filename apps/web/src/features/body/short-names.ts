import { useEffect, useSyncExternalStore } from 'react'

/** An emoji and one of its short names, as `:tada:` has it. */
export interface ShortName {
  name: string
  char: string
}

/** The emoji that each name means. */
export type ShortNames = ReadonlyMap<string, string>

let emojiOf: ShortNames | null = null
let loading: Promise<void> | undefined
const listeners = new Set<() => void>()

/** Not within a word, as in `user:id:7`. */
const word = /(?<![\p{L}\p{N}_]):([a-z0-9_+-]{2,40}):(?![\p{L}\p{N}])/gu

/** Whether a text may have short names in it. */
export const mayHaveShortNames = (text: string): boolean => text.search(word) >= 0

/** Fetches the names, once; until then they stand as they were written. */
export function loadShortNames(): Promise<void> {
  return (loading ??= import('gemoji').then(
    ({ gemoji }) => {
      emojiOf = new Map(gemoji.flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)))
      for (const listener of listeners) listener()
    },
    () => {
      // Offline, perhaps; whoever needs them next tries again.
      loading = undefined
    },
  ))
}

/** A text with emoji in the place of their short names. */
export const withEmoji = (text: string, names: ShortNames | null): string =>
  names && text.includes(':') ? text.replaceAll(word, (written, name: string) => names.get(name) ?? written) : text

/** The same with the names that are here by now; the others are fetched for the next time. */
export function withKnownEmoji(text: string): string {
  if (!emojiOf && mayHaveShortNames(text)) void loadShortNames()
  return withEmoji(text, emojiOf)
}

/** Short names that begin so, then those that have it in them; the shortest first. */
export function searchShortNames(names: ShortNames, query: string, most: number): ShortName[] {
  const found: { name: string; char: string; rank: number }[] = []
  for (const [name, char] of names) {
    const at = name.indexOf(query)
    if (at >= 0) found.push({ name, char, rank: (at === 0 ? 0 : 100) + name.length })
  }
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ char }) => !seen.has(char) && seen.add(char))
    .slice(0, most)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The names once they are there; fetches them where they are wanted. */
export function useShortNames(wanted: boolean): ShortNames | null {
  const known = useSyncExternalStore(subscribe, () => emojiOf)
  useEffect(() => {
    if (wanted) void loadShortNames()
  }, [wanted])
  return known
}
