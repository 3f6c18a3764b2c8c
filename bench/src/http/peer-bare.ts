import Fastify from 'fastify'

// A Fastify route that says what the calls say, without tRPC.

const app = Fastify({ routerOptions: { maxParamLength: 5_000 } })
const pong = () => ({
  result: { data: { json: { ok: true, time: new Date() }, meta: { values: { time: ['Date'] } } } },
})
app.get<{ Params: { path: string } }>('/trpc/:path', ({ params }) => {
  const paths = params.path.split(',')
  return paths.length === 1 ? pong() : paths.map(pong)
})
app.get('/', () => 'ready')
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
