import { api, useInboxActions, useParley, useSession } from '@parley/client/react'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Skeleton } from '../../ui/Skeleton'
import { AuthLayout, linkClass } from '../auth/AuthLayout'
import { FormError } from '../auth/FormError'
import { describeJoin } from '../rooms/describe-join'
import { intendToJoin, takeIntent } from './intent'

const route = getRouteApi('/invite/$code')

/** Behind an invitation's link: what the room is and who invites, for anybody; and the way in. */
export function InvitePage() {
  const { code } = route.useParams()
  const preview = api.rooms.invitePreview.useQuery({ code }, { retry: false, refetchOnMount: 'always' })
  const { status } = useSession()

  if (preview.error) return <Dead error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) {
    return (
      <AuthLayout title="You're invited" footer={null}>
        <Skeleton className="mb-3 h-5 w-48" />
        <Skeleton className="h-4 w-64" />
      </AuthLayout>
    )
  }
  const { room, invitedBy } = preview.data
  return (
    <AuthLayout title={`Join ${room.name}`} footer={null}>
      <div className="mb-5 flex flex-col gap-3 rounded-lg border border-line bg-bg-raised p-4">
        {room.topic !== null && <p className="wrap-anywhere">{room.topic}</p>}
        <p className="tabular text-meta text-fg-muted">
          {room.memberCount.toLocaleString()} {room.memberCount === 1 ? 'member' : 'members'}
        </p>
        <p className="flex items-center gap-2 text-meta">
          <Avatar user={invitedBy} size={24} />
          <span className="min-w-0 wrap-anywhere">
            <bdi className="font-medium">{invitedBy.displayName}</bdi> invites you
          </span>
        </p>
      </div>
      {status === 'signed-in' ? <Join code={code} roomName={room.name} /> : <SignIn code={code} />}
    </AuthLayout>
  )
}

function Join({ code, roomName }: { code: string; roomName: string }) {
  const { trpc } = useParley()
  const inbox = useInboxActions()
  const navigate = useNavigate()
  const { user } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function join() {
    setBusy(true)
    setFailure(null)
    try {
      const room = await trpc.rooms.acceptInvite.mutate({ code })
      inbox.show(room)
      await navigate({ to: '/r/$roomId', params: { roomId: room.id }, replace: true })
    } catch (error) {
      setFailure(describeJoin(error))
      setBusy(false)
    }
  }
  // Who chose to join, and had to log in for it, need not choose again.
  const goOn = useEffectEvent(() => takeIntent(code) && void join())
  useEffect(() => void goOn(), [])

  return (
    <>
      <FormError>{failure}</FormError>
      <Button look="primary" className="w-full" busy={busy} onClick={() => void join()}>
        Join {roomName}
      </Button>
      <p className="mt-4 text-meta text-fg-muted">
        You're logged in as <bdi>{user?.displayName}</bdi>.{' '}
        <Link to="/" className={linkClass}>
          Not now
        </Link>
      </p>
    </>
  )
}

function SignIn({ code }: { code: string }) {
  const navigate = useNavigate()
  const go = (to: '/register' | '/login') => {
    intendToJoin(code)
    void navigate({ to, search: { next: `/invite/${code}` } })
  }
  return (
    <div className="flex flex-col gap-2">
      <Button look="primary" onClick={() => go('/register')}>
        Create an account to join
      </Button>
      <Button onClick={() => go('/login')}>Log in to join</Button>
    </div>
  )
}

function Dead({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const gone = ['not_found', 'invalid'].includes(errorDataOf(error)?.appCode ?? '')
  return (
    <AuthLayout
      title={gone ? 'This invitation does not work any more' : "The invitation couldn't be loaded"}
      footer={null}
    >
      <p className="-mt-3 mb-5 text-fg-muted">
        {gone
          ? 'It has expired, was used up, or was revoked. Ask whoever sent it for a new one.'
          : describeError(error)}
      </p>
      {gone ? (
        <Link to="/" className={linkClass}>
          Go to your rooms
        </Link>
      ) : (
        <Button onClick={onRetry}>Try again</Button>
      )}
    </AuthLayout>
  )
}
