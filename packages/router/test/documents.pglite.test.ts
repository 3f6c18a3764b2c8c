import { fileURLToPath } from 'node:url'
import { readFile } from 'node:fs/promises'
import { Parser } from '@asyncapi/parser'
import { createConfig, lint } from '@redocly/openapi-core'
import { absences, routes } from '@parley/router/bridge/routes'
import { bridge } from '@parley/router/bridge/table'
import { appRouter } from '@parley/router/root'
import { expect, test } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

test('openapi.json has no error that Redocly finds', { timeout: 60_000 }, async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lint({ ref: path('openapi.json'), config })
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
})

test(
  'asyncapi.json is right to its own parser, and has every event of every subscription',
  { timeout: 60_000 },
  async () => {
    const { document, diagnostics } = await new Parser().parse(await readFile(path('asyncapi.json'), 'utf8'))
    const errors = diagnostics.filter(({ severity }) => severity === 0)
    expect(errors.map((error) => [error.code, error.message, error.path.join('.')])).toEqual([])
    const streams = routes.filter(({ type }) => type === 'subscription')
    const events = streams.flatMap(({ procedureName, output }) => {
      const options = (output as { options?: { shape: { type: { value: string } } }[] } | undefined)?.options
      const name = procedureName.replace('.', '_')
      return options ? options.map(({ shape }) => `${name}_${shape.type.value}`) : [name]
    })
    const inDocument: string[] = document!
      .messages()
      .all()
      .map((message) => message.name() ?? '')
    expect([...new Set(inDocument)].toSorted()).toEqual([...new Set(events)].toSorted())
    expect(events.length).toBeGreaterThan(20)
  },
)

test('every procedure is in the bridge, or stands there with the reason why not', () => {
  const named = [...routes.map(({ procedureName }) => procedureName), ...absences.map(({ name }) => name)]
  expect(Object.keys(bridge).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted())
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(bridge).toSorted())
  const places = routes.map(({ method, path: place }) => `${method} ${place.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([])
})
