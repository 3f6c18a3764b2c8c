/** Its own chunk: most days nobody opens the settings. */
export const loadSettings = () => import('./SettingsPage')
