import { MessageId } from '@parley/contract/ids'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { arrivalOf } from '../features/auth/arrival'
import { ForgotPasswordPage } from '../features/auth/ForgotPasswordPage'
import { LoginPage } from '../features/auth/LoginPage'
import { RegisterPage } from '../features/auth/RegisterPage'
import { InvitePage } from '../features/invites/InvitePage'
import { ResetPasswordPage } from '../features/auth/ResetPasswordPage'
import { loadSettings } from '../features/settings/load'
import { client } from './client'
import { HomePage } from './HomePage'
import { NotFound } from './NotFound'
import { isOwnPath } from './own-path'
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
  /** A new password was set: the form asks for it. */
  reset?: boolean
  /** The account was closed, in this way: the form says so. */
  gone?: 'deactivated' | 'erased'
  /** How: by password unless said otherwise. */
  by?: 'code'
}

const delay = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null))

const signedOut = createRoute({
  getParentRoute: () => root,
  id: 'signed-out',
  validateSearch: (search): AuthSearch => ({
    ...(isOwnPath(search['next']) && { next: search['next'] }),
    ...(search['ended'] === true && { ended: true }),
    ...(typeof search['problem'] === 'string' && { problem: search['problem'] }),
    ...(search['invite'] !== undefined && { invite: String(search['invite']) }),
    ...(search['reset'] === true && { reset: true }),
    ...((search['gone'] === 'deactivated' || search['gone'] === 'erased') && { gone: search['gone'] }),
    ...(search['by'] === 'code' && { by: 'code' }),
  }),
  beforeLoad: async ({ search }) => {
    // A server that does not answer must not keep anyone from the form, which will say so itself.
    const known = await Promise.race([session(), delay(1_500)]).catch(() => null)
    if (known?.status === 'signed-in') throw redirect({ href: arrivalOf(known.user, search.next) })
  },
})

const login = createRoute({ getParentRoute: () => signedOut, path: 'login', component: LoginPage })
const register = createRoute({ getParentRoute: () => signedOut, path: 'register', component: RegisterPage })
const forgot = createRoute({
  getParentRoute: () => signedOut,
  path: 'forgot-password',
  component: ForgotPasswordPage,
})

/** For who is logged in as well: a link may be opened anywhere. */
const reset = createRoute({ getParentRoute: () => root, path: 'reset-password', component: ResetPasswordPage })

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

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  // Where the server sends who wanted to link an account, when nothing came of it.
  beforeLoad: ({ search }) => {
    const problem = (search as Record<string, unknown>)['problem']
    if (typeof problem === 'string')
      throw redirect({ to: '/settings/$section', params: { section: 'providers' }, search: { problem }, replace: true })
  },
  component: HomePage,
})

interface RoomSearch {
  /** The message to open the room at, or the thread. */
  at?: number
  /** The thread to open beside it, by where it begins. */
  thread?: string
}

const room = createRoute({
  getParentRoute: () => signedIn,
  path: 'r/$roomId',
  validateSearch: (search): RoomSearch => {
    const at = Number(search['at'])
    const thread = MessageId.safeParse(search['thread'])
    return { ...(Number.isInteger(at) && at > 0 && { at }), ...(thread.success && { thread: thread.data }) }
  },
  component: RoomPage,
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: 'settings',
  component: lazyRouteComponent(loadSettings, 'SettingsPage'),
})
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(loadSettings, 'SettingsHome'),
})

interface SectionSearch {
  /** The address has just been proven, which took the old password away. */
  proven?: boolean
  /** Why linking an account came to nothing. */
  problem?: string
}

const section = createRoute({
  getParentRoute: () => settings,
  path: '$section',
  validateSearch: (search): SectionSearch => ({
    ...(search['proven'] === true && { proven: true }),
    ...(typeof search['problem'] === 'string' && { problem: search['problem'] }),
  }),
  component: lazyRouteComponent(loadSettings, 'SectionPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signedOut.addChildren([login, register, forgot]),
    invite,
    reset,
    signedIn.addChildren([home, room, settings.addChildren([settingsHome, section])]),
  ]),
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultErrorComponent: PageError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** Tells coming again to the message where one is already from not having moved. */
    visit?: number
  }
}
