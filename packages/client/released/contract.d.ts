import { $ as UnreadNotifications, A as ListMembers, At as Quote, B as RoomKind, C as DiscoverRooms, Ct as GetMessage, D as InboxEvent, Dt as MessageEvent, E as History, Et as Message, F as MemberPage, Ft as Sent, G as Topic, H as RoomSettings, I as Notify, It as Seq, J as MarkNotificationsRead, K as WatchInbox, L as ReadState, Lt as WatchMessages, M as MarkRead, Mt as Reaction, N as MarkUnread, Nt as SeenBy, O as InboxPage, Ot as MessageKind, P as Member, Pt as SendMessage, Q as UnreadNotification, R as Role, Rt as saying, S as DiscoverPage, St as Emoji, T as GetRoom, Tt as ListMessages, U as SetFavourite, V as RoomName, W as SetNotify, X as NotificationPage, Y as Notification, Z as NotificationReason, _ as PresenceStatus, _t as UpdateUser, a as Thread, at as appCodes, b as CreateRoom, bt as Body, c as ThreadsPage, ct as RevokeToken, d as Read, dt as scopes, et as notificationEvents, f as ReceiptEvent, ft as DisplayName, g as PresenceOf, gt as SetAvatar, h as PresenceEvent, ht as SearchUsers, i as MarkThreadRead, it as RateLimitDetails, j as ListRooms, jt as ReactToMessage, k as InboxRoom, kt as MessagePage, l as UnreadThreads, lt as Scope, m as ListPresence, mt as Me, n as ListThread, nt as AppCode, o as ThreadPage, ot as CreateToken, p as WatchReceipts, pt as GetUser, q as ListNotifications, r as ListThreads, rt as ErrorData, s as ThreadState, st as CreatedToken, t as FollowThread, tt as Attachment, u as threadEvents, ut as TokenInfo, v as SetPresence, vt as UserRef, w as DiscoveredRoom, wt as LinkPreview, x as DirectRoom, xt as EditMessage, y as WatchPresence, yt as Username, z as Room } from "./shared/threads.js";
import { n as PinMessage, r as PinPage, t as ListPins } from "./shared/pins.js";
import { z } from "zod";

