import { At as Quote, D as InboxEvent, Dt as MessageEvent, Et as Message, P as Member, Q as UnreadNotification, Y as Notification, f as ReceiptEvent, g as PresenceOf, h as PresenceEvent, k as InboxRoom, kt as MessagePage, lt as Scope, mt as Me, nt as AppCode, rt as ErrorData, s as ThreadState, tt as Attachment, vt as UserRef } from "./threads.js";
import * as _$_trpc_server0 from "@trpc/server";
import { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import * as _$_trpc_server_unstable_core_do_not_import0 from "@trpc/server/unstable-core-do-not-import";
import { TRPCClient, TRPCLink } from "@trpc/client";

// ../router/dist/trpc.d.ts
/** What a procedure says of itself. */
interface Meta {
  /** What an API token needs to call it; none: it takes no API tokens. */
  scope?: Scope;
  /** Who is not logged in may call it too. */
  anybody?: true;
  /** AUTH_RATE counts its calls. */
  limited?: true;
}
/** The whole API. */
declare const appRouter: _$_trpc_server0.TRPCBuiltRouter<{
  ctx: object;
  meta: Meta;
  errorShape: {
    code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
    message: string;
    data: ErrorData;
  };
  transformer: true;
}, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
  health: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Answers with the server's time; anybody may ask. */ping: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        ok: true;
        time: Date;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  auth: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Makes an API token with the scopes given and shows it this once; a 51st is `conflict`. */createToken: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        name: string;
        scopes: string[];
        expiresAt?: Date | undefined;
      };
      output: {
        id: string;
        token: string;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists one's API tokens, not their secrets; `lastUsedAt` is to the minute. */
    listTokens: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        name: string;
        scopes: string[];
        createdAt: Date;
        lastUsedAt: Date | null;
        expiresAt: Date | null;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Ends one of one's API tokens within a second; anybody else's is `not_found`. */
    revokeToken: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        id: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Mails six digits to log in by and voids those mailed before; the answer is the same for an address of nobody, and
    * `unavailable` without mail.
    */
    requestCode: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        inviteCode?: string | undefined;
      };
      output: {
        expiresAt: Date;
        devCode?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Logs in by a mailed code, good once for 10 minutes and five tries; any other is `unauthenticated`. */
    verifyCode: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        code: string;
        totp?: string | undefined;
        inviteCode?: string | undefined;
        transport?: "body" | "cookie" | undefined;
      };
      output: {
        accessToken: string;
        expiresAt: Date;
        refreshToken: string | null;
        user: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
          email: string;
          emailVerifiedAt: Date | null;
          statusText: string | null;
          showsReceipts: boolean;
          isAdmin: boolean;
          createdAt: Date;
        };
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Mails six digits to a new address, until which everything stays; taken is `conflict`, a wrong password `invalid`.
    */
    changeEmail: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        currentPassword?: string | undefined;
      };
      output: {
        expiresAt: Date;
        devCode?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes the new address by the mailed code; a wrong or old one is `unauthenticated`. */
    confirmEmail: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        code: string;
      };
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        email: string;
        emailVerifiedAt: Date | null;
        statusText: string | null;
        showsReceipts: boolean;
        isAdmin: boolean;
        createdAt: Date;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists the providers by which one can log in; the page `/auth/oidc/{id}` leads to one. */
    providers: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        name: string;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists the providers by which one's account is known. */
    linkedProviders: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        name: string;
        linkedAt: Date;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Forgets a provider; the only way into the account is `conflict`. */
    unlinkProvider: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        provider: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Sets a new password of 10–200 characters and ends every other session; a wrong current one is `invalid`. */
    changePassword: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        currentPassword: string;
        newPassword: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Mails a link to set a new password, good for 30 minutes; the answer is the same for an address of nobody. */
    requestReset: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
      };
      output: {
        expiresAt: Date;
        devToken?: string | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Sets a password by a mailed token, good once, and ends every session; any other token is `unauthenticated`. */
    resetPassword: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        token: string;
        password: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Makes the secret of a second factor, asked for once it is confirmed; who has one already meets `conflict`. */
    setupTotp: _$_trpc_server0.TRPCMutationProcedure<{
      input: void;
      output: {
        secret: string;
        uri: string;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Turns the second factor on by a code of the app, and shows ten recovery codes this once. */
    confirmTotp: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        code: string;
      };
      output: {
        recoveryCodes: string[];
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Turns the second factor off, by a code of the app or a recovery code. */
    disableTotp: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        code: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Says what guards one's account: password, second factor, recovery codes left. */
    security: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        hasPassword: boolean;
        secondFactor: boolean;
        recoveryCodesLeft: number;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists where one is logged in, the last used first. */
    sessions: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        current: boolean;
        userAgent: string | null;
        ip: string | null;
        createdAt: Date;
        lastUsedAt: Date;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Ends one of one's sessions within a second; anybody else's is `not_found`. */
    revokeSession: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        sessionId: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Makes oneself administrator by the code that the server prints while nobody is; any other is `forbidden`. */
    claimAdmin: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        code: string;
      };
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        email: string;
        emailVerifiedAt: Date | null;
        statusText: string | null;
        showsReceipts: boolean;
        isAdmin: boolean;
        createdAt: Date;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Makes an account and logs in; taken names are `conflict`, a password that everybody uses `invalid`, too many tries
    * `rate_limited`.
    */
    register: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        email: string;
        username: string;
        password: string;
        displayName?: string | undefined;
        inviteCode?: string | undefined;
        transport?: "body" | "cookie" | undefined;
      };
      output: {
        accessToken: string;
        expiresAt: Date;
        refreshToken: string | null;
        user: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
          email: string;
          emailVerifiedAt: Date | null;
          statusText: string | null;
          showsReceipts: boolean;
          isAdmin: boolean;
          createdAt: Date;
        };
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Logs in by username or e-mail address; wrong ones are `unauthenticated`, with `details.totp` where a second factor
    * is asked for.
    */
    login: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        login: string;
        password: string;
        totp?: string | undefined;
        transport?: "body" | "cookie" | undefined;
      };
      output: {
        accessToken: string;
        expiresAt: Date;
        refreshToken: string | null;
        user: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
          email: string;
          emailVerifiedAt: Date | null;
          statusText: string | null;
          showsReceipts: boolean;
          isAdmin: boolean;
          createdAt: Date;
        };
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Spends a refresh token for the next pair, an access token of 15 minutes among it; a spent or revoked one is
    * `unauthenticated`.
    */
    refresh: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        refreshToken?: string | null | undefined;
        transport?: "body" | "cookie" | undefined;
      };
      output: {
        accessToken: string;
        expiresAt: Date;
        refreshToken: string | null;
        user: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
          email: string;
          emailVerifiedAt: Date | null;
          statusText: string | null;
          showsReceipts: boolean;
          isAdmin: boolean;
          createdAt: Date;
        };
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Ends this session, or with `everywhere` all of the person's; their sockets and feeds end. */
    logout: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        everywhere?: boolean | undefined;
      } | undefined;
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  users: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Shuts one's account until an operator opens it; a missing or wrong password or code is `invalid`. */deactivate: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        currentPassword?: string | undefined;
        totp?: string | undefined;
      } | undefined;
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Erases one's account for good, with what one said or without; a missing or wrong password or code is `invalid`. */
    erase: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        currentPassword?: string | undefined;
        totp?: string | undefined;
        messages: "delete" | "keep";
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Who one is, one's own settings among it. */
    me: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        email: string;
        emailVerifiedAt: Date | null;
        statusText: string | null;
        showsReceipts: boolean;
        isAdmin: boolean;
        createdAt: Date;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Changes one's name, status or settings; what is left out stays, a status of `null` is taken away. */
    update: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        displayName?: string | undefined;
        statusText?: string | null | undefined;
        showsReceipts?: boolean | undefined;
      };
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        email: string;
        emailVerifiedAt: Date | null;
        statusText: string | null;
        showsReceipts: boolean;
        isAdmin: boolean;
        createdAt: Date;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes an uploaded picture of one's own as one's avatar, or none; anything else is `invalid`. */
    setAvatar: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        attachmentId: string | null;
      };
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        email: string;
        emailVerifiedAt: Date | null;
        statusText: string | null;
        showsReceipts: boolean;
        isAdmin: boolean;
        createdAt: Date;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Finds a person; nobody is `not_found`. */
    byId: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        userId: string;
      };
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Finds people by the start of a username or of a word of a name, by an e-mail address only when it is whole and
    * proven; 20 unless told.
    */
    search: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        query: string;
        limit?: number | undefined;
      };
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Blocks a person: neither writes to the other in a direct room of two (`forbidden`) any more. */
    block: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        userId: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes a block back. */
    unblock: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        userId: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists whom one has blocked, by username. */
    blocked: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  rooms: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Makes a link by which people join; without hours and uses it works for ever and for everybody. */createInvite: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        expiresInHours?: number | undefined;
        maxUses?: number | undefined;
      };
      output: {
        id: string;
        code: string;
        url: string;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists the links that still work: one's own, and to moderators and above everybody's. */
    invites: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        roomId: string;
      };
      output: {
        id: string;
        code: string;
        url: string;
        createdBy: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        createdAt: Date;
        expiresAt: Date | null;
        maxUses: number | null;
        uses: number;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Ends a link, as who made it or as moderator and above. */
    revokeInvite: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        inviteId: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Shows anybody who has a code what it leads to; revoked, expired or used up is `not_found`. */
    invitePreview: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        code: string;
      };
      output: {
        room: {
          id: string;
          name: string;
          topic: string | null;
          memberCount: number;
        };
        invitedBy: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        expiresAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Joins the room of a code; revoked, expired or used up is `not_found`, banned `forbidden`. */
    acceptInvite: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        code: string;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists the reports that wait, the oldest first, to moderators and above. */
    reports: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        roomId: string;
      };
      output: {
        items: {
          id: string;
          message: {
            id: string;
            roomId: string;
            kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
            seq: number;
            version: number;
            clientId: string;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
            createdAt: Date;
            editedAt: Date | null;
            deletedAt: Date | null;
            replyTo: {
              id: string;
              seq: number;
              sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
              };
              body: string;
            } | null;
            threadRootId: string | null;
            alsoToRoom: boolean;
            replyCount: number;
            lastRepliers: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            }[];
            reactions: {
              emoji: string;
              count: number;
              userIds: string[];
            }[];
            mentions: string[];
            audience: "here" | "room" | null;
            attachments: {
              id: string;
              kind: "file" | "image";
              name: string;
              mimeType: string;
              size: number;
              width: number | null;
              height: number | null;
              url: string;
              thumbnailUrl: string | null;
              placeholder: string | null;
            }[];
            preview: {
              url: string;
              title: string;
              description: string | null;
              siteName: string | null;
            } | null;
            pinnedAt: Date | null;
          };
          reportedBy: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          } | null;
          reason: string;
          createdAt: Date;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Decides for all reports of a message, as moderator or above; deciding otherwise later is `conflict`. */
    resolveReport: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        reportId: string;
        outcome: "dismissed" | "resolved";
        deleteMessage?: boolean | undefined;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Changes the settings of a room, as admin or owner; what is left out stays. */
    update: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        name?: string | undefined;
        topic?: string | undefined;
        kind?: "private" | "public" | undefined;
        history?: "join" | "start" | undefined;
        slowSeconds?: number | undefined;
        announces?: boolean | undefined;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Makes a room read-only, as admin or owner; doing it again changes nothing. */
    archive: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Makes an archived room writable again, as admin or owner. */
    restore: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Deletes a room for everybody and for good, as its owner. */
    delete: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Puts a person into the room, as admin or owner; who is in it stays what they are, banned is `forbidden`. */
    addMember: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        userId: string;
        role?: "admin" | "member" | "moderator" | "owner" | undefined;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes somebody below oneself out of the room, as moderator or above. */
    removeMember: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        userId: string;
        reason?: string | undefined;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Gives a member another role, below one's own unless one is an owner; the last owner stays one (`conflict`). */
    setRole: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        userId: string;
        role: "admin" | "member" | "moderator" | "owner";
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Takes the voice of somebody below oneself until a time, as moderator or above; a time that is over gives it back.
    */
    muteMember: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        userId: string;
        until: Date;
        reason?: string | undefined;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes somebody below oneself out of the room and keeps them out, as moderator or above. */
    ban: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        userId: string;
        reason?: string | undefined;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lets a banned person join again, as moderator or above. */
    unban: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        userId: string;
        reason?: string | undefined;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists who is banned, the newest first, to moderators and above. */
    bans: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        roomId: string;
      };
      output: {
        items: {
          user: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          bannedBy: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          reason: string | null;
          createdAt: Date;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists what was done to the room and by whom, the newest first, to admins and owners. */
    audit: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        roomId: string;
      };
      output: {
        items: {
          id: string;
          at: Date;
          actor: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          } | null;
          act: string;
          target: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          } | null;
          details: Record<string, unknown>;
          ip: string;
          userAgent: string | null;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists one's rooms, the newest activity first; at most 100 a page. */
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
      } | undefined;
      output: {
        items: {
          kind: "direct" | "private" | "public";
          name: string | null;
          topic: string | null;
          archivedAt: Date | null;
          history: "join" | "start";
          slowSeconds: number;
          announces: boolean;
          id: string;
          createdAt: Date;
          lastSeq: number;
          version: number;
          memberCount: number;
          role: "admin" | "member" | "moderator" | "owner" | null;
          unread: number;
          mentions: number;
          mentionSeqs: number[];
          lastReadSeq: number;
          visibleFromSeq: number;
          lastMain: number;
          readMain: number;
          readVersion: number;
          lastMessage: {
            id: string;
            roomId: string;
            kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
            seq: number;
            version: number;
            clientId: string;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
            createdAt: Date;
            editedAt: Date | null;
            deletedAt: Date | null;
            replyTo: {
              id: string;
              seq: number;
              sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
              };
              body: string;
            } | null;
            threadRootId: string | null;
            alsoToRoom: boolean;
            replyCount: number;
            lastRepliers: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            }[];
            reactions: {
              emoji: string;
              count: number;
              userIds: string[];
            }[];
            mentions: string[];
            audience: "here" | "room" | null;
            attachments: {
              id: string;
              kind: "file" | "image";
              name: string;
              mimeType: string;
              size: number;
              width: number | null;
              height: number | null;
              url: string;
              thumbnailUrl: string | null;
              placeholder: string | null;
            }[];
            preview: {
              url: string;
              title: string;
              description: string | null;
              siteName: string | null;
            } | null;
            pinnedAt: Date | null;
          } | null;
          lastActivityAt: Date;
          notify: "all" | "mentions" | "none";
          favourite: boolean;
          mutedUntil: Date | null;
          members?: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[] | undefined;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists public rooms that are not archived, the newest first; `query` is looked for in name and topic. */
    discover: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        query?: string | undefined;
      } | undefined;
      output: {
        items: {
          kind: "direct" | "private" | "public";
          name: string | null;
          topic: string | null;
          archivedAt: Date | null;
          history: "join" | "start";
          slowSeconds: number;
          announces: boolean;
          id: string;
          createdAt: Date;
          lastSeq: number;
          version: number;
          memberCount: number;
          joined: boolean;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Reads a room as one has it; a private one that one is not in is `not_found`. */
    byId: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        roomId: string;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Makes a room that one owns; names have 1–80 characters, topics at most 300. */
    create: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        kind: "private" | "public";
        name: string;
        topic?: string | undefined;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * The one room of oneself and exactly these people, at most 20 together, made if it is not there yet; where one of
    * two has blocked the other, `forbidden`.
    */
    direct: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        userIds: string[];
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Joins a public room, or changes nothing when one is in it; archived is `conflict`, banned `forbidden`. */
    join: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
      };
      output: {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        id: string;
        createdAt: Date;
        lastSeq: number;
        version: number;
        memberCount: number;
        role: "admin" | "member" | "moderator" | "owner" | null;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        lastReadSeq: number;
        visibleFromSeq: number;
        lastMain: number;
        readMain: number;
        readVersion: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
        lastActivityAt: Date;
        notify: "all" | "mentions" | "none";
        favourite: boolean;
        mutedUntil: Date | null;
        members?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[] | undefined;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Leaves a room; a direct one is `conflict`, as is leaving others without an owner. */
    leave: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists the members, those who are there first; `query` is the start of a username or of words of a name. */
    members: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        roomId: string;
        query?: string | undefined;
      };
      output: {
        items: {
          user: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          role: "admin" | "member" | "moderator" | "owner";
          joinedAt: Date;
          lastReadSeq: number | null;
          mutedUntil: Date | null;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Marks the room read up to `seq`; never moves back. */
    markRead: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        seq: number;
      };
      output: {
        lastReadSeq: number;
        readMain: number;
        readVersion: number;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Marks everything from `fromSeq` on as unread. */
    markUnread: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        fromSeq: number;
      };
      output: {
        lastReadSeq: number;
        readMain: number;
        readVersion: number;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Marks all of one's rooms read. */
    markAllRead: _$_trpc_server0.TRPCMutationProcedure<{
      input: void;
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Says what of a room one is notified of: all, mentions or nothing. */
    setNotify: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        notify: "all" | "mentions" | "none";
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Puts a room among one's favourites, or takes it from them. */
    setFavourite: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        favourite: boolean;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Follows all of one's rooms at once; not resumable, so fetch `rooms.list` again after every `ready` but the first.
    */
    watch: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: Record<string, never> | undefined;
      output: AsyncIterable<{
        type: "ready";
      } | {
        kind: "direct" | "private" | "public";
        name: string | null;
        topic: string | null;
        archivedAt: Date | null;
        history: "join" | "start";
        slowSeconds: number;
        announces: boolean;
        type: "activity";
        roomId: string;
        lastSeq: number;
        lastMain: number;
        version: number;
        memberCount: number;
        lastMessage: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
      } | {
        type: "mention";
        roomId: string;
        seq: number;
        senderId: string;
        on: boolean;
      } | {
        lastReadSeq: number;
        readMain: number;
        readVersion: number;
        unread: number;
        mentions: number;
        mentionSeqs: number[];
        type: "read";
        roomId: string;
      } | {
        type: "room";
        room: {
          kind: "direct" | "private" | "public";
          name: string | null;
          topic: string | null;
          archivedAt: Date | null;
          history: "join" | "start";
          slowSeconds: number;
          announces: boolean;
          id: string;
          createdAt: Date;
          lastSeq: number;
          version: number;
          memberCount: number;
          role: "admin" | "member" | "moderator" | "owner" | null;
          unread: number;
          mentions: number;
          mentionSeqs: number[];
          lastReadSeq: number;
          visibleFromSeq: number;
          lastMain: number;
          readMain: number;
          readVersion: number;
          lastMessage: {
            id: string;
            roomId: string;
            kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
            seq: number;
            version: number;
            clientId: string;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
            createdAt: Date;
            editedAt: Date | null;
            deletedAt: Date | null;
            replyTo: {
              id: string;
              seq: number;
              sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
              };
              body: string;
            } | null;
            threadRootId: string | null;
            alsoToRoom: boolean;
            replyCount: number;
            lastRepliers: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            }[];
            reactions: {
              emoji: string;
              count: number;
              userIds: string[];
            }[];
            mentions: string[];
            audience: "here" | "room" | null;
            attachments: {
              id: string;
              kind: "file" | "image";
              name: string;
              mimeType: string;
              size: number;
              width: number | null;
              height: number | null;
              url: string;
              thumbnailUrl: string | null;
              placeholder: string | null;
            }[];
            preview: {
              url: string;
              title: string;
              description: string | null;
              siteName: string | null;
            } | null;
            pinnedAt: Date | null;
          } | null;
          lastActivityAt: Date;
          notify: "all" | "mentions" | "none";
          favourite: boolean;
          mutedUntil: Date | null;
          members?: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[] | undefined;
        };
      } | {
        type: "left";
        roomId: string;
      } | {
        type: "muted";
        roomId: string;
        until: Date;
      } | {
        type: "member";
        roomId: string;
        userId: string;
        role?: "admin" | "member" | "moderator" | "owner" | undefined;
        mutedUntil?: Date | null | undefined;
      } | {
        type: "user";
        user: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
      } | {
        type: "block";
        userId: string;
        on: boolean;
        user?: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        } | undefined;
      } | {
        type: "notification";
        notification: {
          id: string;
          reason: "added" | "everybody" | "mention" | "reaction" | "reply";
          at: Date;
          roomId: string;
          actor: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          message: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          emoji: string | null;
          isRead: boolean;
        };
      } | {
        type: "unnotified";
        roomId: string;
        notificationIds: string[];
        everybody: boolean;
      } | {
        type: "notificationMessage";
        roomId: string;
        message: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        };
      } | {
        type: "notificationsRead";
        notificationIds: string[];
      } | {
        type: "notificationsReset";
      } | {
        rootId: string;
        roomId: string;
        follows: boolean;
        replyCount: number;
        readReplies: number;
        lastReadSeq: number;
        unread: number;
        type: "thread";
      } | {
        type: "reports";
        roomId: string;
        open: number;
      }, any, any>;
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  messages: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Reads a page of the main timeline, the newest unless a cursor or `aroundSeq` says otherwise; at most 100. */list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        roomId: string;
        cursor?: string | null | undefined;
        direction?: "backward" | "forward" | "newer" | "older" | undefined;
        aroundSeq?: number | undefined;
        limit?: number | undefined;
      };
      output: {
        items: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        }[];
        nextCursor: string | null;
        prevCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Reads a message; of a room one is not in, `not_found`. */
    byId: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        messageId: string;
      };
      output: {
        id: string;
        roomId: string;
        kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
        seq: number;
        version: number;
        clientId: string;
        sender: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        body: string;
        createdAt: Date;
        editedAt: Date | null;
        deletedAt: Date | null;
        replyTo: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        } | null;
        threadRootId: string | null;
        alsoToRoom: boolean;
        replyCount: number;
        lastRepliers: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        reactions: {
          emoji: string;
          count: number;
          userIds: string[];
        }[];
        mentions: string[];
        audience: "here" | "room" | null;
        attachments: {
          id: string;
          kind: "file" | "image";
          name: string;
          mimeType: string;
          size: number;
          width: number | null;
          height: number | null;
          url: string;
          thumbnailUrl: string | null;
          placeholder: string | null;
        }[];
        preview: {
          url: string;
          title: string;
          description: string | null;
          siteName: string | null;
        } | null;
        pinnedAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Says something in a room: at most 4,000 characters and 10 files; the same `clientId` again is answered with the
    * first message, an archived room is `conflict`, too much `rate_limited`.
    */
    send: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        clientId: string;
        body: string;
        replyToId?: string | undefined;
        threadRootId?: string | undefined;
        alsoToRoom?: boolean | undefined;
        attachmentIds?: string[] | undefined;
      };
      output: {
        message: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        };
        duplicate: boolean;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Rewrites one's own message; a deleted one or an archived room is `conflict`. */
    edit: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
        body: string;
      };
      output: {
        id: string;
        roomId: string;
        kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
        seq: number;
        version: number;
        clientId: string;
        sender: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        body: string;
        createdAt: Date;
        editedAt: Date | null;
        deletedAt: Date | null;
        replyTo: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        } | null;
        threadRootId: string | null;
        alsoToRoom: boolean;
        replyCount: number;
        lastRepliers: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        reactions: {
          emoji: string;
          count: number;
          userIds: string[];
        }[];
        mentions: string[];
        audience: "here" | "room" | null;
        attachments: {
          id: string;
          kind: "file" | "image";
          name: string;
          mimeType: string;
          size: number;
          width: number | null;
          height: number | null;
          url: string;
          thumbnailUrl: string | null;
          placeholder: string | null;
        }[];
        preview: {
          url: string;
          title: string;
          description: string | null;
          siteName: string | null;
        } | null;
        pinnedAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes away what a message says, as its author or a moderator and above; its place stays. */
    delete: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
      };
      output: {
        id: string;
        roomId: string;
        kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
        seq: number;
        version: number;
        clientId: string;
        sender: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        body: string;
        createdAt: Date;
        editedAt: Date | null;
        deletedAt: Date | null;
        replyTo: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        } | null;
        threadRootId: string | null;
        alsoToRoom: boolean;
        replyCount: number;
        lastRepliers: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        reactions: {
          emoji: string;
          count: number;
          userIds: string[];
        }[];
        mentions: string[];
        audience: "here" | "room" | null;
        attachments: {
          id: string;
          kind: "file" | "image";
          name: string;
          mimeType: string;
          size: number;
          width: number | null;
          height: number | null;
          url: string;
          thumbnailUrl: string | null;
          placeholder: string | null;
        }[];
        preview: {
          url: string;
          title: string;
          description: string | null;
          siteName: string | null;
        } | null;
        pinnedAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Puts an emoji on a message or takes it away; a 21st emoji is `conflict`. */
    react: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
        emoji: string;
        on: boolean;
      };
      output: {
        id: string;
        roomId: string;
        kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
        seq: number;
        version: number;
        clientId: string;
        sender: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        body: string;
        createdAt: Date;
        editedAt: Date | null;
        deletedAt: Date | null;
        replyTo: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        } | null;
        threadRootId: string | null;
        alsoToRoom: boolean;
        replyCount: number;
        lastRepliers: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        reactions: {
          emoji: string;
          count: number;
          userIds: string[];
        }[];
        mentions: string[];
        audience: "here" | "room" | null;
        attachments: {
          id: string;
          kind: "file" | "image";
          name: string;
          mimeType: string;
          size: number;
          width: number | null;
          height: number | null;
          url: string;
          thumbnailUrl: string | null;
          placeholder: string | null;
        }[];
        preview: {
          url: string;
          title: string;
          description: string | null;
          siteName: string | null;
        } | null;
        pinnedAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Pins a message, or takes its pin away; a room takes 100 pins, and one more is `conflict`. */
    pin: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
        on: boolean;
      };
      output: {
        id: string;
        roomId: string;
        kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
        seq: number;
        version: number;
        clientId: string;
        sender: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        body: string;
        createdAt: Date;
        editedAt: Date | null;
        deletedAt: Date | null;
        replyTo: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        } | null;
        threadRootId: string | null;
        alsoToRoom: boolean;
        replyCount: number;
        lastRepliers: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        reactions: {
          emoji: string;
          count: number;
          userIds: string[];
        }[];
        mentions: string[];
        audience: "here" | "room" | null;
        attachments: {
          id: string;
          kind: "file" | "image";
          name: string;
          mimeType: string;
          size: number;
          width: number | null;
          height: number | null;
          url: string;
          thumbnailUrl: string | null;
          placeholder: string | null;
        }[];
        preview: {
          url: string;
          title: string;
          description: string | null;
          siteName: string | null;
        } | null;
        pinnedAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** What is pinned in a room, what was pinned last first. */
    pins: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        roomId: string;
      };
      output: {
        items: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** What a message said before it was edited, the oldest first; of a deleted one nothing. */
    history: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        messageId: string;
      };
      output: {
        body: string;
        editedAt: Date;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** A page of the answers in a thread, as `list`; `root` is what they answer, where the reader may see that. */
    thread: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        messageId: string;
        cursor?: string | null | undefined;
        direction?: "backward" | "forward" | "newer" | "older" | undefined;
        aroundSeq?: number | undefined;
        limit?: number | undefined;
      };
      output: {
        items: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        }[];
        nextCursor: string | null;
        prevCursor: string | null;
        root: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        } | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Who reacted to a message, in the order in which they did; with `emoji`, who with that one. */
    reactions: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        messageId: string;
        emoji?: string | undefined;
      };
      output: {
        items: {
          emoji: string;
          user: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Takes the preview of its link away from a message: its author may, and who may delete it. */
    removePreview: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
      };
      output: {
        id: string;
        roomId: string;
        kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
        seq: number;
        version: number;
        clientId: string;
        sender: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        };
        body: string;
        createdAt: Date;
        editedAt: Date | null;
        deletedAt: Date | null;
        replyTo: {
          id: string;
          seq: number;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
        } | null;
        threadRootId: string | null;
        alsoToRoom: boolean;
        replyCount: number;
        lastRepliers: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        reactions: {
          emoji: string;
          count: number;
          userIds: string[];
        }[];
        mentions: string[];
        audience: "here" | "room" | null;
        attachments: {
          id: string;
          kind: "file" | "image";
          name: string;
          mimeType: string;
          size: number;
          width: number | null;
          height: number | null;
          url: string;
          thumbnailUrl: string | null;
          placeholder: string | null;
        }[];
        preview: {
          url: string;
          title: string;
          description: string | null;
          siteName: string | null;
        } | null;
        pinnedAt: Date | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Who has read a message and lets that be seen; in a room of over 100 members only counted. */
    seenBy: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        messageId: string;
      };
      output: {
        users: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
        count: number;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Tells those who moderate of a message, again without effect while it waits; one's own, a deleted one or a note is
    * `conflict`.
    */
    report: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
        reason: string;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Finds messages in all one's rooms, or in one: words, `"phrases"`, `prefix*`, `-without`, `from:` `in:` `before:` `after:`
    * `has:` `is:`. What is wrong with `query` is `invalid` and named.
    */
    search: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
        query: string;
        roomId?: string | undefined;
      };
      output: {
        items: {
          message: {
            id: string;
            roomId: string;
            kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
            seq: number;
            version: number;
            clientId: string;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
            createdAt: Date;
            editedAt: Date | null;
            deletedAt: Date | null;
            replyTo: {
              id: string;
              seq: number;
              sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
              };
              body: string;
            } | null;
            threadRootId: string | null;
            alsoToRoom: boolean;
            replyCount: number;
            lastRepliers: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            }[];
            reactions: {
              emoji: string;
              count: number;
              userIds: string[];
            }[];
            mentions: string[];
            audience: "here" | "room" | null;
            attachments: {
              id: string;
              kind: "file" | "image";
              name: string;
              mimeType: string;
              size: number;
              width: number | null;
              height: number | null;
              url: string;
              thumbnailUrl: string | null;
              placeholder: string | null;
            }[];
            preview: {
              url: string;
              title: string;
              description: string | null;
              siteName: string | null;
            } | null;
            pinnedAt: Date | null;
          };
          snippet: string;
          highlights: [number, number][];
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
    /**
    * Follows a room, resuming behind `lastEventId` without a gap: what changed, `ready`, then what comes; `reset` says
    * to fetch afresh, after 1,000 changes missed.
    */
    watch: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        roomId: string;
        lastEventId?: string | null | undefined;
      };
      output: AsyncIterable<_$_trpc_server_unstable_core_do_not_import0.TrackedData<{
        type: "message";
        version: number;
        message: {
          id: string;
          roomId: string;
          kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
          seq: number;
          version: number;
          clientId: string;
          sender: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          body: string;
          createdAt: Date;
          editedAt: Date | null;
          deletedAt: Date | null;
          replyTo: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          alsoToRoom: boolean;
          replyCount: number;
          lastRepliers: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          }[];
          reactions: {
            emoji: string;
            count: number;
            userIds: string[];
          }[];
          mentions: string[];
          audience: "here" | "room" | null;
          attachments: {
            id: string;
            kind: "file" | "image";
            name: string;
            mimeType: string;
            size: number;
            width: number | null;
            height: number | null;
            url: string;
            thumbnailUrl: string | null;
            placeholder: string | null;
          }[];
          preview: {
            url: string;
            title: string;
            description: string | null;
            siteName: string | null;
          } | null;
          pinnedAt: Date | null;
        };
      } | {
        type: "ready";
        version: number;
      } | {
        type: "reset";
        version: number;
      }>, any, any>;
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  threads: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** The threads one follows, the one that was answered in last first. */list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
      } | undefined;
      output: {
        items: {
          rootId: string;
          roomId: string;
          follows: boolean;
          replyCount: number;
          readReplies: number;
          lastReadSeq: number;
          unread: number;
          root: {
            id: string;
            roomId: string;
            kind: "added" | "announces" | "archived" | "history" | "joined" | "left" | "removed" | "renamed" | "restored" | "slow" | "text" | "topic" | "visibility";
            seq: number;
            version: number;
            clientId: string;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
            createdAt: Date;
            editedAt: Date | null;
            deletedAt: Date | null;
            replyTo: {
              id: string;
              seq: number;
              sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
              };
              body: string;
            } | null;
            threadRootId: string | null;
            alsoToRoom: boolean;
            replyCount: number;
            lastRepliers: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            }[];
            reactions: {
              emoji: string;
              count: number;
              userIds: string[];
            }[];
            mentions: string[];
            audience: "here" | "room" | null;
            attachments: {
              id: string;
              kind: "file" | "image";
              name: string;
              mimeType: string;
              size: number;
              width: number | null;
              height: number | null;
              url: string;
              thumbnailUrl: string | null;
              placeholder: string | null;
            }[];
            preview: {
              url: string;
              title: string;
              description: string | null;
              siteName: string | null;
            } | null;
            pinnedAt: Date | null;
          };
          lastReplyAt: Date;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Those threads in which something is unread. */
    unread: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        rootId: string;
        roomId: string;
        follows: boolean;
        replyCount: number;
        readReplies: number;
        lastReadSeq: number;
        unread: number;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Where one stands in the thread of a message. */
    byId: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        messageId: string;
      };
      output: {
        rootId: string;
        roomId: string;
        follows: boolean;
        replyCount: number;
        readReplies: number;
        lastReadSeq: number;
        unread: number;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Says whether one wants to be told of the answers in a thread. */
    follow: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
        on: boolean;
      };
      output: {
        rootId: string;
        roomId: string;
        follows: boolean;
        replyCount: number;
        readReplies: number;
        lastReadSeq: number;
        unread: number;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Marks a thread read up to `seq`, with what one was told of its answers; never moves back. */
    markRead: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        messageId: string;
        seq: number;
      };
      output: {
        rootId: string;
        roomId: string;
        follows: boolean;
        replyCount: number;
        readReplies: number;
        lastReadSeq: number;
        unread: number;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  notifications: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Lists what one was told of, the newest first; at most 100 a page. */list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        cursor?: string | null | undefined;
        limit?: number | undefined;
      } | undefined;
      output: {
        items: {
          id: string;
          reason: "added" | "everybody" | "mention" | "reaction" | "reply";
          at: Date;
          roomId: string;
          actor: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
          };
          message: {
            id: string;
            seq: number;
            sender: {
              id: string;
              username: string;
              displayName: string;
              avatarUrl: string | null;
            };
            body: string;
          } | null;
          threadRootId: string | null;
          emoji: string | null;
          isRead: boolean;
        }[];
        nextCursor: string | null;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Lists what a badge counts: the newest 1,000 that are unread. */
    unread: _$_trpc_server0.TRPCQueryProcedure<{
      input: void;
      output: {
        id: string;
        reason: "added" | "everybody" | "mention" | "reaction" | "reply";
        roomId: string;
        seq: number | null;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Marks notifications read, at most 100 by id or all; those of others change nothing. */
    markRead: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        notificationIds: string[];
      } | {
        all: true;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  receipts: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Follows how far everybody has read: a snapshot, then each that moves. */watch: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        roomId: string;
      };
      output: AsyncIterable<{
        type: "snapshot";
        reads: {
          userId: string;
          seq: number;
        }[];
      } | {
        userId: string;
        seq: number;
        type: "read";
      } | {
        type: "hidden";
        userId: string;
      }, any, any>;
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  typing: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Says that one is typing, forgotten after 5 s without a word. */set: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        roomId: string;
        typing: boolean;
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Follows who is typing in a room, oneself left out: as it is, then at each change. */
    watch: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        roomId: string;
      };
      output: AsyncIterable<{
        users: {
          id: string;
          username: string;
          displayName: string;
          avatarUrl: string | null;
        }[];
      }, any, any>;
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
  presence: _$_trpc_server0.TRPCBuiltRouter<{
    ctx: object;
    meta: Meta;
    errorShape: {
      code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
      message: string;
      data: ErrorData;
    };
    transformer: true;
  }, _$_trpc_server0.TRPCDecorateCreateRouterOptions<{
    /** Says whether one is there: of this socket while it is open, over HTTP for 30 s. */set: _$_trpc_server0.TRPCMutationProcedure<{
      input: {
        status: "dnd" | "idle" | "online";
      };
      output: {
        ok: true;
      };
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Says who of at most 500 people is there. */
    list: _$_trpc_server0.TRPCQueryProcedure<{
      input: {
        userIds: string[];
      };
      output: {
        id: string;
        status: "dnd" | "idle" | "offline" | "online";
        lastSeenAt: Date | null;
      }[];
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>; /** Follows who is there, of a room or of at most 500 people: a snapshot, then each change. */
    watch: _$_trpc_server0.TRPCSubscriptionProcedure<{
      input: {
        roomId: string;
      } | {
        userIds: string[];
      };
      output: AsyncIterable<{
        type: "snapshot";
        users: {
          id: string;
          status: "dnd" | "idle" | "offline" | "online";
          lastSeenAt: Date | null;
        }[];
      } | {
        type: "change";
        user: {
          id: string;
          status: "dnd" | "idle" | "offline" | "online";
          lastSeenAt: Date | null;
        };
      }, any, any>;
      meta: Meta;
      errorShape: {
        code: -32700 | -32603 | -32600 | -32099 | -32029 | -32028 | -32022 | -32015 | -32013 | -32012 | -32009 | -32008 | -32005 | -32004 | -32003 | -32002 | -32001;
        message: string;
        data: ErrorData;
      };
    }>;
  }>>;
}>>;
type AppRouter = typeof appRouter;
interface ConnectionState {
  status: 'idle' | 'connecting' | 'open' | 'offline';
  /** How events come, or are to come: over a socket, or as event streams where no socket stays open. */
  transport: 'ws' | 'sse';
  /** When the next attempt begins, in ms since 1970; `null` while one runs. */
  retryAt: number | null;
  /** Failed attempts so far. */
  attempt: number;
}
/** A message that the server has not confirmed. */
interface Pending {
  roomId: string;
  clientId: string;
  body: string;
  replyTo: Quote | null;
  /** Of an answer in a thread. */
  threadRootId?: string;
  alsoToRoom?: boolean;
  /** Uploaded already. */
  attachments?: Attachment[];
  /** When sending began, in ms since 1970. */
  since: number;
  state: 'sending' | 'failed';
  error?: SendProblem;
}
/** Why a message was refused. */
interface SendProblem {
  appCode: AppCode;
  message: string;
  /** ISO 8601, when the sender is muted. */
  mutedUntil?: string;
  /** ISO 8601: before, it would be refused again. */
  retryAt?: string;
}
/** Where unsent messages survive a reload. One entry a message, so that tabs do not overwrite each other's. */
interface OutboxStorage {
  load: (userId: string) => Pending[];
  put: (userId: string, pending: Pending) => void;
  remove: (userId: string, clientId: string) => void;
}
declare function memoryOutbox(): OutboxStorage;
/** Keeps unsent messages in the browser under names that begin with `key`. */
declare function localStorageOutbox(key: string): OutboxStorage;
/** A value that changes over time; fits React's `useSyncExternalStore`. */
interface Store<T> {
  /** The same reference while nothing changed. */
  get: () => T;
  subscribe: (listener: () => void) => () => void;
}
interface Tokens {
  accessToken: string;
  /** `null` for API tokens, which cannot be renewed. */
  refreshToken: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
}
/** Where a client that is not a browser keeps its tokens. */
interface TokenStore {
  load: () => Tokens | null;
  save: (tokens: Tokens | null) => void;
}
declare function memoryTokens(initial?: Tokens | null): TokenStore;
type SessionState = {
  status: 'unknown' | 'signed-out';
  user: null;
} | {
  status: 'signed-in';
  user: Me;
};
/** `cookie`: the browser keeps the tokens, out of reach of scripts. `tokens`: this client keeps them. */
type Auth = {
  kind: 'cookie';
} | {
  kind: 'tokens';
  store?: TokenStore;
};
/** What went wrong with a call, as an application wants to know it. */
interface Problem {
  appCode: AppCode;
  message: string;
  /** ISO 8601, when the sender is muted. */
  mutedUntil?: string;
  retryAfterMs?: number;
}
/** Reads any error of a call. What never reached the server, or came from something in front of it, is `unavailable`. */
declare function toProblem(error: unknown): Problem;
/** Messages of the main timeline, ascending by `seq`. */
type Messages = readonly Message[];
/** A line of the timeline. */
interface Entry {
  /** `senderId:clientId`: the same before and after the server confirmed the message. */
  key: string;
  state: 'sent' | 'sending' | 'failed';
  /** Before it is confirmed: `version` 0 and the greatest possible `seq`. */
  message: Message;
  error?: SendProblem;
  /** When sending began, in ms since 1970. */
  since: number;
}
interface TimelineState {
  /** `gone`: the room is not, or no longer, for this person. */
  status: 'loading' | 'ready' | 'gone' | 'error';
  error: Pick<Problem, 'appCode' | 'message'> | null;
  /** Confirmed messages by `seq`, then one's own unconfirmed ones as they were sent. */
  entries: readonly Entry[];
  /** Of a thread: the message that it answers, where one may see it. */
  root: Entry | null;
  hasOlder: boolean;
  hasNewer: boolean;
  loadingOlder: boolean;
  loadingNewer: boolean;
  /** The last version seen. */
  version: number;
  /** How many messages arrived past the end of what is held. */
  newerCount: number;
}
interface SendOptions {
  replyTo?: Message;
  attachments?: Attachment[];
  /** In a thread: whether the room sees it too. */
  alsoToRoom?: boolean;
}
/** A room's messages, or those of a thread; live while somebody subscribes. */
interface Timeline extends Store<TimelineState> {
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  /** Brings the message with this `seq` among the entries. */
  jumpTo: (seq: number) => Promise<void>;
  /** Goes to the end; after an error or a lost membership, tries again. */
  jumpToLatest: () => Promise<void>;
  /** The entry is there when this returns its client id. */
  send: (body: string, options?: SendOptions) => string;
  retry: (clientId: string) => void;
  discard: (clientId: string) => void;
  /** Shown at once, taken back when the server refuses. Likewise `delete`, `react` and `pin`. */
  edit: (messageId: string, body: string) => Promise<void>;
  delete: (messageId: string) => Promise<void>;
  react: (messageId: string, emoji: string, on: boolean) => Promise<void>;
  pin: (messageId: string, on: boolean) => Promise<void>;
}
interface Typing {
  /** Call it at every keystroke, with `false` when the draft is sent or emptied. */
  set: (roomId: string, typing: boolean) => void;
}
interface UploadOptions {
  /** What it is called; a `File` has a name of its own. */
  name?: string;
  /** From 0 to 1. Browsers say it; elsewhere it is not called. */
  onProgress?: (sent: number) => void;
  /** Gives the upload up. */
  signal?: AbortSignal;
}
type Uploads = (file: Blob, options?: UploadOptions) => Promise<Attachment>;
/** Why an upload came to nothing; it looks like the error of a call. */
declare class UploadError extends Error {
  name: string;
  readonly data: {
    appCode: AppCode;
  };
  constructor(appCode: AppCode, message: string);
}
/** What one was told of, as far as it is held, and what of it a badge counts. */
interface Notifications {
  /** The newest first. */
  items: readonly Notification[];
  unread: readonly UnreadNotification[];
  /** What is wanted has changed: both are to be fetched again. */
  isStale: boolean;
}
/** What an event of `rooms.watch` makes of them. Applying one twice changes nothing. */
declare function reduceNotifications(held: Notifications, event: InboxEvent): Notifications;
/** What a message, as it now is, makes of what is pinned in its room: what was pinned last comes first. */
declare function reducePins(pins: readonly Message[], message: Message): readonly Message[];
/** What an event of `rooms.watch` makes of members of a room; who comes and goes is told by its `memberCount` alone. */
declare function reduceMembers(members: readonly Member[], roomId: string, event: InboxEvent): readonly Member[];
/** What an event of `rooms.watch` makes of whom one has blocked, by username. */
declare function reduceBlocked(users: readonly UserRef[], event: InboxEvent): readonly UserRef[];
/** How reachable each person is. */
type Presences = ReadonlyMap<string, PresenceOf>;
declare function reducePresence(presences: Presences, event: PresenceEvent): Presences;
/** Who has read up to which `seq`. */
type Receipts = ReadonlyMap<string, number>;
/** A late device never moves a pointer back. */
declare function reduceReceipts(reads: Receipts, event: ReceiptEvent): Receipts;
/** The rooms of an inbox, newest activity first. */
type Inbox = readonly InboxRoom[];
/** What an event makes of an inbox. Applying one twice, or one that the inbox already reflects, changes nothing. */
declare function reduceInbox(rooms: Inbox, event: InboxEvent): Inbox;
/**
 * What an event of `rooms.watch` makes of the threads with something unread. Those that were read are kept with their
 * counts: an event that was overtaken by the reading makes nothing of it unread again.
 */
declare function reduceUnreadThreads(held: readonly ThreadState[], event: InboxEvent): readonly ThreadState[];
/** Which part of the timeline a request is for: the page that replaces all others, or one at an edge. */
type Part = 'page' | 'older' | 'newer';
/** The contiguous run of a room's main timeline, or of one of its threads, that is held, and how it continues. */
interface TimelineWindow {
  /** Where the thread begins; `null`: this is the main timeline. */
  readonly rootId: string | null;
  /** The message that a thread answers, where one may see it. */
  readonly root: Message | null;
  /** Counts replacements; an answer to a request of an earlier one is dropped. */
  readonly generation: number;
  /** Whether a first page has landed. */
  readonly loaded: boolean;
  readonly messages: Messages;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
  readonly loading: Readonly<Record<Part, boolean>>;
  /** The last version seen, to resume from; `null` before the first `ready`. */
  readonly version: number | null;
  /** `seq` of what arrived past the end of a window that is not at the end of the room. */
  readonly beyond: ReadonlySet<number>;
  /** What arrived while a page was on its way: the page may have been read before it. */
  readonly aside: ReadonlyMap<string, Message>;
  /** Versions of quoted messages outside the window, so that a repeated event rewrites nothing back. */
  readonly quoted: ReadonlyMap<string, number>;
}
/** That of a thread says what it answers. */
type LandedPage = MessagePage & {
  root?: Message | null;
};
type TimelineAction = {
  type: 'event';
  event: MessageEvent;
} /** The answer to one's own call. It may be ahead of the feed, so `version` stays. */ | {
  type: 'confirmed';
  message: Message;
} | {
  type: 'renamed';
  user: UserRef;
} | {
  type: 'asked';
  part: Part;
} | {
  type: 'landed';
  part: Part;
  generation: number;
  page: LandedPage;
} | {
  type: 'failed';
  part: Part;
  generation: number;
} /** Lets go of old messages of a room that nobody looks at. */ | {
  type: 'trimmed';
  keep: number;
};
declare const emptyWindow: TimelineWindow;
declare function reduceTimeline(window: TimelineWindow, action: TimelineAction): TimelineWindow;
type RouterInputs = inferRouterInputs<AppRouter>;
type RouterOutputs = inferRouterOutputs<AppRouter>;
interface ParleyClientOptions {
  /** Origin of the server, such as `http://localhost:3000`. */
  url: string;
  /** Tokens in memory unless told otherwise. */
  auth?: Auth;
  fetch?: typeof fetch;
  WebSocket?: typeof WebSocket;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Where unsent messages are kept; in memory unless told otherwise. */
  outbox?: OutboxStorage;
}
interface ParleyClient {
  /** Every procedure, typed. */
  trpc: TRPCClient<AppRouter>;
  /** For other tRPC front ends, such as `@trpc/react-query`. */
  links: TRPCLink<AppRouter>[];
  session: Store<SessionState>;
  connection: Store<ConnectionState>;
  register: (input: Omit<RouterInputs['auth']['register'], 'transport'>) => Promise<SessionState>;
  login: (input: Omit<RouterInputs['auth']['login'], 'transport'>) => Promise<SessionState>;
  /** Enters a mailed code. The first proof of an address ends every older session, this client's as well. */
  verifyCode: (input: Omit<RouterInputs['auth']['verifyCode'], 'transport'>) => Promise<SessionState>;
  logout: (options?: {
    everywhere?: boolean;
  }) => Promise<void>;
  /** Finds out who is logged in; waits while the server cannot be reached. */
  restore: () => Promise<SessionState>;
  /** Always the same timeline for the same room. */
  room: (roomId: string) => Timeline;
  /** The same of a thread, by the message where it begins. */
  thread: (roomId: string, rootId: string) => Timeline;
  typing: Typing;
  /** Calls back with each message that a timeline is told of for the first time; returns what ends it. */
  onSaid: (listener: (message: Message) => void) => () => void;
  /** Calls back with all that the feeds of timelines bring; returns what ends it. */
  onHeard: (listener: (event: MessageEvent, roomId: string) => void) => () => void;
  /** Uploads a file, to be sent with a message. */
  upload: Uploads;
  /** Shows a renamed person by the new name in every timeline. */
  renamed: (user: UserRef) => void;
  /** Tries to connect now instead of at `retryAt`; a socket too, where there was none to be had. */
  reconnect: () => void;
  close: () => void;
}
declare function createParleyClient(options: ParleyClientOptions): ParleyClient;
export { Auth as A, ConnectionState as B, UploadOptions as C, Entry as D, TimelineState as E, Store as F, OutboxStorage as I, Pending as L, TokenStore as M, Tokens as N, Problem as O, memoryTokens as P, localStorageOutbox as R, UploadError as S, Timeline as T, AppRouter as V, reduceBlocked as _, createParleyClient as a, Notifications as b, emptyWindow as c, Inbox as d, reduceInbox as f, reducePresence as g, Presences as h, RouterOutputs as i, SessionState as j, toProblem as k, reduceTimeline as l, reduceReceipts as m, ParleyClientOptions as n, TimelineAction as o, Receipts as p, RouterInputs as r, TimelineWindow as s, ParleyClient as t, reduceUnreadThreads as u, reduceMembers as v, Typing as w, reduceNotifications as x, reducePins as y, memoryOutbox as z };