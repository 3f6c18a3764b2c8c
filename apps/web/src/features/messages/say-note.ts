import type { Message } from '@parley/contract/messages'

/** What a note says, after the name of who did it; the body is the new value, or whom it is about. */
const notes: Record<Exclude<Message['kind'], 'text'>, (body: string) => string> = {
  joined: () => 'joined',
  left: () => 'left',
  added: (body) => `added ${body}`,
  removed: (body) => `removed ${body}`,
  renamed: (body) => `renamed the room to ${body}`,
  topic: (body) => (body ? `changed the topic to ${body}` : 'cleared the topic'),
  visibility: (body) => `made the room ${body}`,
  history: () => 'changed what newcomers see of the past',
  slow: () => 'changed how often one may write here',
  announces: () => 'changed whether coming and going is noted',
  archived: () => 'archived the room',
  restored: () => 'restored the room',
}

/** What happened to the room, as one line; `null` for what somebody said. */
export const sayNote = ({ kind, body }: Message): string | null => (kind === 'text' ? null : notes[kind](body))
