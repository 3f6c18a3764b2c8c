import { z } from 'zod'

/** A JSON Schema, as far as it is read here. */
export interface Json {
  [key: string]: unknown
  type?: string | string[]
  format?: string
  properties?: Record<string, Json>
  required?: string[]
  anyOf?: Json[]
  oneOf?: Json[]
  items?: Json
}

/** What has no JSON of its own: a date is its ISO string. */
export const toJson = {
  unrepresentable: 'any',
  override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: object }) {
    if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
  },
} as const

/** The fields that an input may have, and which of them it must. */
export interface Fields {
  whole: Json
  properties: Record<string, Json>
  required: string[]
}

/** Reads what a procedure's input takes; of a union, what those of its parts take together that have all of `needed`. */
export function fieldsOf(input: unknown, needed: string[]): Fields {
  if (!(input instanceof z.ZodType)) return { whole: {}, properties: {}, required: [] }
  const { $schema: _, default: __, ...whole } = z.toJSONSchema(input, { io: 'input', ...toJson }) as Json
  const parts = (whole.anyOf ?? [whole]).filter(({ properties = {} }) => needed.every((name) => name in properties))
  const required = parts.map((part) => part.required ?? [])
  return {
    whole,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Json>,
    required: (required[0] ?? []).filter((name) => required.every((names) => names.includes(name))),
  }
}

/** What a value is that is not `null`, of a schema that may allow that too. */
export const withoutNull = (schema: Json): Json => schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
