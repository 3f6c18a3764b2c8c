import type { Nodes } from '@parley/contract/markdown'

const one =
  /\p{Regional_Indicator}{2}|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?[\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*/gu
const most = 12

/** Whether somebody said nothing but a few emoji: those are shown large. */
export function isOnlyEmoji(blocks: readonly Nodes[], say: (text: string) => string): boolean {
  const [block, ...rest] = blocks
  if (rest.length > 0 || block?.type !== 'paragraph') return false
  const [text, ...more] = block.children
  if (more.length > 0 || text?.type !== 'text' || text.value.length > 500) return false
  const said = say(text.value)
  const count = said.match(one)?.length ?? 0
  return count > 0 && count <= most && said.replaceAll(one, '').trim() === ''
}
