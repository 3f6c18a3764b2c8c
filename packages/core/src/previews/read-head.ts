import { TextDecoder } from 'node:util'
import { limits } from '@parley/contract/limits'
import { firstGraphemes } from '@parley/contract/text'
import sniffEncoding from 'html-encoding-sniffer'
import { Parser } from 'htmlparser2'

/** What a page says of itself. */
export interface Page {
  title: string
  description: string | null
  siteName: string | null
}

/** As many bytes as a browser looks at for the page's own word on its encoding. */
const sniffedBytes = 1_024

/** Reads until the head of the page is over, and no further; `null`: it has no title. */
export async function readHead(body: AsyncIterable<Buffer>, charset: string | undefined): Promise<Page | null> {
  const head = createHead()
  let decoder: TextDecoder | undefined
  let waiting: Buffer = Buffer.alloc(0)
  const sniff = () => {
    decoder = toDecoder(
      sniffEncoding(waiting, { ...(charset && { transportLayerEncodingLabel: charset }), defaultEncoding: 'UTF-8' }),
    )
    head.write(decoder.decode(waiting, { stream: true }))
  }
  for await (const chunk of body) {
    if (decoder) head.write(decoder.decode(chunk, { stream: true }))
    else {
      waiting = Buffer.concat([waiting, chunk])
      if (waiting.byteLength >= sniffedBytes) sniff()
    }
    if (head.isOver()) return head.toPage()
  }
  if (!decoder) sniff()
  return head.toPage()
}

function toDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder()
  }
}

function createHead() {
  const said = new Map<string, string>()
  let title: string | undefined
  let inTitle = false
  let over = false
  const parser = new Parser({
    onopentag(name, { property, name: named, content }) {
      const key = (property ?? named ?? '').trim().toLowerCase()
      // The first one counts, as it does for everybody else who reads it.
      if (name === 'meta' && content && !over && !said.has(key)) said.set(key, content)
      if (name === 'title' && title === undefined && !over) {
        inTitle = true
        title = ''
      }
      if (name === 'body') over = true
    },
    ontext(text) {
      if (inTitle && title !== undefined && title.length < 2_000) title += text
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false
      if (name === 'head') over = true
    },
  })
  const first = (max: number, ...texts: (string | undefined)[]) =>
    texts.map((text) => toLine(text ?? '', max)).find((text) => text !== '') ?? null
  return {
    write: (text: string) => parser.write(text),
    isOver: () => over,
    toPage(): Page | null {
      const named = first(limits.previewTitle, said.get('og:title'), said.get('twitter:title'), title)
      const tells = ['og:description', 'description', 'twitter:description'].map((key) => said.get(key))
      const description = first(limits.previewDescription, ...tells)
      return named ? { title: named, description, siteName: first(limits.previewSite, said.get('og:site_name')) } : null
    },
  }
}

/** One line that can be stored, without what would turn the text around it. */
const toLine = (text: string, max: number): string =>
  firstGraphemes(
    text
      .slice(0, max * 20)
      .toWellFormed()
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .trim(),
    max,
  )
