import type { Security } from '@parley/contract/security'
import { PasswordField } from '../auth/PasswordField'
import { FactorField } from './FactorField'

/** Names of the fields, as the procedures that ask for them have them. */
export type ProofField = 'currentPassword' | 'totp'

export const proofRefusals: Record<ProofField, string> = {
  currentPassword: "That isn't your password.",
  totp: "That code isn't right, or it was used before. Wait for the next one.",
}

export interface ProofFieldsProps {
  asks: Pick<Security, 'hasPassword' | 'secondFactor'>
  errors: Partial<Record<ProofField, string>>
}

/** What only the person knows or holds: a device that is left unlocked must not be enough. */
export function ProofFields({ asks, errors }: ProofFieldsProps) {
  return (
    <>
      {asks.hasPassword && (
        <PasswordField
          label="Your password"
          name="currentPassword"
          autoComplete="current-password"
          error={errors.currentPassword}
        />
      )}
      {asks.secondFactor && <FactorField name="totp" error={errors.totp} />}
    </>
  )
}

/** What was typed, or what is missing. */
export function readProof(
  { hasPassword, secondFactor }: ProofFieldsProps['asks'],
  field: (name: ProofField) => string,
): { proof: { currentPassword?: string; totp?: string } } | { missing: Partial<Record<ProofField, string>> } {
  const currentPassword = hasPassword ? field('currentPassword') : undefined
  const totp = secondFactor ? field('totp').trim() : undefined
  const missing = {
    ...(currentPassword === '' && { currentPassword: 'Enter your password.' }),
    ...(totp === '' && { totp: 'Enter a code.' }),
  }
  if (Object.keys(missing).length > 0) return { missing }
  return { proof: { ...(currentPassword && { currentPassword }), ...(totp && { totp }) } }
}
