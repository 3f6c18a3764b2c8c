import { z } from "zod";

// ../contract/dist/pins.d.ts
declare const PinMessage: z.ZodObject<{
  messageId: z.ZodGUID;
  on: z.ZodBoolean;
}, z.core.$strip>;
type PinMessage = z.infer<typeof PinMessage>;
declare const ListPins: z.ZodObject<{
  cursor: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  limit: z.ZodDefault<z.ZodInt>;
  roomId: z.ZodGUID;
}, z.core.$strip>;
type ListPins = z.infer<typeof ListPins>;
/** What was pinned last comes first. */
declare const PinPage: z.ZodObject<{
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
}, z.core.$strip>;
type PinPage = z.infer<typeof PinPage>;
export { PinMessage as n, PinPage as r, ListPins as t };