/** Between two days. A heading, so that a screen reader can go from day to day. */
export function DaySeparator({ label, isNew }: { label: string; isNew: boolean }) {
  return (
    <div data-divider={isNew || undefined} className="flex items-center gap-3 px-3 pt-6 pb-2">
      <Line isNew={isNew} />
      <h3 className="text-stamp font-medium text-fg-muted">{label}</h3>
      <Line isNew={isNew} />
      {isNew && <New />}
    </div>
  )
}

/** Above the first message that was unread when the room was opened; a day that begins there carries it itself. */
export function NewDivider() {
  return (
    <div data-divider className="flex items-center gap-3 px-3 pt-3 pb-1">
      <Line isNew />
      <New />
    </div>
  )
}

const Line = ({ isNew }: { isNew: boolean }) => <span className={`h-px grow ${isNew ? 'bg-accent/40' : 'bg-line'}`} />

const New = () => <h3 className="text-stamp font-semibold text-accent">New</h3>
