CREATE FUNCTION public.begin_search_progress() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      insert into search_progress (room_id) values (new.id) on conflict do nothing;
      return null;
    end $$;

CREATE FUNCTION public.doom_avatar() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      insert into doomed_files (key) values ('avatar-' || old.avatar_id) on conflict do nothing;
      return null;
    end $$;

CREATE FUNCTION public.doom_file() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      insert into doomed_files (key) values (old.id::text) on conflict do nothing;
      if old.has_thumbnail then
        insert into doomed_files (key) values (old.id::text || '-thumbnail') on conflict do nothing;
      end if;
      return null;
    end $$;

CREATE FUNCTION public.forget_search_entry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      delete from search_entries where room_id = old.room_id and at = old.created_at and seq = old.seq;
      return null;
    end $$;

CREATE TABLE public.api_tokens (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    last_used_at timestamp(3) with time zone,
    expires_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone
);

CREATE TABLE public.audit_log (
    id uuid NOT NULL,
    at timestamp(3) with time zone DEFAULT now() NOT NULL,
    actor_id uuid NOT NULL,
    act text NOT NULL,
    room_id uuid,
    target_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    ip text NOT NULL,
    user_agent text
);

CREATE TABLE public.blocks (
    user_id uuid NOT NULL,
    blocked_id uuid NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.doomed_files (
    key text NOT NULL,
    due_at timestamp(3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.email_changes (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    email text NOT NULL,
    code_hash bytea,
    tries integer DEFAULT 0 NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    confirmed_at timestamp(3) with time zone,
    CONSTRAINT email_changes_email_check CHECK ((email = lower(email)))
);

CREATE TABLE public.files (
    id uuid NOT NULL,
    uploader_id uuid NOT NULL,
    message_id uuid,
    "position" integer,
    kind text NOT NULL,
    name text NOT NULL,
    mime_type text NOT NULL,
    size integer NOT NULL,
    width integer,
    height integer,
    placeholder text,
    has_thumbnail boolean NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT files_check CHECK (((message_id IS NULL) = ("position" IS NULL))),
    CONSTRAINT files_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'file'::text])))
);

CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);

CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.link_previews (
    message_id uuid NOT NULL,
    url text NOT NULL,
    title text,
    description text,
    site_name text,
    removed_at timestamp(3) with time zone
);

CREATE TABLE public.linked_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id uuid NOT NULL,
    provider text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.login_codes (
    email text NOT NULL,
    id uuid NOT NULL,
    code_hash bytea,
    tries integer DEFAULT 0 NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    invited boolean DEFAULT false NOT NULL,
    CONSTRAINT login_codes_email_check CHECK ((email = lower(email)))
);

CREATE TABLE public.members (
    room_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    joined_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    read_seq integer DEFAULT 0 NOT NULL,
    read_main integer DEFAULT 0 NOT NULL,
    read_version integer DEFAULT 0 NOT NULL,
    seen_seq integer DEFAULT 0 NOT NULL,
    visible_from_seq integer DEFAULT 1 NOT NULL,
    notify text DEFAULT 'all'::text NOT NULL,
    muted_until timestamp(3) with time zone,
    favourite boolean DEFAULT false NOT NULL,
    last_sent_at timestamp(3) with time zone,
    joined_version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT members_notify_check CHECK ((notify = ANY (ARRAY['all'::text, 'mentions'::text, 'none'::text]))),
    CONSTRAINT members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'moderator'::text, 'member'::text])))
);

