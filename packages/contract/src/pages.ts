import { z } from 'zod'
import { limits } from './limits.js'

export const Limit = z.int().min(1).max(limits.pageSizeMax).default(limits.pageSize)

/** Opaque; only what a page returned may be sent back. */
export const Cursor = z.string().min(1).max(200)

/** What a paged query takes. `null` is what a last page's `nextCursor` says, and means the same as none. */
export const PageInput = { cursor: Cursor.nullish(), limit: Limit }

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const Ok = z.object({ ok: z.literal(true) })
export type Ok = z.infer<typeof Ok>
