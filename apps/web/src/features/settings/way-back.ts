let place = '/'

/** Where one is, unless that is in the settings. */
export function rememberPlace(href: string): void {
  if (!/^\/settings(\/|$)/.test(href)) place = href
}

/** Where one was before the settings were opened. */
export const wayBack = (): string => place
