import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { LoginPage } from '../features/auth/LoginPage'
import { RegisterPage } from '../features/auth/RegisterPage'
import { InvitePage } from '../features/invites/InvitePage'
import { client } from './client'
import { HomePage } from './HomePage'
import { NotFound } from './NotFound'
import { PageError } from './PageError'
import { RoomPage } from './RoomPage'
import { RouteError } from './RouteError'
import { Shell } from './Shell'
import { ShellSkeleton } from './ShellSkeleton'

/** Who is here, asked of the server once; afterwards the store knows. */
async function session() {
  if (client.session.get().status === 'unknown') await client.restore()
  return client.session.get()
}

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteError })

interface AuthSearch {
  /** Where to go afterwards: a path of this client. */
  next?: string
  /** The session ended without being asked to: the form says so. */
  ended?: boolean
  /** Why logging in by somebody else came to nothing. */
  problem?: string
  /** The code of the invitation that one comes by. */
  invite?: string
}

/** Never another site: `//host` would be one. */
const isOwnPath = (path: unknown): path is string => typeof path === 'string' && /^\/(?!\/|\\)/.test(path)

const delay = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null))

const signedOut = createRoute({
  getParentRoute: () => root,
  id: 'signed-out',
  validateSearch: (search): AuthSearch => ({
    ...(isOwnPath(search['next']) && { next: search['next'] }),
    ...(search['ended'] === true && { ended: true }),
    ...(typeof search['problem'] === 'string' && { problem: search['problem'] }),
    ...(search['invite'] !== undefined && { invite: String(search['invite']) }),
  }),
  beforeLoad: async ({ search }) => {
    // A server that does not answer must not keep anyone from the form, which will say so itself.
    const known = await Promise.race([session(), delay(1_500)]).catch(() => null)
    if (known?.status === 'signed-in') throw redirect({ href: search.next ?? '/' })
  },
})

const login = createRoute({ getParentRoute: () => signedOut, path: 'login', component: LoginPage })
const register = createRoute({ getParentRoute: () => signedOut, path: 'register', component: RegisterPage })

/** For anybody: it says what the room is before it asks who one is. */
const invite = createRoute({
  getParentRoute: () => root,
  path: 'invite/$code',
  beforeLoad: () => Promise.race([session(), delay(1_500)]).catch(() => null),
  component: InvitePage,
})

/** Whether this page has had a session, so that losing it can be told from never having had one. */
let hadSession = false

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const { status } = await session()
    if (status === 'signed-in') {
      hadSession = true
      return
    }
    const ended = hadSession
    hadSession = false
    throw redirect({
      to: '/login',
      search: { ...(location.href !== '/' && { next: location.href }), ...(ended && { ended }) },
    })
  },
  pendingComponent: ShellSkeleton,
  component: Shell,
})

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: HomePage })

interface RoomSearch {
  /** The message to open the room at. */
  at?: number
}

const room = createRoute({
  getParentRoute: () => signedIn,
  path: 'r/$roomId',
  validateSearch: (search): RoomSearch => {
    const at = Number(search['at'])
    return Number.isInteger(at) && at > 0 ? { at } : {}
  },
  component: RoomPage,
})

export const router = createRouter({
  routeTree: root.addChildren([signedOut.addChildren([login, register]), invite, signedIn.addChildren([home, room])]),
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultErrorComponent: PageError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
