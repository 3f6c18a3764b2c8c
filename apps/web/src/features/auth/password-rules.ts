import { limits } from '@parley/contract/limits'

export const passwordRule = `Use ${limits.password.min} to ${limits.password.max} characters.`
export const passwordHint = `At least ${limits.password.min} characters.`

/** Of one that is long enough: the server knows those that are guessed first. */
export const commonPassword = 'Too many people use this password. Choose another.'
