/** Every limit that a caller can run into, in one place; units are in the names or beside them. */
export const limits = {
  pageSize: 50,
  pageSizeMax: 100,
  username: { min: 3, max: 32 },
  password: { min: 10, max: 200 },
  displayName: 80,
  statusText: 140,
  roomName: 80,
  /** Oneself included. */
  directPeople: 20,
  topic: 300,
  /** Of a ban, a mute, a removal or a report. */
  reason: 300,
  slowSeconds: 6 * 60 * 60,
  inviteHours: 365 * 24,
  inviteUses: 10_000,
  /** In a larger room only moderators call everybody. */
  callRoomMembers: 50,
  /** Unread mentions of one room are counted up to here. */
  mentionsCounted: 1_000,
  /** A badge counts no further. */
  notificationsCounted: 1_000,
  /** Of one room. */
  pins: 100,
  /** What a message said before: the last ones of it. */
  wordings: 100,
  /** Threads with something unread are counted up to here. */
  threadsCounted: 1_000,
  lastRepliers: 3,
  /** In a larger room, who has seen a message is counted, not listed. */
  seenByMembers: 100,
  /** What a reader counts as characters. */
  bodyGraphemes: 4_000,
  bodyBytes: 16 * 1024,
  quoteCharacters: 200,
  /** Of one message. */
  attachments: 10,
  fileBytes: 25 * 1024 * 1024,
  fileName: 200,
  /** All frames of a picture together. */
  imagePixels: 50_000_000,
  /** Uploads of one person that wait for being sent. */
  unsentFiles: 200,
  unsentFileHours: 24,
  /** For how long one may take to send one. */
  uploadSeconds: 10 * 60,
  /** For how long, at most, a signed address of a file is good. */
  fileLinkSeconds: 5 * 60,
  /** Of the link that a preview is made of; a longer one has none. */
  previewUrl: 2_048,
  /** Characters of what a page says of itself. */
  previewTitle: 200,
  previewDescription: 300,
  previewSite: 80,
  /** Of a page, unpacked, up to the end of its head. */
  previewBytes: 512 * 1024,
  emojiBytes: 64,
  reactionsPerMessage: 20,
  reactionUsersShown: 50,
  presenceIds: 500,
  searchQuery: 200,
  /** UTF-16 units of what messages are searched for. */
  messageQuery: 300,
  /** Words of it; in scripts without spaces, characters. */
  messageQueryWords: 40,
  /** Of the excerpt of a message that is found. */
  snippetLength: 200,
  batchCalls: 20,
  frameBytes: 256 * 1024,
  /** A watcher further behind than this is told to start afresh. */
  catchUpMessages: 1_000,
  accessTokenSeconds: 15 * 60,
  refreshTokenSeconds: 7 * 24 * 60 * 60,
  tokenName: 80,
  /** API tokens that one person may have. */
  tokensPerPerson: 50,
  codeSeconds: 10 * 60,
  /** Tries that one log-in code has. */
  codeTries: 5,
  resetSeconds: 30 * 60,
  recoveryCodes: 10,
  /** How long a log-in at another provider may take. */
  oidcFlowSeconds: 10 * 60,
  typingMs: 5_000,
  /** One person's coming and going as a typist is told of at most this often in a room. */
  typingPaceMs: 2_000,
  /** Typing, and presence in large rooms, are told at most this often. */
  largeRoomPaceMs: 100,
  /** With the time it takes to notice and to tell, who has gone is offline within five seconds. */
  presenceGraceMs: 4_000,
  presenceLeaseMs: 30_000,
} as const
