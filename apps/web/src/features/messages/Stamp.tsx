import { fullStamp, stamp } from './days'

/** When something was said, in few words; in full for who points at it. `label` says it in others. */
export function Stamp({ at, label = stamp(at) }: { at: Date; label?: string }) {
  return (
    <time dateTime={at.toISOString()} title={fullStamp(at)} className="tabular shrink-0 text-stamp text-fg-faint">
      {label}
    </time>
  )
}
