import { openMigrated } from '@parley/server/commands/database'
import { startApp } from '@parley/server/app'
import { readConfig } from '@parley/server/config'
import { pino } from 'pino'
import { createWorld } from './world.js'

// A server whose Internet is a world of pages that have their paths as titles: serve-with-pages.ts PORT PAGES_PORT.

const [port = '', pagesPort] = process.argv.slice(2)
const { network } = await createWorld((request, response) => {
  response.setHeader('content-type', 'text/html').end(`<title>Page ${request.url}</title>`)
}, Number(pagesPort))
const config = readConfig({ ...process.env, PORT: port, LINK_PREVIEWS: 'on' })
const log = pino({ level: config.logLevel })
await startApp(config, { database: await openMigrated(config, log), log, network: network() })
