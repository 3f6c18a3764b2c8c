import { expect, test, type Locator } from './test'
import { otherDevice, pair, person, type Person } from './person'

/** The room's row in the list. */
const row = ({ page }: Person, name: string): Locator =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name })

const section = ({ page }: Person, title: string): Locator =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('region', { name: title })

const menuItem = ({ page }: Person, name: string | RegExp): Locator => page.getByRole('menuitem', { name })

/** Opens the room's own menu and takes something from it. */
async function fromRoomMenu(somebody: Person, name: string | RegExp): Promise<void> {
  await somebody.page.getByRole('button', { name: 'More about this room' }).click()
  await menuItem(somebody, name).click()
}

/** Opens the members' panel and takes something from somebody's menu there. */
async function actOn(somebody: Person, whom: string, name: string | RegExp): Promise<void> {
  const roster = somebody.page.getByRole('complementary', { name: 'Members' })
  if (!(await roster.isVisible())) await somebody.page.getByRole('button', { name: /^Members, / }).click()
  await roster.getByRole('button', { name: `More about ${whom}` }).click()
  await somebody.page.getByRole(/Admin|Moderator/.test(String(name)) ? 'menuitemradio' : 'menuitem', { name }).click()
}

test('a room is created by one and found by another', async ({ browser }) => {
  const [ana, ben] = [await person(browser, 'Ana'), await person(browser, 'Ben')]
  const name = `Found ${Date.now()}`
  await ana.page.goto('/')
  await ana.page.getByRole('button', { name: 'New' }).click()
  await menuItem(ana, 'Create a room').click()
  await ana.page.getByLabel('Name').fill(name)
  await ana.page.keyboard.press('Enter')
  await ana.composer.waitFor()

  await ben.page.goto('/')
  await ben.page.getByRole('button', { name: 'New' }).click()
  await menuItem(ben, 'Find a room').click()
  await ben.page.getByRole('searchbox', { name: 'Search public rooms' }).fill(name)
  await ben.page.getByRole('button', { name: `Join ${name}` }).click()
  await ben.say('Found it')
  await expect(ana.message('Found it')).toBeVisible()
})

test('an invitation leads through the sign-up into a private room, and says when it is used up', async ({
  browser,
}) => {
  const ana = await person(browser, 'Ana')
  const room = await ana.call<{ id: string }>('rooms.create', { kind: 'private', name: 'Quiet', topic: 'Just us' })
  await ana.open(room)
  await fromRoomMenu(ana, 'Invite people')
  await ana.page.getByLabel('Lets in').selectOption('1 person')
  await ana.page.getByRole('button', { name: 'Create link' }).click()
  const link = await ana.page.getByRole('textbox', { name: 'New link' }).inputValue()
  const path = new URL(link).pathname

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(path)
  await expect(guest.getByRole('heading', { name: 'Join Quiet' })).toBeVisible()
  await expect(guest.getByText('Ana invites you')).toBeVisible()
  await expect(guest.getByText('1 member')).toBeVisible()
  await guest.getByRole('button', { name: 'Create an account to join' }).click()
  const username = `guest-${Date.now()}`
  await guest.getByLabel('Username').fill(username)
  await guest.getByLabel('E-mail').fill(`${username}@example.test`)
  await guest.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await guest.getByRole('button', { name: 'Create account' }).click()
  await expect(guest.getByRole('heading', { name: 'Quiet', level: 1 })).toBeVisible()
  await expect(guest.getByRole('textbox', { name: 'Message Quiet' })).toBeVisible()

  const late = await person(browser, 'Late')
  await late.page.goto(path)
  await expect(late.page.getByRole('heading', { name: 'This invitation does not work any more' })).toBeVisible()
})

