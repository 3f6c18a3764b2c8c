import { expect, test, type Locator } from './test'
import { otherDevice, pair, type Person } from './person'

const bell = ({ page }: Person): Locator => page.getByRole('button', { name: /^Notifications/ })
const panel = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Notifications' })
const told = (somebody: Person): Locator => panel(somebody).getByRole('link')

test('who is called, answered and reacted to is told why, goes there, and has read it on every device', async ({
  browser,
}) => {
  const [ana, ben, room] = await pair(browser)
  await ana.say('Shall we?')
  await expect(ben.message('Shall we?')).toBeVisible()
  const elsewhere = await ana.createRoom('Elsewhere')
  await ana.open(elsewhere)
  const phone = await otherDevice(browser, ana)
  await phone.open(elsewhere)

  await bell(ana).click()
  await expect(panel(ana).getByText('Nothing so far')).toBeVisible()
  await ben.act('Shall we?', 'React')
  await ben.page.getByRole('combobox', { name: 'Search emoji' }).fill('thumbs up')
  await ben.page.keyboard.press('Enter')
  await ben.act('Shall we?', 'Reply')
  await ben.say('Gladly')
  await ben.say(`Look at this, @${ana.username}`)
  await expect(told(ana)).toHaveText([
    /Ben mentioned you.*Look at this/,
    /Ben replied to you.*Gladly.*Platform/,
    /Ben reacted .* to you.*Shall we/,
  ])
  await expect(bell(phone)).toHaveAccessibleName('Notifications, 3 unread')

  // By keyboard: the panel has the focus, arrows walk it, Enter leads to the message.
  await told(ana).last().focus()
  await ana.page.keyboard.press('Home')
  await ana.page.keyboard.press('Enter')
  await expect(ana.page).toHaveURL(new RegExp(room.id))
  await expect(ana.message('Look at this')).toBeInViewport()
  // Seen there, the room is read, and with it all that was told of it.
  await expect(bell(phone)).toHaveAccessibleName('Notifications')
  await expect(bell(ana)).toHaveAccessibleName('Notifications')

  await phone.page.reload()
  await ana.open(elsewhere)
  await ben.say(`And once more, @${ana.username}`)
  await expect(bell(phone)).toHaveAccessibleName('Notifications, 1 unread')
  // In a narrow window the way back from a room says what waits there.
  await phone.page.setViewportSize({ width: 360, height: 740 })
  await phone.page.getByRole('link', { name: 'Back to rooms, 1 unread in notifications' }).click()
  await bell(phone).click()
  await panel(phone).getByRole('button', { name: 'Mark all as read' }).click()
  await expect(bell(phone)).toHaveAccessibleName('Notifications')
  await expect(bell(ana)).toHaveAccessibleName('Notifications')
  await phone.page.keyboard.press('Escape')
  await expect(panel(phone)).toHaveCount(0)
  await expect(bell(phone)).toBeFocused()
})
