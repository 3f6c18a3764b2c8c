import { Problem } from '@parley/contract/problems'
import type { Json } from '../src/bridge/fields.js'
import { sharedErrors } from './classes.js'
import { outputSchema } from './schemas.js'

export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

function header(description: string, schema: Json = { type: 'string' }): Json {
  return { description, schema }
}

const problem = (status: string, description: string): Json => ({
  description,
  ...(status === '429' && {
    headers: {
      'Retry-After': ref('headers', 'RetryAfter'),
      RateLimit: ref('headers', 'RateLimit'),
      'RateLimit-Policy': ref('headers', 'RateLimitPolicy'),
    },
  }),
  content:
    // Said before it is known what was asked for.
    status === '431' ? { 'application/json': {} } : { 'application/problem+json': { schema: outputSchema(Problem) } },
})

/** What operations share. */
export const components = {
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer', description: 'An API token (`parley_…`) or an access token.' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'parley-access', description: 'As the web client has it.' },
  },
  parameters: {
    IfNoneMatch: {
      name: 'If-None-Match',
      in: 'header',
      description: 'The `ETag` of what one has already: 304 when it still is that.',
      schema: { type: 'string' },
    },
  },
  headers: {
    ETag: header('Of this very answer; for `If-None-Match`.'),
    Link: header('The pages beside this one: `rel="next"`, `rel="prev"`.'),
    Location: header('Where the new thing is.'),
    RetryAfter: header('Seconds until it may be tried again.', { type: 'integer' }),
    RateLimit: header('What is left of the bucket: `"api";r=99;t=30`, calls and seconds until it is full again.'),
    RateLimitPolicy: header('The size of the bucket: `"api";q=600;w=60`, calls and seconds.'),
  },
  responses: Object.fromEntries(
    Object.entries(sharedErrors).map(([status, description]) => [`Problem${status}`, problem(status, description)]),
  ),
}
