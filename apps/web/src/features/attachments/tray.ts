import { toProblem, type ParleyClient, type UploadError } from '@parley/client'
import type { AppCode } from '@parley/contract/errors'
import type { Attachment } from '@parley/contract/files'
import { limits } from '@parley/contract/limits'

/** A file that was picked to go with the next message. */
export interface TrayItem {
  key: string
  file: File
  /** An object URL of a picture, to be shown while it goes up. */
  preview: string | null
  /** From 0 to 1. */
  sent: number
  attachment: Attachment | null
  failure: AppCode | null
}

export interface Tray {
  /** The same reference while nothing changed. */
  items: () => readonly TrayItem[]
  subscribe: (listener: () => void) => () => void
  /** Begins to upload them; says how many were too many. */
  add: (files: readonly File[]) => number
  remove: (key: string) => void
  retry: (key: string) => void
  /** What is uploaded, which is no longer here. */
  take: () => Attachment[]
}

/** What goes with a room's next message. It is uploaded at once, so that sending has nothing to wait for. */
export function createTray(upload: ParleyClient['upload']): Tray {
  let items: readonly TrayItem[] = []
  let added = 0
  const listeners = new Set<() => void>()
  const running = new Map<string, AbortController>()

  const change = (next: readonly TrayItem[]) => {
    items = next
    for (const listener of listeners) listener()
  }
  const update = (key: string, part: Partial<TrayItem>) =>
    change(items.map((item) => (item.key === key ? { ...item, ...part } : item)))

  async function start({ key, file }: TrayItem): Promise<void> {
    if (file.size > limits.fileBytes) return update(key, { failure: 'too_large' })
    const leaving = new AbortController()
    running.set(key, leaving)
    try {
      const onProgress = (sent: number) => update(key, { sent })
      const attachment = await upload(file, { onProgress, signal: leaving.signal })
      update(key, { attachment, sent: 1 })
    } catch (error) {
      const { data } = error as Partial<UploadError>
      if (!leaving.signal.aborted) update(key, { failure: data?.appCode ?? toProblem(error).appCode })
    } finally {
      running.delete(key)
    }
  }

  const forget = (gone: readonly TrayItem[]) => {
    for (const { key, preview } of gone) {
      running.get(key)?.abort()
      if (preview !== null) URL.revokeObjectURL(preview)
    }
    change(items.filter((item) => !gone.includes(item)))
  }

  return {
    items: () => items,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add(files) {
      const taken = files
        .slice(0, Math.max(0, limits.attachments - items.length))
        .map((file) => toItem(file, String(added++)))
      change([...items, ...taken])
      for (const item of taken) void start(item)
      return files.length - taken.length
    },
    remove: (key) => forget(items.filter((item) => item.key === key)),
    retry(key) {
      const item = items.find((one) => one.key === key)
      if (!item?.failure) return
      update(key, { failure: null, sent: 0 })
      void start(item)
    },
    take() {
      const done = items.filter(({ attachment }) => attachment !== null)
      forget(done)
      return done.flatMap(({ attachment }) => attachment ?? [])
    },
  }
}

const toItem = (file: File, key: string): TrayItem => ({
  key,
  file,
  preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
  sent: 0,
  attachment: null,
  failure: null,
})
