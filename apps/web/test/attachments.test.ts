import { UploadError } from '@parley/client'
import type { Attachment } from '@parley/contract/files'
import { expect, test, vi } from 'vitest'
import { saySize } from '../src/features/attachments/file-text'
import { boxOf } from '../src/features/attachments/layout'
import { createTray } from '../src/features/attachments/tray'

const file = (name: string) => new File(['x'], name)
const attachment = (name: string) => ({ id: name, name }) as Attachment

test('a tray takes ten files, gives up those that are removed, and hands over what is uploaded', async () => {
  const under = new Map<string, { done(): void; fail(): void; signal: AbortSignal | undefined }>()
  const tray = createTray(
    (one, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        const { name } = one as File
        onProgress?.(0.5)
        const done = () => resolve(attachment(name))
        under.set(name, { done, fail: () => reject(new UploadError('unavailable', 'no')), signal })
      }),
  )
  const names = Array.from({ length: 12 }, (_, at) => String(at))
  expect(tray.add(names.map(file))).toBe(2)
  expect(tray.items()).toHaveLength(10)
  expect(tray.items()[0]).toMatchObject({ sent: 0.5, attachment: null })
  tray.remove(tray.items()[9]!.key)
  expect(under.get('9')?.signal?.aborted).toBe(true)
  under.get('0')!.fail()
  await vi.waitFor(() => expect(tray.items()[0]?.failure).toBe('unavailable'))
  tray.retry(tray.items()[0]!.key)
  expect(tray.items()[0]).toMatchObject({ failure: null })
  for (const one of under.values()) one.done()
  await vi.waitFor(() => expect(tray.items().every((item) => item.attachment)).toBe(true))
  expect(tray.take().map(({ name }) => name)).toEqual(names.slice(0, 9))
  expect(tray.items()).toEqual([])
})

test('pictures keep their shape within a box, alone or side by side', () => {
  expect(boxOf({ width: 3_000, height: 2_000 }, 1)).toEqual({ width: 360, height: 240 })
  expect(boxOf({ width: 200, height: 100 }, 1)).toEqual({ width: 200, height: 100 })
  expect(boxOf({ width: 2, height: 2_000 }, 1)).toEqual({ width: 48, height: 300 })
  expect(boxOf({ width: 400, height: 100 }, 2)).toEqual({ width: 266, height: 148 })
})

test('sizes are said as people say them', () => {
  expect([840, 12_300, 3_440_000, 25_000_000].map(saySize)).toEqual(['840 bytes', '12 KB', '3.4 MB', '25 MB'])
})
