import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { ports } from './e2e/ports'

const baseURL = `http://localhost:${ports.server}`
const issuer = `http://127.0.0.1:${ports.issuer}`
const withPages = `http://localhost:${ports.withPages}`
const issuerClient = { clientId: 'parley', clientSecret: 'kept between the two' }
/** Read again by every worker; only the first reading starts a server. */
const dataDir = process.env['TEST_WORKER_INDEX'] ? '' : mkdtempSync(join(tmpdir(), 'parley-e2e-'))
/** What the server says, for the tests to read; workers inherit it. */
const serverLog = (process.env['E2E_SERVER_LOG'] ??= `${dataDir}.log`)
/** A browser of the machine instead of Playwright's own, such as /usr/bin/chromium. */
const executablePath = process.env['CHROMIUM_PATH']

/** Nobody is told to slow down. */
const unlimited = { MESSAGE_RATE: '0', AUTH_RATE: '0', LOG_LEVEL: 'warn' }
const testkit = 'node --conditions=source --import tsx ../../packages/testkit/src'

/** Against the built server and client: `npm run build` first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  metadata: { serverLog },
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Everybody shares one server, and a browser takes both cores of a small machine.
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  reporter: process.env['CI'] ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    baseURL,
    locale: 'en-GB',
    // One of every test, mostly to be thrown away, takes time that a machine of two cores lacks.
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: executablePath ? { executablePath, args: ['--no-sandbox'] } : {},
  },
  webServer: [
    {
      command: `${testkit}/serve-issuer.ts ${ports.issuer} ${baseURL}/auth/oidc/corp/callback`,
      url: `${issuer}/.well-known/openid-configuration`,
      reuseExistingServer: false,
      timeout: 60_000,
    },
    {
      command: 'node ../server/dist/cli.js serve 2>&1 | tee "$E2E_SERVER_LOG" >&2',
      url: `${baseURL}/readyz`,
      reuseExistingServer: false,
      timeout: 60_000,
      env: {
        ...unlimited,
        PORT: String(ports.server),
        DATA_DIR: dataDir,
        LINK_PREVIEWS: 'off',
        OIDC_PROVIDERS: JSON.stringify([{ id: 'corp', name: 'Corp', issuer, ...issuerClient }]),
      },
    },
    {
      command: `${testkit}/serve-with-pages.ts ${ports.withPages} ${ports.pages}`,
      url: `${withPages}/readyz`,
      reuseExistingServer: false,
      timeout: 60_000,
      env: { ...unlimited, DATA_DIR: `${dataDir}-with-pages` },
    },
  ],
})