CREATE TABLE public.mentions (
    room_id uuid NOT NULL,
    seq integer NOT NULL,
    message_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    user_id uuid,
    reason text DEFAULT 'mention'::text NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    at timestamp(3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.message_edits (
    message_id uuid NOT NULL,
    body text NOT NULL,
    edited_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE public.messages (
    id uuid NOT NULL,
    room_id uuid NOT NULL,
    seq integer NOT NULL,
    main_no integer,
    version bigint NOT NULL,
    client_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    body text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    edited_at timestamp(3) with time zone,
    deleted_at timestamp(3) with time zone,
    reply_to_id uuid,
    thread_root_id uuid,
    also_to_room boolean DEFAULT false NOT NULL,
    reply_count integer DEFAULT 0 NOT NULL,
    mentions uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    pinned_at timestamp(3) with time zone,
    kind text DEFAULT 'text'::text NOT NULL,
    audience text
);

CREATE TABLE public.notification_reads (
    message_id uuid NOT NULL,
    user_id uuid NOT NULL
);

CREATE TABLE public.notifications (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    room_id uuid NOT NULL,
    reason text NOT NULL,
    actor_id uuid NOT NULL,
    message_id uuid,
    emoji text,
    at timestamp(3) with time zone DEFAULT now() NOT NULL,
    read_at timestamp(3) with time zone,
    CONSTRAINT notifications_reason_check CHECK ((reason = ANY (ARRAY['reaction'::text, 'added'::text])))
);

CREATE TABLE public.password_resets (
    id uuid NOT NULL,
    email text NOT NULL,
    token_hash bytea,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT password_resets_email_check CHECK ((email = lower(email)))
);

CREATE TABLE public.reactions (
    message_id uuid NOT NULL,
    emoji text NOT NULL,
    user_id uuid NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE public.recovery_codes (
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL
);

CREATE TABLE public.reports (
    id uuid NOT NULL,
    room_id uuid NOT NULL,
    message_id uuid NOT NULL,
    reported_by uuid NOT NULL,
    reason text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    closed_at timestamp(3) with time zone,
    closed_by uuid,
    outcome text,
    CONSTRAINT reports_check CHECK (((closed_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT reports_outcome_check CHECK ((outcome = ANY (ARRAY['resolved'::text, 'dismissed'::text])))
);

CREATE TABLE public.room_bans (
    room_id uuid NOT NULL,
    user_id uuid NOT NULL,
    banned_by uuid NOT NULL,
    reason text,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.room_invites (
    id uuid NOT NULL,
    room_id uuid NOT NULL,
    created_by uuid NOT NULL,
    code text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    expires_at timestamp(3) with time zone,
    max_uses integer,
    uses integer DEFAULT 0 NOT NULL,
    revoked_at timestamp(3) with time zone,
    CONSTRAINT room_invites_check CHECK ((uses <= max_uses)),
    CONSTRAINT room_invites_max_uses_check CHECK ((max_uses > 0))
);

CREATE TABLE public.room_mutes (
    room_id uuid NOT NULL,
    user_id uuid NOT NULL,
    until timestamp(3) with time zone NOT NULL
);

CREATE TABLE public.rooms (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text,
    topic text,
    direct_key text,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    archived_at timestamp(3) with time zone,
    last_seq integer DEFAULT 0 NOT NULL,
    last_main integer DEFAULT 0 NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    member_count integer DEFAULT 0 NOT NULL,
    deleted_at timestamp(3) with time zone,
    history text DEFAULT 'start'::text NOT NULL,
    slow_seconds integer DEFAULT 0 NOT NULL,
    announces boolean DEFAULT false NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    departures integer DEFAULT 0 NOT NULL,
    CONSTRAINT rooms_check CHECK (((kind = 'direct'::text) = (direct_key IS NOT NULL))),
    CONSTRAINT rooms_check1 CHECK (((kind = 'direct'::text) OR (name IS NOT NULL))),
    CONSTRAINT rooms_history_check CHECK ((history = ANY (ARRAY['start'::text, 'join'::text]))),
    CONSTRAINT rooms_kind_check CHECK ((kind = ANY (ARRAY['public'::text, 'private'::text, 'direct'::text]))),
    CONSTRAINT rooms_slow_seconds_check CHECK ((slow_seconds >= 0))
);

CREATE TABLE public.schema_info (
    one_row boolean DEFAULT true NOT NULL,
    min_binary text NOT NULL,
    CONSTRAINT schema_info_one_row_check CHECK (one_row)
);

CREATE TABLE public.search_entries (
    room_id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    seq integer NOT NULL,
    tokens integer[] NOT NULL
);

CREATE TABLE public.search_progress (
    room_id uuid NOT NULL,
    version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.second_factors (
    user_id uuid NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp(3) with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    key_id text
);

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    generation integer DEFAULT 1 NOT NULL,
    refresh_hash bytea NOT NULL,
    user_agent text,
    ip text,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    last_used_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    revoked_at timestamp(3) with time zone
);

CREATE TABLE public.setup_code (
    one_row boolean DEFAULT true NOT NULL,
    code_hash bytea NOT NULL,
    CONSTRAINT setup_code_one_row_check CHECK (one_row)
);

CREATE TABLE public.thread_followers (
    root_id uuid NOT NULL,
    user_id uuid NOT NULL,
    follows boolean DEFAULT true NOT NULL,
    read_seq integer DEFAULT 0 NOT NULL,
    read_replies integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.users (
    id uuid NOT NULL,
    username text NOT NULL,
    email text NOT NULL,
    email_verified_at timestamp(3) with time zone,
    display_name text NOT NULL,
    status_text text,
    password_hash text,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp(3) with time zone,
    shows_receipts boolean DEFAULT true NOT NULL,
    disabled_at timestamp(3) with time zone,
    is_admin boolean DEFAULT false NOT NULL,
    erased_at timestamp(3) with time zone,
    avatar_id uuid,
    erasing_at timestamp(3) with time zone,
    CONSTRAINT users_check CHECK (((username = lower(username)) AND (email = lower(email))))
);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_pkey PRIMARY KEY (user_id, blocked_id);

ALTER TABLE ONLY public.doomed_files
    ADD CONSTRAINT doomed_files_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.email_changes
    ADD CONSTRAINT email_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.link_previews
    ADD CONSTRAINT link_previews_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.linked_identities
    ADD CONSTRAINT linked_identities_pkey PRIMARY KEY (issuer, subject);

ALTER TABLE ONLY public.login_codes
    ADD CONSTRAINT login_codes_id_key UNIQUE (id);

ALTER TABLE ONLY public.login_codes
    ADD CONSTRAINT login_codes_pkey PRIMARY KEY (email);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (room_id, user_id);

ALTER TABLE ONLY public.message_edits
    ADD CONSTRAINT message_edits_pkey PRIMARY KEY (message_id, version);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_room_id_sender_id_client_id_key UNIQUE (room_id, sender_id, client_id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_room_id_seq_key UNIQUE (room_id, seq);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_room_id_version_key UNIQUE (room_id, version);

ALTER TABLE ONLY public.notification_reads
    ADD CONSTRAINT notification_reads_pkey PRIMARY KEY (message_id, user_id);

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.password_resets
    ADD CONSTRAINT password_resets_email_key UNIQUE (email);

ALTER TABLE ONLY public.password_resets
    ADD CONSTRAINT password_resets_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.password_resets
    ADD CONSTRAINT password_resets_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_pkey PRIMARY KEY (message_id, emoji, user_id);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_hash);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.room_bans
    ADD CONSTRAINT room_bans_pkey PRIMARY KEY (room_id, user_id);

ALTER TABLE ONLY public.room_invites
    ADD CONSTRAINT room_invites_code_key UNIQUE (code);

ALTER TABLE ONLY public.room_invites
    ADD CONSTRAINT room_invites_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.room_mutes
    ADD CONSTRAINT room_mutes_pkey PRIMARY KEY (room_id, user_id);

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_direct_key_key UNIQUE (direct_key);

ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_info
    ADD CONSTRAINT schema_info_pkey PRIMARY KEY (one_row);

ALTER TABLE ONLY public.search_entries
    ADD CONSTRAINT search_entries_pkey PRIMARY KEY (room_id, at, seq);

ALTER TABLE ONLY public.search_progress
    ADD CONSTRAINT search_progress_pkey PRIMARY KEY (room_id);

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.setup_code
    ADD CONSTRAINT setup_code_pkey PRIMARY KEY (one_row);

ALTER TABLE ONLY public.thread_followers
    ADD CONSTRAINT thread_followers_pkey PRIMARY KEY (root_id, user_id);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_username_key UNIQUE (username);

CREATE INDEX api_tokens_revoked ON public.api_tokens USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

CREATE INDEX api_tokens_user ON public.api_tokens USING btree (user_id);

CREATE INDEX audit_log_room ON public.audit_log USING btree (room_id, at, id);

CREATE INDEX doomed_files_due ON public.doomed_files USING btree (due_at);

CREATE UNIQUE INDEX email_changes_open ON public.email_changes USING btree (user_id) WHERE (confirmed_at IS NULL);

CREATE INDEX email_changes_user ON public.email_changes USING btree (user_id);

CREATE INDEX files_of_message ON public.files USING btree (message_id, "position") WHERE (message_id IS NOT NULL);

CREATE INDEX files_unsent ON public.files USING btree (uploader_id) WHERE (message_id IS NULL);

CREATE INDEX files_unsent_oldest ON public.files USING btree (created_at) WHERE (message_id IS NULL);

CREATE INDEX linked_identities_user ON public.linked_identities USING btree (user_id);

CREATE INDEX login_codes_expiry ON public.login_codes USING btree (expires_at);

CREATE INDEX members_joined ON public.members USING btree (room_id, joined_at, user_id);

CREATE INDEX members_staff ON public.members USING btree (room_id, role) WHERE (role <> 'member'::text);

CREATE INDEX members_user ON public.members USING btree (user_id);

CREATE UNIQUE INDEX mentions_everybody ON public.mentions USING btree (room_id, seq) WHERE (user_id IS NULL);

CREATE INDEX mentions_everybody_newest ON public.mentions USING btree (room_id, at DESC, message_id DESC) WHERE (user_id IS NULL);

CREATE INDEX mentions_message ON public.mentions USING btree (message_id);

CREATE INDEX mentions_newest ON public.mentions USING btree (user_id, at DESC, message_id DESC);

CREATE UNIQUE INDEX mentions_person ON public.mentions USING btree (room_id, user_id, seq) WHERE (user_id IS NOT NULL);

CREATE UNIQUE INDEX messages_main ON public.messages USING btree (room_id, main_no) WHERE (main_no IS NOT NULL);

CREATE INDEX messages_pinned ON public.messages USING btree (room_id, pinned_at DESC, id DESC) WHERE (pinned_at IS NOT NULL);

CREATE INDEX messages_thread ON public.messages USING btree (thread_root_id, seq) WHERE (thread_root_id IS NOT NULL);

CREATE INDEX notifications_newest ON public.notifications USING btree (user_id, at DESC, id DESC);

CREATE UNIQUE INDEX notifications_reaction ON public.notifications USING btree (message_id, actor_id, emoji) WHERE (message_id IS NOT NULL);

CREATE INDEX notifications_unread ON public.notifications USING btree (user_id, room_id) WHERE (read_at IS NULL);

CREATE INDEX password_resets_expiry ON public.password_resets USING btree (expires_at);

CREATE UNIQUE INDEX reports_once ON public.reports USING btree (message_id, reported_by) WHERE (closed_at IS NULL);

CREATE INDEX reports_open ON public.reports USING btree (room_id, created_at, id) WHERE (closed_at IS NULL);

CREATE INDEX room_invites_room ON public.room_invites USING btree (room_id, created_at, id);

CREATE INDEX rooms_default ON public.rooms USING btree (id) WHERE is_default;

CREATE INDEX rooms_public ON public.rooms USING btree (created_at DESC, id DESC) WHERE (kind = 'public'::text);

CREATE INDEX search_entries_tokens ON public.search_entries USING gin (tokens) WITH (gin_pending_list_limit='2048');

CREATE INDEX sessions_revoked ON public.sessions USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

CREATE INDEX sessions_user ON public.sessions USING btree (user_id);

CREATE INDEX thread_followers_person ON public.thread_followers USING btree (user_id) WHERE follows;

CREATE INDEX users_display_name ON public.users USING btree (lower(display_name) text_pattern_ops);

CREATE INDEX users_username ON public.users USING btree (username text_pattern_ops);

CREATE INDEX users_words ON public.users USING gin (to_tsvector('simple'::regconfig, display_name));

CREATE TRIGGER avatars_doomed AFTER UPDATE OF avatar_id ON public.users FOR EACH ROW WHEN (((old.avatar_id IS NOT NULL) AND (old.avatar_id IS DISTINCT FROM new.avatar_id))) EXECUTE FUNCTION public.doom_avatar();

CREATE TRIGGER files_doomed AFTER DELETE ON public.files FOR EACH ROW EXECUTE FUNCTION public.doom_file();

CREATE TRIGGER messages_gone AFTER DELETE ON public.messages FOR EACH ROW EXECUTE FUNCTION public.forget_search_entry();

CREATE TRIGGER messages_taken_back AFTER UPDATE OF deleted_at ON public.messages FOR EACH ROW WHEN ((new.deleted_at IS NOT NULL)) EXECUTE FUNCTION public.forget_search_entry();

CREATE TRIGGER rooms_searched AFTER INSERT ON public.rooms FOR EACH ROW EXECUTE FUNCTION public.begin_search_progress();

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.email_changes
    ADD CONSTRAINT email_changes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_uploader_id_fkey FOREIGN KEY (uploader_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.link_previews
    ADD CONSTRAINT link_previews_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.linked_identities
    ADD CONSTRAINT linked_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_edits
    ADD CONSTRAINT message_edits_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_thread_root_id_fkey FOREIGN KEY (thread_root_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.notification_reads
    ADD CONSTRAINT notification_reads_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_reads
    ADD CONSTRAINT notification_reads_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.second_factors(user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_bans
    ADD CONSTRAINT room_bans_banned_by_fkey FOREIGN KEY (banned_by) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_bans
    ADD CONSTRAINT room_bans_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_bans
    ADD CONSTRAINT room_bans_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_invites
    ADD CONSTRAINT room_invites_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_invites
    ADD CONSTRAINT room_invites_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_mutes
    ADD CONSTRAINT room_mutes_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.room_mutes
    ADD CONSTRAINT room_mutes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.search_progress
    ADD CONSTRAINT search_progress_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.thread_followers
    ADD CONSTRAINT thread_followers_root_id_fkey FOREIGN KEY (root_id) REFERENCES public.messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.thread_followers
    ADD CONSTRAINT thread_followers_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
