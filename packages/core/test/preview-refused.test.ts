import { gzipSync } from 'node:zlib'
import { isPublicAddress } from '@parley/core/previews/addresses'
import { fetchPage } from '@parley/core/previews/fetch-page'
import { type Network, openNetwork } from '@parley/core/previews/network'
import { expect, test } from 'vitest'
import { createWorld } from '@parley/testkit/world'

const inward = [
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '0x7f000001', '0x7f.1', '0x7F.0x0.0x0.0x1'],
  ...['0177.0.0.1', '017700000001', '00000177.0x0.0.1', '0', '0.0.0.0', '127.0.0.1.', '%31%32%37.0.0.1'],
  // Digits and dots that are others in Unicode.
  ...['①②⑦.⓪.⓪.①', '127。0。0。1', '１２７.0.0.1'],
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[fe80::1]', '[fec0::1]'],
  ...['[fc00::1]', '[fd12:3456::1]', '[ff02::1]', '[::ffff:169.254.169.254]', '[fd00:ec2::254]'],
  ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '2852039166', '100.64.0.1'],
  ...['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '100.100.100.200'],
]

const outcome = (network: Network, url: string, timeoutMs: number): Promise<unknown> =>
  fetchPage(network, url, timeoutMs).catch(() => 'refused')

test('an address that is not public is never asked, however it is written', async () => {
  await using world = await createWorld((_, response) => response.end())
  const tries = inward.flatMap((host) => [world.url(host), `https://${host}/`, world.url(`parley.test@${host}`)])
  for (const url of tries) expect([url, await outcome(world.network(), url, 500)]).toEqual([url, 'refused'])
  expect(world.inside.hits).toBe(0)

  const disguised = ['::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1', '2001:0:808:808::1', '::8.8.8.8']
  for (const address of [...disguised, 'localhost', '', '1.2.3.4.5'])
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  for (const address of ['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1']) expect(isPublicAddress(address)).toBe(true)
})

test('names that lead inward, other ports, protocols and credentials are refused', async () => {
  await using world = await createWorld((_, response) => response.end())
  const names = {
    'inside.test': () => ['127.0.0.1'],
    'mixed.test': () => ['127.0.0.2', '127.0.0.1'],
    'mapped.test': () => ['::ffff:127.0.0.1'],
    'metadata.test': () => ['169.254.169.254'],
    'six.test': () => ['fe80::1'],
    'nothing.test': () => [],
  }
  const others = [
    'http://world.test:22/',
    'http://world.test:8080/',
    `ftp://world.test:${world.port}/`,
    'file:///etc/passwd',
  ]
  const told = [
    'gopher://world.test/',
    'data:text/html,<title>a</title>',
    world.url('a:b@world.test'),
    'not an address',
  ]
  const urls = [...Object.keys(names).map((name) => world.url(name)), ...others, ...told]
  for (const url of urls) expect([url, await outcome(world.network(names), url, 500)]).toEqual([url, 'refused'])
  // The names of this machine, as a running server would look them up; on a port that it may ask.
  for (const url of ['http://localhost/', 'http://ip6-localhost/', 'https://localhost/'])
    expect([url, await outcome(openNetwork, url, 1_000)]).toEqual([url, 'refused'])
  expect(world.inside.hits).toBe(0)
})

