-- rooms.list: 1
with "top" as materialized (select "r"."id" as "room_id", coalesce(n.created_at, r.created_at) as "active_at"
  from "members" as "me"
  inner join "rooms" as "r" on "r"."id" = "me"."room_id"
  left join lateral (select "m"."created_at"
  from "messages" as "m"
  where "m"."room_id" = "r"."id" and "m"."main_no" = "r"."last_main" and "m"."seq" >= "me"."visible_from_seq"
  limit $1) as "n" on true
  where "me"."user_id" = $2 and "r"."deleted_at" is null
  order by "active_at" desc, "r"."id" desc
  limit $3) select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "me"."role", "me"."joined_at", "me"."read_seq", "me"."read_main", "me"."read_version", "me"."visible_from_seq", "me"."notify", "me"."favourite", "me"."muted_until", array( select seq
  from ( select n.seq
  from mentions n
  where n.room_id = "r"."id" and n.user_id = me.user_id and n.reason = 'mention' and n.seq > me.read_seq and n.seq >= me.visible_from_seq
  union select n.seq
  from mentions n
  where n.room_id = "r"."id" and n.user_id is null and n.sender_id <> me.user_id and n.seq > me.read_seq and n.seq >= me.visible_from_seq
  order by seq desc
  limit 1000 ) newest
  order by seq) as "mention_seqs", to_jsonb(lm) as "last_message", coalesce(lm.created_at, r.created_at) as "last_activity_at", case when r.kind = 'direct' then ( select jsonb_agg(jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id)
  order by u.username)
  from members o join users u on u.id = o.user_id
  where o.room_id = r.id and o.user_id <> me.user_id) end as "others"
  from "top"
  inner join lateral (select *
  from "rooms"
  where "id" = "top"."room_id"
  limit $4) as "r" on true
  inner join lateral (select *
  from "members"
  where "room_id" = "top"."room_id" and "user_id" = $5
  limit $6) as "me" on true
  left join lateral (select *
  from (select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."room_id" = "r"."id" and "m"."main_no" is not null
  order by "m"."main_no" desc
  limit $7) as "newest"
  where newest.seq >= coalesce(me.visible_from_seq, 1)) as "lm" on true
  order by "top"."active_at" desc, "r"."id" desc;

-- rooms.byId: 2
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "me"."role", "me"."joined_at", "me"."read_seq", "me"."read_main", "me"."read_version", "me"."visible_from_seq", "me"."notify", "me"."favourite", "me"."muted_until", array( select seq
  from ( select n.seq
  from mentions n
  where n.room_id = "r"."id" and n.user_id = me.user_id and n.reason = 'mention' and n.seq > me.read_seq and n.seq >= me.visible_from_seq
  union select n.seq
  from mentions n
  where n.room_id = "r"."id" and n.user_id is null and n.sender_id <> me.user_id and n.seq > me.read_seq and n.seq >= me.visible_from_seq
  order by seq desc
  limit 1000 ) newest
  order by seq) as "mention_seqs", to_jsonb(lm) as "last_message", coalesce(lm.created_at, r.created_at) as "last_activity_at", case when r.kind = 'direct' then ( select jsonb_agg(jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id)
  order by u.username)
  from members o join users u on u.id = o.user_id
  where o.room_id = r.id and o.user_id <> me.user_id) end as "others"
  from "rooms" as "r"
  left join "members" as "me" on "me"."room_id" = "r"."id" and "me"."user_id" = $1
  left join lateral (select *
  from (select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."room_id" = "r"."id" and "m"."main_no" is not null
  order by "m"."main_no" desc
  limit $2) as "newest"
  where newest.seq >= coalesce(me.visible_from_seq, 1)) as "lm" on true
  where "r"."id" = $3;

