/** The token of `Bearer <token>`. */
export function readBearer(authorization: string | undefined): string | null {
  return authorization?.match(/^Bearer +(\S+)$/i)?.[1] ?? null
}
