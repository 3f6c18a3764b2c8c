import { useSession } from '@parley/client/react'
import { limits } from '@parley/contract/limits'
import type { InboxRoom, Member } from '@parley/contract/rooms'
import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog'
import { SelectField } from '../../ui/SelectField'
import { TextField } from '../../ui/TextField'
import { useLast } from '../../ui/use-last'
import { roomTitle } from '../rooms/room-title'
import type { MemberAct } from './MemberMenu'
import { useMemberActs } from './use-member-acts'

export interface AskedOf {
  member: Member
  act: MemberAct
}

const muteTimes = [
  { value: 10, label: '10 minutes' },
  { value: 60, label: '1 hour' },
  { value: 24 * 60, label: '1 day' },
  { value: 7 * 24 * 60, label: '7 days' },
] as const

/** Asks before a member is muted, removed, banned, or made the room's owner. */
export function MemberDialogs({
  room,
  asked,
  onClose,
}: {
  room: InboxRoom
  asked: AskedOf | null
  onClose: () => void
}) {
  const acts = useMemberActs(room.id)
  const selfId = useSession().user?.id
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number>(60)
  const shown = useLast(asked)
  if (!shown) return null
  const { id, displayName: name } = shown.member.user
  const because = reason.trim() || undefined
  const props = (act: MemberAct) => ({
    open: asked?.act === act,
    onClose: () => {
      setReason('')
      onClose()
    },
  })
  const reasonField = (autoFocus: boolean) => (
    <TextField
      label="Reason"
      aside="Optional"
      hint="Kept in the room's log."
      value={reason}
      onChange={(event) => setReason(event.target.value)}
      maxLength={limits.reason}
      autoComplete="off"
      autoFocus={autoFocus}
    />
  )

  async function handOver() {
    await acts.setRole(id, 'owner')
    if (selfId) await acts.setRole(selfId, 'admin')
  }
  return (
    <>
      <ConfirmDialog
        {...props('mute')}
        title={`Mute ${name}?`}
        description="They can read along, and write again when the time is over."
        action="Mute"
        look="primary"
        onConfirm={() => acts.mute(id, new Date(Date.now() + minutes * 60_000), because)}
      >
        <SelectField label="For" value={minutes} options={muteTimes} onChange={setMinutes} />
        {reasonField(false)}
      </ConfirmDialog>
      <ConfirmDialog
        {...props('remove')}
        title={`Remove ${name}?`}
        description={
          room.kind === 'private'
            ? 'They are out at once, and come back only when they are invited.'
            : 'They are out at once, and can join again. To keep them out, ban them.'
        }
        action="Remove"
        onConfirm={() => acts.remove(id, because)}
      >
        {reasonField(true)}
      </ConfirmDialog>
      <ConfirmDialog
        {...props('ban')}
        title={`Ban ${name}?`}
        description="They are out at once, and nothing lets them in until they are unbanned."
        action="Ban"
        onConfirm={() => acts.ban(id, because)}
      >
        {reasonField(true)}
      </ConfirmDialog>
      <ConfirmDialog
        {...props('make-owner')}
        title={`Make ${name} an owner too?`}
        description="They can do everything that you can, even take your role from you."
        action="Make owner"
        look="primary"
        onConfirm={() => acts.setRole(id, 'owner')}
      />
      <ConfirmDialog
        {...props('hand-over')}
        title={`Hand ${roomTitle(room)} over to ${name}?`}
        description="They own the room from then on, and you become an admin. Only they can give it back."
        action="Hand over"
        onConfirm={handOver}
      />
    </>
  )
}
