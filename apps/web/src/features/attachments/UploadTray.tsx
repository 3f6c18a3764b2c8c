import { CircleAlert, File as FileIcon, RotateCw, X } from 'lucide-react'
import type { MouseEventHandler, ReactNode, RefObject } from 'react'
import { classNames } from '../../ui/class-names'
import { passFocus } from '../../ui/pass-focus'
import { saySize, sayUploadFailure } from './file-text'
import type { Tray, TrayItem } from './tray'

interface Props {
  tray: Tray
  items: readonly TrayItem[]
  /** Where one writes. */
  box: RefObject<HTMLElement | null>
}

/** On top of the box: what goes with the message, and how far it is. */
export function UploadTray({ tray, items, box }: Props) {
  if (items.length === 0) return null
  const ready = items.filter(({ attachment }) => attachment !== null).length
  return (
    <div className="border-b border-line">
      <ul aria-label="Files to send" className="flex gap-2 overflow-auto p-2.5 sm:max-h-36 sm:flex-wrap">
        {items.map((item) => (
          <Item key={item.key} item={item} tray={tray} box={box} />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {ready === items.length ? 'All files are uploaded' : `${ready} of ${items.length} files are uploaded`}
      </p>
    </div>
  )
}

function Item({ item, tray, box }: Omit<Props, 'items'> & { item: TrayItem }) {
  const { key, file, preview, sent, attachment, failure } = item
  return (
    <li
      className={classNames(
        'relative flex h-14 w-52 shrink-0 items-center gap-2.5 overflow-hidden rounded-lg border bg-bg ps-1.5 pe-1',
        failure ? 'border-danger' : 'border-line',
      )}
    >
      <Preview preview={preview} failed={failure !== null} />
      <div className="min-w-0 grow">
        <p className="truncate text-meta font-medium" title={file.name}>
          <bdi>{file.name}</bdi>
        </p>
        <p className={classNames('tabular truncate text-stamp', failure ? 'text-danger' : 'text-fg-muted')}>
          {failure ? sayUploadFailure(failure) : attachment ? saySize(attachment.size) : `${Math.floor(sent * 100)} %`}
        </p>
      </div>
      {failure && failure !== 'too_large' && (
        <SmallButton
          label={`Retry ${file.name}`}
          onClick={({ currentTarget }) => {
            // Until it fails again there is only the one beside it.
            ;(currentTarget.nextElementSibling as HTMLElement).focus()
            tray.retry(key)
          }}
          icon={<RotateCw />}
        />
      )}
      <SmallButton
        label={`${attachment || failure ? 'Remove' : 'Cancel'} ${file.name}`}
        onClick={({ currentTarget }) => {
          passFocus(currentTarget.closest('li'), box.current)
          tray.remove(key)
        }}
        icon={<X />}
      />
      {!attachment && !failure && (
        <div
          role="progressbar"
          aria-label={`Uploading ${file.name}`}
          aria-valuenow={Math.floor(sent * 100)}
          className="absolute inset-x-0 bottom-0 h-[3px] bg-fg/8"
        >
          <div
            className="h-full origin-left bg-accent transition-transform rtl:origin-right"
            style={{ transform: `scaleX(${sent})` }}
          />
        </div>
      )}
    </li>
  )
}

function Preview({ preview, failed }: { preview: string | null; failed: boolean }) {
  if (preview !== null && !failed)
    return <img src={preview} alt="" className="size-10 shrink-0 rounded-md object-cover" />
  const Icon = failed ? CircleAlert : FileIcon
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'flex size-10 shrink-0 items-center justify-center rounded-md',
        failed ? 'text-danger' : 'bg-fg/6 text-fg-muted',
      )}
    >
      <Icon className="size-5" />
    </span>
  )
}

interface ButtonProps {
  label: string
  icon: ReactNode
  onClick: MouseEventHandler<HTMLButtonElement>
}

function SmallButton({ label, icon, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="touch-target relative flex size-7 shrink-0 items-center justify-center rounded-md text-fg-muted hover:bg-fg/6 hover:text-fg [&_svg]:size-4"
    >
      {icon}
    </button>
  )
}
