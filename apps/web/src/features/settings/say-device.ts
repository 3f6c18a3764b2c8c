import Bowser from 'bowser'
import { dayLabel, stamp } from '../messages/days'

export interface DeviceWords {
  /** `Chrome on Linux`. */
  name: string
  kind: 'desktop' | 'phone' | 'program'
}

/** What a person would call the device that sends this user agent. */
export function sayDevice(userAgent: string | null): DeviceWords {
  if (!userAgent) return { name: 'Unknown device', kind: 'program' }
  const { browser, os, platform } = Bowser.parse(userAgent)
  const kind = platform.type === 'mobile' || platform.type === 'tablet' ? 'phone' : 'desktop'
  if (browser.name && os.name) return { name: `${browser.name} on ${os.name}`, kind }
  // `node-fetch/3.1 (+https://…)`: a program says its own name first.
  const [program = ''] = userAgent.split(/[/\s(]/)
  return { name: program || 'Unknown device', kind: browser.name && platform.type ? kind : 'program' }
}

/** Where an address is, as far as it says: nobody knows their own by heart, so that of this device is a word. */
export function sayPlace(ip: string | null, here: string | null): string {
  if (ip === null) return 'Unknown address'
  if (/^(127\.|::1$|::ffff:127\.)/.test(ip)) return `The server's own machine (${ip})`
  const words = ip === here ? 'Same network as this device' : isLocal(ip) ? 'Local network' : 'Internet address'
  return `${words} (${ip})`
}

/** Of RFC 1918 and RFC 4193, and link-local ones. */
const isLocal = (ip: string) =>
  /^(::ffff:)?(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)|^f[cd]|^fe80:/i.test(ip)

/** The day as it stands in the middle of a sentence: `today`, `Tue 3 Nov`. */
export const sayDay = (date: Date, now: Date): string =>
  dayLabel(date, now).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase())

/** `today 14:02`. */
export const sayWhen = (date: Date, now: Date): string => `${sayDay(date, now)} ${stamp(date)}`