test('a name that means something else after it was checked is connected to as it was checked', async () => {
  await using world = await createWorld((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>out'),
  )
  let asked = 0
  const flipping = { 'flip.test': () => (asked++ === 0 ? ['127.0.0.2'] : ['127.0.0.1']) }
  const network = world.network(flipping)
  expect(await fetchPage(network, world.url('flip.test'), 2_000)).toMatchObject({ title: 'out' })
  expect(asked).toBe(1)
  await expect(fetchPage(network, world.url('flip.test'), 2_000)).rejects.toThrow('not public')
  expect(world.inside.hits).toBe(0)
})

test('every redirect is checked as the first address was, and there are three at most', async () => {
  await using world = await createWorld((request, response) => {
    const url = new URL(request.url ?? '', 'http://world.test')
    const left = Number(url.searchParams.get('left') ?? 0)
    const to = left > 0 ? `/?left=${left - 1}` : url.searchParams.get('to')
    if (to) response.writeHead(302, { location: to }).end()
    else response.setHeader('content-type', 'text/html').end('<title>there</title>')
  })
  const names = { 'inside.test': () => ['127.0.0.1'] }
  const network = world.network(names)
  const targets = [
    // A header holds no other letters.
    ...inward.filter((host) => /^[ -~]+$/.test(host)).map((host) => world.url(host)),
    world.url('inside.test'),
    `//127.0.0.1:${world.port}/`,
    'file:///etc/passwd',
  ]
  const more = [world.url('a:b@world.test'), 'http://world.test:22/', 'javascript:alert(1)', 'http://']
  for (const to of [...targets, ...more]) {
    const url = world.url('world.test', `/?to=${encodeURIComponent(to)}`)
    expect([to, await outcome(network, url, 1_000)]).toEqual([to, 'refused'])
  }
  expect(await fetchPage(network, world.url('world.test', '/?left=3'), 2_000)).toMatchObject({ title: 'there' })
  await expect(fetchPage(network, world.url('world.test', '/?left=4'), 2_000)).rejects.toThrow('from one place')
  // Also where the name itself changes its mind between two hops.
  let asked = 0
  const flipping = world.network({ 'flip.test': () => (asked++ === 0 ? ['127.0.0.2'] : ['127.0.0.1']) })
  await expect(fetchPage(flipping, world.url('flip.test', '/?left=1'), 2_000)).rejects.toThrow('not public')
  expect(world.inside.hits).toBe(0)
})

test('what does not end, or is no page, is given up', async () => {
  const page = { 'content-type': 'text/html' }
  const bomb = gzipSync(Buffer.concat([Buffer.from('<head>'), Buffer.alloc(64 * 1024 * 1024, ' ')]))
  let open = 0
  await using world = await createWorld((request, response) => {
    open++
    response.on('close', () => open--)
    const write = (text: string, everyMs: number) => {
      const timer = setInterval(() => response.write(text), everyMs)
      response.on('close', () => clearInterval(timer))
    }
    const answers: Record<string, () => void> = {
      '/silent': () => {},
      '/slow': () => write('<meta ', 20),
      '/early': () => setInterval(() => response.writeEarlyHints({ link: '</a>; rel=preload' }), 50).unref(),
      '/endless': () => write(`<meta name="a${'b'.repeat(60_000)}">`, 1),
      '/bomb': () => response.writeHead(200, { ...page, 'content-encoding': 'gzip' }).end(bomb),
      '/broken': () => response.writeHead(200, { ...page, 'content-encoding': 'gzip' }).end('no gzip'),
      '/packed': () => response.writeHead(200, { ...page, 'content-encoding': 'zstd' }).end('a'),
      '/headers': () => response.writeHead(200, { ...page, 'x-long': 'a'.repeat(20_000) }).end('<title>a'),
      '/cut': () =>
        response.writeHead(200, { ...page, 'content-length': 100 }).write('<title>a', () => request.socket.destroy()),
      '/text': () => response.writeHead(200, { 'content-type': 'text/plain' }).end('<title>a'),
      '/svg': () => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<title>a'),
      '/typeless': () => response.end('<title>a'),
      '/gone': () => response.writeHead(404, page).end('<title>a'),
      '/nowhere': () => response.writeHead(302).end(),
    }
    if (/slow|endless/.test(request.url ?? '')) response.writeHead(200, page)
    answers[request.url ?? '']?.()
  })
  const paths = [
    '/silent',
    '/slow',
    '/early',
    '/endless',
    '/bomb',
    '/broken',
    '/packed',
    '/headers',
    '/cut',
    '/text',
    '/svg',
    '/typeless',
    '/gone',
    '/nowhere',
  ]
  for (const path of paths) {
    const from = performance.now()
    expect([path, await outcome(world.network(), world.url('world.test', path), 1_000)]).toEqual([path, 'refused'])
    expect([path, performance.now() - from < 3_000]).toEqual([path, true])
  }
  // None of their connections is left.
  await expect.poll(() => open).toBe(0)
})
