import { getRouteApi, Navigate, Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { useMediaQuery } from '../../app/use-media-query'
import { waiting } from '../../app/client'
import { classNames } from '../../ui/class-names'
import { EmptyState } from '../../ui/EmptyState'
import { ConnectionBanner } from '../connection/ConnectionBanner'
import { findSection } from './sections'
import { SectionLayout } from './SectionLayout'
import { SettingsNav } from './SettingsNav'
import { wayBack } from './way-back'

/** In the shell's place: the list of sections where the rooms are, the section where one talks; one at a time where it is narrow. */
export function SettingsPage() {
  const navigate = useNavigate()
  const { section } = useParams({ strict: false })

  // Not out of a field: what is being written there would be lost, and Escape has a say in lists of suggestions.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]')) return
    if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return
    void navigate({ href: wayBack() })
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <>
      <SettingsNav current={section} className={classNames(section !== undefined && 'max-md:hidden')} />
      <main
        id="conversation"
        tabIndex={-1}
        className={classNames(
          'relative flex min-w-0 grow flex-col bg-bg outline-none',
          section === undefined && 'max-md:hidden',
        )}
      >
        <Outlet />
        <ConnectionBanner waiting={waiting} />
      </main>
    </>
  )
}

/** Wide windows open the first section; narrow ones show the list, which is then the whole window. */
export function SettingsHome() {
  const wide = useMediaQuery('(min-width: 700px)')
  return wide ? <Navigate to="/settings/$section" params={{ section: 'profile' }} replace /> : null
}

const route = getRouteApi('/signed-in/settings/$section')

export function SectionPage() {
  const { section } = route.useParams()
  const found = findSection(section)
  if (!found) return <EmptyState title="There's no such setting">Choose one from the list.</EmptyState>
  const Content = found.content
  return (
    <SectionLayout key={section} title={found.label}>
      <Content />
    </SectionLayout>
  )
}
