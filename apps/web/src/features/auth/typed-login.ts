/** What was typed on one of the forms to log in, so that the next one need not be told again. */
let typed = ''

export function rememberLogin(login: string): void {
  typed = login.trim()
}

export const typedEmail = (): string => (typed.includes('@') ? typed : '')
export const typedLogin = (): string => typed
