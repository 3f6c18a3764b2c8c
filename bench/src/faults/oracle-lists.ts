import type { History } from './history.js'
import type { Offence } from './oracle.js'

/** What is listed beside the timeline, at the end, is what its messages and rows say. */
export function checkLists({ rows, listed, pinned, threads }: History): Offence[] {
  const offences: Offence[] = []
  const blame = (what: string, history: unknown) => offences.push({ kind: 'diverged', what, history })
  for (const [roomId, messages] of listed) {
    const pins = pinned.get(roomId) ?? []
    const shown = messages.filter((message) => message.pinned).map(({ id }) => id)
    const main = pins.filter((message) => message.main).map(({ id }) => id)
    if (shown.toSorted().join() !== main.toSorted().join())
      blame('what is listed as pinned is not what is pinned', { roomId, shown, main })
    if (pins.some((message) => message.deleted || !message.pinned))
      blame('a pin of what is not pinned', { roomId, pins })
  }
  for (const [rootId, { root, answers }] of threads) {
    const seqs = rows.filter((row) => row.threadRootId === rootId).map(({ seq }) => seq)
    if (root.replyCount !== seqs.length || seqs.join() !== answers.map(({ seq }) => seq).join())
      blame('a thread is not its answers', { rootId, count: root.replyCount, seqs, answers: answers.length })
  }
  return offences
}