-- rooms.members: 2
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "u"."id", "u"."username", "u"."display_name", "u"."avatar_id", "m"."role", "m"."joined_at", "m"."seen_seq", "m"."muted_until", "u"."shows_receipts"
  from "members" as "m"
  inner join "users" as "u" on "u"."id" = "m"."user_id"
  where "m"."room_id" = $1
  order by "m"."joined_at", "m"."user_id"
  limit $2;

-- rooms.members, by name: 2
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "u"."id", "u"."username", "u"."display_name", "u"."avatar_id", "m"."role", "m"."joined_at", "m"."seen_seq", "m"."muted_until", "u"."shows_receipts"
  from "members" as "m"
  inner join "users" as "u" on "u"."id" = "m"."user_id"
  where "m"."room_id" = $1 and (u.username like $2 or lower(u.display_name) like $3 or to_tsvector('simple', u.display_name) @@ to_tsquery('simple', $4))
  order by "m"."joined_at", "m"."user_id"
  limit $5;

-- rooms.markRead: 3
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "main_no"
  from "messages"
  where "room_id" = $1 and "main_no" is not null and "seq" <= $2
  order by "seq" desc
  limit $3;
with "cleared" as (update "notifications"
  set "read_at" = now()
  where "user_id" = $1 and "room_id" = $2 and "read_at" is null and not $3::boolean
  returning "id") update "members" as "me"
  set "read_seq" = greatest("read_seq", $4), "read_main" = greatest("read_main", $5), "seen_seq" = greatest("seen_seq", $6), "read_version" = "read_version" + $7
  where "room_id" = $8 and "user_id" = $9
  returning "read_seq", "read_main", "read_version", "seen_seq", array( select seq
  from ( select n.seq
  from mentions n
  where n.room_id = "me"."room_id" and n.user_id = me.user_id and n.reason = 'mention' and n.seq > me.read_seq and n.seq >= me.visible_from_seq
  union select n.seq
  from mentions n
  where n.room_id = "me"."room_id" and n.user_id is null and n.sender_id <> me.user_id and n.seq > me.read_seq and n.seq >= me.visible_from_seq
  order by seq desc
  limit 1000 ) newest
  order by seq) as "mention_seqs", array(select id
  from cleared) as "cleared", (select u.shows_receipts
  from users u
  where u.id = me.user_id) as "shows_receipts";

