import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './test'
import { pair } from './person'

test('what was said is found by its words, narrowed by whom and where, and leads to its place', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ben.say('The release train leaves at noon')
  await expect(ana.message('leaves at noon')).toBeVisible()
  await ana.say('I will be on the train by then')
  const { page } = ana
  await ana.open(await ana.createRoom('Elsewhere'))
  await ana.say('No trains here')

  await page.getByRole('button', { name: 'Search messages' }).click()
  const panel = page.getByRole('complementary', { name: 'Search' })
  const box = panel.getByRole('combobox', { name: 'Search messages' })
  await expect(box).toBeFocused()
  await page.keyboard.type('train')
  const found = panel.getByRole('navigation', { name: 'Found messages' }).getByRole('link')
  await expect(found).toHaveText([/on the train by then/, /The release train leaves/, /No trains here.*Elsewhere/])
  await expect(found.first().locator('mark')).toHaveText('train')
  const { violations } = await new AxeBuilder({ page }).include('[role=search]').analyze()
  expect(violations).toEqual([])

  await panel.getByRole('button', { name: 'From me' }).click()
  await expect(found).toHaveText([/on the train by then/, /No trains here/])
  await panel.getByRole('button', { name: 'From me' }).click()
  await box.press('End')
  await page.keyboard.type(` from:${ben.username}`)
  await panel.getByRole('option', { name: `@${ben.username}` }).waitFor()
  await page.keyboard.press('Enter')
  await expect(found).toHaveText([/The release train leaves/])
  await found.first().click()
  await expect(page).toHaveURL(new RegExp(`${room.id}\\?at=`))
  await expect(ana.message('leaves at noon')).toBeInViewport()
  await expect(panel).toBeVisible()

  await box.fill('in:Nowhere ')
  await expect(panel.getByRole('alert')).toHaveText('in: you are in no room named Nowhere.')
  await box.press('Escape')
  await expect(panel).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('noon')
  await page.getByRole('option', { name: 'Search messages for “noon”' }).click()
  await expect(found).toHaveText([/leaves at noon/])
})

test('search by keyboard', async ({ browser }) => {
  const [ana, , room] = await pair(browser)
  const { page } = ana
  const { keyboard } = page
  await ana.tell(room, ['The train leaves at noon', 'No train comes on Sunday'])
  await ana.open(await ana.createRoom('Elsewhere'))

  await keyboard.press('ControlOrMeta+Shift+F')
  const panel = page.getByRole('complementary', { name: 'Search' })
  const box = panel.getByRole('combobox', { name: 'Search messages' })
  await expect(box).toBeFocused()
  await keyboard.type('train')
  await ana.reach(panel.getByRole('button', { name: 'From me' }))
  await keyboard.press('Space')
  await expect(box).toHaveValue('from:me train')
  await expect(box).toBeFocused()

  const found = panel.getByRole('navigation', { name: 'Found messages' }).getByRole('link')
  await expect(found).toHaveText([/No train comes/, /The train leaves/])
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(ana.message('leaves at noon')).toHaveClass(/message-highlight/)
  await expect(found.last()).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(found.first()).toBeFocused()
  await keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.locator('#conversation')).toBeFocused()
})
