import { z } from 'zod'

/** What an authenticator app is given; nothing asks for it until it is confirmed. */
export const TotpSetup = z.object({
  /** Base32. */
  secret: z.string(),
  /** `otpauth://…`, to be shown as a QR code. */
  uri: z.string(),
})
export type TotpSetup = z.infer<typeof TotpSetup>

/** Six digits of the app; to take it away, a recovery code does too. */
export const TotpCode = z.object({ code: z.string().trim().min(6).max(32) })
export type TotpCode = z.infer<typeof TotpCode>

/** Shown this once; each is good once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
