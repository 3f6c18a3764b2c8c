import { appCodes, type AppCode } from '@parley/contract/errors'
import type { Attachment } from '@parley/contract/files'
import type { Session } from './session.js'

export interface UploadOptions {
  /** What it is called; a `File` has a name of its own. */
  name?: string
  /** From 0 to 1. Browsers say it; elsewhere it is not called. */
  onProgress?: (sent: number) => void
  /** Gives the upload up. */
  signal?: AbortSignal
}

export type Uploads = (file: Blob, options?: UploadOptions) => Promise<Attachment>

/** Why an upload came to nothing; it looks like the error of a call. */
export class UploadError extends Error {
  override name = 'UploadError'
  readonly data: { appCode: AppCode }

  constructor(appCode: AppCode, message: string) {
    super(message)
    this.data = { appCode }
  }
}

interface Answer {
  status: number
  text: string
}

export interface UploadParts {
  url: string
  session: Session
  fetch: typeof fetch | undefined
}

/** An upload that fails for want of a fresh token is made once more with one. */
export function createUploads({ url, session, fetch: given }: UploadParts): Uploads {
  const useXhr = given === undefined && typeof XMLHttpRequest !== 'undefined'

  async function attempt(file: Blob, options: UploadOptions): Promise<Answer> {
    const form = new FormData()
    form.set('file', file, options.name ?? (file instanceof File ? file.name : 'file'))
    const authorization = session.authorization()
    const headers: Record<string, string> = authorization ? { authorization } : {}
    if (useXhr) return sendByXhr(url, headers, form, options)
    const { signal } = options
    const answer = await (given ?? fetch)(url, {
      method: 'POST',
      headers,
      body: form,
      credentials: 'include',
      ...(signal && { signal }),
    })
    return { status: answer.status, text: await answer.text() }
  }

  return async (file, options = {}) => {
    const seen = session.generation()
    let answer = await attempt(file, options)
    if (answer.status === 401) {
      await session.renew(seen)
      answer = await attempt(file, options)
    }
    if (answer.status === 201) return JSON.parse(answer.text) as Attachment
    throw toError(answer)
  }
}

/** The only way by which a browser tells how far it is. */
function sendByXhr(
  url: string,
  headers: Record<string, string>,
  form: FormData,
  { onProgress, signal }: UploadOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.withCredentials = true
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }))
    request.addEventListener('error', () => reject(new UploadError('unavailable', 'The server cannot be reached.')))
    request.addEventListener('abort', () => reject(new DOMException('The upload was given up.', 'AbortError')))
    if (signal?.aborted) request.abort()
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function toError({ status, text }: Answer): UploadError {
  let said: { appCode?: string; error?: string } = {}
  try {
    said = JSON.parse(text) as typeof said
  } catch {
    // Something in front of the server answered.
  }
  const appCode = appCodes.find((code) => code === said.appCode) ?? (status === 413 ? 'too_large' : 'unavailable')
  return new UploadError(appCode, said.error ?? `The upload was answered with ${status}.`)
}