-- notifications.list: 1
 with mine as materialized ( select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify, r.last_seq
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = $1 and m.notify <> 'none' and true), loudest as (select mine.*
  from mine cross join lateral ( select n.at, n.message_id as id
  from mentions n
  where n.room_id = mine.room_id and n.user_id is null and coalesce(n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and "n"."sender_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $2)) and n.sender_id <> $3 and not exists ( select
  from mentions own
  where own.room_id = n.room_id and own.user_id = $4 and own.seq = n.seq), false) and true
  order by n.at desc, n.message_id desc
  limit 1) latest
  order by at desc, id desc
  limit $5), found as ( (select n.reason, n.message_id as id, n.at, n.room_id, n.sender_id as actor_id, n.message_id, null::text as emoji, n.seq <= mine.read_seq as is_read
  from mentions n cross join lateral ( select mine.*
  from ( select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify, r.last_seq
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = $6 and m.notify <> 'none' and m.room_id = n.room_id) mine
  where n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and "n"."sender_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $7)) offset 0) mine
  where n.user_id = $8 and true
  order by at desc, id desc
  limit $9)
  union all (select every.*
  from loudest mine cross join lateral ( select 'everybody' as reason, n.message_id as id, n.at, n.room_id, n.sender_id as actor_id, n.message_id, null::text as emoji, n.seq <= mine.read_seq as is_read
  from mentions n
  where n.room_id = mine.room_id and n.user_id is null and coalesce(n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and "n"."sender_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $10)) and n.sender_id <> $11 and not exists ( select
  from mentions own
  where own.room_id = n.room_id and own.user_id = $12 and own.seq = n.seq), false) and true
  order by n.at desc, n.message_id desc
  limit $13) every
  order by at desc, id desc
  limit $14)
  union all (select n.reason, n.id, n.at, n.room_id, n.actor_id, n.message_id, n.emoji, n.read_at is not null
  from notifications n cross join lateral ( select mine.*
  from ( select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify, r.last_seq
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = $15 and m.notify <> 'none' and m.room_id = n.room_id) mine
  where (mine.notify = 'all' or n.reason <> 'reaction') and coalesce((select m.seq
  from messages m
  where m.id = n.message_id), mine.visible_from_seq) >= mine.visible_from_seq and "n"."actor_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $16)) offset 0) mine
  where n.user_id = $17 and true
  order by at desc, id desc
  limit $18) ) select found.id, found.reason, found.at, found.room_id, found.emoji, found.is_read or found.reason not in ('reaction', 'added') and exists ( select
  from notification_reads d
  where d.message_id = "found"."message_id" and d.user_id = $19) as is_read, jsonb_build_object('id', a.id, 'username', a.username, 'display_name', a.display_name, 'avatar_id', a.avatar_id) as actor, case when m.id is not null then jsonb_build_object('id', m.id, 'seq', m.seq, 'body', left(coalesce(nullif("m"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "m"."id"), ''), 1600), 'sender', jsonb_build_object('id', s.id, 'username', s.username, 'display_name', s.display_name, 'avatar_id', s.avatar_id)) end as message, m.thread_root_id
  from (select *
  from found
  order by at desc, id desc
  limit $20) found join users a on a.id = found.actor_id
  left join messages m on m.id = found.message_id
  left join users s on s.id = m.sender_id
  order by at desc, id desc
  limit $21;

-- notifications.unread: 1
 with mine as materialized ( select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify, r.last_seq
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = $1 and m.notify <> 'none' and true) select id, reason, room_id, seq
  from ( select n.reason, n.message_id as id, n.at, n.room_id, n.seq
  from mine cross join lateral ( select n.*
  from mentions n
  where n.room_id = mine.room_id and n.seq > mine.read_seq and n.seq <= mine.last_seq and n.user_id = $2 offset 0) n
  where not exists ( select
  from notification_reads d
  where d.message_id = "n"."message_id" and d.user_id = $3) and n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and "n"."sender_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $4))
  union all select 'everybody', n.message_id as id, n.at, n.room_id, n.seq
  from mine cross join lateral ( select n.*
  from mentions n
  where n.room_id = mine.room_id and n.seq > mine.read_seq and n.seq <= mine.last_seq and n.user_id is null offset 0) n
  where not exists ( select
  from notification_reads d
  where d.message_id = "n"."message_id" and d.user_id = $5) and coalesce(n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and "n"."sender_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $6)) and n.sender_id <> $7 and not exists ( select
  from mentions own
  where own.room_id = n.room_id and own.user_id = $8 and own.seq = n.seq), false)
  union all select n.reason, n.id, n.at, n.room_id, null::int
  from notifications n cross join lateral ( select mine.*
  from ( select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify, r.last_seq
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = $9 and m.notify <> 'none' and m.room_id = n.room_id) mine
  where (mine.notify = 'all' or n.reason <> 'reaction') and coalesce((select m.seq
  from messages m
  where m.id = n.message_id), mine.visible_from_seq) >= mine.visible_from_seq and "n"."actor_id" <> all (array(select b.blocked_id
  from blocks b
  where b.user_id = $10)) offset 0) mine
  where n.user_id = $11 and n.read_at is null ) unread
  order by at desc, id desc
  limit 1000;

-- messages.list: 2
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."room_id" = $1 and (m.main_no is not null or m.kind <> 'text') and "m"."seq" >= $2
  order by "m"."seq" desc
  limit $3;

-- messages.byId: 2
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" = $1;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;

