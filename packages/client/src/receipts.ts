import type { ReceiptEvent } from '@parley/contract/receipts'

/** Who has read up to which `seq`. */
export type Receipts = ReadonlyMap<string, number>

/** A late device never moves a pointer back. */
export function reduceReceipts(reads: Receipts, event: ReceiptEvent): Receipts {
  switch (event.type) {
    case 'snapshot':
      return new Map(event.reads.map(({ userId, seq }) => [userId, seq]))
    case 'hidden': {
      const others = new Map(reads)
      return others.delete(event.userId) ? others : reads
    }
    case 'read':
      return (reads.get(event.userId) ?? -1) >= event.seq ? reads : new Map(reads).set(event.userId, event.seq)
  }
}
