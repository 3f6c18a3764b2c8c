import { api } from '@parley/client/react'
import { Link, useRouter } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/IconButton'
import { groups, type SectionInfo } from './sections'
import { wayBack } from './way-back'

export interface SettingsNavProps {
  current: string | undefined
  className?: string
}

export function SettingsNav({ current, className }: SettingsNavProps) {
  const router = useRouter()
  const { data: providers = [] } = api.auth.providers.useQuery(undefined, { staleTime: Infinity })
  const isListed = ({ id, listed }: SectionInfo) =>
    listed === undefined || id === current || (listed === 'with-providers' && providers.length > 0)
  const shown = groups
    .map(({ title, sections }) => ({ title, sections: sections.filter(isListed) }))
    .filter(({ sections }) => sections.length > 0)
  // A section's name is the page's heading; without one it is that of the list.
  const Name = current === undefined ? 'h1' : 'p'
  return (
    <aside
      aria-label="Settings"
      className={classNames(
        'flex w-full shrink-0 flex-col overflow-y-auto bg-bg-sunken md:w-66 md:border-e md:border-line',
        className,
      )}
    >
      <header className="flex h-13 shrink-0 items-center gap-1.5 px-2">
        <IconButton
          label="Back to your rooms"
          side="bottom"
          keys="Esc"
          icon={<ChevronLeft className="rtl:-scale-x-100" />}
          onClick={() => void router.navigate({ href: wayBack() })}
        />
        <Name className="text-message font-semibold">Settings</Name>
      </header>
      <nav aria-label="Sections" className="flex flex-col gap-4 px-2 pt-1 pb-4">
        {shown.map(({ title, sections }) => (
          <section key={title} aria-label={title}>
            <h2 className="px-2 pb-1 text-stamp font-medium text-fg-faint">{title}</h2>
            <ul>
              {sections.map(({ id, label, icon }) => (
                <li key={id}>
                  <Link
                    to="/settings/$section"
                    params={{ section: id }}
                    aria-current={id === current ? 'page' : undefined}
                    className="touch-target flex h-8 items-center gap-2.5 rounded-md px-2 text-fg-muted transition-colors hover:bg-fg/5 hover:text-fg aria-[current=page]:bg-fg/8 aria-[current=page]:font-medium aria-[current=page]:text-fg [&_svg]:size-4 [&_svg]:shrink-0"
                  >
                    {icon}
                    <span className="grow">{label}</span>
                    <ChevronRight className="text-fg-faint md:hidden rtl:-scale-x-100" aria-hidden="true" />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </aside>
  )
}
