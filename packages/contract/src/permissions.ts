import { Role } from './rooms.js'

/** What not everybody in a room may do there. */
export type Act = keyof typeof table

/** Who may do what. What only reading and talking takes is not here: every member may. */
const table = {
  //                owner        admin        moderator        member
  update: /*      */ { owner: true, admin: true, moderator: false, member: false },
  archive: /*     */ { owner: true, admin: true, moderator: false, member: false },
  restore: /*     */ { owner: true, admin: true, moderator: false, member: false },
  delete: /*      */ { owner: true, admin: false, moderator: false, member: false },
  setRole: /*     */ { owner: true, admin: true, moderator: false, member: false },
  addMember: /*   */ { owner: true, admin: true, moderator: false, member: false },
  removeMember: /**/ { owner: true, admin: true, moderator: true, member: false },
  muteMember: /*  */ { owner: true, admin: true, moderator: true, member: false },
  ban: /*         */ { owner: true, admin: true, moderator: true, member: false },
  unban: /*       */ { owner: true, admin: true, moderator: true, member: false },
  listBans: /*    */ { owner: true, admin: true, moderator: true, member: false },
  readAudit: /*   */ { owner: true, admin: true, moderator: false, member: false },
  invite: /*      */ { owner: true, admin: true, moderator: true, member: true },
  manageInvites: /**/ { owner: true, admin: true, moderator: true, member: false },
  deleteOthers: /**/ { owner: true, admin: true, moderator: true, member: false },
  listReports: /* */ { owner: true, admin: true, moderator: true, member: false },
  resolveReport: /**/ { owner: true, admin: true, moderator: true, member: false },
  skipSlow: /*    */ { owner: true, admin: true, moderator: true, member: false },
  pin: /*         */ { owner: true, admin: true, moderator: true, member: false },
  callLargeRoom: /**/ { owner: true, admin: true, moderator: true, member: false },
} as const satisfies Record<string, Record<Role, boolean>>

export const may = (role: Role, act: Act): boolean => table[act][role]

export const listRolesThatMay = (act: Act): Role[] => Role.options.filter((role) => may(role, act))

const ranks = { owner: 3, admin: 2, moderator: 1, member: 0 } as const satisfies Record<Role, number>

/** Nobody acts on their equals, or on who stands above them. */
export const outranks = (role: Role, other: Role): boolean => ranks[role] > ranks[other]

/** Owners give and take every role, their own and another owner's too; others only those below their own. */
export const mayGive = (role: Role, given: Role): boolean => role === 'owner' || outranks(role, given)
