import { type Json, withoutNull } from '../src/bridge/fields.js'
import { type Route, routes } from '../src/bridge/routes.js'
import { errorsOf, isPage, whoMayCall } from './classes.js'
import { components, ref } from './components.js'
import { outputSchema, referredTo } from './schemas.js'

/** A part of the document that is no schema. */
type Part = Record<string, unknown>

const jsonOf = (schema: Json) => ({ 'application/json': { schema } })

/** The OpenAPI document of the bridge. */
export function openapi(): Part {
  const paths: Record<string, Part> = {}
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'A team chat. The same procedures as `/trpc`, for whoever does not speak tRPC; how to use it is in `docs/api.md`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: { ...components, schemas: referredTo([paths, components]) },
  }
}

const tagOf = ({ procedureName }: Route) => procedureName.split('.')[0] ?? ''

function operationOf(route: Route): Part {
  const { name, summary, description, meta } = route
  const body = bodyOf(route)
  const parameters = parametersOf(route)
  return {
    operationId: name,
    tags: [tagOf(route)],
    summary,
    description: [description, whoMayCall(route)].filter(Boolean).join('\n\n'),
    ...(meta.anybody && { security: [] }),
    ...(meta.scope && { security: [{ bearer: [meta.scope] }, { cookie: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: {
      ...successOf(route),
      ...Object.fromEntries(errorsOf(route).map((status) => [status, ref('responses', `Problem${status}`)])),
    },
  }
}

function parametersOf({ pathFields, queryFields, headerFields, fields, method, type }: Route): Part[] {
  const { properties, required } = fields
  const schemaOf = (name: string) => withoutNull(properties[name] ?? {})
  return [
    ...pathFields.map((name) => ({ name, in: 'path', required: true, schema: schemaOf(name) })),
    ...queryFields.map((name) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema: defaulted(properties[name] ?? {}),
    })),
    ...Object.entries(headerFields).map(([name, field]) => ({ name, in: 'header', schema: schemaOf(field) })),
    ...(method === 'GET' && type === 'query' ? [ref('parameters', 'IfNoneMatch')] : []),
  ]
}

const defaulted = (schema: Json): Json => ({
  ...withoutNull(schema),
  ...('default' in schema && { default: schema['default'] }),
})

function bodyOf({ bodyFields, headerFields, fields }: Route): Part | undefined {
  if (bodyFields.length === 0) return undefined
  const { whole, properties, required } = fields
  if (whole.anyOf) return { required: true, content: jsonOf(whole) }
  const inHeaders = Object.values(headerFields)
  const mine = bodyFields.filter((name) => !inHeaders.includes(name))
  const needed = required.filter((name) => mine.includes(name))
  const schema = {
    type: 'object',
    properties: Object.fromEntries(mine.map((name) => [name, properties[name] ?? {}])),
    ...(needed.length > 0 && { required: needed }),
  }
  return { required: needed.length > 0, content: jsonOf(schema) }
}

function successOf(route: Route): Part {
  const { output, type, method, created, repeated } = route
  if (!output) return { 204: { description: 'Done.' } }
  const schema = outputSchema(output)
  if (type === 'subscription')
    return {
      200: {
        description:
          'Server-Sent Events. It begins with what is there, and goes on until access is lost: `event: problem` then says why.',
        content: { 'text/event-stream': { schema: streamOf(schema, isResumable(route)) } },
      },
    }
  const content = jsonOf(schema)
  if (created)
    return {
      201: { description: 'Made.', headers: { Location: ref('headers', 'Location') }, content },
      ...(repeated && { 200: { description: 'It was made before.', content } }),
    }
  if (method !== 'GET') return { 200: { description: 'Done.', content } }
  const link = isPage(route) && { Link: ref('headers', 'Link') }
  return {
    200: { description: 'Here it is.', headers: { ETag: ref('headers', 'ETag'), ...link }, content },
    304: { description: 'It still is what `If-None-Match` names.' },
  }
}

const isResumable = ({ headerFields }: Route) => 'Last-Event-ID' in headerFields

/** Each event of a stream; its data is JSON of the schema. */
function streamOf(schema: Json, withIds: boolean): Json {
  const data = { type: 'string', contentMediaType: 'application/json', contentSchema: schema }
  const id = { type: 'string', description: 'For `Last-Event-ID`.' }
  return { type: 'object', properties: { data, ...(withIds && { id }) }, required: ['data'] }
}