-- messages.search: 8
start transaction isolation level repeatable read read only;
select set_config('statement_timeout', $1, true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true);
select "m"."room_id", "m"."visible_from_seq", "r"."name", "r"."last_seq"
  from "members" as "m"
  inner join "rooms" as "r" on "r"."id" = "m"."room_id"
  where "m"."user_id" = $1 and "r"."deleted_at" is null;
 with behind as materialized ( select v.*, p.version
  from unnest($1::uuid[], $2::int[]) as v (room_id, visible_from_seq) join search_progress p on p.room_id = v.room_id join rooms r on r.id = v.room_id and r.version > p.version ) select m.room_id, m.seq, extract(epoch
  from "m"."created_at")::float8 * 1000 as at
  from behind b cross join lateral ( select room_id, seq, created_at
  from messages
  where room_id = b.room_id and version > b.version and seq >= b.visible_from_seq
  order by version desc
  limit $3 ) m
  where m.created_at >= to_timestamp($4::float8 / 1000) and m.created_at < to_timestamp($5::float8 / 1000)
  order by m.created_at desc
  limit $6;
 select v.room_id, w.*
  from unnest($1::uuid[], $2::int[], $3::float8[], $4::int[]) as v (room_id, visible_from_seq, at, seq) cross join lateral ( select counted.count::int as count, extract(epoch
  from "counted"."first")::float8 * 1000 as at, seq, found
  from ( select count(*) as count, min(at) as first, (array_agg(seq
  order by at, seq))[1] as seq, jsonb_agg(jsonb_build_object('seq', seq, 'at', extract(epoch
  from "at")::float8 * 1000)) filter (where true and tokens && $5::int[]) as found
  from ( select e.seq, e.at, e.tokens
  from search_entries e
  where e.room_id = v.room_id and (e.at, e.seq) < (to_timestamp(v.at / 1000), v.seq) and e.at >= to_timestamp($6::float8 / 1000) and e.seq >= v.visible_from_seq
  order by e.at desc, e.seq desc
  limit $7 ) e ) counted ) w
  where w.count > 0;
 select m.id, m.room_id, m.seq, m.sender_id, m.body, m.pinned_at is not null as pinned, (m.thread_root_id is not null or m.reply_count > 0) as thread, ( select jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name)
  order by f.position)
  from files f
  where f.message_id = m.id) as files, extract(epoch
  from "m"."created_at")::float8 * 1000 as at
  from unnest($1::uuid[], $2::int[]) as c (room_id, seq) join messages m on m.room_id = c.room_id and m.seq = c.seq
  where m.deleted_at is null and m.kind = 'text';
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" in ($1);
commit;

-- messages.seenBy: 3
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" = $1;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "u"."id", "u"."username", "u"."display_name", "u"."avatar_id"
  from "members" as "m"
  inner join "users" as "u" on "u"."id" = "m"."user_id"
  where "m"."room_id" = $1 and "m"."seen_seq" >= $2 and "m"."joined_at" <= $3 and "m"."user_id" != $4 and "u"."shows_receipts" = $5
  order by "u"."username";

-- messages.history: 3
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" = $1;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "body", "edited_at"
  from "message_edits"
  where "message_id" = $1
  order by "version" desc
  limit $2;

-- messages.reactions: 3
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" = $1;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "r"."emoji", "r"."version", "u"."id", "u"."username", "u"."display_name", "u"."avatar_id"
  from "reactions" as "r"
  inner join "users" as "u" on "u"."id" = "r"."user_id"
  where "r"."message_id" = $1 and "r"."version" > $2
  order by "r"."version"
  limit $3;

-- messages.thread: 3
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" = $1;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."room_id" = $1 and m.thread_root_id = $2::uuid and "m"."seq" >= $3
  order by "m"."seq" desc
  limit $4;

-- messages.pins: 2
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."room_id" = $1 and "m"."pinned_at" is not null and "m"."seq" >= $2
  order by "m"."pinned_at" desc, "m"."id" desc
  limit $3;

