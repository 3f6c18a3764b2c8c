import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'

interface Props {
  title: string
  direct: boolean
  onStart: () => void
}

export function EmptyRoom({ title, direct, onStart }: Props) {
  return (
    <div className="flex min-h-0 grow flex-col">
      <EmptyState title={title} action={<Button onClick={onStart}>Write a message</Button>}>
        {direct ? 'Nothing has been said yet. Say hello.' : 'Nothing has been said here yet. Start the conversation.'}
      </EmptyState>
    </div>
  )
}
