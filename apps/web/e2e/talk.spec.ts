import { expect, test } from './test'
import { pair } from './person'

test('what one says the other reads, and what one changes the other sees changed', async ({ browser }) => {
  const [ana, ben] = await pair(browser)

  await ana.say('Lunch at noon?')
  await expect(ben.message('Lunch at noon?')).toBeVisible()

  await ben.act('Lunch at noon?', 'Reply')
  await ben.say('Half past')
  await expect(ana.message('Half past').getByRole('button', { name: /In reply to Ana/ })).toBeVisible()

  await ana.act('Lunch at noon?', 'Edit')
  await ana.page.getByRole('textbox', { name: 'Edit message' }).fill('Lunch at one?')
  await ana.page.getByRole('button', { name: 'Save' }).click()
  await expect(ben.message('Lunch at one?').first()).toContainText('edited')
  await expect(ben.message('Half past')).toContainText('Lunch at one?')

  await ana.act('Half past', 'React')
  const search = ana.page.getByRole('combobox', { name: 'Search emoji' })
  await expect(search).toBeFocused()
  await search.fill('thumbs up')
  await ana.page.getByRole('option', { name: /^thumbs up/ }).click()
  const thumb = ben.message('Half past').getByRole('button', { name: /^👍, 1/ })
  await thumb.click()
  await expect(ana.message('Half past').getByRole('button', { name: '👍, 2, including you' })).toBeVisible()

  await ana
    .message('Half past')
    .getByRole('button', { name: /In reply to Ana/ })
    .click()
  await expect(ana.message('Lunch at one?').first()).toHaveClass(/message-highlight/)

  await ben.act('Half past', 'More')
  await ben.page.getByRole('menuitem', { name: 'Delete' }).click()
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(ana.message('This message was deleted')).toBeVisible()
  await expect(ana.log.getByText('Half past')).toHaveCount(0)
})

test('one sees the other type, and stop', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.composer.pressSequentially('Let me th')
  await expect(ben.page.getByText('Ana is typing')).toBeVisible()
  await ana.composer.fill('')
  await expect(ben.page.getByText('Ana is typing')).toBeHidden()
})

test('one sees how far the other has read', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ben.page.bringToFront()
  await ana.say('Have you seen this?')
  await expect(ben.message('Have you seen this?')).toBeVisible()
  await expect(ana.message('Have you seen this?').getByRole('img', { name: 'Seen by Ben' })).toBeVisible()
})

test('presence comes and goes', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.page.getByRole('button', { name: 'Members, 2' }).click()
  const roster = ana.page.getByRole('complementary', { name: 'Members' })
  await expect(roster.getByText('Here now · 2')).toBeVisible()
  await ben.context.close()
  // The grace that keeps a reload from flapping is 5 s.
  await expect(roster.getByText('Not here · 1')).toBeVisible({ timeout: 15_000 })
  await expect(roster.getByRole('listitem').filter({ hasText: 'Ben' })).toContainText('Offline')
})

test('everything about a message can be done by keyboard, and each way back leads to it', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  const { keyboard } = ana.page
  const [first, second] = [ana.message('first'), ana.message('second')]
  await ana.tell(room, ['first', 'second'])
  await expect(ben.message('second')).toBeVisible()

  await ana.composer.press('Escape')
  await expect(second).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(first).toBeFocused()

  await test.step('edit', async () => {
    await keyboard.press('e')
    await expect(ana.page.getByRole('textbox', { name: 'Edit message' })).toBeFocused()
    await keyboard.type(' of all')
    await keyboard.press('Enter')
    await expect(ben.message('first of all')).toBeVisible()
    await expect(first).toBeFocused()
  })

  await test.step('react, and take it back', async () => {
    await keyboard.press('+')
    await expect(ana.page.getByRole('combobox', { name: 'Search emoji' })).toBeFocused()
    await keyboard.type('tada')
    await keyboard.press('Enter')
    await expect(ben.message('first').getByRole('button', { name: /🎉, 1/ })).toBeVisible()
    await expect(first).toBeFocused()
    await ana.reach(first.getByRole('button', { name: /🎉, 1/ }))
    await keyboard.press('Enter')
    await expect(ben.message('first').getByRole('button', { name: /🎉/ })).toHaveCount(0)
    await expect(first).toBeFocused()
  })

  await test.step('look at its edits, by its menu', async () => {
    await ana.reach(first.getByRole('button', { name: 'More' }))
    await keyboard.press('Enter')
    await ana.reach(ana.page.getByRole('menuitem', { name: 'See edits' }), 'ArrowDown')
    await keyboard.press('Enter')
    await expect(ana.page.getByRole('dialog', { name: 'Edits' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(first).toBeFocused()
  })

  await test.step('reply, and go to what a reply quotes', async () => {
    await keyboard.press('r')
    await expect(ana.composer).toBeFocused()
    await keyboard.type('third')
    await keyboard.press('Enter')
    const quote = ben.message('third').getByRole('button', { name: /In reply to Ana/ })
    await expect(quote).toBeVisible()
    await ben.composer.press('Escape')
    await ben.reach(quote)
    await ben.page.keyboard.press('Enter')
    await expect(ben.message('first').first()).toBeFocused()
  })

  await test.step('delete', async () => {
    await keyboard.press('Escape')
    await keyboard.press('ArrowUp')
    await expect(second).toBeFocused()
    const confirm = ana.page.getByRole('dialog').getByRole('button', { name: 'Delete' })
    await keyboard.press('Delete')
    await expect(confirm).toBeFocused()
    await keyboard.press('Escape')
    await expect(second).toBeFocused()
    await keyboard.press('Delete')
    await expect(confirm).toBeFocused()
    await keyboard.press('Enter')
    await expect(ben.message('This message was deleted')).toBeVisible()
    await expect(ana.message('This message was deleted')).toBeFocused()
  })
})