-- threads.list: 1
select "r"."id" as "root_id", "r"."room_id", "r"."reply_count", "f"."follows", "f"."read_seq", "f"."read_replies", "l"."at", "m"."visible_from_seq"
  from "thread_followers" as "f"
  inner join "messages" as "r" on "r"."id" = "f"."root_id"
  inner join "rooms" as "o" on "o"."id" = "r"."room_id"
  inner join "members" as "m" on "m"."room_id" = "r"."room_id" and "m"."user_id" = "f"."user_id"
  inner join lateral (select "a"."created_at" as "at"
  from "messages" as "a"
  where "a"."thread_root_id" = "r"."id"
  order by "a"."seq" desc
  limit $1) as "l" on true
  where "f"."user_id" = $2 and "f"."follows" = $3 and "o"."deleted_at" is null and "r"."seq" >= "m"."visible_from_seq"
  order by "l"."at" desc, "r"."id" desc
  limit $4;

-- threads.unread: 1
select "r"."id" as "root_id", "r"."room_id", "r"."reply_count", "f"."follows", "f"."read_seq", "f"."read_replies"
  from "thread_followers" as "f"
  inner join "messages" as "r" on "r"."id" = "f"."root_id"
  inner join "rooms" as "o" on "o"."id" = "r"."room_id"
  inner join "members" as "m" on "m"."room_id" = "r"."room_id" and "m"."user_id" = "f"."user_id"
  where "f"."user_id" = $1 and "f"."follows" = $2 and "o"."deleted_at" is null and "r"."seq" >= "m"."visible_from_seq" and "r"."reply_count" > "f"."read_replies"
  order by "r"."id" desc
  limit $3;

-- messages.send: 1
with held as materialized ( select r.id, r.last_seq, r.last_main, r.version, r.departures, case when r.kind = 'direct' and r.member_count = 2 then (select array_agg(o.user_id)
  from members o
  where o.room_id = r.id) end as pair
  from rooms r join rooms seen on seen.id = r.id and seen.version = r.version and seen.departures = r.departures
  where r.id = any($6::uuid[]) and r.deleted_at is null and r.archived_at is null and r.slow_seconds = 0
  order by r.id for no key update of r ), allowed as materialized ( select s.*, h.last_seq, h.last_main, h.version as last_version, h.departures, u.sender, u.shows_receipts, row_number() over (partition by s.room_id
  order by s.at)::int as n
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) with ordinality as s (id, room_id, sender_id, client_id, body, at) join held h on h.id = s.room_id cross join lateral ( select jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as sender, u.shows_receipts
  from users u
  where u.id = s.sender_id and u.erasing_at is null offset 0) u cross join lateral ( select
  from members m
  where m.room_id = s.room_id and m.user_id = s.sender_id and (m.muted_until is null or m.muted_until <= $7::timestamptz) offset 0) m
  left join lateral ( select k.id
  from messages k
  where k.room_id = s.room_id and k.sender_id = s.sender_id and k.client_id = s.client_id offset 0) k on true
  where k.id is null and (h.pair is null or not exists ( select
  from blocks b
  where b.user_id = any(h.pair) and b.blocked_id = any(h.pair))) ), numbered as materialized ( select id, room_id, sender_id, client_id, body, at, departures, sender, shows_receipts, last_seq + n as seq, last_main + n as main_no, last_version + n as version
  from allowed ), written as ( insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at) select id, room_id, seq, main_no, version, client_id, sender_id, body, now()
  from numbered ), counters as ( update rooms r
  set last_seq = c.seq, last_main = c.main_no, version = c.version
  from (select room_id, max(seq) as seq, max(main_no) as main_no, max(version) as version
  from numbered
  group by room_id) c
  where r.id = c.room_id ), pointers as ( select room_id, sender_id as user_id, max(seq) as seq, max(main_no) as main
  from numbered
  group by room_id, sender_id ), cleared as ( update notifications n
  set read_at = now()
  from pointers p
  where n.user_id = p.user_id and n.room_id = p.room_id and n.read_at is null
  returning n.id, n.user_id, n.room_id ), moved as ( update members m
  set read_seq = p.seq, read_main = p.main, seen_seq = p.seq, read_version = read_version + 1, last_sent_at = now()
  from pointers p
  where m.room_id = p.room_id and m.user_id = p.user_id
  returning m.room_id, m.user_id, m.read_seq, m.read_version ) select n.at::int, n.room_id, n.seq, n.main_no, n.version, now()::timestamptz(3) as now, n.sender, n.departures, m.user_id, m.read_version, n.shows_receipts, array(select c.id
  from cleared c
  where c.user_id = m.user_id and c.room_id = m.room_id) as cleared
  from numbered n
  left join moved m on m.room_id = n.room_id and m.user_id = n.sender_id and m.read_seq = n.seq
  order by n.at;

