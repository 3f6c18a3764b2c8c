/** Names the file in ASCII, and as it is for whoever reads RFC 6266. */
export function dispositionOf({ name, inline }: { name: string; inline: boolean }): string {
  const plain = name.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`
}
