import type { Json } from '../src/bridge/fields.js'
import { type Route, routes } from '../src/bridge/routes.js'
import { outputSchema, referredTo, shapeOf } from './schemas.js'

const streams = routes.filter(({ type }) => type === 'subscription')

/** The AsyncAPI document of every event, as `/api/v1` streams it and as tRPC's sockets carry it. */
export function asyncapi(): Json {
  const messages = Object.fromEntries(streams.flatMap(messagesOf))
  const channels = Object.fromEntries([...streams.map(streamChannel), ...sockets().map(socketChannel)])
  const operations = Object.fromEntries(Object.entries(channels).map(toOperation))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Parley events',
      version: '1',
      description: 'Every event: as Server-Sent Events of `/api/v1`, and as the `data` of subscriptions of `/trpc`.',
      license: { name: 'MIT' },
    },
    servers: {
      sse: {
        host: 'localhost:3000',
        protocol: 'http',
        pathname: '/api/v1',
        security: [ref('securitySchemes', 'bearer')],
      },
      ws: { host: 'localhost:3000', protocol: 'ws', pathname: '/trpc', security: [ref('securitySchemes', 'bearer')] },
    },
    defaultContentType: 'application/json',
    channels,
    operations,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      messages,
      schemas: referredTo([messages, streams.map(({ output }) => outputSchema(output!))]),
    },
  }
}

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

/** The kinds of events of a stream: those of a union by their `type`. */
function kindsOf({ procedureName, output }: Route): [name: string, payload: Json][] {
  const shape = shapeOf(output!)
  const base = procedureName.replace('.', '_')
  if (!shape.oneOf) return [[base, outputSchema(output!)]]
  return shape.oneOf.map((one) => [`${base}_${String(one.properties?.['type']?.['const'])}`, one])
}

const messagesOf = (route: Route) =>
  kindsOf(route).map(([name, payload]): [string, Json] => [
    name,
    { name, title: name.replaceAll('_', ' '), contentType: 'application/json', payload },
  ])

const messageRefs = (route: Route) => Object.fromEntries(kindsOf(route).map(([name]) => [name, ref('messages', name)]))

function streamChannel(route: Route): [string, Json] {
  const parameters = Object.fromEntries(route.pathFields.map((name) => [name, { description: `\`${name}\`, a UUID.` }]))
  const channel = {
    address: route.path,
    title: route.summary,
    description: route.headerFields['Last-Event-ID']
      ? 'Each event has an `id`; `Last-Event-ID` resumes after it.'
      : 'Not resumable: it begins anew with what is there.',
    servers: [{ $ref: '#/servers/sse' }],
    ...(route.pathFields.length > 0 && { parameters }),
    messages: messageRefs(route),
  }
  return [`sse_${route.name.replace('.', '_')}`, channel]
}

/** One of each procedure: over a socket its input says what a path says here. */
const sockets = () => streams.filter(({ name, procedureName }) => name === procedureName)

function socketChannel(route: Route): [string, Json] {
  const channel = {
    address: `/trpc#${route.procedureName}`,
    title: route.summary,
    description: `Subscribe with \`{"id":1,"method":"subscription","params":{"path":"${route.procedureName}","input":{"json":{…}}}}\`; each event is the \`result.data.json\` of a frame \`{"id":1,"result":{"type":"data","id":"…","data":{"json":{…},"meta":{…}}}}\`, where \`meta\` names the fields that are dates.`,
    servers: [{ $ref: '#/servers/ws' }],
    messages: messageRefs(route),
  }
  return [`ws_${route.procedureName.replace('.', '_')}`, channel]
}

/** The server sends; nobody else says anything there. */
function toOperation([name, channel]: [string, Json]): [string, Json] {
  const messages = Object.keys(channel['messages'] as Json)
  return [
    name,
    {
      action: 'send',
      channel: { $ref: `#/channels/${name}` },
      messages: messages.map((message) => ({ $ref: `#/channels/${name}/messages/${message}` })),
    },
  ]
}