test('who has an account logs in and is in the room', async ({ browser }) => {
  const [ana, ben] = [await person(browser, 'Ana'), await person(browser, 'Ben')]
  const room = await ana.call<{ id: string }>('rooms.create', { kind: 'private', name: 'Back door' })
  const { code, id } = await ana.call<{ code: string; id: string }>('rooms.createInvite', { roomId: room.id })
  await ben.context.clearCookies()
  await ben.page.goto(`/invite/${code}`)
  await ben.page.getByRole('button', { name: 'Log in to join' }).click()
  await ben.page.getByLabel('Username or e-mail').fill(ben.username)
  await ben.page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await ben.page.getByRole('button', { name: 'Log in' }).click()
  await expect(ben.page.getByRole('textbox', { name: 'Message Back door' })).toBeVisible()

  // Revoked, it lets nobody in.
  await ana.open(room)
  await fromRoomMenu(ana, 'Invite people')
  await ana.page.getByRole('button', { name: 'Revoke' }).click()
  await ana.page.getByRole('button', { name: 'Revoke link' }).click()
  await expect(ana.page.getByText('There are none yet.')).toBeVisible()
  expect(id).not.toBe('')
})

test('who owns a room changes its settings, archives and restores it, and finds it all in the log', async ({
  browser,
}) => {
  const [ana, ben] = await pair(browser)
  await fromRoomMenu(ana, 'Room settings')
  const dialog = ana.page.getByRole('dialog', { name: 'Platform' })
  await dialog.getByLabel('Name').fill('Foundation')
  await dialog.getByLabel('Topic').fill('')
  await dialog.getByLabel('Slow mode').selectOption('One message every 1 minute')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(ana.page.getByText('Saved')).toBeVisible()
  await expect(ben.page.getByRole('heading', { name: 'Foundation', level: 1 })).toBeVisible()

  // Slow mode lets the second message wait, and says how long.
  await ben.say('One')
  await ben.composer.fill('Two')
  await expect(ben.page.getByText('Slow mode: you can send in')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await ben.page.reload()
  await expect(ben.page.getByText('Slow mode: you can send in')).toBeVisible()

  await ana.page.getByRole('button', { name: 'Archive room…' }).click()
  await ana.page.getByRole('button', { name: 'Archive room', exact: true }).click()
  await expect(ben.page.getByText('This room is archived.')).toBeVisible()
  await ana.page.getByRole('tab', { name: 'Log' }).click()
  const log = ana.page.getByRole('tabpanel')
  await expect(log.getByText('archived the room')).toBeVisible()
  await expect(log.getByText(/renamed the room to Foundation/)).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await ana.page.getByRole('button', { name: 'Restore room' }).click()
  await expect(ben.composer).toHaveValue('Two')
})

test('a member is offered nothing that only others may do', async ({ browser }) => {
  const [, ben] = await pair(browser)
  await ben.page.getByRole('button', { name: 'More about this room' }).click()
  await expect(menuItem(ben, 'Room details')).toBeVisible()
  await expect(menuItem(ben, 'Room settings')).toHaveCount(0)
  await menuItem(ben, 'Room details').click()
  await expect(ben.page.getByRole('tab')).toHaveText(['About', 'Invitations'])
  await ben.page.keyboard.press('Escape')
  await ben.page.getByRole('button', { name: 'Members, 2' }).click()
  await ben.page.getByRole('button', { name: 'More about Ana' }).click()
  await expect(ben.page.getByRole('menuitem')).toHaveText(['Message', 'Profile'])
})

test('members are added, made moderator, muted, banned and unbanned', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  const cy = await person(browser, 'Cy')
  await ana.page.getByRole('button', { name: 'Members, 2' }).click()
  await ana.page.getByRole('button', { name: 'Add', exact: true }).click()
  await ana.page.getByRole('searchbox', { name: /Name, username/ }).fill(cy.username)
  await ana.page.getByRole('button', { name: 'Add Cy' }).click()
  await expect(ana.page.getByText('In the room')).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await cy.page.goto('/')
  await cy.composer.waitFor()

  await actOn(ana, 'Ben', 'Moderator')
  await ana.page.keyboard.press('Escape')
  await expect(ana.page.getByRole('button', { name: /Ben.*Moderator/ })).toBeVisible()

  // A moderator mutes, and deletes what others said.
  await cy.say('Buy my book')
  await ben.message('Buy my book').hover()
  await ben.act('Buy my book', 'More')
  await menuItem(ben, 'Delete').click()
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(cy.message('This message was deleted')).toBeVisible()
  await actOn(ben, 'Cy', 'Mute…')
  await ben.page.getByLabel('For', { exact: true }).selectOption('1 hour')
  await ben.page.getByRole('button', { name: 'Mute', exact: true }).click()
  await expect(cy.page.getByText("You're muted here.")).toBeVisible()
  await cy.page.reload()
  await expect(cy.page.getByText(/You can write again in (1 hour|60 minutes)/)).toBeVisible()
  await actOn(ben, 'Cy', 'Unmute')
  await expect(cy.composer).toBeVisible()

  await actOn(ben, 'Cy', 'Ban…')
  await ben.page.getByLabel('Reason').fill('Selling books')
  await ben.page.getByRole('button', { name: 'Ban', exact: true }).click()
  await cy.page.getByRole('button', { name: 'Join room' }).click()
  await expect(cy.page.getByText('You are banned from this room.')).toBeVisible()
  await fromRoomMenu(ben, 'Room details')
  await ben.page.getByRole('tab', { name: 'Banned' }).click()
  await expect(ben.page.getByText('Selling books')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Unban Cy' }).click()
  await ben.page.getByRole('button', { name: 'Unban', exact: true }).click()
  await expect(ben.page.getByText('Nobody is banned from this room.')).toBeVisible()
})

test('the last owner hands the room over before they leave', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await fromRoomMenu(ana, 'Leave room…')
  const dialog = ana.page.getByRole('dialog', { name: 'Hand over Platform first' })
  await expect(dialog.getByRole('button', { name: 'Hand over and leave' })).toBeDisabled()
  await dialog.getByRole('radio', { name: /Ben/ }).check()
  await dialog.getByRole('button', { name: 'Hand over and leave' }).click()
  await expect(ana.page.getByText("It's quiet here")).toBeVisible()
  await fromRoomMenu(ben, 'Room settings')
  await expect(ben.page.getByRole('button', { name: 'Delete room…' })).toBeVisible()
})

