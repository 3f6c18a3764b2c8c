import { appRouter } from '@parley/router/root'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { permissions } from './permissions/table.js'
import { createWorld, type Kind, outcomeOf, type Role, roles } from './permissions/world.js'

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: Kind; meta?: { scope?: string }; inputs: unknown[] } }
>

const heads: Record<Role, string> = {
  nobody: 'nobody',
  stranger: 'stranger',
  member: 'member',
  moderator: 'moderator',
  owner: 'owner',
  token: 'owner’s API token',
  powerlessToken: 'API token without the scope',
  disabled: 'disabled account',
}

/** The owner last but for their tokens: what they do may end what the others are refused. */
const callers = ['nobody', 'disabled', 'stranger', 'powerlessToken', 'member', 'moderator', 'owner', 'token'] as const

/** What takes an id and is for who is logged in, whoever they are: people, public rooms, and what one has oneself. */
const forEverybody = [
  'notifications.markRead',
  'presence.list',
  'rooms.direct',
  'rooms.join',
  'users.block',
  'users.byId',
  'users.unblock',
]

/** Whether one of the input's fields is an id, by its name: read from the router, so that no new procedure is forgotten. */
function namesRow(input: unknown): boolean {
  if (!(input instanceof z.ZodType)) return false
  const { properties = {}, anyOf = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const names = [{ properties }, ...anyOf].flatMap((part) =>
    Object.keys((part as { properties?: object }).properties ?? {}),
  )
  return names.some((name) => /^id$|Ids?$/.test(name))
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`

const page = `# Who may call what

Made by \`apps/server/test/permissions.test.ts\` from the table in \`apps/server/test/permissions/table.ts\`, after calling every procedure as everybody. The room is a private one with an owner, a moderator and a member; the stranger is logged in and not in it.
The API token of the owner has every scope; the one without the scope has every other. A procedure without a scope takes no tokens. Where nobody is refused, the outcome is that of the input: a wrong password, a code that was made up.

${row(['procedure', 'scope', ...roles.map((role) => heads[role])])}
${row(Array.from({ length: roles.length + 2 }, () => '---'))}
${Object.entries(permissions)
  .map(([path, { outcomes }]) => {
    const scope = procedures[path]?._def.meta?.scope
    return row([`\`${path}\``, scope ? `\`${scope}\`` : '', ...roles.map((role) => outcomes[role])])
  })
  .join('\n')}
`

describe('every procedure', () => {
  test('has an entry in the table of permissions, and every entry a procedure', () => {
    expect(Object.keys(permissions).toSorted()).toEqual(Object.keys(procedures).toSorted())
  })

  test('is allowed and refused as the table says', { timeout: 120_000 }, async () => {
    await using world = await createWorld()
    const met: Record<string, object> = {}
    for (const [path, { input }] of Object.entries(permissions)) {
      const definition = procedures[path]?._def
      const outcomes: Record<string, string> = {}
      for (const role of callers) {
        const token = await world.credentialOf(role, definition?.meta?.scope)
        outcomes[role] = await outcomeOf(world.app.url, token, definition?.type ?? 'query', path, input(world))
      }
      met[path] = outcomes
    }
    expect(met).toEqual(Object.fromEntries(Object.entries(permissions).map(([path, { outcomes }]) => [path, outcomes])))
  })

  test('that takes an id is closed to strangers, or is known to be for everybody', () => {
    const takesId = Object.keys(procedures).filter((path) => namesRow(procedures[path]?._def.inputs[0]))
    expect(takesId.length).toBeGreaterThan(40)
    const openToStrangers = takesId.filter((path) => permissions[path]?.outcomes.stranger === 'ok')
    expect(openToStrangers.toSorted()).toEqual(forEverybody.toSorted())
  })

  test('stands in docs/permissions.md as the table says', async () => {
    await expect(page).toMatchFileSnapshot('../../../docs/permissions.md')
  })
})
