export const sayReplies = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'reply' : 'replies'}`

export const sayNew = (unread: number): string => `${unread > 99 ? '99+' : unread} new`