test('a room has two owners, and either may go', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await actOn(ana, 'Ben', 'Make owner too…')
  await ana.page.getByRole('button', { name: 'Make owner', exact: true }).click()
  await fromRoomMenu(ben, 'Room settings')
  await expect(ben.page.getByRole('button', { name: 'Delete room…' })).toBeVisible()
  await fromRoomMenu(ana, 'Leave room…')
  await ana.page.getByRole('dialog', { name: 'Leave Platform?' }).getByRole('button', { name: 'Leave room' }).click()
  await expect(ana.page.getByText("It's quiet here")).toBeVisible()
})

test('what is read, favoured and silenced on one device is so on the other', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ana.createRoom('Elsewhere')
  await ben.say('First')
  await ben.say('Second')
  await expect(ana.message('Second')).toBeVisible()
  const phone = await otherDevice(browser, ana)
  await phone.page.goto('/')
  await phone.page.getByRole('navigation', { name: 'Rooms' }).waitFor()
  await row(phone, 'Elsewhere').click()

  await row(phone, 'Platform').click({ button: 'right' })
  await menuItem(phone, 'Mark unread').click()
  await expect(row(phone, 'Platform')).toContainText('Unread')
  await ana.page.goto('/')
  await row(ana, 'Elsewhere').click()
  await expect(row(ana, 'Platform')).toContainText('Unread')
  await ana.page.getByRole('button', { name: 'Mark all read' }).click()
  await expect(row(phone, 'Platform')).not.toContainText('Unread')

  // From a message: everything after it is unread too.
  await ana.open(room)
  await ana.act('First', 'More')
  await menuItem(ana, 'Mark unread from here').click()
  await expect(row(phone, 'Platform')).toContainText('Unread')
  await row(phone, 'Platform').click({ button: 'right' })
  await menuItem(phone, 'Mark read').click()
  await expect(row(phone, 'Platform')).not.toContainText('Unread')

  // By keyboard alone.
  await row(phone, 'Platform').focus()
  await phone.page.keyboard.press('Shift+F10')
  await menuItem(phone, 'Add to favourites').waitFor()
  await phone.page.keyboard.press('ArrowDown')
  await phone.page.keyboard.press('ArrowDown')
  await phone.page.keyboard.press('Enter')
  await expect(row(phone, 'Platform')).toBeFocused()
  await expect(section(ana, 'Favourites').getByRole('link', { name: 'Platform' })).toBeVisible()

  await fromRoomMenuRadio(ana, 'Nothing')
  await expect(row(phone, 'Platform')).toContainText('Muted')
})

