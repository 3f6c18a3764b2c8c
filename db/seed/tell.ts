import { people, type Username } from './people.js'
import type { Random } from './random.js'
import type { Talk } from './talk.js'

/** A line of a conversation as somebody says it. */
export interface Line {
  speaker: Username
  text: string
  /** What it said before it was edited. */
  before: string | null
  place: 'room' | 'quote' | 'thread' | 'both'
  takenBack: boolean
  reactions: { emoji: string; count: number }[]
}

const marks = { ':': 'room', '^': 'quote', '>': 'thread', '>>': 'both', '!': 'room' } as const
const linePattern = /^(?<who>[a-z][a-z.]*)(?<mark>:|\^|>>|>|!) (?<rest>.*)$/u

/** Tells a conversation: gives its roles to people of `cast` and makes its choices. */
export function tell(random: Random, talk: Talk, facts: Record<string, string>, cast: readonly Username[]): Line[] {
  const parsed = talk.lines.map(parse)
  const named = parsed.map(({ who }) => who)
  const others = random.shuffle(cast.filter((name) => !named.includes(name)))
  const used = ['a', 'b', 'c', 'd', 'e'].filter((role) =>
    parsed.some(({ who, rest }) => who === role || rest.includes(`{${role}}`)),
  )
  const roles = new Map(used.map((role, index) => [role, others[index]]))
  const speakerOf = (who: string): Username => {
    const speaker = roles.get(who) ?? people.find(({ username }) => username === who)?.username
    if (!speaker) throw new Error(`Nobody to speak as ${who} in: ${talk.lines[0]}`)
    return speaker
  }
  const say = createSpeech(random, facts, (who) => speakerOf(who))
  return parsed.map(({ who, mark, rest }) => {
    const [said = '', reactions = ''] = rest.split(' ++ ')
    const [text = '', before] = said.split(' ~~ ')
    return {
      speaker: speakerOf(who),
      text: say(text),
      before: before === undefined ? null : say(before),
      place: marks[mark],
      takenBack: mark === '!',
      reactions: reactions.split(' ').filter(Boolean).map(toReaction),
    }
  })
}

function parse(line: string) {
  const { who, mark, rest } = linePattern.exec(line)?.groups ?? {}
  if (!who || !mark || !rest) throw new Error(`Not a line of talk: ${line}`)
  return { who, mark: mark as keyof typeof marks, rest }
}

function toReaction(text: string) {
  const { emoji = text, count } = /^(?<emoji>\D+)(?<count>\d*)$/u.exec(text)?.groups ?? {}
  return { emoji, count: Number(count || 1) }
}

/** Fills in facts, names and choices, the innermost first. What was chosen under a name stays so for the conversation. */
function createSpeech(random: Random, facts: Record<string, string>, speakerOf: (who: string) => Username) {
  const chosen = new Map<string, string>()
  const fill = (inside: string): string => {
    if (inside.startsWith('@')) return `@${speakerOf(inside.slice(1))}`
    if (/^[a-e]$/.test(inside)) return firstName(speakerOf(inside))
    const known = chosen.get(inside)
    if (known !== undefined) return known
    if (!inside.includes('|')) throw new Error(`Neither a choice nor a name: {${inside}}`)
    const { name, options = inside } = /^(?<name>[a-z]+)=(?<options>.*)$/u.exec(inside)?.groups ?? {}
    const choice = random.pick(options.split('|'))
    if (name) chosen.set(name, choice)
    return choice
  }
  return (text: string): string => {
    let said = text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string, at: number) => {
      const fact = facts[name] ?? ''
      return at === 0 ? fact.charAt(0).toUpperCase() + fact.slice(1) : fact
    })
    while (said.includes('{')) said = said.replace(/\{([^{}]*)\}/u, (_, inside: string) => fill(inside))
    return said.trim().replaceAll("'''", '```').replaceAll(/[‹›]/gu, '`').replaceAll('¶', '\n')
  }
}

function firstName(username: Username): string {
  const [first = ''] = people.find((person) => person.username === username)?.displayName.split(' ') ?? []
  return first
}
