import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'

const connections = 16
const agent = new Agent({ keepAlive: true, maxSockets: connections })

async function request(url: string, headers: Record<string, string>): Promise<void> {
  const [response] = (await once(get(url, { agent, headers }), 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`${url} answered with ${response.statusCode}`)
  response.resume()
  await once(response, 'end')
}

/** Asks so often, sixteen at a time. */
export async function load(url: string, count: number, headers: Record<string, string> = {}): Promise<void> {
  let left = count
  const work = async () => {
    while (left-- > 0) await request(url, headers)
  }
  await Promise.all(Array.from({ length: connections }, work))
}