-- messages.send, calling somebody: 7
begin;
select id, kind, archived_at, last_seq, last_main, version, member_count, history, slow_seconds, announces, departures, now()::timestamptz(3) as now
  from rooms
  where id = any($1::uuid[]) and deleted_at is null
  order by id for no key update;
select u.sender, m.role, m.muted_until, m.last_sent_at, coalesce(m.visible_from_seq, 1) as visible_from_seq, k.id as known_id, u.erasing
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as s (room_id, sender_id, client_id, at) cross join lateral ( select jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as sender, u.erasing_at is not null as erasing
  from users u
  where u.id = s.sender_id offset 0) u
  left join lateral ( select m.role, m.muted_until, m.last_sent_at, m.visible_from_seq
  from members m
  where m.room_id = s.room_id and m.user_id = s.sender_id offset 0) m on true
  left join lateral ( select k.id
  from messages k
  where k.room_id = s.room_id and k.sender_id = s.sender_id and k.client_id = s.client_id offset 0) k on true
  order by s.at;
 select (w.at - 1)::int as at, u.id as user_id
  from unnest($1::uuid[], $2::text[]) with ordinality as w (room_id, name, at) join users u on u.username = w.name and u.disabled_at is null join members m on m.room_id = w.room_id and m.user_id = u.id;
with written as ( insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at, reply_to_id, thread_root_id, also_to_room, mentions, audience) select id, room_id, seq, main_no, version, client_id, sender_id, body, created_at, reply_to_id, thread_root_id, also_to_room, mentions::uuid[], audience
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::bigint[], $6::uuid[], $7::uuid[], $8::text[], $9::timestamptz[], $10::uuid[], $11::uuid[], $12::boolean[], $13::text[], $14::text[]) as w (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at, reply_to_id, thread_root_id, also_to_room, mentions, audience) ), pointers as ( select *
  from unnest($15::uuid[], $16::uuid[], $17::int[], $18::int[]) as p (room_id, user_id, seq, main) ), cleared as ( update notifications n
  set read_at = now()
  from pointers p
  where n.user_id = p.user_id and n.room_id = p.room_id and n.read_at is null
  returning n.id, n.user_id, n.room_id ), counters as ( update rooms r
  set last_seq = c.last_seq, last_main = c.last_main, version = c.version
  from unnest($19::uuid[], $20::int[], $21::int[], $22::bigint[]) as c (id, last_seq, last_main, version)
  where r.id = c.id ) update members m
  set read_seq = p.seq, read_main = p.main, seen_seq = p.seq, read_version = read_version + 1, last_sent_at = now()
  from pointers p
  where m.room_id = p.room_id and m.user_id = p.user_id
  returning m.room_id, m.user_id, m.read_seq, m.read_main, m.read_version, m.seen_seq, -- Who sends has read all that called them, up to there. '{}'::int[] as mention_seqs, array(select c.id
  from cleared c
  where c.user_id = m.user_id and c.room_id = m.room_id) as cleared, (select u.shows_receipts
  from users u
  where u.id = m.user_id) as shows_receipts;
 insert into mentions (room_id, seq, message_id, sender_id, version, at, user_id, reason) select *
  from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::uuid[], $8::text[]);
