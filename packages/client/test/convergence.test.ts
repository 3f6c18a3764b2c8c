import type { Message } from '@parley/contract/messages'
import { expect, test } from 'vitest'
import { quoteOf } from '../src/messages.js'
import { emptyWindow, reduceTimeline, type TimelineAction, type TimelineWindow } from '../src/timeline/window.js'
import { event, message, page, seeded } from './make.js'

/** A room's life: every version of every message, quotes as the server would have read them. */
function history(random: () => number, changes: number): Message[] {
  const current = new Map<string, Message>()
  const log: Message[] = []
  for (let version = 1; version <= changes; version++) {
    const held = [...current.values()]
    const touched = held[Math.floor(random() * held.length)]
    const next =
      touched && random() < 0.5
        ? { ...touched, version, body: `edit ${version}`, editedAt: new Date(version) }
        : message(current.size + 1, { version, replyTo: touched ? quoteOf(touched) : null })
    const source = next.replyTo && current.get(next.replyTo.id)
    current.set(next.id, source ? { ...next, replyTo: quoteOf(source) } : next)
    log.push(current.get(next.id)!)
  }
  return log
}

/** What a fresh fetch returns after `log`. */
function fetched(log: readonly Message[]): Message[] {
  const current = new Map(log.map((each) => [each.id, each]))
  return [...current.values()]
    .map((each) => {
      const source = each.replyTo && current.get(each.replyTo.id)
      return source ? { ...each, replyTo: quoteOf(source) } : each
    })
    .toSorted((a, b) => a.seq - b.seq)
}

function opened(items: Message[]): TimelineWindow {
  const asked = reduceTimeline(emptyWindow, { type: 'asked', part: 'page' })
  return reduceTimeline(asked, { type: 'landed', part: 'page', generation: asked.generation, page: page(items) })
}

const live = (given: Message): TimelineAction => ({ type: 'event', event: event(given) })
const shuffled = <T>(items: readonly T[], random: () => number) =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

test('events shuffled and repeated lead to what a fresh fetch shows', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed)
    const log = history(random, 40)
    const known = Math.floor(random() * log.length)
    const events = shuffled([...log.slice(known), ...log.filter(() => random() < 0.3)], random)
    const window = events.map(live).reduce(reduceTimeline, opened(fetched(log.slice(0, known))))
    expect(window.messages, `seed ${seed}`).toEqual(fetched(log))
  }
})

test('a cut feed that catches up leads to what a fresh fetch shows', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed)
    const log = history(random, 40)
    const [from, cut, back] = [random(), random(), random()]
      .map((at) => Math.floor(at * log.length))
      .toSorted((a, b) => a - b)
    const before = log.slice(from, cut)
    // Everything changed since the cut, each message once in its latest state, by version.
    const missed = new Set(log.slice(cut, back).map(({ id }) => id))
    const backlog = fetched(log.slice(0, back))
      .filter(({ id }) => missed.has(id))
      .toSorted((a, b) => a.version - b.version)
    const window = [...before, ...backlog, ...log.slice(back)]
      .map(live)
      .reduce(reduceTimeline, opened(fetched(log.slice(0, from))))
    expect(window.messages, `seed ${seed}`).toEqual(fetched(log))
    expect(window.version ?? 0, `seed ${seed}`).toBeLessThanOrEqual(log.length)
  }
})

test('a page read at any moment merges with what arrived meanwhile', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed)
    const log = history(random, 40)
    const [ready, read] = [random(), random()].map((at) => Math.floor(at * log.length)).toSorted((a, b) => a - b)
    const arrivesAt = ready! + Math.floor(random() * (log.length - ready!))
    const asked = reduceTimeline(emptyWindow, { type: 'asked', part: 'page' })
    const during = log.slice(ready, Math.max(arrivesAt, read!)).map(live).reduce(reduceTimeline, asked)
    const answer = page(fetched(log.slice(0, read)))
    const landed = reduceTimeline(during, { type: 'landed', part: 'page', generation: asked.generation, page: answer })
    const window = log.slice(Math.max(arrivesAt, read!)).map(live).reduce(reduceTimeline, landed)
    expect(window.messages, `seed ${seed}`).toEqual(fetched(log))
  }
})
