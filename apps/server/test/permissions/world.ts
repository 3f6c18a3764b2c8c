import { createTRPCUntypedClient, httpLink } from '@trpc/client'
import { disablePerson } from '@parley/core/auth/disabling'
import { scopes } from '@parley/contract/api-tokens'
import { connect } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import superjson from 'superjson'
import { upload } from '../uploading.js'

/** Who calls. The room is private, so that to a stranger it does not exist. */
export const roles = [
  'nobody',
  'stranger',
  'member',
  'moderator',
  'owner',
  'token',
  'powerlessToken',
  'disabled',
] as const
export type Role = (typeof roles)[number]

export type World = Awaited<ReturnType<typeof createWorld>>

/** A private room of an owner, a moderator and a member with a message of the owner, and somebody of every role. */
export async function createWorld() {
  const app = await testApp()
  const owner = await app.person('owner')
  const member = await app.person('member')
  const stranger = await app.person('stranger')
  const disabled = await app.person('disabled')
  const room = (await owner.trpc.rooms.create.mutate({ kind: 'private', name: 'Board' })).id
  for (const { user } of [member, disabled])
    await owner.trpc.rooms.addMember.mutate({ roomId: room, userId: user.id, role: 'member' })
  const moderator = await app.person('moderator')
  await owner.trpc.rooms.addMember.mutate({ roomId: room, userId: moderator.user.id, role: 'moderator' })
  const guest = await app.person('guest')
  const publicRoom = (await owner.trpc.rooms.create.mutate({ kind: 'public', name: 'Square' })).id
  const invite = await owner.trpc.rooms.createInvite.mutate({ roomId: publicRoom })
  const inviteIds: string[] = []
  for (const _role of roles) inviteIds.push((await owner.trpc.rooms.createInvite.mutate({ roomId: room })).id)
  const [message] = await owner.say(room, 'of the owner')
  const [reported] = await member.say(room, 'of the member')
  await owner.trpc.messages.report.mutate({ messageId: reported!.id, reason: 'Spam' })
  const report = (await owner.trpc.rooms.reports.query({ roomId: room })).items[0]?.id ?? ''
  await connect(app.url, () => null).trpc.auth.login.mutate({ login: 'owner', password: 'correct horse battery' })
  const ownSession = (await owner.trpc.auth.sessions.query()).find(({ current }) => !current)?.id ?? ''
  const ownToken = (await owner.trpc.auth.createToken.mutate({ name: 'x', scopes: ['rooms:read'] })).id

  /** A token of the owner with every scope but `without`. */
  const tokenOf = async (without?: string) =>
    (await owner.trpc.auth.createToken.mutate({ name: 'y', scopes: scopes.filter((scope) => scope !== without) })).token
  const credentials: Record<Role, string | null> = {
    nobody: null,
    stranger: stranger.session.accessToken,
    member: member.session.accessToken,
    moderator: moderator.session.accessToken,
    owner: owner.session.accessToken,
    token: await tokenOf(),
    powerlessToken: null,
    disabled: disabled.session.accessToken,
  }
  const powerless = new Map<string, string>()
  await disablePerson(app.database.db, 'disabled')

  /** What the role shows for a procedure of this scope. */
  async function credentialOf(role: Role, scope: string | undefined): Promise<string | null> {
    if (role !== 'powerlessToken') return credentials[role]
    // For a procedure that takes no tokens, a token that may do everything else.
    const key = scope ?? ''
    const made = powerless.get(key) ?? (await tokenOf(scope))
    powerless.set(key, made)
    return made
  }

  return {
    app,
    room,
    publicRoom,
    message: message?.id ?? '',
    upload: (await upload(app, owner, 'of the owner')).id,
    /** A report of another one, by the owner. */
    report,
    /** Another than the one the owner calls with. */
    ownSession,
    ownToken,
    owner: owner.user,
    /** Somebody who may be put into the room and out of it. */
    guest: guest.user,
    /** The code of an invitation to the public room. */
    inviteCode: invite.code,
    /** Invitations of the owner to the room, one for everybody who tries to revoke it. */
    takeInvite: () => inviteIds.pop() ?? '',
    credentialOf,
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

export type Kind = 'query' | 'mutation' | 'subscription'

/** Calls a procedure by its name and says how it went: `ok`, or the code of the refusal. */
export async function outcomeOf(url: string, token: string | null, kind: Kind, path: string, input: unknown) {
  if (kind === 'subscription') return subscribe(url, token, path, input)
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const client = createTRPCUntypedClient({ links: [httpLink({ url: `${url}/trpc`, headers, transformer: superjson })] })
  return client[kind](path, input).then(() => 'ok', codeOf)
}

async function subscribe(url: string, token: string | null, path: string, input: unknown): Promise<string> {
  const { socket, trpc } = connect(url, () => token)
  const [feature = '', name = ''] = path.split('.')
  const features = trpc as unknown as Record<string, Record<string, { subscribe: Subscribe }>>
  const outcome = await new Promise<string>((resolve) => {
    const watching = features[feature]?.[name]?.subscribe(input, {
      onData: () => resolve('ok'),
      onError: (error) => resolve(codeOf(error)),
    })
    setTimeout(() => watching?.unsubscribe(), 5_000).unref()
  })
  await socket.close()
  return outcome
}

type Subscribe = (
  input: unknown,
  handlers: { onData(): void; onError(error: unknown): void },
) => { unsubscribe(): void }

const codeOf = (error: unknown): string => (error as { data?: { appCode?: string } }).data?.appCode ?? String(error)