commit;

-- messages.send, in a thread: 10
begin;
select id, kind, archived_at, last_seq, last_main, version, member_count, history, slow_seconds, announces, departures, now()::timestamptz(3) as now
  from rooms
  where id = any($1::uuid[]) and deleted_at is null
  order by id for no key update;
select u.sender, m.role, m.muted_until, m.last_sent_at, coalesce(m.visible_from_seq, 1) as visible_from_seq, k.id as known_id, u.erasing
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as s (room_id, sender_id, client_id, at) cross join lateral ( select jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as sender, u.erasing_at is not null as erasing
  from users u
  where u.id = s.sender_id offset 0) u
  left join lateral ( select m.role, m.muted_until, m.last_sent_at, m.visible_from_seq
  from members m
  where m.room_id = s.room_id and m.user_id = s.sender_id offset 0) m on true
  left join lateral ( select k.id
  from messages k
  where k.room_id = s.room_id and k.sender_id = s.sender_id and k.client_id = s.client_id offset 0) k on true
  order by s.at;
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" in ($1);
 select r.id as root_id, m.user_id, f.follows, f.read_seq, f.read_replies
  from messages r cross join lateral ( select user_id
  from thread_followers
  where root_id = r.id
  union select r.sender_id
  union select unnest(r.mentions)
  union select w.user_id
  from unnest($1::uuid[], $2::uuid[]) as w (root_id, user_id)
  where w.root_id = r.id ) p join members m on m.room_id = r.room_id and m.user_id = p.user_id and m.visible_from_seq <= r.seq
  left join thread_followers f on f.root_id = r.id and f.user_id = m.user_id
  where r.id = any($3::uuid[]);
with written as ( insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at, reply_to_id, thread_root_id, also_to_room, mentions, audience) select id, room_id, seq, main_no, version, client_id, sender_id, body, created_at, reply_to_id, thread_root_id, also_to_room, mentions::uuid[], audience
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::bigint[], $6::uuid[], $7::uuid[], $8::text[], $9::timestamptz[], $10::uuid[], $11::uuid[], $12::boolean[], $13::text[], $14::text[]) as w (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at, reply_to_id, thread_root_id, also_to_room, mentions, audience) ), pointers as ( select *
  from unnest($15::uuid[], $16::uuid[], $17::int[], $18::int[]) as p (room_id, user_id, seq, main) ), cleared as ( update notifications n
  set read_at = now()
  from pointers p
  where n.user_id = p.user_id and n.room_id = p.room_id and n.read_at is null
  returning n.id, n.user_id, n.room_id ), counters as ( update rooms r
  set last_seq = c.last_seq, last_main = c.last_main, version = c.version
  from unnest($19::uuid[], $20::int[], $21::int[], $22::bigint[]) as c (id, last_seq, last_main, version)
  where r.id = c.id ) update members m
  set read_seq = p.seq, read_main = p.main, seen_seq = p.seq, read_version = read_version + 1, last_sent_at = now()
  from pointers p
  where m.room_id = p.room_id and m.user_id = p.user_id
  returning m.room_id, m.user_id, m.read_seq, m.read_main, m.read_version, m.seen_seq, -- Who sends has read all that called them, up to there. '{}'::int[] as mention_seqs, array(select c.id
  from cleared c
  where c.user_id = m.user_id and c.room_id = m.room_id) as cleared, (select u.shows_receipts
  from users u
  where u.id = m.user_id) as shows_receipts;
 insert into thread_followers (root_id, user_id, follows, read_seq, read_replies) select *
  from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::int[], $5::int[])
  on conflict (root_id, user_id) do update
  set follows = excluded.follows, read_seq = greatest(thread_followers.read_seq, excluded.read_seq), read_replies = greatest(thread_followers.read_replies, excluded.read_replies);
 update messages m
  set reply_count = m.reply_count + c.count, version = c.version
  from unnest($1::uuid[], $2::int[], $3::bigint[]) as c (id, count, version)
  where m.id = c.id;
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" in ($1);
commit;

