/** Rejects when it was not copied; on plain http there is no clipboard at all. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
