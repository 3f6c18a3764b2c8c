import { Ok } from '@parley/contract/pages'
import type { AnyTRPCProcedure } from '@trpc/server'
import type { z } from 'zod'
import { appRouter } from '../root.js'
import type { Meta } from '../trpc.js'
import { type Fields, fieldsOf } from './fields.js'
import type { Absent, EventStream, Method, More, Operation } from './operation.js'
import { bridge } from './table.js'

/** One operation of the bridge and the procedure behind it. */
export interface Route extends More<unknown> {
  /** The operation's id. */
  name: string
  procedureName: string
  procedure: AnyTRPCProcedure
  type: 'query' | 'mutation' | 'subscription'
  meta: Meta
  method: Method
  path: string
  summary: string
  /** The schema of its answer, or of its events; `undefined`: it answers nothing, as `{ ok: true }` says no more. */
  output: z.ZodType | undefined
  inputSchema: z.ZodType | undefined
  fields: Fields
  pathFields: string[]
  queryFields: string[]
  bodyFields: string[]
  /** By the name of the header. */
  headerFields: Record<string, string>
}

interface Definition {
  type: Route['type']
  meta?: Meta
  inputs: (z.ZodType | undefined)[]
  output?: z.ZodType
}

type Entry = Absent | Operation<unknown> | EventStream<unknown>

const procedures = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>
const entries = Object.entries(bridge as unknown as Record<string, Entry | Entry[]>)

/** Every operation of the bridge, in the order of the table. Made once, when the process starts. */
export const routes: readonly Route[] = entries.flatMap(([name, entry]) =>
  [entry].flat().flatMap((one) => ('absent' in one ? [] : [toRoute(name, one)])),
)

/** The procedures that are not in the bridge, and why. */
export const absences: readonly { name: string; reason: string }[] = entries.flatMap(([name, entry]) =>
  [entry].flat().flatMap((one) => ('absent' in one ? [{ name, reason: one.absent }] : [])),
)

function toRoute(procedureName: string, entry: Operation<unknown> | EventStream<unknown>): Route {
  const procedure = procedures[procedureName]
  if (!procedure) throw new Error(`The bridge names ${procedureName}, which is no procedure.`)
  const { type, meta = {}, inputs, output } = procedure._def as unknown as Definition
  const isStream = 'event' in entry
  const operation: Operation<unknown> = isStream ? { ...entry, method: 'GET' } : entry
  const { method, path, fixed = {} } = operation
  const pathFields = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const [inputSchema] = inputs
  const fields = fieldsOf(inputSchema, pathFields)
  const headerFields = { ...operation.headers, ...(isStream && resumable(fields)) }
  const rest = Object.keys(fields.properties).filter((name) => !pathFields.includes(name) && !(name in fixed))
  const inQuery = method === 'GET' || method === 'DELETE'
  return {
    ...operation,
    name: operation.name ?? procedureName,
    procedureName,
    procedure,
    type,
    meta,
    output: isStream ? entry.event : output === Ok ? undefined : output,
    inputSchema,
    fields,
    pathFields,
    queryFields: inQuery ? rest : [],
    bodyFields: inQuery ? [] : rest,
    headerFields,
  }
}

/** The header by which browsers resume. */
function resumable({ properties }: Fields): Record<string, string> {
  return 'lastEventId' in properties ? { 'Last-Event-ID': 'lastEventId' } : {}
}
