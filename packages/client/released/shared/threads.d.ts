import { z } from "zod";

// ../contract/dist/messages.d.ts
/** The place of a message in its room, from 1 without holes. */
declare const Seq: z.ZodInt;
declare const Reaction: z.ZodObject<{
  emoji: z.ZodString;
  count: z.ZodInt;
  userIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strip>;
type Reaction = z.infer<typeof Reaction>;
/** What a reply carries of the message it quotes. */
declare const Quote: z.ZodObject<{
  id: z.ZodGUID;
  seq: z.ZodInt;
  sender: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  body: z.ZodString;
}, z.core.$strip>;
type Quote = z.infer<typeof Quote>;
/** What a page that a message links to says of itself. */
declare const LinkPreview: z.ZodObject<{
  url: z.ZodString;
  title: z.ZodString;
  description: z.ZodNullable<z.ZodString>;
  siteName: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type LinkPreview = z.infer<typeof LinkPreview>;
/** What a message says, or what it is called after where it holds files alone. */
declare const saying: ({
  body,
  attachments
}: {
  body: string;
  attachments: readonly {
    name: string;
  }[];
}) => string;
/** What people say is `text`; every other kind is a note of what happened to the room, made by the server. */
declare const MessageKind: z.ZodEnum<{
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
type MessageKind = z.infer<typeof MessageKind>;
declare const Message: z.ZodObject<{
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
type Message = z.infer<typeof Message>;
declare const Body: z.ZodString;
/** One emoji as people pick it: a single grapheme with a pictograph, a keycap or a flag. */
declare const Emoji: z.ZodString;
declare const SendMessage: z.ZodObject<{
  roomId: z.ZodGUID;
  clientId: z.ZodGUID;
  body: z.ZodString;
  replyToId: z.ZodOptional<z.ZodGUID>;
  threadRootId: z.ZodOptional<z.ZodGUID>;
  alsoToRoom: z.ZodDefault<z.ZodBoolean>;
  attachmentIds: z.ZodOptional<z.ZodArray<z.ZodGUID>>;
}, z.core.$strip>;
type SendMessage = z.infer<typeof SendMessage>;
declare const Sent: z.ZodObject<{
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
  duplicate: z.ZodBoolean;
}, z.core.$strip>;
type Sent = z.infer<typeof Sent>;
/** Who has read it; in a room of more than 100 members they are only counted. */
declare const SeenBy: z.ZodObject<{
  users: z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
  count: z.ZodInt;
}, z.core.$strip>;
type SeenBy = z.infer<typeof SeenBy>;
declare const GetMessage: z.ZodObject<{
  messageId: z.ZodGUID;
}, z.core.$strip>;
type GetMessage = z.infer<typeof GetMessage>;
declare const EditMessage: z.ZodObject<{
  messageId: z.ZodGUID;
  body: z.ZodString;
}, z.core.$strip>;
type EditMessage = z.infer<typeof EditMessage>;
declare const ReactToMessage: z.ZodObject<{
  messageId: z.ZodGUID;
  emoji: z.ZodString;
  on: z.ZodBoolean;
}, z.core.$strip>;
type ReactToMessage = z.infer<typeof ReactToMessage>;
declare const ListMessages: z.ZodObject<{
  roomId: z.ZodGUID;
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  direction: z.ZodOptional<z.ZodEnum<{
    backward: "backward";
    forward: "forward";
    newer: "newer";
    older: "older";
  }>>;
  aroundSeq: z.ZodOptional<z.ZodInt>;
  limit: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>;
type ListMessages = z.infer<typeof ListMessages>;
/** Ascending `seq`; `nextCursor` leads to older messages, `prevCursor` to newer ones. */
declare const MessagePage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
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
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
  prevCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type MessagePage = z.infer<typeof MessagePage>;
declare const WatchMessages: z.ZodObject<{
  roomId: z.ZodGUID;
  lastEventId: z.ZodOptional<z.ZodNullable<z.ZodString>>;
}, z.core.$strip>;
type WatchMessages = z.infer<typeof WatchMessages>;
/** The whole message, every time it changes; or what to do about all of them. Tracked by `version`. */
declare const MessageEvent: z.ZodDiscriminatedUnion<[z.ZodObject<{
  type: z.ZodLiteral<"message">;
  version: z.ZodInt;
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
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"ready">;
  version: z.ZodInt;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"reset">;
  version: z.ZodInt;
}, z.core.$strip>], "type">;
type MessageEvent = z.infer<typeof MessageEvent>;
declare const UserRef: z.ZodObject<{
  id: z.ZodGUID;
  username: z.ZodString;
  displayName: z.ZodString;
  avatarUrl: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type UserRef = z.infer<typeof UserRef>;
declare const Me: z.ZodObject<{
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
type Me = z.infer<typeof Me>;
declare const Username: z.ZodString;
declare const DisplayName: z.ZodString;
/** What is left out stays; a status of `null` or nothing but spaces is taken away. */
declare const UpdateUser: z.ZodObject<{
  displayName: z.ZodOptional<z.ZodString>;
  statusText: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  showsReceipts: z.ZodOptional<z.ZodBoolean>;
}, z.core.$strip>;
type UpdateUser = z.infer<typeof UpdateUser>;
/** An upload of one's own that is a picture, used up by it; `null`: none any more. */
declare const SetAvatar: z.ZodObject<{
  attachmentId: z.ZodNullable<z.ZodGUID>;
}, z.core.$strip>;
type SetAvatar = z.infer<typeof SetAvatar>;
declare const GetUser: z.ZodObject<{
  userId: z.ZodGUID;
}, z.core.$strip>;
type GetUser = z.infer<typeof GetUser>;
declare const SearchUsers: z.ZodObject<{
  query: z.ZodString;
  limit: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>;
type SearchUsers = z.infer<typeof SearchUsers>;
/** What an API token can be allowed. Each procedure that takes tokens names one of these; the others take none. */
declare const scopes: readonly ['rooms:read', 'rooms:write', /** To run a room: settings, members, roles, bans, and what others said or whom they invited. */'rooms:moderate', 'messages:read', 'messages:write', 'users:read', 'users:write', 'presence:read', 'presence:write'];
type Scope = (typeof scopes)[number];
declare const CreateToken: z.ZodObject<{
  name: z.ZodString;
  scopes: z.ZodArray<z.ZodString>;
  expiresAt: z.ZodOptional<z.ZodDate>;
}, z.core.$strip>;
type CreateToken = z.infer<typeof CreateToken>;
/** The only time that the token is shown. */
declare const CreatedToken: z.ZodObject<{
  id: z.ZodUUID;
  token: z.ZodString;
}, z.core.$strip>;
type CreatedToken = z.infer<typeof CreatedToken>;
declare const TokenInfo: z.ZodObject<{
  id: z.ZodUUID;
  name: z.ZodString;
  scopes: z.ZodArray<z.ZodString>;
  createdAt: z.ZodDate;
  lastUsedAt: z.ZodNullable<z.ZodDate>;
  expiresAt: z.ZodNullable<z.ZodDate>;
}, z.core.$strip>;
type TokenInfo = z.infer<typeof TokenInfo>;
declare const RevokeToken: z.ZodObject<{
  id: z.ZodUUID;
}, z.core.$strip>;
type RevokeToken = z.infer<typeof RevokeToken>;
/** What can go wrong, as the caller sees it. The table from these codes to tRPC's and HTTP's is in the router. */
declare const appCodes: readonly ['unauthenticated', 'forbidden', 'not_found', 'conflict', 'invalid', 'rate_limited', 'too_large', 'unavailable', 'internal'];
type AppCode = (typeof appCodes)[number];
/** `details` of `rate_limited`. */
interface RateLimitDetails {
  retryAfterMs: number;
  /** ISO 8601; set when the sender is muted. */
  mutedUntil?: string;
}
/** The `data` of every tRPC error. */
interface ErrorData {
  code: string;
  httpStatus: number;
  path: string | undefined;
  appCode: AppCode;
  requestId: string;
  details?: unknown;
}
/** A file of a message, or one that waits for being sent. */
declare const Attachment: z.ZodObject<{
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
}, z.core.$strip>;
type Attachment = z.infer<typeof Attachment>;
/** Why one is told: named by a message, called with everybody, answered, reacted to, or put into a room. */
declare const NotificationReason: z.ZodEnum<{
  added: "added";
  everybody: "everybody";
  mention: "mention";
  reaction: "reaction";
  reply: "reply";
}>;
type NotificationReason = z.infer<typeof NotificationReason>;
declare const Notification: z.ZodObject<{
  id: z.ZodGUID;
  reason: z.ZodEnum<{
    added: "added";
    everybody: "everybody";
    mention: "mention";
    reaction: "reaction";
    reply: "reply";
  }>;
  at: z.ZodDate;
  roomId: z.ZodGUID;
  actor: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  message: z.ZodNullable<z.ZodObject<{
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
  emoji: z.ZodNullable<z.ZodString>;
  isRead: z.ZodBoolean;
}, z.core.$strip>;
type Notification = z.infer<typeof Notification>;
declare const ListNotifications: z.ZodPrefault<z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>>;
type ListNotifications = z.infer<typeof ListNotifications>;
declare const NotificationPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    reason: z.ZodEnum<{
      added: "added";
      everybody: "everybody";
      mention: "mention";
      reaction: "reaction";
      reply: "reply";
    }>;
    at: z.ZodDate;
    roomId: z.ZodGUID;
    actor: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    message: z.ZodNullable<z.ZodObject<{
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
    emoji: z.ZodNullable<z.ZodString>;
    isRead: z.ZodBoolean;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type NotificationPage = z.infer<typeof NotificationPage>;
/** What a badge counts, and what takes it away: `seq` where reading the room up to there does. */
declare const UnreadNotification: z.ZodObject<{
  id: z.ZodGUID;
  reason: z.ZodEnum<{
    added: "added";
    everybody: "everybody";
    mention: "mention";
    reaction: "reaction";
    reply: "reply";
  }>;
  roomId: z.ZodGUID;
  seq: z.ZodNullable<z.ZodInt>;
}, z.core.$strip>;
type UnreadNotification = z.infer<typeof UnreadNotification>;
/** The newest 1,000. */
declare const UnreadNotifications: z.ZodArray<z.ZodObject<{
  id: z.ZodGUID;
  reason: z.ZodEnum<{
    added: "added";
    everybody: "everybody";
    mention: "mention";
    reaction: "reaction";
    reply: "reply";
  }>;
  roomId: z.ZodGUID;
  seq: z.ZodNullable<z.ZodInt>;
}, z.core.$strip>>;
declare const MarkNotificationsRead: z.ZodUnion<readonly [z.ZodObject<{
  notificationIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strict>, z.ZodObject<{
  all: z.ZodLiteral<true>;
}, z.core.$strict>]>;
type MarkNotificationsRead = z.infer<typeof MarkNotificationsRead>;
/** What `rooms.watch` says of them. */
declare const notificationEvents: readonly [z.ZodObject<{
  type: z.ZodLiteral<"notification">;
  notification: z.ZodObject<{
    id: z.ZodGUID;
    reason: z.ZodEnum<{
      added: "added";
      everybody: "everybody";
      mention: "mention";
      reaction: "reaction";
      reply: "reply";
    }>;
    at: z.ZodDate;
    roomId: z.ZodGUID;
    actor: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    message: z.ZodNullable<z.ZodObject<{
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
    emoji: z.ZodNullable<z.ZodString>;
    isRead: z.ZodBoolean;
  }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"unnotified">;
  roomId: z.ZodGUID;
  notificationIds: z.ZodArray<z.ZodGUID>;
  everybody: z.ZodBoolean;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notificationMessage">;
  roomId: z.ZodGUID;
  message: z.ZodObject<{
    id: z.ZodGUID;
    seq: z.ZodInt;
    sender: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    body: z.ZodString;
  }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notificationsRead">;
  notificationIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notificationsReset">;
}, z.core.$strip>];
declare const RoomKind: z.ZodEnum<{
  direct: "direct";
  private: "private";
  public: "public";
}>;
type RoomKind = z.infer<typeof RoomKind>;
declare const Role: z.ZodEnum<{
  admin: "admin";
  member: "member";
  moderator: "moderator";
  owner: "owner";
}>;
type Role = z.infer<typeof Role>;
declare const Notify: z.ZodEnum<{
  all: "all";
  mentions: "mentions";
  none: "none";
}>;
type Notify = z.infer<typeof Notify>;
/** From where on newcomers see what was said: from the start, or from when they join. */
declare const History: z.ZodEnum<{
  join: "join";
  start: "start";
}>;
type History = z.infer<typeof History>;
/** What those who run a room set. Every change of it is a change of the room's `version`. */
declare const RoomSettings: z.ZodObject<{
  kind: z.ZodEnum<{
    direct: "direct";
    private: "private";
    public: "public";
  }>;
  name: z.ZodNullable<z.ZodString>;
  topic: z.ZodNullable<z.ZodString>;
  archivedAt: z.ZodNullable<z.ZodDate>;
  history: z.ZodEnum<{
    join: "join";
    start: "start";
  }>;
  slowSeconds: z.ZodInt;
  announces: z.ZodBoolean;
}, z.core.$strip>;
type RoomSettings = z.infer<typeof RoomSettings>;
declare const Room: z.ZodObject<{
  kind: z.ZodEnum<{
    direct: "direct";
    private: "private";
    public: "public";
  }>;
  name: z.ZodNullable<z.ZodString>;
  topic: z.ZodNullable<z.ZodString>;
  archivedAt: z.ZodNullable<z.ZodDate>;
  history: z.ZodEnum<{
    join: "join";
    start: "start";
  }>;
  slowSeconds: z.ZodInt;
  announces: z.ZodBoolean;
  id: z.ZodGUID;
  createdAt: z.ZodDate;
  lastSeq: z.ZodInt;
  version: z.ZodInt;
  memberCount: z.ZodInt;
}, z.core.$strip>;
type Room = z.infer<typeof Room>;
/** A room as one person has it. `unread` is `lastMain − readMain`, so events need not carry it. */
declare const InboxRoom: z.ZodObject<{
  kind: z.ZodEnum<{
    direct: "direct";
    private: "private";
    public: "public";
  }>;
  name: z.ZodNullable<z.ZodString>;
  topic: z.ZodNullable<z.ZodString>;
  archivedAt: z.ZodNullable<z.ZodDate>;
  history: z.ZodEnum<{
    join: "join";
    start: "start";
  }>;
  slowSeconds: z.ZodInt;
  announces: z.ZodBoolean;
  id: z.ZodGUID;
  createdAt: z.ZodDate;
  lastSeq: z.ZodInt;
  version: z.ZodInt;
  memberCount: z.ZodInt;
  role: z.ZodNullable<z.ZodEnum<{
    admin: "admin";
    member: "member";
    moderator: "moderator";
    owner: "owner";
  }>>;
  unread: z.ZodInt;
  mentions: z.ZodInt;
  mentionSeqs: z.ZodArray<z.ZodInt>;
  lastReadSeq: z.ZodInt;
  visibleFromSeq: z.ZodInt;
  lastMain: z.ZodInt;
  readMain: z.ZodInt;
  readVersion: z.ZodInt;
  lastMessage: z.ZodNullable<z.ZodObject<{
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
  }, z.core.$strip>>;
  lastActivityAt: z.ZodDate;
  notify: z.ZodEnum<{
    all: "all";
    mentions: "mentions";
    none: "none";
  }>;
  favourite: z.ZodBoolean;
  mutedUntil: z.ZodNullable<z.ZodDate>;
  members: z.ZodOptional<z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>>;
}, z.core.$strip>;
type InboxRoom = z.infer<typeof InboxRoom>;
declare const RoomName: z.ZodString;
declare const Topic: z.ZodString;
declare const GetRoom: z.ZodObject<{
  roomId: z.ZodGUID;
}, z.core.$strip>;
type GetRoom = z.infer<typeof GetRoom>;
declare const ListRooms: z.ZodPrefault<z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>>;
type ListRooms = z.infer<typeof ListRooms>;
declare const InboxPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    kind: z.ZodEnum<{
      direct: "direct";
      private: "private";
      public: "public";
    }>;
    name: z.ZodNullable<z.ZodString>;
    topic: z.ZodNullable<z.ZodString>;
    archivedAt: z.ZodNullable<z.ZodDate>;
    history: z.ZodEnum<{
      join: "join";
      start: "start";
    }>;
    slowSeconds: z.ZodInt;
    announces: z.ZodBoolean;
    id: z.ZodGUID;
    createdAt: z.ZodDate;
    lastSeq: z.ZodInt;
    version: z.ZodInt;
    memberCount: z.ZodInt;
    role: z.ZodNullable<z.ZodEnum<{
      admin: "admin";
      member: "member";
      moderator: "moderator";
      owner: "owner";
    }>>;
    unread: z.ZodInt;
    mentions: z.ZodInt;
    mentionSeqs: z.ZodArray<z.ZodInt>;
    lastReadSeq: z.ZodInt;
    visibleFromSeq: z.ZodInt;
    lastMain: z.ZodInt;
    readMain: z.ZodInt;
    readVersion: z.ZodInt;
    lastMessage: z.ZodNullable<z.ZodObject<{
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
    }, z.core.$strip>>;
    lastActivityAt: z.ZodDate;
    notify: z.ZodEnum<{
      all: "all";
      mentions: "mentions";
      none: "none";
    }>;
    favourite: z.ZodBoolean;
    mutedUntil: z.ZodNullable<z.ZodDate>;
    members: z.ZodOptional<z.ZodArray<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>>;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type InboxPage = z.infer<typeof InboxPage>;
declare const DiscoverRooms: z.ZodPrefault<z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
  query: z.ZodOptional<z.ZodString>;
}, z.core.$strip>>;
type DiscoverRooms = z.infer<typeof DiscoverRooms>;
declare const DiscoveredRoom: z.ZodObject<{
  kind: z.ZodEnum<{
    direct: "direct";
    private: "private";
    public: "public";
  }>;
  name: z.ZodNullable<z.ZodString>;
  topic: z.ZodNullable<z.ZodString>;
  archivedAt: z.ZodNullable<z.ZodDate>;
  history: z.ZodEnum<{
    join: "join";
    start: "start";
  }>;
  slowSeconds: z.ZodInt;
  announces: z.ZodBoolean;
  id: z.ZodGUID;
  createdAt: z.ZodDate;
  lastSeq: z.ZodInt;
  version: z.ZodInt;
  memberCount: z.ZodInt;
  joined: z.ZodBoolean;
}, z.core.$strip>;
type DiscoveredRoom = z.infer<typeof DiscoveredRoom>;
declare const DiscoverPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    kind: z.ZodEnum<{
      direct: "direct";
      private: "private";
      public: "public";
    }>;
    name: z.ZodNullable<z.ZodString>;
    topic: z.ZodNullable<z.ZodString>;
    archivedAt: z.ZodNullable<z.ZodDate>;
    history: z.ZodEnum<{
      join: "join";
      start: "start";
    }>;
    slowSeconds: z.ZodInt;
    announces: z.ZodBoolean;
    id: z.ZodGUID;
    createdAt: z.ZodDate;
    lastSeq: z.ZodInt;
    version: z.ZodInt;
    memberCount: z.ZodInt;
    joined: z.ZodBoolean;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type DiscoverPage = z.infer<typeof DiscoverPage>;
declare const CreateRoom: z.ZodObject<{
  kind: z.ZodEnum<{
    private: "private";
    public: "public";
  }>;
  name: z.ZodString;
  topic: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type CreateRoom = z.infer<typeof CreateRoom>;
/** The others; with nobody else it is a place for one's own notes. */
declare const DirectRoom: z.ZodObject<{
  userIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strip>;
type DirectRoom = z.infer<typeof DirectRoom>;
declare const Member: z.ZodObject<{
  user: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
  role: z.ZodEnum<{
    admin: "admin";
    member: "member";
    moderator: "moderator";
    owner: "owner";
  }>;
  joinedAt: z.ZodDate;
  lastReadSeq: z.ZodNullable<z.ZodInt>;
  mutedUntil: z.ZodNullable<z.ZodDate>;
}, z.core.$strip>;
type Member = z.infer<typeof Member>;
declare const ListMembers: z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
  roomId: z.ZodGUID;
  query: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
type ListMembers = z.infer<typeof ListMembers>;
declare const MemberPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    user: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    role: z.ZodEnum<{
      admin: "admin";
      member: "member";
      moderator: "moderator";
      owner: "owner";
    }>;
    joinedAt: z.ZodDate;
    lastReadSeq: z.ZodNullable<z.ZodInt>;
    mutedUntil: z.ZodNullable<z.ZodDate>;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type MemberPage = z.infer<typeof MemberPage>;
declare const MarkRead: z.ZodObject<{
  roomId: z.ZodGUID;
  seq: z.ZodInt;
}, z.core.$strip>;
type MarkRead = z.infer<typeof MarkRead>;
declare const MarkUnread: z.ZodObject<{
  roomId: z.ZodGUID;
  fromSeq: z.ZodInt;
}, z.core.$strip>;
type MarkUnread = z.infer<typeof MarkUnread>;
declare const SetNotify: z.ZodObject<{
  roomId: z.ZodGUID;
  notify: z.ZodEnum<{
    all: "all";
    mentions: "mentions";
    none: "none";
  }>;
}, z.core.$strip>;
type SetNotify = z.infer<typeof SetNotify>;
declare const SetFavourite: z.ZodObject<{
  roomId: z.ZodGUID;
  favourite: z.ZodBoolean;
}, z.core.$strip>;
type SetFavourite = z.infer<typeof SetFavourite>;
/** What a person has read of a room, and what that leaves. */
declare const ReadState: z.ZodObject<{
  lastReadSeq: z.ZodInt;
  readMain: z.ZodInt;
  readVersion: z.ZodInt;
  unread: z.ZodInt;
  mentions: z.ZodInt;
  mentionSeqs: z.ZodArray<z.ZodInt>;
}, z.core.$strip>;
type ReadState = z.infer<typeof ReadState>;
/** What changes an inbox. Not resumable: after every `ready` but the first, refetch `rooms.list`. */
declare const InboxEvent: z.ZodDiscriminatedUnion<[z.ZodObject<{
  type: z.ZodLiteral<"ready">;
}, z.core.$strip>, z.ZodObject<{
  kind: z.ZodEnum<{
    direct: "direct";
    private: "private";
    public: "public";
  }>;
  name: z.ZodNullable<z.ZodString>;
  topic: z.ZodNullable<z.ZodString>;
  archivedAt: z.ZodNullable<z.ZodDate>;
  history: z.ZodEnum<{
    join: "join";
    start: "start";
  }>;
  slowSeconds: z.ZodInt;
  announces: z.ZodBoolean;
  type: z.ZodLiteral<"activity">;
  roomId: z.ZodGUID;
  lastSeq: z.ZodInt;
  lastMain: z.ZodInt;
  version: z.ZodInt;
  memberCount: z.ZodInt;
  lastMessage: z.ZodNullable<z.ZodObject<{
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
  }, z.core.$strip>>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"mention">;
  roomId: z.ZodGUID;
  seq: z.ZodInt;
  senderId: z.ZodGUID;
  on: z.ZodBoolean;
}, z.core.$strip>, z.ZodObject<{
  lastReadSeq: z.ZodInt;
  readMain: z.ZodInt;
  readVersion: z.ZodInt;
  unread: z.ZodInt;
  mentions: z.ZodInt;
  mentionSeqs: z.ZodArray<z.ZodInt>;
  type: z.ZodLiteral<"read">;
  roomId: z.ZodGUID;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"room">;
  room: z.ZodObject<{
    kind: z.ZodEnum<{
      direct: "direct";
      private: "private";
      public: "public";
    }>;
    name: z.ZodNullable<z.ZodString>;
    topic: z.ZodNullable<z.ZodString>;
    archivedAt: z.ZodNullable<z.ZodDate>;
    history: z.ZodEnum<{
      join: "join";
      start: "start";
    }>;
    slowSeconds: z.ZodInt;
    announces: z.ZodBoolean;
    id: z.ZodGUID;
    createdAt: z.ZodDate;
    lastSeq: z.ZodInt;
    version: z.ZodInt;
    memberCount: z.ZodInt;
    role: z.ZodNullable<z.ZodEnum<{
      admin: "admin";
      member: "member";
      moderator: "moderator";
      owner: "owner";
    }>>;
    unread: z.ZodInt;
    mentions: z.ZodInt;
    mentionSeqs: z.ZodArray<z.ZodInt>;
    lastReadSeq: z.ZodInt;
    visibleFromSeq: z.ZodInt;
    lastMain: z.ZodInt;
    readMain: z.ZodInt;
    readVersion: z.ZodInt;
    lastMessage: z.ZodNullable<z.ZodObject<{
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
    }, z.core.$strip>>;
    lastActivityAt: z.ZodDate;
    notify: z.ZodEnum<{
      all: "all";
      mentions: "mentions";
      none: "none";
    }>;
    favourite: z.ZodBoolean;
    mutedUntil: z.ZodNullable<z.ZodDate>;
    members: z.ZodOptional<z.ZodArray<z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>>;
  }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"left">;
  roomId: z.ZodGUID;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"muted">;
  roomId: z.ZodGUID;
  until: z.ZodDate;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"member">;
  roomId: z.ZodGUID;
  userId: z.ZodGUID;
  role: z.ZodOptional<z.ZodEnum<{
    admin: "admin";
    member: "member";
    moderator: "moderator";
    owner: "owner";
  }>>;
  mutedUntil: z.ZodOptional<z.ZodNullable<z.ZodDate>>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"user">;
  user: z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"block">;
  userId: z.ZodGUID;
  on: z.ZodBoolean;
  user: z.ZodOptional<z.ZodObject<{
    id: z.ZodGUID;
    username: z.ZodString;
    displayName: z.ZodString;
    avatarUrl: z.ZodNullable<z.ZodString>;
  }, z.core.$strip>>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notification">;
  notification: z.ZodObject<{
    id: z.ZodGUID;
    reason: z.ZodEnum<{
      added: "added";
      everybody: "everybody";
      mention: "mention";
      reaction: "reaction";
      reply: "reply";
    }>;
    at: z.ZodDate;
    roomId: z.ZodGUID;
    actor: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    message: z.ZodNullable<z.ZodObject<{
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
    emoji: z.ZodNullable<z.ZodString>;
    isRead: z.ZodBoolean;
  }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"unnotified">;
  roomId: z.ZodGUID;
  notificationIds: z.ZodArray<z.ZodGUID>;
  everybody: z.ZodBoolean;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notificationMessage">;
  roomId: z.ZodGUID;
  message: z.ZodObject<{
    id: z.ZodGUID;
    seq: z.ZodInt;
    sender: z.ZodObject<{
      id: z.ZodGUID;
      username: z.ZodString;
      displayName: z.ZodString;
      avatarUrl: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    body: z.ZodString;
  }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notificationsRead">;
  notificationIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"notificationsReset">;
}, z.core.$strip>, z.ZodObject<{
  rootId: z.ZodGUID;
  roomId: z.ZodGUID;
  follows: z.ZodBoolean;
  replyCount: z.ZodInt;
  readReplies: z.ZodInt;
  lastReadSeq: z.ZodInt;
  unread: z.ZodInt;
  type: z.ZodLiteral<"thread">;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"reports">;
  roomId: z.ZodGUID;
  open: z.ZodInt;
}, z.core.$strip>], "type">;
type InboxEvent = z.infer<typeof InboxEvent>;
declare const WatchInbox: z.ZodPrefault<z.ZodObject<{}, z.core.$strip>>;
declare const PresenceStatus: z.ZodEnum<{
  dnd: "dnd";
  idle: "idle";
  offline: "offline";
  online: "online";
}>;
type PresenceStatus = z.infer<typeof PresenceStatus>;
declare const PresenceOf: z.ZodObject<{
  id: z.ZodGUID;
  status: z.ZodEnum<{
    dnd: "dnd";
    idle: "idle";
    offline: "offline";
    online: "online";
  }>;
  lastSeenAt: z.ZodNullable<z.ZodDate>;
}, z.core.$strip>;
type PresenceOf = z.infer<typeof PresenceOf>;
declare const SetPresence: z.ZodObject<{
  status: z.ZodEnum<{
    dnd: "dnd";
    idle: "idle";
    online: "online";
  }>;
}, z.core.$strip>;
type SetPresence = z.infer<typeof SetPresence>;
declare const ListPresence: z.ZodObject<{
  userIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strip>;
type ListPresence = z.infer<typeof ListPresence>;
declare const WatchPresence: z.ZodUnion<readonly [z.ZodObject<{
  roomId: z.ZodGUID;
}, z.core.$strip>, z.ZodObject<{
  userIds: z.ZodArray<z.ZodGUID>;
}, z.core.$strip>]>;
type WatchPresence = z.infer<typeof WatchPresence>;
declare const PresenceEvent: z.ZodDiscriminatedUnion<[z.ZodObject<{
  type: z.ZodLiteral<"snapshot">;
  users: z.ZodArray<z.ZodObject<{
    id: z.ZodGUID;
    status: z.ZodEnum<{
      dnd: "dnd";
      idle: "idle";
      offline: "offline";
      online: "online";
    }>;
    lastSeenAt: z.ZodNullable<z.ZodDate>;
  }, z.core.$strip>>;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"change">;
  user: z.ZodObject<{
    id: z.ZodGUID;
    status: z.ZodEnum<{
      dnd: "dnd";
      idle: "idle";
      offline: "offline";
      online: "online";
    }>;
    lastSeenAt: z.ZodNullable<z.ZodDate>;
  }, z.core.$strip>;
}, z.core.$strip>], "type">;
type PresenceEvent = z.infer<typeof PresenceEvent>;
declare const WatchReceipts: z.ZodObject<{
  roomId: z.ZodGUID;
}, z.core.$strip>;
declare const Read: z.ZodObject<{
  userId: z.ZodGUID;
  seq: z.ZodInt;
}, z.core.$strip>;
type Read = z.infer<typeof Read>;
/** Who has read up to where: all of them once, then each that moves. */
declare const ReceiptEvent: z.ZodDiscriminatedUnion<[z.ZodObject<{
  type: z.ZodLiteral<"snapshot">;
  reads: z.ZodArray<z.ZodObject<{
    userId: z.ZodGUID;
    seq: z.ZodInt;
  }, z.core.$strip>>;
}, z.core.$strip>, z.ZodObject<{
  userId: z.ZodGUID;
  seq: z.ZodInt;
  type: z.ZodLiteral<"read">;
}, z.core.$strip>, z.ZodObject<{
  type: z.ZodLiteral<"hidden">;
  userId: z.ZodGUID;
}, z.core.$strip>], "type">;
type ReceiptEvent = z.infer<typeof ReceiptEvent>;
/** Of a message's thread, or of the one it is an answer in; paged as `ListMessages`. */
declare const ListThread: z.ZodObject<{
  messageId: z.ZodGUID;
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  direction: z.ZodOptional<z.ZodEnum<{
    backward: "backward";
    forward: "forward";
    newer: "newer";
    older: "older";
  }>>;
  aroundSeq: z.ZodOptional<z.ZodInt>;
  limit: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>;
type ListThread = z.infer<typeof ListThread>;
/** Its answers; `root`: what they answer, where the reader may see that. */
declare const ThreadPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
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
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
  prevCursor: z.ZodNullable<z.ZodString>;
  root: z.ZodNullable<z.ZodObject<{
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
  }, z.core.$strip>>;
}, z.core.$strip>;
type ThreadPage = z.infer<typeof ThreadPage>;
/** Where a person stands in a thread. Only compare `replyCount` and `readReplies`: both never fall. */
declare const ThreadState: z.ZodObject<{
  rootId: z.ZodGUID;
  roomId: z.ZodGUID;
  follows: z.ZodBoolean;
  replyCount: z.ZodInt;
  readReplies: z.ZodInt;
  lastReadSeq: z.ZodInt;
  unread: z.ZodInt;
}, z.core.$strip>;
type ThreadState = z.infer<typeof ThreadState>;
declare const Thread: z.ZodObject<{
  rootId: z.ZodGUID;
  roomId: z.ZodGUID;
  follows: z.ZodBoolean;
  replyCount: z.ZodInt;
  readReplies: z.ZodInt;
  lastReadSeq: z.ZodInt;
  unread: z.ZodInt;
  root: z.ZodObject<{
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
  lastReplyAt: z.ZodDate;
}, z.core.$strip>;
type Thread = z.infer<typeof Thread>;
declare const ListThreads: z.ZodPrefault<z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
}, z.core.$strip>>;
type ListThreads = z.infer<typeof ListThreads>;
/** The one that was answered in last comes first. */
declare const ThreadsPage: z.ZodObject<{
  items: z.ZodArray<z.ZodObject<{
    rootId: z.ZodGUID;
    roomId: z.ZodGUID;
    follows: z.ZodBoolean;
    replyCount: z.ZodInt;
    readReplies: z.ZodInt;
    lastReadSeq: z.ZodInt;
    unread: z.ZodInt;
    root: z.ZodObject<{
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
    lastReplyAt: z.ZodDate;
  }, z.core.$strip>>;
  nextCursor: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
type ThreadsPage = z.infer<typeof ThreadsPage>;
/** Those one follows in which something is unread: at most 1,000. */
declare const UnreadThreads: z.ZodArray<z.ZodObject<{
  rootId: z.ZodGUID;
  roomId: z.ZodGUID;
  follows: z.ZodBoolean;
  replyCount: z.ZodInt;
  readReplies: z.ZodInt;
  lastReadSeq: z.ZodInt;
  unread: z.ZodInt;
}, z.core.$strip>>;
declare const FollowThread: z.ZodObject<{
  messageId: z.ZodGUID;
  on: z.ZodBoolean;
}, z.core.$strip>;
type FollowThread = z.infer<typeof FollowThread>;
declare const MarkThreadRead: z.ZodObject<{
  messageId: z.ZodGUID;
  seq: z.ZodInt;
}, z.core.$strip>;
type MarkThreadRead = z.infer<typeof MarkThreadRead>;
/** What `rooms.watch` says of them: of one with higher counts the lower are late. */
declare const threadEvents: readonly [z.ZodObject<{
  rootId: z.ZodGUID;
  roomId: z.ZodGUID;
  follows: z.ZodBoolean;
  replyCount: z.ZodInt;
  readReplies: z.ZodInt;
  lastReadSeq: z.ZodInt;
  unread: z.ZodInt;
  type: z.ZodLiteral<"thread">;
}, z.core.$strip>];
export { UnreadNotifications as $, ListMembers as A, Quote as At, RoomKind as B, DiscoverRooms as C, GetMessage as Ct, InboxEvent as D, MessageEvent as Dt, History as E, Message as Et, MemberPage as F, Sent as Ft, Topic as G, RoomSettings as H, Notify as I, Seq as It, MarkNotificationsRead as J, WatchInbox as K, ReadState as L, WatchMessages as Lt, MarkRead as M, Reaction as Mt, MarkUnread as N, SeenBy as Nt, InboxPage as O, MessageKind as Ot, Member as P, SendMessage as Pt, UnreadNotification as Q, Role as R, saying as Rt, DiscoverPage as S, Emoji as St, GetRoom as T, ListMessages as Tt, SetFavourite as U, RoomName as V, SetNotify as W, NotificationPage as X, Notification as Y, NotificationReason as Z, PresenceStatus as _, UpdateUser as _t, Thread as a, appCodes as at, CreateRoom as b, Body as bt, ThreadsPage as c, RevokeToken as ct, Read as d, scopes as dt, notificationEvents as et, ReceiptEvent as f, DisplayName as ft, PresenceOf as g, SetAvatar as gt, PresenceEvent as h, SearchUsers as ht, MarkThreadRead as i, RateLimitDetails as it, ListRooms as j, ReactToMessage as jt, InboxRoom as k, MessagePage as kt, UnreadThreads as l, Scope as lt, ListPresence as m, Me as mt, ListThread as n, AppCode as nt, ThreadPage as o, CreateToken as ot, WatchReceipts as p, GetUser as pt, ListNotifications as q, ListThreads as r, ErrorData as rt, ThreadState as s, CreatedToken as st, FollowThread as t, Attachment as tt, threadEvents as u, TokenInfo as ut, SetPresence as v, UserRef as vt, DiscoveredRoom as w, LinkPreview as wt, DirectRoom as x, EditMessage as xt, WatchPresence as y, Username as yt, Room as z };