-- threads.markRead: 4
select "m"."id", "m"."room_id", "m"."kind", "m"."seq", "m"."main_no", "m"."version", "m"."client_id", "m"."body", "m"."created_at", "m"."edited_at", "m"."deleted_at", "m"."thread_root_id", "m"."also_to_room", "m"."reply_count", "m"."mentions", "m"."audience", "m"."pinned_at", jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name, 'avatar_id', u.avatar_id) as "sender", case when q.id is not null then jsonb_build_object( 'id', q.id, 'seq', q.seq, 'body', left(coalesce(nullif("q"."body", ''), (select string_agg(name, ', '
  order by position)
  from files
  where message_id = "q"."id"), ''), 1600), 'sender', jsonb_build_object('id', qu.id, 'username', qu.username, 'display_name', qu.display_name, 'avatar_id', qu.avatar_id)) end as "quote", case when m.reply_count > 0 then ( select jsonb_agg(jsonb_build_object('id', lu.id, 'username', lu.username, 'display_name', lu.display_name, 'avatar_id', lu.avatar_id)
  order by l.seq desc)
  from ( select sender_id, max(seq) as seq
  from ( select sender_id, seq
  from messages
  where thread_root_id = m.id
  order by seq desc
  limit 20 ) latest
  group by sender_id
  order by 2 desc
  limit 3 ) l join users lu on lu.id = l.sender_id) end as "last_repliers", ( select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids)
  order by r.first)
  from ( select emoji, count(*)::int as count, min(version) as first, (array_agg(user_id
  order by version))[1:50] as user_ids
  from reactions
  where message_id = m.id
  group by emoji ) r) as "reactions", ( select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type, 'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder, 'has_thumbnail', f.has_thumbnail)
  order by f.position)
  from files f
  where f.message_id = m.id) as "attachments", ( select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description, 'site_name', p.site_name)
  from link_previews p
  where p.message_id = m.id and p.title is not null and m.deleted_at is null) as "preview"
  from "messages" as "m"
  inner join "users" as "u" on "u"."id" = "m"."sender_id"
  left join "messages" as "q" on "q"."id" = "m"."reply_to_id"
  left join "users" as "qu" on "qu"."id" = "q"."sender_id"
  where "m"."id" = $1;
select "r"."id", "r"."kind", "r"."name", "r"."topic", "r"."created_at", "r"."archived_at", "r"."last_seq", "r"."last_main", "r"."version", "r"."member_count", "r"."history", "r"."slow_seconds", "r"."announces", "m"."role", "m"."joined_at", "m"."read_seq", "m"."read_main", "m"."read_version", "m"."visible_from_seq", "m"."notify", "m"."favourite", "m"."muted_until"
  from "rooms" as "r"
  left join "members" as "m" on "m"."room_id" = "r"."id" and "m"."user_id" = $1
  where "r"."id" = $2 and "r"."deleted_at" is null;
select "r"."id" as "root_id", "r"."room_id", "r"."reply_count", "f"."follows", "f"."read_seq", "f"."read_replies"
  from "messages" as "r"
  left join "thread_followers" as "f" on "f"."root_id" = "r"."id" and "f"."user_id" = $1
  where "r"."id" = $2;
select coalesce(max(seq), 0) as "seq", count(*)::int as "count"
  from "messages"
  where "thread_root_id" = $1 and "seq" <= $2;
