const first = Number(process.env['E2E_PORT'] ?? 4180)

/** Where the servers of the browser tests listen. */
export const ports = {
  server: first,
  /** Of somebody else by whom one can log in. */
  issuer: first + 1,
  /** Of a server that shows what links lead to, */
  withPages: first + 2,
  /** and of the pages. */
  pages: first + 3,
}
