import { expect, test } from './test'
import { pair, person } from './person'

test('what one writes as Markdown the other reads as it is meant', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ana.composer.pressSequentially('so :tad')
  await expect(ana.page.getByRole('option', { name: ':tada:' })).toBeVisible()
  // While the list is open the box is another kind of field.
  await ana.page.keyboard.press('Enter')
  await expect(ana.composer).toHaveValue('so 🎉 ')
  await ana.composer.fill('bold')
  await ana.composer.press('ControlOrMeta+a')
  await ana.composer.press('ControlOrMeta+b')
  await expect(ana.composer).toHaveValue('**bold**')
  await ana.composer.press('End')
  await ana.composer.press('Enter')
  await expect(ben.log.locator('strong', { hasText: 'bold' })).toBeVisible()

  // Between fences Enter begins a line; after them it sends.
  await ana.composer.pressSequentially('```ts')
  await ana.composer.press('Enter')
  await ana.composer.pressSequentially('const answer = 42')
  await ana.composer.press('Enter')
  await ana.composer.pressSequentially('```')
  await ana.composer.press('Enter')
  await expect(ana.composer).toHaveValue('')
  await expect(ben.log.locator('pre .hljs-number', { hasText: '42' })).toBeVisible()

  await ana.tell(room, [`- [x] ask @${ben.username}\n- [ ] \`@${ben.username}\`\n\n> said @${ben.username}`, ':tada:'])
  const list = ben.message('ask @')
  await expect(list.getByText('Done:')).toBeAttached()
  await expect(list.locator('span.font-semibold', { hasText: `@${ben.username}` })).toHaveCount(2)
  await expect(ben.log.locator('.message-body-large', { hasText: '🎉' })).toBeVisible()
})

const everything = [
  '# Release notes\nThe **first** paragraph, with *emphasis*, ~~a mistake~~, `inline code` and a [link](https://example.com/a/very/long/path).\nA single newline breaks.',
  '## Smaller\n\n- one\n- two\n  - nested, and a long line that has to be broken because it does not fit into one line at all\n- [ ] open task\n- [x] done task\n\n1. first\n2. second\n\n> Somebody said this,\n> over two lines.\n> > And this before.\n\nEnd.',
  '```ts\n// What is awake?\nexport async function* watch(room: string, signal?: AbortSignal) {\n  const open = new Map<string, number>([["a", 1]])\n  for (const [key, count] of open) yield `${key}: ${count + 0x2a}`\n}\n```',
  '| Feature | State | Who | Remarks |\n|:--|:-:|--:|---|\n| Markdown | done | Ana | tables scroll by themselves where they are wide |\n| Previews | soon | Ben | `404` |',
  'https://example.com/' + 'averylongpath'.repeat(12),
  '🎉🚀',
  'See https://example.com/preview',
]
const shown = {
  url: 'https://example.com/preview',
  title: 'A page that says what it is about',
  description:
    'Two or three lines of what somebody wrote about their own page, so that one knows whether to open it, and a little more than that.',
  siteName: 'Example',
}

for (const [theme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 360],
  ['dark', 360],
] as const)
  test(`everything that a body can be fits, ${theme} at ${width}`, async ({ browser }) => {
    const options = { viewport: { width, height: 2400 }, colorScheme: theme }
    const ana = await person(browser, 'Ana', options)
    const room = await ana.createRoom('Platform')
    // A server without the Internet makes no previews; here the last message comes with one.
    const withPreview = (text: string) =>
      text.replaceAll(/("body":"See https:[^{}]*?"preview":)null/g, `$1${JSON.stringify(shown)}`)
    await ana.page.routeWebSocket(/trpc/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) => socket.send(typeof message === 'string' ? withPreview(message) : message))
    })
    await ana.page.route('**/trpc/**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: withPreview(await response.text()) })
    })
    await ana.tell(room, everything)
    await ana.open(room)
    await expect(ana.log.locator('.hljs-keyword').first()).toBeVisible()
    const card = ana.log.getByRole('link', { name: shown.title })
    await expect(card).toBeVisible()
    // Nothing is wider than what it stands in.
    expect(await ana.log.evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0)
    expect(await ana.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await ana.page.screenshot({ path: test.info().outputPath('body.png') })
    await card.hover()
    await expect(ana.page.getByRole('button', { name: 'Remove preview' })).toBeVisible()
  })
