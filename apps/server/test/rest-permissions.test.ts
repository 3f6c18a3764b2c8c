import { absences, routes } from '@parley/router/bridge/routes'
import { expect, test } from 'vitest'
import { permissions } from './permissions/table.js'
import { createWorld } from './permissions/world.js'
import { restOf, toRequest } from './rest.js'

/** The owner last but for their token: what they do may end what the others are refused. */
const callers = ['nobody', 'stranger', 'powerlessToken', 'owner', 'token'] as const

test(
  'whoever calls meets through the bridge what they meet over tRPC, at every operation',
  { timeout: 120_000 },
  async () => {
    await using world = await createWorld()
    const met: Record<string, object> = {}
    const expected: Record<string, object> = {}
    const absent = absences.map(({ name }) => name)
    for (const [name, { input, outcomes }] of Object.entries(permissions)) {
      if (absent.includes(name)) continue
      const route = routes.find(({ procedureName }) => procedureName === name)
      const outcomesMet: Record<string, string> = {}
      for (const role of callers) {
        const token = await world.credentialOf(role, route?.meta.scope)
        const { path, ...request } = toRequest(name, input(world))
        const { status, headers, body } = await restOf(world.app.url, token)(path, request)
        const refused = headers.get('content-type') === 'application/problem+json'
        outcomesMet[role] = refused && body.status === status ? body.appCode : status < 300 ? 'ok' : `${status}`
      }
      met[name] = outcomesMet
      expected[name] = Object.fromEntries(callers.map((role) => [role, outcomes[role]]))
    }
    expect(met).toEqual(expected)
  },
)
