import { maskConfig, readConfig } from '@parley/server/config'
import { expect, test } from 'vitest'

test.each([
  ['PORT', 'http'],
  ['PUBLIC_URL', 'chat.example'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['SIGNUP', 'maybe'],
  ['CORS_ORIGINS', 'https://ok.example, nonsense'],
  ['TRUST_PROXY', 'perhaps'],
  ['AUTH_RATE', 'seldom'],
  ['LOG_LEVEL', 'loud'],
  ['OIDC_PROVIDERS', 'google'],
  ['OIDC_PROVIDERS', '[{"id":"corp","clientId":"x","clientSecret":"y"}]'],
  ['OIDC_PROVIDERS', '[{"id":"corp","issuer":"http://id.example","clientId":"x","clientSecret":"y"}]'],
])('a wrong %s is refused by its name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name)
})

test('production needs a long secret', () => {
  for (const env of [{}, { JWT_SECRET: 'short' }])
    expect(() => readConfig({ NODE_ENV: 'production', ...env })).toThrow('JWT_SECRET: is required in production')
})

test('what is logged of it holds no secret', () => {
  const config = readConfig({ JWT_SECRET: 's'.repeat(40), DATABASE_URL: 'postgres://me:hunter2@db.example/parley' })
  const shown = JSON.stringify(maskConfig(config))
  expect(shown).not.toMatch(/hunter2|ssss/)
  expect(shown).toContain('db.example')
})

test('of Google only the client need be said, and its secret is not shown', () => {
  const config = readConfig({ OIDC_PROVIDERS: '[{"id":"google","clientId":"x","clientSecret":"hunter2"}]' })
  expect(config.oidcProviders).toMatchObject([{ name: 'Google', issuer: 'https://accounts.google.com' }])
  expect(JSON.stringify(maskConfig(config))).not.toContain('hunter2')
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 3000 })
})
