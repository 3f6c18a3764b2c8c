import type { Route } from '../src/bridge/routes.js'

// What all operations of a kind have in common.

/** How an operation can refuse. */
export const sharedErrors = {
  400: 'What was asked is not right; `errors` names the fields.',
  401: 'Nobody is logged in, or the token or what was shown is not good.',
  403: 'Who calls may not do this.',
  404: 'It does not exist, or not for who calls.',
  409: 'It does not fit what is.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  429: 'Too much; `retryAfterMs` and `Retry-After` say when to come again.',
  431: 'The address is longer than 32 KB.',
  500: 'Something went wrong here.',
  503: 'The server cannot do it now; try again.',
} as const

export function errorsOf(route: Route): number[] {
  const { meta, method, inputSchema, type, queryFields, fields } = route
  const changes = method !== 'GET'
  const refused = {
    400: changes || inputSchema !== undefined,
    401: changes || !meta.anybody,
    403: changes || !meta.anybody,
    404: type !== 'query' || namesSomething(route),
    409: changes,
    413: changes,
    415: changes,
    429: true,
    431: queryFields.some((name) => fields.properties[name]?.type === 'array'),
    500: true,
    503: true,
  } satisfies Record<keyof typeof sharedErrors, boolean>
  return Object.entries(refused).flatMap(([status, may]) => (may ? [Number(status)] : []))
}

const namesSomething = ({ pathFields, fields }: Route): boolean =>
  pathFields.length > 0 || Object.keys(fields.properties).some((name) => /Ids?$/.test(name))

export const isPage = ({ fields }: Route): boolean => 'cursor' in fields.properties

/** Who may call it, in a sentence. */
export function whoMayCall({ meta }: Route): string {
  const limit = meta.limited ? ' `AUTH_RATE` counts it.' : ''
  if (meta.anybody) return `Anybody may call it.${limit}`
  return meta.scope ? `API tokens need the scope \`${meta.scope}\`.` : `API tokens cannot call it.${limit}`
}
