import { absences, type Route, routes } from '../src/bridge/routes.js'
import { errorsOf } from './classes.js'

/** The table of `docs/api.md`: every procedure, who may call it, what limits it, how it refuses, and where it is. */
export function listing(): string {
  const head = ['operation', 'procedure', 'who may call', 'limits', 'answers', 'refuses with']
  const rows = routes.map((route) => [
    `\`${route.method} ${route.path}\``,
    `\`${route.procedureName}\``,
    who(route),
    limitsOf(route),
    successOf(route),
    errorsOf(route)
      .filter((status) => status < 500)
      .join(' '),
  ])
  const absent = absences.map(({ name, reason }) => `- \`${name}\`: ${reason}`)
  return [
    table(head, rows),
    absent.length > 0 ? ['Not in the bridge:', '', ...absent].join('\n') : 'Every procedure is in the bridge.',
  ].join('\n\n')
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const who = ({ meta }: Route) =>
  meta.anybody ? 'anybody' : meta.scope ? `person, token with \`${meta.scope}\`` : 'person, no token'

const limitsOf = ({ meta, procedureName }: Route) =>
  [
    '`API_RATE`',
    ...(meta.limited ? ['`AUTH_RATE`'] : []),
    ...(procedureName === 'messages.send' ? ['`MESSAGE_RATE`'] : []),
  ].join(', ')

function successOf({ type, output, created, repeated, method }: Route): string {
  if (type === 'subscription') return '200, events'
  if (!output) return '204'
  if (created) return repeated ? '201, again 200' : '201'
  return method === 'GET' ? '200, 304' : '200'
}
