import { expect, test } from './test'
import { pair } from './person'

test('a reported message waits for who moderates the room, and is deleted or let be', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.say('Buy my book')
  await ben.say('Just a joke')
  await ben.act('Buy my book', 'More')
  await ben.page.getByRole('menuitem', { name: 'Report…' }).click()
  await ben.page.getByLabel('What is wrong with it?').fill('Selling books')
  await ben.page.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(ben.page.getByText('Those who moderate the room will look at it.')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Done' }).click()
  await expect(ben.page.getByRole('dialog')).toHaveCount(0)

  // The owner hears of it at once.
  await ana.page.getByRole('button', { name: '1 reported message' }).click()
  const queue = ana.page.getByRole('tabpanel', { name: 'Reports' })
  const reported = queue.getByRole('listitem', { name: 'Message of Ana' })
  await expect(reported).toContainText('Buy my book')
  await expect(reported).toContainText('Selling books')
  await reported.getByRole('button', { name: 'Delete…' }).click()
  await ana.page.getByRole('button', { name: 'Delete message', exact: true }).click()
  await expect(queue.getByText('No message is waiting to be looked at.')).toBeVisible()
  await expect(ben.message('This message was deleted')).toBeVisible()
  await ana.page.getByRole('tab', { name: 'Log' }).click()
  await expect(ana.page.getByText('deleted a reported message of Ana')).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(ana.page.getByRole('button', { name: /reported message/ })).toHaveCount(0)

  // One's own cannot be reported.
  await ana.act('Just a joke', 'More')
  await expect(ana.page.getByRole('menuitem', { name: 'Report…' })).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await ben.act('Just a joke', 'More')
  await expect(ben.page.getByRole('menuitem', { name: 'Copy text' })).toBeVisible()
  await expect(ben.page.getByRole('menuitem', { name: 'Report…' })).toHaveCount(0)
})
