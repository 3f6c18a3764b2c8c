import { Buffer } from 'node:buffer'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './test'
import { pair } from './person'

/** A picture of the page itself: real, and of a known size. */
const shotOf = async (page: { screenshot(options: object): Promise<Buffer> }, width: number, height: number) =>
  page.screenshot({ clip: { x: 0, y: 0, width, height } })

test('files are picked, pasted and dropped, go up while one writes, and are there for the other', async ({
  browser,
}) => {
  const [ana, ben, room] = await pair(browser)
  const tray = ana.page.getByRole('list', { name: 'Files to send' })
  const [wide, tall] = [await shotOf(ana.page, 1_000, 400), await shotOf(ana.page, 300, 600)]

  // One goes up slowly, and is given up; another fails and is tried again.
  let fails = true
  await ana.page.route('**/api/uploads', async (route) => {
    if (!fails) return route.continue()
    fails = false
    return route.abort('connectionfailed')
  })
  const picked = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('The plan') }
  const send = ana.page.getByRole('button', { name: 'Send', exact: true })
  const choosing = ana.page.waitForEvent('filechooser')
  await ana.page.getByRole('button', { name: 'Add files' }).click()
  await (await choosing).setFiles([picked])
  await expect(tray.getByText("Couldn't upload")).toBeVisible()
  await expect(send).toBeDisabled()
  await tray.getByRole('button', { name: 'Retry plan.txt' }).click()
  await expect(tray.getByText('8 bytes')).toBeVisible()

  const gates: (() => void)[] = []
  await ana.page.route('**/api/uploads', async (route) => {
    await new Promise<void>((open) => gates.push(open))
    await route.continue()
  })
  await ana.page.getByLabel('Files to add').setInputFiles([{ ...picked, name: 'wrong.txt' }])
  await expect(tray.getByRole('progressbar', { name: 'Uploading wrong.txt' })).toBeVisible()
  await tray.getByRole('button', { name: 'Cancel wrong.txt' }).click()
  await expect(tray.getByRole('listitem')).toHaveCount(1)
  for (const open of gates) open()
  await ana.page.unrouteAll({ behavior: 'ignoreErrors' })

  await ana.composer.evaluate(
    (box, bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], 'wide.png', { type: 'image/png' }))
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [...wide],
  )
  await ana.page.evaluate(
    (bytes) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'tall.png', { type: 'image/png' }))
      const tell = (type: string) =>
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      for (const type of ['dragenter', 'dragover', 'drop']) tell(type)
    },
    [...tall],
  )
  await expect(tray.getByRole('listitem')).toHaveCount(3)
  await expect(tray.getByRole('progressbar')).toHaveCount(0)
  await ana.say('Here is all of it')
  await expect(tray).toHaveCount(0)

  const message = ben.message('Here is all of it')
  await expect(message.getByRole('link', { name: 'Download plan.txt, 8 bytes' })).toBeVisible()
  const pictures = message.getByRole('button', { name: /^Open / })
  await expect(pictures).toHaveCount(2)
  const loaded = message.locator('img[alt="wide.png"]')
  await expect.poll(() => loaded.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800)

  await message.getByRole('button', { name: 'Open wide.png' }).click()
  const lightbox = ben.page.getByRole('dialog', { name: /wide\.png/ })
  await expect(lightbox.getByText('1 of 2')).toBeVisible()
  const { violations } = await new AxeBuilder({ page: ben.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await ben.page.getByRole('button', { name: 'Next picture' }).click()
  await expect(ben.page.getByRole('dialog', { name: /tall\.png/ })).toBeVisible()
  await ben.page.getByRole('button', { name: 'Close' }).click()
  await expect(ben.page.getByRole('dialog')).toHaveCount(0)

  const download = ben.page.waitForEvent('download')
  await message.getByRole('link', { name: /plan\.txt/ }).click()
  expect((await download).suggestedFilename()).toBe('plan.txt')

  // What was sent while away goes by itself after a reload, with its files.
  await ana.page.getByLabel('Files to add').setInputFiles([{ ...picked, name: 'later.txt' }])
  await expect(tray.getByText('8 bytes')).toBeVisible()
  await ana.page.route('**/trpc/**', (route) => route.abort())
  await ana.context.setOffline(true)
  await ana.composer.press('Enter')
  await expect(ana.log.getByRole('link', { name: /later\.txt/ })).toBeVisible()
  await ana.context.setOffline(false)
  await ana.page.unrouteAll({ behavior: 'ignoreErrors' })
  await ana.open(room)
  await expect(ben.log.getByRole('link', { name: /later\.txt/ })).toBeVisible()
})

test('files by keyboard: picked, one taken out again, sent and looked at', async ({ browser }) => {
  const [ana] = await pair(browser)
  const { page } = ana
  const { keyboard } = page
  const picture = async (name: string) => ({ name, mimeType: 'image/png', buffer: await shotOf(page, 300, 200) })

  const choosing = page.waitForEvent('filechooser')
  await ana.reach(page.getByRole('button', { name: 'Add files' }))
  await keyboard.press('Enter')
  await (await choosing).setFiles([await picture('one.png'), await picture('two.png'), await picture('wrong.png')])
  await expect(ana.composer).toBeFocused()
  const tray = page.getByRole('list', { name: 'Files to send' })
  await expect(tray.getByRole('button', { name: /^Remove/ })).toHaveCount(3)
  await ana.reach(tray.getByRole('button', { name: 'Remove wrong.png' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(tray.getByRole('listitem')).toHaveCount(2)
  await expect(tray.getByRole('button', { name: 'Remove two.png' })).toBeFocused()
  await ana.reach(ana.composer)
  await keyboard.press('Enter')

  const opener = ana.log.getByRole('button', { name: 'Open one.png' })
  await expect(opener).toBeVisible()
  await keyboard.press('Escape')
  await ana.reach(opener)
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /one\.png/ })).toBeVisible()
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: /two\.png/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('a picture of oneself is shown to others at once', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.say('Hello')
  await expect(ben.message('Hello')).toBeVisible()
  const picture = { name: 'me.png', mimeType: 'image/png', buffer: await shotOf(ana.page, 300, 300) }
  await ana.page.goto('/settings/profile')
  await ana.page.getByLabel('Your picture').setInputFiles([picture])
  await expect(ana.page.getByText('Picture saved')).toBeVisible()
  await expect(ben.message('Hello').locator('img[src^="/avatars/"]')).toBeVisible()
  await ana.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(ben.message('Hello').locator('img[src^="/avatars/"]')).toHaveCount(0)
})
