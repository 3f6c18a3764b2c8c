import type { DemoRoom } from './rooms.js'
import type { Random } from './random.js'
import type { Said } from './room-log.js'
import { tell } from './tell.js'
import { demoPeople, type Username } from './people.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Puts a room's conversations into the `days` before `end`, in working hours mostly; the last one ends just then. */
export function fillCalendar(
  random: Random,
  room: DemoRoom,
  members: readonly Username[],
  end: number,
  days: number,
): Said[] {
  const tellings = drawTellings(random, room)
  const starts = tellings.map(() => pickTime(random, end, days)).toSorted((a, b) => a - b)
  const said: Said[] = []
  let free = 0
  for (const [index, { talk, facts }] of tellings.entries()) {
    const last = index === tellings.length - 1
    const lines = tell(random, talk, facts, last ? lastCast(room, members) : members)
    const from = last ? end - lines.length * 3 * minute : Math.max(starts[index] ?? 0, free)
    const conversation = placeLines(random, lines, from)
    said.push(...conversation)
    free = (conversation.at(-1)?.at ?? from) + random.between(2, 20) * minute
  }
  return said.filter(({ at }) => at < end)
}

/** Who should find something unread has not had the last word. Demo people leave it to others where there are enough. */
function lastCast({ unreadBy }: DemoRoom, members: readonly Username[]): readonly Username[] {
  const others = members.filter((username) => !demoPeople.includes(username))
  return others.length >= 5 ? others : members.filter((username) => !unreadBy.includes(username))
}

/** Every conversation about every subject comes once before any comes again. */
function drawTellings(random: Random, { talks, messages }: DemoRoom) {
  const all = talks.flatMap((talk) => (talk.facts.length > 0 ? talk.facts : [{}, {}]).map((facts) => ({ talk, facts })))
  const drawn: typeof all = []
  let lines = 0
  while (lines < messages)
    for (const telling of random.shuffle(all)) {
      if (lines >= messages) break
      drawn.push(telling)
      lines += telling.talk.lines.length
    }
  return drawn
}

function placeLines(random: Random, lines: ReturnType<typeof tell>, from: number): Said[] {
  const conversation: Said[] = []
  let at = from
  for (const line of lines) {
    conversation.push({ line, at, topic: conversation[0] ?? null })
    at += random.between(15_000, 2 * minute)
  }
  return conversation
}

function pickTime(random: Random, end: number, days: number): number {
  for (;;) {
    const midnight = Math.floor((end - random.next() * days * day) / day) * day
    const weekend = [0, 6].includes(new Date(midnight).getUTCDay())
    const time = midnight + random.between(6 * 60, (weekend ? 20 : 17) * 60) * minute
    if (time < end - 2 * hour && (!weekend || random.chance(0.2))) return time
  }
}
