import { CodeXml, KeyRound, Mail, MonitorSmartphone, ShieldCheck, UserRound } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { DevicesSection } from './DevicesSection'
import { EmailSection } from './EmailSection'
import { PasswordSection } from './PasswordSection'
import { ProfileSection } from './ProfileSection'
import { TokensSection } from './TokensSection'
import { TwoFactorSection } from './TwoFactorSection'

export interface SectionInfo {
  /** As in its address. */
  id: string
  label: string
  icon: ReactNode
  content: ComponentType
}

const you: SectionInfo[] = [
  { id: 'profile', label: 'Profile', icon: <UserRound />, content: ProfileSection },
  { id: 'account', label: 'E-mail address', icon: <Mail />, content: EmailSection },
]
const security: SectionInfo[] = [
  { id: 'password', label: 'Password', icon: <KeyRound />, content: PasswordSection },
  { id: 'two-factor', label: 'Two-factor log-in', icon: <ShieldCheck />, content: TwoFactorSection },
  { id: 'devices', label: 'Devices', icon: <MonitorSmartphone />, content: DevicesSection },
]
const programs: SectionInfo[] = [{ id: 'tokens', label: 'API tokens', icon: <CodeXml />, content: TokensSection }]

export const groups = [
  { title: 'You', sections: you },
  { title: 'Security', sections: security },
  { title: 'Programs', sections: programs },
]

export const findSection = (id: string | undefined): SectionInfo | undefined =>
  groups.flatMap(({ sections }) => sections).find((section) => section.id === id)
