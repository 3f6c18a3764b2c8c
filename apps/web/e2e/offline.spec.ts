import { expect, test } from './test'
import { pair } from './person'

test('what is written offline waits, and arrives once and in order', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ana.say('Before')
  await expect(ben.message('Before')).toBeVisible()

  await ana.context.setOffline(true)
  await ana.say('In the tunnel')
  await ana.say('Still in it')
  await expect(ana.message('Still in it')).toContainText("it will go when you're back")
  await expect(ben.message('In the tunnel')).toHaveCount(0)
  await ben.tell(room, ['Meanwhile'])

  await ana.context.setOffline(false)
  await expect(ben.message('Still in it')).toBeVisible({ timeout: 20_000 })
  await expect(ana.message('Meanwhile')).toBeVisible({ timeout: 20_000 })
  await expect(ana.message('Still in it')).not.toContainText('offline')
  const bodies = async (person: typeof ana) =>
    (await person.log.locator('article p[dir]').allInnerTexts()).filter((text) => text !== '')
  for (const person of [ana, ben]) {
    await expect.poll(() => bodies(person)).toEqual(['Before', 'Meanwhile', 'In the tunnel', 'Still in it'])
  }
})

test('a draft is still there after a look elsewhere and a reload, and nobody has received it', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.createRoom('Elsewhere')
  await ben.say('What do you think?')
  await ana.act('What do you think?', 'Reply')
  await ana.composer.fill('Half a thought')
  await ana.page.getByRole('link', { name: 'Elsewhere' }).click()
  await expect(ana.composer).toHaveValue('')
  await ana.page.goBack()
  await expect(ana.composer).toHaveValue('Half a thought')
  await expect(ana.page.getByRole('button', { name: 'Cancel reply' })).toBeVisible()
  await ana.page.reload()
  await expect(ana.composer).toHaveValue('Half a thought')
  await expect(ben.message('Half a thought')).toHaveCount(0)
})
