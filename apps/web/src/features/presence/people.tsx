import type { UserRef } from '@parley/contract/users'
import { createContext, use } from 'react'

/** Names and pictures of those one may meet in a room. Looked up, not subscribed to: a new person re-renders no list. */
export class People {
  readonly #known = new Map<string, UserRef>()

  learn(users: Iterable<UserRef>): void {
    for (const user of users) this.#known.set(user.id, user)
  }

  find(id: string): UserRef | undefined {
    return this.#known.get(id)
  }
}

export const PeopleContext = createContext(new People())

export const usePeople = (): People => use(PeopleContext)
