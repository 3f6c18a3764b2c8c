import { ensureInstalled } from './lib/install.mjs'
import { bin, endTogether, exitOf, root, run, start } from './lib/run.mjs'

// npm run dev: the server on :3000 and the web client on :5173, both from their sources and restarted on change.

const cli = ['--conditions=source', 'apps/server/src/cli.ts']

await ensureInstalled()
if (!process.env.DATABASE_URL) {
  const code = await run(bin('tsx'), [...cli, 'seed', '--if-empty'])
  if (code !== 0) process.exit(code)
}
const server = start(bin('tsx'), ['watch', '--clear-screen=false', ...cli, 'serve'], { detached: true })
const web = start(bin('vite'), ['--clearScreen', 'false'], { cwd: `${root}apps/web`, detached: true })
endTogether(server, web)

const code = await Promise.race([exitOf(server), exitOf(web)])
server.kill('SIGTERM')
web.kill('SIGTERM')
process.exitCode = code
