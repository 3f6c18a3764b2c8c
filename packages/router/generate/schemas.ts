import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { type Json, toJson } from '../src/bridge/fields.js'
import { routes } from '../src/bridge/routes.js'

const path = '#/components/schemas/'
const named = z.registry<{ id: string }>()

// What an export of the contract is called is what its schema is called in the documents, where it has a shape.
const files = await readdir(new URL('../../contract/src', import.meta.url))
for (const file of files.toSorted()) {
  const feature = (await import(`@parley/contract/${file.replace('.ts', '')}`)) as Record<string, unknown>
  for (const [name, schema] of Object.entries(feature)) if (isShape(schema)) register(schema, name)
}
for (const { output, procedureName } of routes)
  if (output && !(output instanceof z.ZodArray)) register(output, `${procedureName.replace('.', '_')}_output`)

function register(schema: z.ZodType, id: string): void {
  if (!named.has(schema)) named.add(schema, { id })
}

function isShape(value: unknown): value is z.ZodType {
  return value instanceof z.ZodObject || value instanceof z.ZodEnum || value instanceof z.ZodDiscriminatedUnion
}

/** Every named schema as what comes out of the server. */
const all = z.toJSONSchema(named, { ...toJson, io: 'output', uri: (id) => path + id }).schemas as Record<string, Json>

/** A schema by its name; a list by that of its elements. */
export function outputSchema(schema: z.ZodType): Json {
  if (schema instanceof z.ZodArray) return { type: 'array', items: outputSchema(schema.element as z.ZodType) }
  const id = named.get(schema)?.id
  if (!id) throw new Error('The elements of a list that is an answer have to be an export of the contract.')
  return { $ref: path + id }
}

/** The schema itself that `outputSchema` names. */
export const shapeOf = (schema: z.ZodType): Json => open(all[named.get(schema)?.id ?? ''] ?? {})

/** The named schemas that `document` refers to, and those that they do, by name. */
export function referredTo(document: unknown): Record<string, Json> {
  const found = new Map<string, Json>()
  const visit = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name) || !all[name]) continue
      const schema = open(all[name])
      found.set(name, schema)
      visit(schema)
    }
  }
  visit(document)
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Answers may have more fields some day, which nobody should refuse. */
function open(schema: Json): Json {
  const dropped = (key: string, value: unknown) =>
    key === '$schema' || key === '$id' || (key === 'additionalProperties' && value === false)
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (dropped(key, value) ? undefined : value)) as Json
}
