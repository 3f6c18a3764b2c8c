import { appRouter } from '@parley/router/root'
import { describe, expect, test } from 'vitest'
import { permissions } from './permissions/table.js'
import { createWorld, type Kind, outcomeOf, type Role, roles } from './permissions/world.js'

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: Kind; meta?: { scope?: string } } }
>

const heads: Record<Role, string> = {
  nobody: 'nobody',
  stranger: 'stranger',
  member: 'member',
  owner: 'owner',
  token: 'owner’s API token',
  powerlessToken: 'API token without the scope',
  disabled: 'disabled account',
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`

const page = `# Who may call what

Made by \`apps/server/test/permissions.test.ts\` from the table in \`apps/server/test/permissions/table.ts\`, after calling every procedure as everybody. The room is a private one with an owner and a member; the stranger is logged in and not in it.
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
      // The owner last but for their tokens: what they do may end what the others are refused.
      for (const role of ['nobody', 'disabled', 'stranger', 'powerlessToken', 'member', 'owner', 'token'] as const) {
        const token = await world.credentialOf(role, definition?.meta?.scope)
        outcomes[role] = await outcomeOf(world.app.url, token, definition?.type ?? 'query', path, input(world))
      }
      met[path] = outcomes
    }
    expect(met).toEqual(Object.fromEntries(Object.entries(permissions).map(([path, { outcomes }]) => [path, outcomes])))
  })

  test('stands in docs/permissions.md as the table says', async () => {
    await expect(page).toMatchFileSnapshot('../../../docs/permissions.md')
  })
})
