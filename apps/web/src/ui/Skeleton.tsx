import { classNames } from './class-names'

/** The shape of what is coming; invisible for the first 200 ms. Size it with the classes of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames('skeleton block', className)} />
}
