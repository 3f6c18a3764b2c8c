import type { Message } from '@parley/contract/messages'
import { sayDuration } from '../../app/durations'

/** What a note says, after the name of who did it; the body is the new value, or whom it is about. */
const notes: Record<Exclude<Message['kind'], 'text'>, (body: string) => string> = {
  joined: () => 'joined',
  left: () => 'left',
  added: (body) => `added ${body}`,
  removed: (body) => `removed ${body}`,
  renamed: (body) => `renamed the room to ${body}`,
  topic: (body) => (body ? `changed the topic to ${body}` : 'cleared the topic'),
  visibility: (body) => `made the room ${body}`,
  history: (body) => (body === 'join' ? 'let newcomers read from when they join' : 'let newcomers read everything'),
  slow: (body) => (Number(body) > 0 ? `set slow mode to ${sayDuration(Number(body))}` : 'turned slow mode off'),
  announces: (body) => (body === 'true' ? 'had coming and going noted' : 'stopped noting who comes and goes'),
  archived: () => 'archived the room',
  restored: () => 'restored the room',
}

/** What was changed of the room, after the name of who did it. */
export const sayChange = (kind: keyof typeof notes, value: string): string => notes[kind](value)

/** What happened to the room, as one line; `null` for what somebody said. */
export const sayNote = ({ kind, body }: Message): string | null => (kind === 'text' ? null : notes[kind](body))
