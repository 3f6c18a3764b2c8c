import {
  CodeXml,
  DoorOpen,
  KeyRound,
  Link2,
  Mail,
  MonitorSmartphone,
  ServerCog,
  ShieldCheck,
  UserRound,
} from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { AdministratorSection } from './AdministratorSection'
import { ClosingSection } from './ClosingSection'
import { DevicesSection } from './DevicesSection'
import { EmailSection } from './EmailSection'
import { PasswordSection } from './PasswordSection'
import { ProfileSection } from './ProfileSection'
import { ProvidersSection } from './ProvidersSection'
import { TokensSection } from './TokensSection'
import { TwoFactorSection } from './TwoFactorSection'

export interface SectionInfo {
  /** As in its address. */
  id: string
  label: string
  icon: ReactNode
  content: ComponentType
  /** When it is in the list besides when it is open: where the server has log-in providers, or not at all. */
  listed?: 'with-providers' | 'never'
}

const you: SectionInfo[] = [
  { id: 'profile', label: 'Profile', icon: <UserRound />, content: ProfileSection },
  { id: 'account', label: 'E-mail address', icon: <Mail />, content: EmailSection },
]
const security: SectionInfo[] = [
  { id: 'password', label: 'Password', icon: <KeyRound />, content: PasswordSection },
  { id: 'two-factor', label: 'Two-factor log-in', icon: <ShieldCheck />, content: TwoFactorSection },
  {
    id: 'providers',
    label: 'Log-in providers',
    icon: <Link2 />,
    content: ProvidersSection,
    listed: 'with-providers',
  },
  { id: 'devices', label: 'Devices', icon: <MonitorSmartphone />, content: DevicesSection },
]
const programs: SectionInfo[] = [{ id: 'tokens', label: 'API tokens', icon: <CodeXml />, content: TokensSection }]

const account: SectionInfo[] = [{ id: 'close', label: 'Close account', icon: <DoorOpen />, content: ClosingSection }]
const server: SectionInfo[] = [
  { id: 'administrator', label: 'Administrator', icon: <ServerCog />, content: AdministratorSection, listed: 'never' },
]

export const groups = [
  { title: 'You', sections: you },
  { title: 'Security', sections: security },
  { title: 'Programs', sections: programs },
  { title: 'This server', sections: server },
  { title: 'Your account', sections: account },
]

export const findSection = (id: string | undefined): SectionInfo | undefined =>
  groups.flatMap(({ sections }) => sections).find((section) => section.id === id)