async function fromRoomMenuRadio(somebody: Person, name: string): Promise<void> {
  await somebody.page.getByRole('button', { name: 'More about this room' }).click()
  await somebody.page.getByRole('menuitemradio', { name }).click()
  await somebody.page.keyboard.press('Escape')
}

test('a finger held on a room opens its menu', async ({ browser }) => {
  const touch = { hasTouch: true, viewport: { width: 360, height: 740 } }
  const ana = await person(browser, 'Ana', touch)
  await ana.createRoom('Held')
  await ana.page.goto('/')
  const { x, y } = (await row(ana, 'Held').boundingBox())!
  const touches = [{ identifier: 0, clientX: x + 40, clientY: y + 10 }]
  await row(ana, 'Held').dispatchEvent('touchstart', { touches, changedTouches: touches, targetTouches: touches })
  await menuItem(ana, 'Add to favourites').waitFor()
  // Behind an open menu there is nothing for a screen reader; the finger is still on it.
  await ana.page
    .locator('[data-room-row]')
    .dispatchEvent('touchend', { touches: [], changedTouches: touches, targetTouches: [] })
  await menuItem(ana, 'Add to favourites').click()
  await expect(section(ana, 'Favourites').getByRole('link', { name: 'Held' })).toBeVisible()
})

test('a name is completed by keyboard, and who is called sees it', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.composer.pressSequentially('Ask @be')
  const list = ana.page.getByRole('listbox', { name: 'People to mention' })
  await expect(list.getByRole('option')).toHaveText([/Ben/])
  await expect(ana.page.getByRole('combobox', { name: /^Message / })).toBeFocused()
  await ana.page.keyboard.press('Tab')
  await expect(ana.composer).toHaveValue(`Ask @${ben.username} `)
  await ana.page.keyboard.type('or @')
  await expect(list).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await ana.page.keyboard.type('nobody')
  await ana.page.keyboard.press('Enter')
  await expect(ben.message('Ask').getByText(`@${ben.username}`)).toHaveCSS('font-weight', '600')
  await expect(ben.message('Ask')).toContainText(`Ask @${ben.username} or @nobody`)
})

test('what a blocked person says is folded until it is asked for', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ben.say('Listen to me')
  await ana.message('Listen to me').getByRole('button', { name: 'Ben', exact: true }).click()
  await ana.page.getByRole('button', { name: 'Block' }).click()
  await expect(ana.page.getByRole('button', { name: 'Unblock' })).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(ana.log.getByText('Listen to me')).toHaveCount(0)
  await ana.page.getByRole('button', { name: 'Search messages' }).click()
  const found = ana.page.getByRole('complementary', { name: 'Search' })
  await found.getByRole('combobox', { name: 'Search messages' }).fill('listen')
  await ana.page.keyboard.press('Enter')
  await expect(found.getByText('Blocked person')).toBeVisible()
  await expect(found.getByText('Listen to me')).toHaveCount(0)
  await ana.page.getByRole('button', { name: 'Show message' }).click()
  await expect(ana.log.getByText('Listen to me')).toBeVisible()

  await ana.page.getByRole('button', { name: /^Account of/ }).click()
  await menuItem(ana, 'Blocked people').click()
  await ana.page.getByRole('button', { name: 'Unblock Ben' }).click()
  await expect(ana.page.getByText('Nobody. You can block somebody from their profile.')).toBeVisible()
})
