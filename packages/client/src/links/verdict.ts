/** Decides when sockets are not to be had here, although the server is. */
export interface Verdict {
  /** An attempt to open a socket failed, or hangs. */
  failed: (why: 'refused' | 'hangs') => void
  /** A socket that was open is closed. */
  closed: (code: number, livedMs: number) => void
  setOffline: (offline: boolean) => void
  reset: () => void
}

export interface VerdictOptions {
  reach: () => Promise<unknown>
  isOpen: () => boolean
  giveUp: () => void
}

/** One failure, or one death, is a hiccup. */
const enough = 2
/** A socket that lived longer died of something else than a proxy that suffers none. */
const quicklyMs = 60_000
/** Without a closing handshake, as when somebody between cuts the line. The server says why it closes. */
const cutOff = 1006

export function createVerdict({ reach, isOpen, giveUp }: VerdictOptions): Verdict {
  let failures = 0
  let deaths = 0
  let offline = false
  let asking = false

  return {
    failed(why) {
      failures = why === 'hangs' ? enough : failures + 1
      if (failures >= enough) void decide()
    },
    closed(code, livedMs) {
      failures = 0
      if (offline) return
      if (livedMs >= quicklyMs) deaths = 0
      if (code === cutOff && livedMs < quicklyMs && ++deaths >= enough) void decide()
    },
    setOffline: (next) => void (offline = next),
    reset,
  }

  /** A server that does not answer over HTTP either is away, and its sockets will come back with it. */
  async function decide() {
    if (offline || asking) return
    asking = true
    const answers = await reach().then(
      () => true,
      () => false,
    )
    asking = false
    // Asked for elsewhere meanwhile, or come up after all.
    const stands = deaths >= enough || (failures >= enough && !isOpen())
    if (!stands) return
    reset()
    if (answers && !offline) giveUp()
  }

  function reset() {
    failures = 0
    deaths = 0
  }
}
