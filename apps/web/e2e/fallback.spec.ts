import { startStrictProxy, type StrictProxy, type Upgrades } from '@parley/testkit/strict-proxy'
import { expect, test as base } from './test'
import { person, type Person } from './person'

/** Two people in one room, behind the proxy of their office. */
const test = base.extend<{ upgrades: Upgrades; office: StrictProxy; people: { ana: Person; ben: Person } }>({
  upgrades: ['pass', { option: true }],
  office: async ({ baseURL, upgrades }, lend) => {
    const proxy = await startStrictProxy(baseURL!)
    proxy.upgrades = upgrades
    await lend(proxy)
    await proxy.close()
  },
  people: async ({ browser, office }, lend) => {
    const behind = { baseURL: office.url }
    const [ana, ben] = [await person(browser, 'Ana', behind), await person(browser, 'Ben', behind)]
    const room = await ana.createRoom('Platform')
    await ben.join(room)
    await ana.open(room)
    await ben.open(room)
    await lend({ ana, ben })
    await ana.context.close()
    await ben.context.close()
  },
})

const bodiesOf = async ({ log }: Person) =>
  (await log.locator('article p[dir]').allInnerTexts()).filter((text) => text !== '')

const trouble = ({ page }: Person) => page.getByText(/Connecting…|Can't reach the server/)

/** What a browser tells a page when it finds itself in another network. */
const changeNetwork = ({ page }: Person) => page.evaluate(() => void window.dispatchEvent(new Event('online')))

for (const upgrades of ['refuse', 'swallow', 'cut'] as const) {
  test.describe(`behind a proxy that would ${upgrades} sockets`, () => {
    test.use({ upgrades })

    test('people talk, react and see each other there', async ({ people: { ana, ben }, office }) => {
      await ana.say('Is anybody out there?')
      await expect(ben.message('Is anybody out there?')).toBeVisible({ timeout: 20_000 })
      await ben.say('Just nod if you can hear me')
      await expect(ana.message('Just nod')).toBeVisible()

      await ana.act('Just nod', 'React')
      await ana.page.getByRole('combobox', { name: 'Search emoji' }).fill('thumbs up')
      await ana.page.keyboard.press('Enter')
      await expect(ben.message('Just nod').getByRole('button', { name: /^👍, 1/ })).toBeVisible()

      await ana.page.getByRole('button', { name: 'Members, 2' }).click()
      await expect(ana.page.getByText('Here now · 2')).toBeVisible({ timeout: 30_000 })
      await expect(trouble(ana)).toHaveCount(0)
      expect(office.asked).toBeGreaterThan(0)
    })
  })
}

test.describe('behind a proxy that refuses sockets', () => {
  test.use({ upgrades: 'refuse' })

  test('one may open four tabs, and each of them can still send and hear', async ({ people: { ana, ben } }) => {
    await ana.say('first tab')
    await expect(ben.message('first tab')).toBeVisible({ timeout: 20_000 })
    for (const name of ['second tab', 'third tab', 'fourth tab']) {
      const page = await ana.context.newPage()
      await page.goto(ana.page.url())
      const composer = page.getByRole('textbox', { name: /^Message / })
      await composer.fill(name)
      await composer.press('Enter')
      await expect(ben.message(name)).toBeVisible({ timeout: 20_000 })
      await ben.say(`heard the ${name}`)
      await expect(page.getByRole('log').getByText(`heard the ${name}`)).toBeVisible({ timeout: 20_000 })
    }
    await expect(ana.message('heard the fourth tab')).toBeVisible({ timeout: 20_000 })
  })

  test('what the banner says is true: nothing while one is heard, and trouble while one is not', async ({
    people: { ana, ben },
    office,
  }) => {
    await ana.say('hello')
    await expect(ben.message('hello')).toBeVisible({ timeout: 20_000 })
    await expect(trouble(ana)).toHaveCount(0)

    office.down = true
    office.cut('everything')
    await expect(trouble(ana)).toBeVisible({ timeout: 15_000 })
    await ana.say('while nobody hears')
    office.down = false
    await expect(ben.message('while nobody hears')).toBeVisible({ timeout: 30_000 })
    await expect(trouble(ana)).toHaveCount(0, { timeout: 20_000 })
  })
})

test('who loses the socket in mid-talk goes on without it, and with it later', async ({
  people: { ana, ben },
  office,
}) => {
  await ana.say('one')
  await expect(ben.message('one')).toBeVisible()
  await ben.composer.pressSequentially('Hm')
  await expect(ana.page.getByText('Ben is typing')).toBeVisible()

  office.upgrades = 'refuse'
  office.cut('sockets')
  await ana.say('two')
  await expect(ben.message('two')).toBeVisible({ timeout: 20_000 })
  await ben.composer.fill('')
  await ben.say('three')
  await expect(ana.message('three')).toBeVisible({ timeout: 20_000 })
  await expect(trouble(ana)).toHaveCount(0)

  office.upgrades = 'pass'
  await changeNetwork(ana)
  await changeNetwork(ben)
  await ana.say('four')
  await expect(ben.message('four')).toBeVisible()
  // Typing is told over sockets only.
  await expect(async () => {
    await ben.composer.pressSequentially('Hm')
    await expect(ana.page.getByText('Ben is typing')).toBeVisible({ timeout: 3_500 })
  }).toPass({ timeout: 30_000 })
  expect(await bodiesOf(ana)).toEqual(['one', 'two', 'three', 'four'])
  expect(await bodiesOf(ben)).toEqual(['one', 'two', 'three', 'four'])
})
