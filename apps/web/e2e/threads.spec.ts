import { expect, test } from './test'
import { pair } from './person'

test('a thread beside its room, what is pinned, what was said before, and who reacted', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.say('Lunch at noon?')
  await ben.act('Lunch at noon?', 'Reply in thread')
  const bens = ben.page.getByRole('complementary', { name: 'Thread' })
  await expect(bens.getByText('No replies yet')).toBeVisible()
  await bens.getByRole('textbox', { name: 'Reply in the thread' }).fill('Only if there is soup')
  await ben.page.keyboard.press('Enter')
  await expect(bens.getByText('1 reply')).toBeVisible()

  // Who began it follows it: the line under it says what is new, until it is read.
  await ana.log.getByRole('button', { name: '1 reply 1 new' }).click()
  const anas = ana.page.getByRole('complementary', { name: 'Thread' })
  await expect(anas.getByText('Only if there is soup')).toBeVisible()
  await expect(ana.log.getByRole('button', { name: /^1 reply/ }).first()).not.toContainText('new')
  await expect(ana.page).toHaveURL(/thread=/)
  await ana.page.reload()
  await expect(anas.getByText('Only if there is soup')).toBeVisible()

  await anas.getByRole('textbox', { name: 'Reply in the thread' }).fill('There is soup')
  await anas.getByRole('checkbox', { name: 'Also send to Platform' }).check()
  await anas.getByRole('button', { name: 'Send' }).click()
  await expect(ben.message('There is soup').first()).toContainText('Answered in a thread')
  await expect(bens.getByText('There is soup', { exact: true })).toBeVisible()
  await bens.getByRole('button', { name: 'Close' }).click()
  await expect(ben.page).not.toHaveURL(/thread=/)

  const id = new URL(ana.page.url()).searchParams.get('thread')!
  await anas.getByRole('button', { name: 'Close' }).click()
  await ana.act('Lunch at noon?', 'More')
  await ana.page.getByRole('menuitem', { name: 'Pin to the room' }).click()
  await expect(ben.message('Lunch at noon?').first()).toContainText('Pinned')
  await ben.page.getByRole('button', { name: 'Pinned messages' }).click()
  const pins = ben.page.getByRole('complementary', { name: 'Pinned messages' })
  await pins.getByRole('link', { name: /Lunch at noon/ }).click()
  await expect(ben.page).toHaveURL(/at=1/)

  await ana.call('messages.edit', { messageId: id, body: 'Lunch at one?' })
  await expect(pins.getByText('Lunch at one?')).toBeVisible()
  await ana.act('Lunch at one?', 'More')
  await ana.page.getByRole('menuitem', { name: 'Unpin' }).click()
  await expect(pins.getByText('Nothing is pinned')).toBeVisible()
  await ben
    .message('Lunch at one?')
    .first()
    .getByRole('button', { name: /edited/ })
    .click()
  const edits = ben.page.getByRole('dialog', { name: 'Edits' })
  await expect(edits.getByText('Lunch at noon?')).toBeVisible()
  await ben.page.keyboard.press('Escape')

  await ana.call('messages.react', { messageId: id, emoji: '🍲', on: true })
  await ben
    .message('Lunch at one?')
    .first()
    .getByRole('button', { name: /^🍲, 1/ })
    .click({ button: 'right' })
  await expect(ben.page.getByRole('dialog', { name: 'Reactions' }).getByText('Ana')).toBeVisible()
})

test('threads and pins by keyboard', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  const { page } = ana
  const { keyboard } = page
  const question = ana.message('A question')
  await ana.tell(room, ['A question', 'A remark'])
  await ana.composer.press('Escape')
  await keyboard.press('ArrowUp')
  await expect(question).toBeFocused()

  await test.step('a thread', async () => {
    await keyboard.press('t')
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await expect(thread.getByRole('textbox', { name: 'Reply in the thread' })).toBeFocused()
    await keyboard.type('An answer')
    await keyboard.press('Enter')
    await expect(ben.message('A question').getByRole('button', { name: /1 reply/ })).toBeVisible()
    await expect(thread.getByRole('article')).toHaveCount(2)
    await keyboard.press('Escape')
    await expect(thread.getByRole('article').last()).toBeFocused()
    await keyboard.press('Escape')
    await expect(thread).toBeHidden()
    await expect(question).toBeFocused()
  })

  await test.step('pins', async () => {
    await keyboard.press('p')
    await expect(ben.message('A question')).toContainText('Pinned')
    await keyboard.press('ArrowDown')
    await keyboard.press('p')
    await expect(ben.message('A remark')).toContainText('Pinned')

    const button = page.getByRole('button', { name: 'Pinned messages' })
    await ana.reach(button, 'Shift+Tab')
    await keyboard.press('Enter')
    const pins = page.getByRole('complementary', { name: 'Pinned messages' })
    await ana.reach(pins.getByRole('link', { name: /A remark/ }))
    await keyboard.press('Enter')
    await expect(page).toHaveURL(/at=2/)
    await ana.reach(pins.getByRole('button', { name: /^Unpin/ }).first())
    await keyboard.press('Enter')
    await expect(ben.message('A remark')).not.toContainText('Pinned')
    await expect(pins.getByRole('link', { name: /A question/ })).toBeFocused()
    await keyboard.press('Escape')
    await expect(pins).toBeHidden()
    await expect(button).toBeFocused()
  })
})
