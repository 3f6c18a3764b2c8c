import type { Username } from './people.js'
import type { Talk } from './talk.js'
import { design } from './talk/design.js'
import { engineering } from './talk/engineering.js'
import { general } from './talk/general.js'
import { launch, leads } from './talk/leads.js'
import { random } from './talk/random.js'
import { readingClub } from './talk/reading-club.js'
import { support } from './talk/support.js'

export interface DemoRoom {
  name: string
  topic: string
  kind: 'public' | 'private'
  owner: Username
  /** Without it, everybody. */
  members?: Username[]
  talks: Talk[]
  /** About how many. */
  messages: number
  /** Days ago that it was archived. */
  archived?: number
  /** Who of the demo people has not read the end of it. */
  unreadBy: Username[]
}

export const rooms: DemoRoom[] = [
  {
    name: 'general',
    topic: 'News and good mornings',
    kind: 'public',
    owner: 'ana',
    talks: general,
    messages: 570,
    unreadBy: ['ben'],
  },
  {
    name: 'engineering',
    topic: 'How it is built, and why it broke',
    kind: 'public',
    owner: 'priya',
    members: ['ana', 'ben', 'mei.lin', 'yuki', 'omar', 'priya', 'tom', 'jonas', 'diego'],
    talks: engineering,
    messages: 880,
    unreadBy: ['ana'],
  },
  {
    name: 'design',
    topic: 'Sketches, wording, test sessions',
    kind: 'public',
    owner: 'chloe',
    members: ['ana', 'ben', 'mei.lin', 'yuki', 'sofia', 'chloe', 'diego', 'lena'],
    talks: design,
    messages: 400,
    unreadBy: ['ana', 'ben'],
  },
  {
    name: 'random',
    topic: 'Food, trips, animals',
    kind: 'public',
    owner: 'tom',
    talks: random,
    messages: 530,
    unreadBy: ['ana', 'ben'],
  },
  {
    name: 'reading-club',
    topic: 'One book a month, the last Thursday',
    kind: 'public',
    owner: 'sofia',
    members: ['ana', 'mei.lin', 'yuki', 'sofia', 'chloe', 'lena', 'jonas'],
    talks: readingClub,
    messages: 170,
    unreadBy: [],
  },
  {
    name: 'support',
    topic: 'What people write to us',
    kind: 'public',
    owner: 'ben',
    members: ['ana', 'ben', 'omar', 'lena', 'tom', 'diego', 'chloe'],
    talks: support,
    messages: 210,
    unreadBy: ['ana'],
  },
  {
    name: 'leads',
    topic: 'Hiring, budget, people',
    kind: 'private',
    owner: 'ana',
    members: ['ana', 'ben', 'priya', 'chloe'],
    talks: leads,
    messages: 70,
    unreadBy: ['ben'],
  },
  {
    name: 'autumn-launch',
    topic: 'Done, thank you all',
    kind: 'public',
    owner: 'ben',
    members: ['ana', 'ben', 'priya', 'sofia', 'tom', 'jonas'],
    talks: launch,
    messages: 90,
    archived: 12,
    unreadBy: [],
  },
]
