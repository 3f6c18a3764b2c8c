import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { z } from 'zod'
import type { AppRouter } from '../root.js'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>
type Feature = keyof Inputs

/** The name of a procedure, such as `messages.send`. */
export type ProcedureName = { [F in Feature]: `${F}.${keyof Inputs[F] & string}` }[Feature]

type OutputOf<P> = P extends `${infer F extends Feature}.${infer N}` ? Outputs[F][N & keyof Outputs[F]] : never

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What only some operations have. */
export interface More<Output = never> {
  /** The part of the input that method and path say. */
  fixed?: Record<string, unknown>
  /** Of what makes something: where it is found from then on. It answers 201. */
  created?: (output: Output) => string
  /** Of what makes something only the first time: whether it did so before, which answers 200. */
  repeated?: (output: Output) => boolean
  /** Fields of the input that a header carries, by the header's name. */
  headers?: Record<string, string>
  /** Fields of the input that are made here where the request has none. */
  otherwise?: Record<string, () => unknown>
  /** What is to be known beyond the summary. */
  description?: string
  /** The operation's name, where a procedure is several operations. */
  name?: string
}

/** A procedure as HTTP has it. Fields of the input that the path does not name are in the query or the JSON body. */
export interface Operation<Output = never> extends More<Output> {
  method: Method
  /** Under `/api/v1`; `{field}` is a field of the input. */
  path: string
  summary: string
}

/** A subscription as an event stream. */
export interface EventStream<Event> {
  path: string
  summary: string
  event: z.ZodType<Event>
  fixed?: Record<string, unknown>
  name?: string
}

/** Why a procedure is not in the bridge. */
export interface Absent {
  absent: string
}

type Several<T> = T | T[]

/** An event without the id to resume from. */
type Plain<Event> = Event extends { id: string; data: infer Data } ? Data : Event

type EntryOf<P> =
  OutputOf<P> extends AsyncIterable<infer Event> ? Several<EventStream<Plain<Event>>> : Several<Operation<OutputOf<P>>>

/** An entry for every procedure: without one the table does not compile. */
export type Bridge = { [P in ProcedureName]: EntryOf<P> | Absent }

const operation =
  (method: Method) =>
  <Output>(path: string, summary: string, more: More<Output> = {}): Operation<Output> => ({
    method,
    path,
    summary,
    ...more,
  })

export const get = operation('GET')
export const post = operation('POST')
export const put = operation('PUT')
export const patch = operation('PATCH')
export const del = operation('DELETE')

/** `event` is the schema of what comes. */
export const events = <Event>(
  path: string,
  summary: string,
  event: z.ZodType<Event>,
  more: Pick<EventStream<Event>, 'fixed' | 'name'> = {},
): EventStream<Event> => ({ path, summary, event, ...more })

export const absent = (reason: string): Absent => ({ absent: reason })