// ../contract/dist/pages.d.ts
declare const Limit: z.ZodDefault<z.ZodInt>;
/** Opaque; only what a page returned may be sent back. */
declare const Cursor: z.ZodString;
/** What a paged query takes. `null` is what a last page's `nextCursor` says, and means the same as none. */
declare const PageInput: {
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
};
interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
declare const pageOf: <T extends z.ZodType>(item: T) => z.ZodObject<{
  items: z.ZodArray<T>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
declare const Ok: z.ZodObject<{
  ok: z.ZodLiteral<true>;
}, z.core.$strip>;
type Ok = z.infer<typeof Ok>;
/** `body` returns the refresh token; `cookie` (HTTP only) puts both tokens into HttpOnly cookies instead. */
declare const Transport: z.ZodDefault<z.ZodEnum<{
  body: "body";
  cookie: "cookie";
}>>;
type Transport = z.infer<typeof Transport>;
declare const Email: z.ZodPipe<z.ZodString, z.ZodEmail>;
declare const Password: z.ZodString;
/** Of who wants to change what a stolen session alone must not. */
declare const CurrentPassword: z.ZodString;
declare const Register: z.ZodObject<{
  email: z.ZodPipe<z.ZodString, z.ZodEmail>;
  username: z.ZodString;
  password: z.ZodString;
  displayName: z.ZodOptional<z.ZodString>;
  inviteCode: z.ZodOptional<z.ZodString>;
  transport: z.ZodDefault<z.ZodEnum<{
    body: "body";
    cookie: "cookie";
  }>>;
}, z.core.$strip>;
type Register = z.infer<typeof Register>;
declare const Login: z.ZodObject<{
  login: z.ZodString;
  password: z.ZodString;
  totp: z.ZodOptional<z.ZodString>;
  transport: z.ZodDefault<z.ZodEnum<{
    body: "body";
    cookie: "cookie";
  }>>;
}, z.core.$strip>;
type Login = z.infer<typeof Login>;
declare const Refresh: z.ZodObject<{
  refreshToken: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  transport: z.ZodDefault<z.ZodEnum<{
    body: "body";
    cookie: "cookie";
  }>>;
}, z.core.$strip>;
type Refresh = z.infer<typeof Refresh>;
declare const Logout: z.ZodDefault<z.ZodObject<{
  everywhere: z.ZodDefault<z.ZodBoolean>;
}, z.core.$strip>>;
type Logout = z.infer<typeof Logout>;
declare const Session: z.ZodObject<{
  accessToken: z.ZodString;
  expiresAt: z.ZodDate;
  refreshToken: z.ZodNullable<z.ZodString>;
  user: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
    email: z.ZodString;
    emailVerifiedAt: z.ZodNullable<z.ZodDate>;
    statusText: z.ZodNullable<z.ZodString>;
    showsReceipts: z.ZodBoolean;
    isAdmin: z.ZodBoolean;
    createdAt: z.ZodDate;
  }, z.core.$strip>;
}, z.core.$strip>;
type Session = z.infer<typeof Session>;
declare const SetTyping: z.ZodObject<{
  roomId: z.ZodGUID;
  typing: z.ZodBoolean;
}, z.core.$strip>;
type SetTyping = z.infer<typeof SetTyping>;
declare const WatchTyping: z.ZodObject<{
  roomId: z.ZodGUID;
}, z.core.$strip>;
/** Everybody who is typing but the one who watches. */
declare const TypingEvent: z.ZodObject<{
  users: z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
}, z.core.$strip>;
type TypingEvent = z.infer<typeof TypingEvent>;
declare const Deactivate: z.ZodDefault<z.ZodObject<{
  currentPassword: z.ZodOptional<z.ZodString>;
  totp: z.ZodOptional<z.ZodString>;
}, z.core.$strip>>;
type Deactivate = z.infer<typeof Deactivate>;
/** `messages`: what one said stays, of "Deleted person", or goes. */
declare const Erase: z.ZodObject<{
  currentPassword: z.ZodOptional<z.ZodString>;
  totp: z.ZodOptional<z.ZodString>;
  messages: z.ZodEnum<{
    delete: "delete";
    keep: "keep";
  }>;
}, z.core.$strip>;
type Erase = z.infer<typeof Erase>;
/** As it is mailed. */
declare const Code: z.ZodString;
declare const RequestCode: z.ZodObject<{
  email: z.ZodPipe<z.ZodString, z.ZodEmail>;
  inviteCode: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type RequestCode = z.infer<typeof RequestCode>;
declare const RequestedCode: z.ZodObject<{
  expiresAt: z.ZodDate;
  devCode: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type RequestedCode = z.infer<typeof RequestedCode>;
declare const VerifyCode: z.ZodObject<{
  email: z.ZodPipe<z.ZodString, z.ZodEmail>;
  code: z.ZodString;
  totp: z.ZodOptional<z.ZodString>;
  inviteCode: z.ZodOptional<z.ZodString>;
  transport: z.ZodDefault<z.ZodEnum<{
    body: "body";
    cookie: "cookie";
  }>>;
}, z.core.$strip>;
type VerifyCode = z.infer<typeof VerifyCode>;
/** `currentPassword` is asked of who has one. */
declare const ChangeEmail: z.ZodObject<{
  email: z.ZodPipe<z.ZodString, z.ZodEmail>;
  currentPassword: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type ChangeEmail = z.infer<typeof ChangeEmail>;
declare const ConfirmEmail: z.ZodObject<{
  code: z.ZodString;
}, z.core.$strip>;
type ConfirmEmail = z.infer<typeof ConfirmEmail>;
declare const Pong: z.ZodObject<{
  ok: z.ZodLiteral<true>;
  time: z.ZodDate;
}, z.core.$strip>;
type Pong = z.infer<typeof Pong>;
/** What a message said before an edit. */
declare const Wording: z.ZodObject<{
  body: z.ZodString;
  editedAt: z.ZodDate;
}, z.core.$strip>;
type Wording = z.infer<typeof Wording>;
/** What a message has said before, the oldest first; what it says now is the message's own. */
declare const MessageHistory: z.ZodArray<z.ZodObject<{
  body: z.ZodString;
  editedAt: z.ZodDate;
}, z.core.$strip>>;
type MessageHistory = z.infer<typeof MessageHistory>;
declare const UserId: z.ZodGUID;
declare const RoomId: z.ZodGUID;
declare const MessageId: z.ZodGUID;
declare const ClientId: z.ZodGUID;
declare const InviteId: z.ZodGUID;
declare const ReportId: z.ZodGUID;
declare const AuditId: z.ZodGUID;
declare const NotificationId: z.ZodGUID;
declare const FileId: z.ZodGUID;
declare const InviteCode: z.ZodString;
/** Without `expiresInHours` it never expires, without `maxUses` any number may come. */
declare const CreateInvite: z.ZodObject<{
  roomId: z.ZodGUID;
  expiresInHours: z.ZodOptional<z.ZodNumber>;
  maxUses: z.ZodOptional<z.ZodInt>;
}, z.core.$strip>;
type CreateInvite = z.infer<typeof CreateInvite>;
declare const CreatedInvite: z.ZodObject<{
  id: z.ZodGUID;
  code: z.ZodString;
  url: z.ZodString;
}, z.core.$strip>;
type CreatedInvite = z.infer<typeof CreatedInvite>;
declare const Invite: z.ZodObject<{
  id: z.ZodGUID;
  code: z.ZodString;
  url: z.ZodString;
  createdBy: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  createdAt: z.ZodDate;
  expiresAt: z.ZodNullable<z.ZodDate>;
  maxUses: z.ZodNullable<z.ZodInt>;
  uses: z.ZodInt;
}, z.core.$strip>;
type Invite = z.infer<typeof Invite>;
declare const RevokeInvite: z.ZodObject<{
  inviteId: z.ZodGUID;
}, z.core.$strip>;
type RevokeInvite = z.infer<typeof RevokeInvite>;
declare const UseInvite: z.ZodObject<{
  code: z.ZodString;
}, z.core.$strip>;
type UseInvite = z.infer<typeof UseInvite>;
/** What anybody who has the link may know of the room behind it. */
declare const InvitePreview: z.ZodObject<{
  room: z.ZodObject<{
    id: z.ZodGUID;
    name: z.ZodString;
    topic: z.ZodNullable<z.ZodString>;
    memberCount: z.ZodInt;
  }, z.core.$strip>;
  invitedBy: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  expiresAt: z.ZodNullable<z.ZodDate>;
}, z.core.$strip>;
type InvitePreview = z.infer<typeof InvitePreview>;
/** Every limit that a caller can run into, in one place; units are in the names or beside them. */
declare const limits: {
  readonly pageSize: 50;
  readonly pageSizeMax: 100;
  readonly username: {
    readonly min: 3;
    readonly max: 32;
  };
  readonly password: {
    readonly min: 10;
    readonly max: 200;
  };
  readonly displayName: 80;
  readonly statusText: 140;
  readonly roomName: 80; /** Oneself included. */
  readonly directPeople: 20;
  readonly topic: 300; /** Of a ban, a mute, a removal or a report. */
  readonly reason: 300;
  readonly slowSeconds: number;
  readonly inviteHours: number;
  readonly inviteUses: 10000; /** In a larger room only moderators call everybody. */
  readonly callRoomMembers: 50; /** Unread mentions of one room are counted up to here. */
  readonly mentionsCounted: 1000; /** A badge counts no further. */
  readonly notificationsCounted: 1000; /** Of one room. */
  readonly pins: 100; /** Threads with something unread are counted up to here. */
  readonly threadsCounted: 1000;
  readonly lastRepliers: 3; /** In a larger room, who has seen a message is counted, not listed. */
  readonly seenByMembers: 100; /** What a reader counts as characters. */
  readonly bodyGraphemes: 4000;
  readonly bodyBytes: number;
  readonly quoteCharacters: 200; /** Of one message. */
  readonly attachments: 10;
  readonly fileBytes: number;
  readonly fileName: 200; /** All frames of a picture together. */
  readonly imagePixels: 50000000; /** Uploads of one person that wait for being sent. */
  readonly unsentFiles: 200;
  readonly unsentFileHours: 24; /** For how long one may take to send one. */
  readonly uploadSeconds: number; /** For how long, at most, a signed address of a file is good. */
  readonly fileLinkSeconds: number; /** Of the link that a preview is made of; a longer one has none. */
  readonly previewUrl: 2048; /** Characters of what a page says of itself. */
  readonly previewTitle: 200;
  readonly previewDescription: 300;
  readonly previewSite: 80; /** Of a page, unpacked, up to the end of its head. */
  readonly previewBytes: number;
  readonly emojiBytes: 64;
  readonly reactionsPerMessage: 20;
  readonly reactionUsersShown: 50;
  readonly presenceIds: 500;
  readonly searchQuery: 200; /** UTF-16 units of what messages are searched for. */
  readonly messageQuery: 300; /** Words of it; in scripts without spaces, characters. */
  readonly messageQueryWords: 40; /** Of the excerpt of a message that is found. */
  readonly snippetLength: 200;
  readonly batchCalls: 20;
  readonly frameBytes: number; /** A watcher further behind than this is told to start afresh. */
  readonly catchUpMessages: 1000;
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  readonly tokenName: 80; /** API tokens that one person may have. */
  readonly tokensPerPerson: 50;
  readonly codeSeconds: number; /** Tries that one log-in code has. */
  readonly codeTries: 5;
  readonly resetSeconds: number;
  readonly recoveryCodes: 10; /** How long a log-in at another provider may take. */
  readonly oidcFlowSeconds: number;
  readonly typingMs: 5000; /** One person's coming and going as a typist is told of at most this often in a room. */
  readonly typingPaceMs: 2000; /** Typing, and presence in large rooms, are told at most this often. */
  readonly largeRoomPaceMs: 100; /** With the time it takes to notice and to tell, who has gone is offline within five seconds. */
  readonly presenceGraceMs: 4000;
  readonly presenceLeaseMs: 30000;
};
/** Names a provider in addresses. */
declare const ProviderId: z.ZodString;
/** Somebody else by whom one can log in: `/auth/oidc/{id}` leads there. */
declare const Provider: z.ZodObject<{
  id: z.ZodString;
  name: z.ZodString;
}, z.core.$strip>;
type Provider = z.infer<typeof Provider>;
/** A provider by whom one's own account is known. */
declare const LinkedProvider: z.ZodObject<{
  id: z.ZodString;
  name: z.ZodString;
  linkedAt: z.ZodDate;
}, z.core.$strip>;
type LinkedProvider = z.infer<typeof LinkedProvider>;
declare const UnlinkProvider: z.ZodObject<{
  provider: z.ZodString;
}, z.core.$strip>;
type UnlinkProvider = z.infer<typeof UnlinkProvider>;
/** Why a log-in by a provider came to nothing; the `problem` that the page afterwards is told. */
declare const OidcProblem: z.ZodEnum<{
  cancelled: "cancelled";
  closed: "closed";
  expired: "expired";
  failed: "failed";
  taken: "taken";
  unlinkable: "unlinkable";
}>;
type OidcProblem = z.infer<typeof OidcProblem>;
declare const ChangePassword: z.ZodObject<{
  currentPassword: z.ZodString;
  newPassword: z.ZodString;
}, z.core.$strip>;
type ChangePassword = z.infer<typeof ChangePassword>;
declare const RequestReset: z.ZodObject<{
  email: z.ZodPipe<z.ZodString, z.ZodEmail>;
}, z.core.$strip>;
type RequestReset = z.infer<typeof RequestReset>;
declare const RequestedReset: z.ZodObject<{
  expiresAt: z.ZodDate;
  devToken: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type RequestedReset = z.infer<typeof RequestedReset>;
declare const ResetPassword: z.ZodObject<{
  token: z.ZodString;
  password: z.ZodString;
}, z.core.$strip>;
type ResetPassword = z.infer<typeof ResetPassword>;
/** What not everybody in a room may do there. */
type Act = keyof typeof table;
/** Who may do what. What only reading and talking takes is not here: every member may. */
declare const table: {
  readonly update: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: false;
    readonly member: false;
  };
  readonly archive: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: false;
    readonly member: false;
  };
  readonly restore: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: false;
    readonly member: false;
  };
  readonly delete: {
    readonly owner: true;
    readonly admin: false;
    readonly moderator: false;
    readonly member: false;
  };
  readonly setRole: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: false;
    readonly member: false;
  };
  readonly addMember: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: false;
    readonly member: false;
  };
  readonly removeMember: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly muteMember: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly ban: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly unban: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly listBans: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly readAudit: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: false;
    readonly member: false;
  };
  readonly invite: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: true;
  };
  readonly manageInvites: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly deleteOthers: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly listReports: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly resolveReport: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly skipSlow: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly pin: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
  readonly callLargeRoom: {
    readonly owner: true;
    readonly admin: true;
    readonly moderator: true;
    readonly member: false;
  };
};
declare const may: (role: Role, act: Act) => boolean;
declare const listRolesThatMay: (act: Act) => Role[];
/** Nobody acts on their equals, or on who stands above them. */
declare const outranks: (role: Role, other: Role) => boolean;
/** Owners give and take every role, their own and another owner's too; others only those below their own. */
declare const mayGive: (role: Role, given: Role) => boolean;
/** A field of what was asked that is wrong. */
declare const ProblemField: z.ZodObject<{
  field: z.ZodString;
  message: z.ZodString;
}, z.core.$strip>;
/** How the REST bridge refuses: RFC 9457, as `application/problem+json`. */
declare const Problem: z.ZodObject<{
  type: z.ZodString;
  title: z.ZodString;
  status: z.ZodInt;
  detail: z.ZodString;
  appCode: z.ZodEnum<{
    conflict: "conflict";
    forbidden: "forbidden";
    internal: "internal";
    invalid: "invalid";
    not_found: "not_found";
    rate_limited: "rate_limited";
    too_large: "too_large";
    unauthenticated: "unauthenticated";
    unavailable: "unavailable";
  }>;
  requestId: z.ZodString;
  errors: z.ZodArray<z.ZodObject<{
    field: z.ZodString;
    message: z.ZodString;
  }, z.core.$strip>>;
  retryAfterMs: z.ZodOptional<z.ZodNumber>;
  mutedUntil: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type Problem = z.infer<typeof Problem>;
/** `emoji`: only who reacted with this one. */
declare const ListReactions: z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
  messageId: z.ZodGUID;
  emoji: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type ListReactions = z.infer<typeof ListReactions>;
/** In the order in which they reacted. */
declare const ReactionPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    emoji: z.ZodString;
    user: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type ReactionPage = z.infer<typeof ReactionPage>;
declare const ReportMessage: z.ZodObject<{
  messageId: z.ZodGUID;
  reason: z.ZodString;
}, z.core.$strip>;
type ReportMessage = z.infer<typeof ReportMessage>;
/** What waits for those who moderate a room. */
declare const Report: z.ZodObject<{
  id: z.ZodGUID;
  message: z.ZodObject<{
    id: z.ZodGUID;
    roomId: z.ZodGUID;
    kind: z.ZodEnum<{
      added: "added";
      announces: "announces";
      archived: "archived";
      history: "history";
      joined: "joined";
      left: "left";
      removed: "removed";
      renamed: "renamed";
      restored: "restored";
      slow: "slow";
      text: "text";
      topic: "topic";
      visibility: "visibility";
    }>;
    seq: z.ZodInt;
    version: z.ZodInt;
    clientId: z.ZodGUID;
    sender: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    body: z.ZodString;
    createdAt: z.ZodDate;
    editedAt: z.ZodNullable<z.ZodDate>;
    deletedAt: z.ZodNullable<z.ZodDate>;
    replyTo: z.ZodNullable<z.ZodObject<{
      id: z.ZodGUID;
      seq: z.ZodInt;
      sender: z.ZodObject<{
        id: z.ZodGUID;
        username: z.ZodString;
        displayName: z.ZodString;
        avatarUrl: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>;
      body: z.ZodString;
    }, z.core.$strip>>;
    threadRootId: z.ZodNullable<z.ZodGUID>;
    alsoToRoom: z.ZodBoolean;
    replyCount: z.ZodInt;
    lastRepliers: z.ZodArray<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    reactions: z.ZodArray<z.ZodObject<{
      emoji: z.ZodString;
      count: z.ZodInt;
      userIds: z.ZodArray<z.ZodGUID>;
    }, z.core.$strip>>;
    mentions: z.ZodArray<z.ZodGUID>;
    audience: z.ZodNullable<z.ZodEnum<{
      here: "here";
      room: "room";
    }>>;
    attachments: z.ZodArray<z.ZodObject<{
      id: z.ZodGUID;
      kind: z.ZodEnum<{
        file: "file";
        image: "image";
      }>;
      name: z.ZodString;
      mimeType: z.ZodString;
      size: z.ZodInt;
      width: z.ZodNullable<z.ZodInt>;
      height: z.ZodNullable<z.ZodInt>;
      url: z.ZodString;
      thumbnailUrl: z.ZodNullable<z.ZodString>;
      placeholder: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    preview: z.ZodNullable<z.ZodObject<{
      url: z.ZodString;
      title: z.ZodString;
      description: z.ZodNullable<z.ZodString>;
      siteName: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    pinnedAt: z.ZodNullable<z.ZodDate>;
  }, z.core.$strip>;
  reportedBy: z.ZodNullable<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
  reason: z.ZodString;
  createdAt: z.ZodDate;
}, z.core.$strip>;
type Report = z.infer<typeof Report>;
declare const ReportPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    message: z.ZodObject<{
      id: z.ZodGUID;
      roomId: z.ZodGUID;
      kind: z.ZodEnum<{
        added: "added";
        announces: "announces";
        archived: "archived";
        history: "history";
        joined: "joined";
        left: "left";
        removed: "removed";
        renamed: "renamed";
        restored: "restored";
        slow: "slow";
        text: "text";
        topic: "topic";
        visibility: "visibility";
      }>;
      seq: z.ZodInt;
      version: z.ZodInt;
      clientId: z.ZodGUID;
      sender: z.ZodObject<{
        id: z.ZodGUID;
        username: z.ZodString;
        displayName: z.ZodString;
        avatarUrl: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>;
      body: z.ZodString;
      createdAt: z.ZodDate;
      editedAt: z.ZodNullable<z.ZodDate>;
      deletedAt: z.ZodNullable<z.ZodDate>;
      replyTo: z.ZodNullable<z.ZodObject<{
        id: z.ZodGUID;
        seq: z.ZodInt;
        sender: z.ZodObject<{
          id: z.ZodGUID;
          username: z.ZodString;
          displayName: z.ZodString;
          avatarUrl: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>;
        body: z.ZodString;
      }, z.core.$strip>>;
      threadRootId: z.ZodNullable<z.ZodGUID>;
      alsoToRoom: z.ZodBoolean;
      replyCount: z.ZodInt;
      lastRepliers: z.ZodArray<z.ZodObject<{
        id: z.ZodGUID;
        username: z.ZodString;
        displayName: z.ZodString;
        avatarUrl: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>>;
      reactions: z.ZodArray<z.ZodObject<{
        emoji: z.ZodString;
        count: z.ZodInt;
        userIds: z.ZodArray<z.ZodGUID>;
      }, z.core.$strip>>;
      mentions: z.ZodArray<z.ZodGUID>;
      audience: z.ZodNullable<z.ZodEnum<{
        here: "here";
        room: "room";
      }>>;
      attachments: z.ZodArray<z.ZodObject<{
        id: z.ZodGUID;
        kind: z.ZodEnum<{
          file: "file";
          image: "image";
        }>;
        name: z.ZodString;
        mimeType: z.ZodString;
        size: z.ZodInt;
        width: z.ZodNullable<z.ZodInt>;
        height: z.ZodNullable<z.ZodInt>;
        url: z.ZodString;
        thumbnailUrl: z.ZodNullable<z.ZodString>;
        placeholder: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>>;
      preview: z.ZodNullable<z.ZodObject<{
        url: z.ZodString;
        title: z.ZodString;
        description: z.ZodNullable<z.ZodString>;
        siteName: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>>;
      pinnedAt: z.ZodNullable<z.ZodDate>;
    }, z.core.$strip>;
    reportedBy: z.ZodNullable<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    reason: z.ZodString;
    createdAt: z.ZodDate;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/** One decision for all reports of the message that wait. */
declare const ResolveReport: z.ZodObject<{
  reportId: z.ZodGUID;
  outcome: z.ZodEnum<{
    dismissed: "dismissed";
    resolved: "resolved";
  }>;
  deleteMessage: z.ZodDefault<z.ZodBoolean>;
}, z.core.$strip>;
type ResolveReport = z.infer<typeof ResolveReport>;
/** What is left out stays; an empty topic is taken away. */
declare const UpdateRoom: z.ZodObject<{
  roomId: z.ZodGUID;
  name: z.ZodOptional<z.ZodString>;
  topic: z.ZodOptional<z.ZodUnion<readonly [z.ZodLiteral<"">, z.ZodString]>>;
  kind: z.ZodOptional<z.ZodEnum<{
    private: "private";
    public: "public";
  }>>;
  history: z.ZodOptional<z.ZodEnum<{
    join: "join";
    start: "start";
  }>>;
  slowSeconds: z.ZodOptional<z.ZodInt>;
  announces: z.ZodOptional<z.ZodBoolean>;
}, z.core.$strip>;
type UpdateRoom = z.infer<typeof UpdateRoom>;
declare const AddMember: z.ZodObject<{
  roomId: z.ZodGUID;
  userId: z.ZodGUID;
  role: z.ZodDefault<z.ZodEnum<{
    admin: "admin";
    member: "member";
    moderator: "moderator";
    owner: "owner";
  }>>;
}, z.core.$strip>;
type AddMember = z.infer<typeof AddMember>;
declare const SetRole: z.ZodObject<{
  roomId: z.ZodGUID;
  userId: z.ZodGUID;
  role: z.ZodEnum<{
    admin: "admin";
    member: "member";
    moderator: "moderator";
    owner: "owner";
  }>;
}, z.core.$strip>;
type SetRole = z.infer<typeof SetRole>;
/** For removing, banning and unbanning. */
declare const ActOnMember: z.ZodObject<{
  roomId: z.ZodGUID;
  userId: z.ZodGUID;
  reason: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type ActOnMember = z.infer<typeof ActOnMember>;
/** A time that is over gives the voice back. */
declare const MuteMember: z.ZodObject<{
  roomId: z.ZodGUID;
  userId: z.ZodGUID;
  until: z.ZodDate;
  reason: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type MuteMember = z.infer<typeof MuteMember>;
declare const Ban: z.ZodObject<{
  user: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  bannedBy: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  reason: z.ZodNullable<z.ZodString>;
  createdAt: z.ZodDate;
}, z.core.$strip>;
type Ban = z.infer<typeof Ban>;
declare const ListOfRoom: z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
  roomId: z.ZodGUID;
}, z.core.$strip>;
type ListOfRoom = z.infer<typeof ListOfRoom>;
declare const BanPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    user: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    bannedBy: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    reason: z.ZodNullable<z.ZodString>;
    createdAt: z.ZodDate;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/** One administrative act: who did what to whom, when and from where. */
declare const AuditEntry: z.ZodObject<{
  id: z.ZodGUID;
  at: z.ZodDate;
  actor: z.ZodNullable<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
  act: z.ZodString;
  target: z.ZodNullable<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
  details: z.ZodRecord<z.ZodString, z.ZodUnknown>;
  ip: z.ZodString;
  userAgent: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type AuditEntry = z.infer<typeof AuditEntry>;
declare const AuditPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    at: z.ZodDate;
    actor: z.ZodNullable<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    act: z.ZodString;
    target: z.ZodNullable<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    details: z.ZodRecord<z.ZodString, z.ZodUnknown>;
    ip: z.ZodString;
    userAgent: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/**
 * `query`: words, `"phrases"`, `prefix*`, `-without`, `from:` `in:` `before:` `after:` `has:` `is:`. Not trimmed: a last
 * word with nothing after it is still being typed, and counts as a prefix.
 */
declare const SearchMessages: z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
  query: z.ZodString;
  roomId: z.ZodOptional<z.ZodGUID>;
}, z.core.$strip>;
type SearchMessages = z.infer<typeof SearchMessages>;
declare const FoundMessage: z.ZodObject<{
  message: z.ZodObject<{
    id: z.ZodGUID;
    roomId: z.ZodGUID;
    kind: z.ZodEnum<{
      added: "added";
      announces: "announces";
      archived: "archived";
      history: "history";
      joined: "joined";
      left: "left";
      removed: "removed";
      renamed: "renamed";
      restored: "restored";
      slow: "slow";
      text: "text";
      topic: "topic";
      visibility: "visibility";
    }>;
    seq: z.ZodInt;
    version: z.ZodInt;
    clientId: z.ZodGUID;
    sender: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    body: z.ZodString;
    createdAt: z.ZodDate;
    editedAt: z.ZodNullable<z.ZodDate>;
    deletedAt: z.ZodNullable<z.ZodDate>;
    replyTo: z.ZodNullable<z.ZodObject<{
      id: z.ZodGUID;
      seq: z.ZodInt;
      sender: z.ZodObject<{
        id: z.ZodGUID;
        username: z.ZodString;
        displayName: z.ZodString;
        avatarUrl: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>;
      body: z.ZodString;
    }, z.core.$strip>>;
    threadRootId: z.ZodNullable<z.ZodGUID>;
    alsoToRoom: z.ZodBoolean;
    replyCount: z.ZodInt;
    lastRepliers: z.ZodArray<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    reactions: z.ZodArray<z.ZodObject<{
      emoji: z.ZodString;
      count: z.ZodInt;
      userIds: z.ZodArray<z.ZodGUID>;
    }, z.core.$strip>>;
    mentions: z.ZodArray<z.ZodGUID>;
    audience: z.ZodNullable<z.ZodEnum<{
      here: "here";
      room: "room";
    }>>;
    attachments: z.ZodArray<z.ZodObject<{
      id: z.ZodGUID;
      kind: z.ZodEnum<{
        file: "file";
        image: "image";
      }>;
      name: z.ZodString;
      mimeType: z.ZodString;
      size: z.ZodInt;
      width: z.ZodNullable<z.ZodInt>;
      height: z.ZodNullable<z.ZodInt>;
      url: z.ZodString;
      thumbnailUrl: z.ZodNullable<z.ZodString>;
      placeholder: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    preview: z.ZodNullable<z.ZodObject<{
      url: z.ZodString;
      title: z.ZodString;
      description: z.ZodNullable<z.ZodString>;
      siteName: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    pinnedAt: z.ZodNullable<z.ZodDate>;
  }, z.core.$strip>;
  snippet: z.ZodString;
  highlights: z.ZodArray<z.ZodTuple<[z.ZodInt, z.ZodInt], null>>;
}, z.core.$strip>;
type FoundMessage = z.infer<typeof FoundMessage>;
declare const FoundMessages: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    message: z.ZodObject<{
      id: z.ZodGUID;
      roomId: z.ZodGUID;
      kind: z.ZodEnum<{
        added: "added";
        announces: "announces";
        archived: "archived";
        history: "history";
        joined: "joined";
        left: "left";
        removed: "removed";
        renamed: "renamed";
        restored: "restored";
        slow: "slow";
        text: "text";
        topic: "topic";
        visibility: "visibility";
      }>;
      seq: z.ZodInt;
      version: z.ZodInt;
      clientId: z.ZodGUID;
      sender: z.ZodObject<{
        id: z.ZodGUID;
        username: z.ZodString;
        displayName: z.ZodString;
        avatarUrl: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>;
      body: z.ZodString;
      createdAt: z.ZodDate;
      editedAt: z.ZodNullable<z.ZodDate>;
      deletedAt: z.ZodNullable<z.ZodDate>;
      replyTo: z.ZodNullable<z.ZodObject<{
        id: z.ZodGUID;
        seq: z.ZodInt;
        sender: z.ZodObject<{
          id: z.ZodGUID;
          username: z.ZodString;
          displayName: z.ZodString;
          avatarUrl: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>;
        body: z.ZodString;
      }, z.core.$strip>>;
      threadRootId: z.ZodNullable<z.ZodGUID>;
      alsoToRoom: z.ZodBoolean;
      replyCount: z.ZodInt;
      lastRepliers: z.ZodArray<z.ZodObject<{
        id: z.ZodGUID;
        username: z.ZodString;
        displayName: z.ZodString;
        avatarUrl: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>>;
      reactions: z.ZodArray<z.ZodObject<{
        emoji: z.ZodString;
        count: z.ZodInt;
        userIds: z.ZodArray<z.ZodGUID>;
      }, z.core.$strip>>;
      mentions: z.ZodArray<z.ZodGUID>;
      audience: z.ZodNullable<z.ZodEnum<{
        here: "here";
        room: "room";
      }>>;
      attachments: z.ZodArray<z.ZodObject<{
        id: z.ZodGUID;
        kind: z.ZodEnum<{
          file: "file";
          image: "image";
        }>;
        name: z.ZodString;
        mimeType: z.ZodString;
        size: z.ZodInt;
        width: z.ZodNullable<z.ZodInt>;
        height: z.ZodNullable<z.ZodInt>;
        url: z.ZodString;
        thumbnailUrl: z.ZodNullable<z.ZodString>;
        placeholder: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>>;
      preview: z.ZodNullable<z.ZodObject<{
        url: z.ZodString;
        title: z.ZodString;
        description: z.ZodNullable<z.ZodString>;
        siteName: z.ZodNullable<z.ZodString>;
      }, z.core.$strip>>;
      pinnedAt: z.ZodNullable<z.ZodDate>;
    }, z.core.$strip>;
    snippet: z.ZodString;
    highlights: z.ZodArray<z.ZodTuple<[z.ZodInt, z.ZodInt], null>>;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type FoundMessages = z.infer<typeof FoundMessages>;
declare const searchOperators: readonly ['from', 'in', 'before', 'after', 'has', 'is'];
type SearchOperator = (typeof searchOperators)[number];
/** The values of the operators that have a fixed few. */
declare const searchValues: {
  readonly has: readonly ['link', 'file', 'image'];
  readonly is: readonly ['pinned', 'thread'];
};
/** What an authenticator app is given; nothing asks for it until it is confirmed. */
declare const TotpSetup: z.ZodObject<{
  secret: z.ZodString;
  uri: z.ZodString;
}, z.core.$strip>;
type TotpSetup = z.infer<typeof TotpSetup>;
/** Six digits of the app; to take it away, a recovery code does too. */
declare const TotpCode: z.ZodObject<{
  code: z.ZodString;
}, z.core.$strip>;
type TotpCode = z.infer<typeof TotpCode>;
/** Shown this once; each is good once. */
declare const RecoveryCodes: z.ZodObject<{
  recoveryCodes: z.ZodArray<z.ZodString>;
}, z.core.$strip>;
type RecoveryCodes = z.infer<typeof RecoveryCodes>;
/** What guards one's account. */
declare const Security: z.ZodObject<{
  hasPassword: z.ZodBoolean;
  secondFactor: z.ZodBoolean;
  recoveryCodesLeft: z.ZodInt;
}, z.core.$strip>;
type Security = z.infer<typeof Security>;
/** Where one is logged in. */
declare const SessionInfo: z.ZodObject<{
  id: z.ZodUUID;
  current: z.ZodBoolean;
  userAgent: z.ZodNullable<z.ZodString>;
  ip: z.ZodNullable<z.ZodString>;
  createdAt: z.ZodDate;
  lastUsedAt: z.ZodDate;
}, z.core.$strip>;
type SessionInfo = z.infer<typeof SessionInfo>;
declare const RevokeSession: z.ZodObject<{
  sessionId: z.ZodUUID;
}, z.core.$strip>;
type RevokeSession = z.infer<typeof RevokeSession>;
/** The code that the server prints while nobody administers it. */
declare const ClaimAdmin: z.ZodObject<{
  code: z.ZodString;
}, z.core.$strip>;
type ClaimAdmin = z.infer<typeof ClaimAdmin>;
/** Counts what a reader would call characters. */
declare function countGraphemes(text: string): number;
/** UTF-8 bytes. */
declare function countBytes(text: string): number;
/** The first `count` graphemes of `text`, never cutting one in half. */
declare function firstGraphemes(text: string, count: number): string;
/** Text that can be stored. */
declare const text: () => z.ZodString;
/** A single line of 1–`max` characters, trimmed. */
declare const line: (max: number) => z.ZodString;
export { Act, ActOnMember, AddMember, AppCode, Attachment, AuditEntry, AuditId, AuditPage, Ban, BanPage, Body, ChangeEmail, ChangePassword, ClaimAdmin, ClientId, Code, ConfirmEmail, CreateInvite, CreateRoom, CreateToken, CreatedInvite, CreatedToken, CurrentPassword, Cursor, Deactivate, DirectRoom, DiscoverPage, DiscoverRooms, DiscoveredRoom, DisplayName, EditMessage, Email, Emoji, Erase, ErrorData, FileId, FollowThread, FoundMessage, FoundMessages, GetMessage, GetRoom, GetUser, History, InboxEvent, InboxPage, InboxRoom, Invite, InviteCode, InviteId, InvitePreview, Limit, LinkPreview, LinkedProvider, ListMembers, ListMessages, ListNotifications, ListOfRoom, ListPins, ListPresence, ListReactions, ListRooms, ListThread, ListThreads, Login, Logout, MarkNotificationsRead, MarkRead, MarkThreadRead, MarkUnread, Me, Member, MemberPage, Message, MessageEvent, MessageHistory, MessageId, MessageKind, MessagePage, MuteMember, Notification, NotificationId, NotificationPage, NotificationReason, Notify, OidcProblem, Ok, Page, PageInput, Password, PinMessage, PinPage, Pong, PresenceEvent, PresenceOf, PresenceStatus, Problem, ProblemField, Provider, ProviderId, Quote, RateLimitDetails, ReactToMessage, Reaction, ReactionPage, Read, ReadState, ReceiptEvent, RecoveryCodes, Refresh, Register, Report, ReportId, ReportMessage, ReportPage, RequestCode, RequestReset, RequestedCode, RequestedReset, ResetPassword, ResolveReport, RevokeInvite, RevokeSession, RevokeToken, Role, Room, RoomId, RoomKind, RoomName, RoomSettings, Scope, SearchMessages, SearchOperator, SearchUsers, Security, SeenBy, SendMessage, Sent, Seq, Session, SessionInfo, SetAvatar, SetFavourite, SetNotify, SetPresence, SetRole, SetTyping, Thread, ThreadPage, ThreadState, ThreadsPage, TokenInfo, Topic, TotpCode, TotpSetup, Transport, TypingEvent, UnlinkProvider, UnreadNotification, UnreadNotifications, UnreadThreads, UpdateRoom, UpdateUser, UseInvite, UserId, UserRef, Username, VerifyCode, WatchInbox, WatchMessages, WatchPresence, WatchReceipts, WatchTyping, Wording, appCodes, countBytes, countGraphemes, firstGraphemes, limits, line, listRolesThatMay, may, mayGive, notificationEvents, outranks, pageOf, saying, scopes, searchOperators, searchValues, text, threadEvents };