import type { InboxRoom } from '@parley/contract/rooms'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test'
import superjson from 'superjson'

let people = 0
/** No two runs name anybody alike. */
const run = Date.now().toString(36)

/** Everybody's. */
export const password = 'correct horse battery'

/** Somebody with a browser of their own, logged in. */
export class Person {
  readonly name: string
  readonly username: string
  readonly context: BrowserContext
  readonly page: Page

  constructor(name: string, username: string, context: BrowserContext, page: Page) {
    this.name = name
    this.username = username
    this.context = context
    this.page = page
  }

  get email(): string {
    return `${this.username}@example.test`
  }

  /** The room's own list of messages. */
  get log(): Locator {
    return this.page.getByRole('log')
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message / })
  }

  message(text: string): Locator {
    return this.log.getByRole('article').filter({ hasText: text })
  }

  async open(room: { id: string }): Promise<void> {
    await this.page.goto(`/r/${room.id}`)
    await this.composer.waitFor()
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text)
    await this.composer.press('Enter')
  }

  /** Presses a button of the message's toolbar; of those that quote it none is older. */
  async act(text: string, action: string): Promise<void> {
    const message = this.message(text).first()
    await message.hover()
    await message.getByRole('button', { name: action, exact: true }).click()
  }

  /** Presses a key until the focus is there. */
  async reach(target: Locator, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.and(this.page.locator(':focus')).count()) return
      await this.page.keyboard.press(key)
    }
    throw new Error(`${key} does not lead to ${String(target)}`)
  }

  /** What the test needs to be so before it begins, without clicking it together. */
  async call<T>(procedure: string, input: unknown): Promise<T> {
    const response = await this.page.request.post(`/trpc/${procedure}`, { data: superjson.serialize(input) })
    const answer = (await response.json()) as { result?: { data: never }; error?: unknown }
    if (!answer.result) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`)
    return superjson.deserialize(answer.result.data)
  }

  async query<T>(procedure: string): Promise<T> {
    const response = await this.page.request.get(`/trpc/${procedure}`)
    const answer = (await response.json()) as { result: { data: never } }
    return superjson.deserialize(answer.result.data)
  }

  async createRoom(name: string): Promise<InboxRoom> {
    return this.call('rooms.create', { kind: 'public', name, topic: 'What the tests talk about' })
  }

  async join(room: { id: string }): Promise<void> {
    await this.call('rooms.join', { roomId: room.id })
  }

  /** A room's past, one message after another. */
  async tell(room: { id: string }, bodies: string[]): Promise<void> {
    for (const body of bodies) {
      await this.call('messages.send', { roomId: room.id, clientId: crypto.randomUUID(), body })
    }
  }
}

/** A new account in a new browser. */
export async function person(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const username = `${name.toLowerCase()}-${run}-${++people}`
  const somebody = new Person(name, username, context, page)
  await somebody.call('auth.register', {
    email: somebody.email,
    username,
    displayName: name,
    password,
    transport: 'cookie',
  })
  return somebody
}

/** The same person on another device. */
export async function otherDevice(browser: Browser, { name, username }: Person): Promise<Person> {
  const context = await browser.newContext()
  const device = new Person(name, username, context, await context.newPage())
  await device.call('auth.login', { login: username, password, transport: 'cookie' })
  return device
}

/** Two people in one room, both looking at it. */
export async function pair(browser: Browser): Promise<[Person, Person, InboxRoom]> {
  const [ana, ben] = await Promise.all([person(browser, 'Ana'), person(browser, 'Ben')])
  const room = await ana.createRoom('Platform')
  await ben.join(room)
  await Promise.all([ana.open(room), ben.open(room)])
  return [ana, ben, room]
}
