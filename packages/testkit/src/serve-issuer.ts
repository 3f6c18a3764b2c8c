import { openIssuer } from './issuer.js'

// An OpenID Connect issuer with pages of its own, for a browser: serve-issuer.ts PORT REDIRECT_URI.

const [port, redirectUri = ''] = process.argv.slice(2)
await openIssuer([redirectUri], { asks: true, port: Number(port) })
