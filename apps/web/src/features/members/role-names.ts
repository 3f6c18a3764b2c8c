import type { Role } from '@parley/contract/rooms'

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  moderator: 'Moderator',
  member: 'Member',
}

/** What a role lets one do, in a few words. */
export const roleNotes: Record<Role, string> = {
  owner: 'Everything, deleting the room too',
  admin: 'Runs the room: settings, members, roles',
  moderator: 'Keeps order: messages, mutes, bans',
  member: 'Reads and writes',
}
