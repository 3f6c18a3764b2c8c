import { useTimeline } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { use, type Ref } from 'react'
import { SidePanelSlot } from '../../app/SidePanel'
import { useMediaQuery } from '../../app/use-media-query'
import { MessagePane, type MessagePaneHandle } from './MessagePane'
import { RoomStart } from './RoomStart'
import { useDivider } from './use-divider'
import { useReadMarker } from './use-read-marker'

interface Props {
  ref: Ref<MessagePaneHandle>
  room: InboxRoom
  title: string
  atSeq: number | undefined
  visit: number | undefined
  selfId: string
  onThread: (rootId: string) => void
}

/** The messages of a room that one is in, and where one writes. */
export function RoomPane(props: Props) {
  const { room, title, selfId } = props
  const state = useTimeline(room.id)
  const [dividerSeq, setDividerSeq] = useDivider(room, state, selfId)
  const { taken } = use(SidePanelSlot)
  // In a narrow window a panel stands in the place of the room.
  const covered = !useMediaQuery('(min-width: 700px)') && taken
  const marker = useReadMarker(room.id, room.lastReadSeq, setDividerSeq, covered)
  return (
    <MessagePane
      {...props}
      state={state}
      reading={room}
      dividerSeq={dividerSeq}
      onSeen={marker.see}
      onMarkedUnread={(seq) => {
        marker.hold()
        setDividerSeq(seq)
      }}
      start={<RoomStart room={room} title={title} />}
    />
  )
}
