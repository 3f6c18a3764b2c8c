import type { Message } from '@parley/contract/messages'

/** Where a message is read, as the address of its room says it: there, or beside it in the thread that alone has it. */
export const wayTo = ({ seq, threadRootId, alsoToRoom }: Pick<Message, 'seq' | 'threadRootId' | 'alsoToRoom'>) => ({
  at: seq,
  ...(threadRootId !== null && !alsoToRoom && { thread: threadRootId }),
})
