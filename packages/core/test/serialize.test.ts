import { isDeepStrictEqual } from 'node:util'
import { serialize, stringify } from '@parley/core/realtime/serialize'
import fc from 'fast-check'
import superjson from 'superjson'
import { describe, expect, it } from 'vitest'

const date = fc.date({ noInvalidDate: true })
const name = fc.oneof(fc.string(), fc.constantFrom('a.b', 'a\\\\.b', 'toString', '0'))
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const leaf = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), date)
const strange = fc.oneof(fc.constantFrom(undefined, Number.NaN, -0, 10n, new Map([[1, 2]])), fc.constant(new Set([1])))

const trees = (leaves: fc.Arbitrary<unknown>) =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaves,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        name.filter((key) => !forbidden.has(key)),
        tie('value'),
        { maxKeys: 4, noNullPrototype: true },
      ),
    ),
  })).value

const isAsSuperjsonWrites = (value: unknown) =>
  isDeepStrictEqual(JSON.parse(stringify(value)), JSON.parse(superjson.stringify(value)))

describe('what we send', () => {
  it('is what superjson would write', () => {
    expect(fc.check(fc.property(trees(leaf), isAsSuperjsonWrites))).toMatchObject({ failed: false })
  })

  it('is left to superjson where it holds something that is neither JSON nor a date', () => {
    const property = fc.property(trees(fc.oneof(leaf, strange)), isAsSuperjsonWrites)
    expect(fc.check(property)).toMatchObject({ failed: false })
  })

  it('has what stands in two places in both, without a note that it is one', () => {
    const sender = { name: 'Alice', since: new Date(0) }
    const { meta } = serialize([{ sender }, { sender }])
    expect(meta).toEqual({ values: { '0.sender.since': ['Date'], '1.sender.since': ['Date'] }, v: 1 })
    expect(superjson.parse(stringify([{ sender }, { sender }]))).toEqual([{ sender }, { sender }])
  })

  it('may go in circles, which superjson knows', () => {
    const circle: Record<string, unknown> = { name: 'circle' }
    circle['self'] = circle
    expect(serialize(circle)).toEqual(superjson.serialize(circle))
  })
})
