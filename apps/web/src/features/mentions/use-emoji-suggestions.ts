import { searchShortNames, useShortNames } from '../body/short-names'
import type { Suggestion } from './use-suggestions'

const most = 8

/** Emoji whose short names go on like this; `null`: none is asked for. */
export function useEmojiSuggestions(query: string | null): Suggestion[] {
  const names = useShortNames(query !== null)
  if (query === null || !names) return []
  return searchShortNames(names, query.toLowerCase(), most).map(({ name, char }) => ({
    name,
    says: `:${name}:`,
    user: null,
    char,
  }))
}
