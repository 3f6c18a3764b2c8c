import { z } from 'zod'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const utf8 = new TextEncoder()

/** Counts what a reader would call characters. */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/** UTF-8 bytes. */
export function countBytes(text: string): number {
  return utf8.encode(text).byteLength
}

/** The first `count` graphemes of `text`, never cutting one in half. */
export function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text
  let taken = 0
  for (const { index } of segmenter.segment(text)) if (taken++ === count) return text.slice(0, index)
  return text
}

/** PostgreSQL can store neither U+0000 nor half a surrogate pair; one such text would fail everybody's batch. */
const storable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** Text that can be stored. */
export const text = () => z.string().refine(storable, 'contains U+0000 or half of a surrogate pair')

/** A single line of 1–`max` characters, trimmed. */
export const line = (max: number) =>
  text()
    .trim()
    .min(1)
    .max(max)
    // oxlint-disable-next-line no-control-regex -- the class Cc, spelled out for those who read it in another dialect
    .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, 'must be a single line')
