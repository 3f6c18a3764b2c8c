import { table, talk } from '../talk.js'

const incidents = table('symptom | cause | fix', [
  'uploads fail with 413 | the proxy in front still caps bodies at 1 MB | raised it to 25 MB, same as ours',
  'the nightly import runs for six hours | somebody dropped the index on ‹orders.external_id› | index is back, it takes four minutes again',
  'search returns nothing for Japanese names | the tokenizer treats a run of kanji as one word | switched to bigrams for scripts without spaces',
  'sockets drop every 60 seconds | the load balancer idles them out before our ping | ping is at 25 s now, timeout at 120',
  'memory climbs until the pod is killed | listeners are added at every reconnect and never removed | one ‹AbortSignal› per socket ends them all',
  'half the e-mails arrive twice | the job is retried although the mail went out, only the ack timed out | the provider gets an idempotency key now',
  "the invoice page shows yesterday's totals | the cache key has the date in UTC and the page asks in local time | both use the account's time zone",
  'login is slow, 3 s at the median | password hashing runs with the parameters of the batch job | 19 MiB and two passes, 40 ms now',
  'CI is red on main and green on the branch | two migrations got the same number | renumbered the later one, and there is a check for it',
  'the export has rows out of order | we sort by ‹created_at› and ten rows share a millisecond | sorted by the id as well',
  'p99 doubled after the deploy | the new query fetches the avatar per row | one join instead of fifty queries',
  'webhooks are refused as "signature invalid" | we sign the parsed body, not the raw one | we keep the raw bytes until it is checked',
])

const questions = table('how | answer | link', [
  'cancel a fetch when the component goes away | pass ‹signal› from the query function, the library aborts it for you | https://developer.mozilla.org/en-US/docs/Web/API/AbortController',
  'find out which query is slow | ‹explain (analyze, buffers)› and look for the node with the most rows removed by filter | https://www.postgresql.org/docs/current/using-explain.html',
  'run only one test file | give its name after the two dashes | https://vitest.dev/guide/cli.html',
  'get a stable sort on a page of results | order by the time and then the id, and put both into the cursor | https://use-the-index-luke.com/no-offset',
  'undo a commit that is already pushed | ‹git revert›, never a force-push on main | https://git-scm.com/docs/git-revert',
  'keep two tabs from refreshing the token at once | ‹navigator.locks.request("refresh", …)› is made for this | https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API',
  'split a string into what people see as characters | ‹Intl.Segmenter›, not ‹length› and not spread | https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Intl/Segmenter',
  'lock rows without deadlocks | always lock them in the same order, ours is by id | https://www.postgresql.org/docs/current/explicit-locking.html',
  'type an event union exhaustively | ‹switch› on the tag and assign the rest to ‹never› in the default | https://www.typescriptlang.org/docs/handbook/2/narrowing.html',
  'see what really goes over the socket | the network panel has a Messages tab once you click the 101 | https://developer.chrome.com/docs/devtools/network/reference',
])

const reviews = table('change | doubt | settled', [
  'cursor pagination for the audit log | what if two entries share a timestamp? | the cursor carries the id too, test added',
  'the retry with backoff | no jitter: after an outage they all come back in the same second | full jitter, 1 to 5 s',
  'moving uploads off the request thread | what does the client see meanwhile? | a 202 with a place to ask, and the bar stays',
  'dropping the legacy session table | some old cookies still point there | they get a clean logout; release note written',
  'the new permission checks | the list endpoint still leaks the name of a private project | filtered in the query, and a test that fails without it',
  'upgrading the date library | it changes what Monday means in ‹startOfWeek› | pinned the locale, the snapshot agrees',
  'the rate limiter | counts per process, we run four | moved the bucket to Redis, one Lua script',
  'feature flags from the database | a read per request? | cached for five seconds, invalidated on write',
  'structured logs everywhere | please do not log the whole request, there are tokens in it | redacted by path, with a test',
  'draft autosave | two devices, who wins? | the newer one, and the older text stays in the history',
])

const benches = table('what | before | after | why', [
  'rendering the timeline | 48 ms a keystroke | 3 ms | the composer no longer re-renders the list',
  'the inbox query | 210 ms | 9 ms | a lateral join instead of a window over everything',
  'cold start | 4.1 s | 1.6 s | the schemas are compiled lazily now',
  'the bundle | 612 KB | 244 KB | one date library instead of three',
  'fan-out to 5,000 sockets | 520 ms | 61 ms | we serialise once, not once per socket',
  'the test suite | 6 min | 1 min 50 s | a template database, cloned per file',
])

export const engineering = [
  talk(
    `
    a: {Anyone else seeing this|Something is off|Heads-up}: {{symptom}} {on staging|in production|since this morning}
    b: {Yes, here too|Confirmed|Same here, thought it was me}. {Looking.|I can take it.|Started around nine.}
    c: {Anything in the logs?|What changed yesterday?|Is it all of them or a few?}
    b: {Nothing obvious|A lot of noise, one sec|Every third request or so} {🤔|}
    b: Got it. {{cause}} ++ 👀2
    a: {Ouch.|Oh no 😅|That explains a lot.|How did this ever work.}
    c: {Can we roll back?|Is there a quick way out?|Do we need to tell support?}
    b: {No need|Fix is small|Already on it}: {{fix}}. {PR is up|Deploying now|Out in five minutes}
    a: {Back to normal here|Confirmed, works|Graphs look right again}. {Thanks {b}!|Nice and quick 🙏|Well found.} ++ 🎉3 🙏2
    c> {Could we have a test for this?|Let us write down how we found it.|Worth two lines in the runbook.}
    b> {Done, fails without the fix.|Good idea, will do after lunch.|It is in the same PR.} ++ 👍
    `,
    incidents,
  ),
  talk(
    `
    d: Stupid question: how do I {{how}}?
    e^ {Not stupid at all|We all asked that once}. {{answer}}
    e: {{link}} ++ 👍2
    d: {Ah! That simple.|Exactly what I needed, thanks.|I was about to write thirty lines for this 😂} ++ 😂
    a: {Adding it to the onboarding notes.|We should put this into the docs.|I learned something too.}
    `,
    questions,
  ),
  talk(
    `
    a: {Could somebody review|I need a second pair of eyes on|Ready for review:} {{change}}? {It is smaller than it looks|About 200 lines, half of them tests|No hurry, today would be nice}
    b: {On it|Me, in ten minutes|Looking now} ++ 🙏
    b^ One doubt: {{doubt}} ~~ One doubt: {{doubt}}?
    a: {Good catch|Hm, right|You are right, I missed that}. {Give me an hour|Let me think|On it}
    a: {Settled|Pushed}: {{settled}}
    b: {Approved ✅|LGTM, ship it 🚢|Much better. Approved.} ++ 🚀2
    `,
    reviews,
  ),
  talk(
    `
    c: {Small win|Numbers of the day|Look at this}: {{what}} went from {{before}} to {{after}} ++ 🚀4 🎉2
    d: {Wow|Nice!|That is a factor I like}. How?
    c^ {{why}}. {The flame graph was one tall tower|Ten lines in the end|Mostly deleting code}
    e: {Deleting code is the best code|Measured on what?|Same here on my machine, confirmed} {🔥|}
    `,
    benches,
  ),
  talk(
    `
    b: {Standup|Daily}, written since half of us are on trains:
    a: Yesterday: {the export job|the flaky socket test|reviews}. Today: {docs for the export|pairing with {c}|the rest of the import}. {Nothing blocks me|Waiting for the staging data}
    c: Yesterday {two interviews and a bit of CSS|the upgrade to the new driver|mostly on call}. Today {finishing that|the load test|clearing my review queue}
    d: {Migration dry run went well, 38 s for 12 million rows|Rate limits are in, off by default|I am chasing the last failing browser test}. {Today: the real one, after lunch|Today: turning them on for us|If it beats me by noon I ask for help}
    b: {Thanks all|Good. Ping me for anything|Thank you, no meeting needed then 🎉} ++ 👍3
    `,
  ),
  talk(
    `
    d: Why does this print ‹3› and not ‹1›?
    d: '''js¶const flag = '🇳🇱'¶console.log([...flag].length, flag.length)¶'''
    e^ it prints 2 and 4, you ran the family emoji 😄 ++ 😂3
    d: oh. I did 🤦
    a: Use a segmenter:¶'''ts¶const count = [...new Intl.Segmenter().segment(text)].length¶'''
    d: {Counts 1. Thank you!|1. Finally a sane number}
    `,
  ),
  talk(
    `
    a: {Deploy|Release} {name=2.14|2.15|2.16|2.17|2.18|2.19} is going out {now|in ten minutes|after the backup}
    b: {Holding merges|Watching the graphs|Errors flat so far} 👀
    a: {Half of the fleet is on {name}|Canary looks good, going on|Ten per cent, then the rest}
    c: {p95 unchanged|Latency even went down a bit|Nothing in the error tracker}
    a: {name} is everywhere. {Thanks for watching|Release notes are in #general|Merges open again} ++ 🚀3 ✅
    b! and the rollback command is still in my clipboard, phew
    `,
  ),
  talk(
    `
    yuki: 昨日のリリースの後、検索が少し遅い気がします。{他の人はどうですか？|気のせいでしょうか。}
    mei.lin: {我這邊也是，大概 400 ms。|對，我也注意到了。} Slow here as well, 400 ms
    yuki: {インデックスを見てみます。|ログを確認します。少し待ってください。}
    a: Is it only for CJK queries, or everything?
    yuki^ {CJK だけです。バイグラムのインデックスがまだ作成中でした。|Only CJK: the bigram index was still being built}
    mei.lin: 現在好了，謝謝 🙏 ++ 🙏2 🎉
    `,
  ),
  talk(
    `
    omar: صباح الخير، هل يمكن لأحد أن يراجع ترجمة شاشة الدخول؟ {النص يظهر من اليسار إلى اليمين.|علامات الترقيم في الجهة الخطأ.}
    a: {I can test it|Give me a minute}. Right-to-left needs ‹dir="auto"› on the message body
    omar^ {تمام، هذا هو السبب.|نعم، الآن يظهر بشكل صحيح.} شكراً! ++ 👍2
    b: Looks right in {Firefox and Chromium|Safari too} now ✅
    `,
  ),
  talk(
    `
    e: On call handover: {quiet week, two pages, both the same disk alert|one page at 3 am, false alarm, threshold raised|nothing at all, I am almost disappointed}
    a: {Taking over|I have the pager now}. Anything that smells?
    e: {Keep an eye on the queue, it was at 4k on Tuesday|The certificate of the staging host ends in nine days|The backup took twice as long on Sunday}
    a> {Ticket made.|On my list, thanks.|I had a look: it was the vacuum.} ++ 🙏
    `,
  ),
  talk(
    `
    b: {Opinion wanted|Quick poll}: {topic=tabs of the settings page as routes or as state|feature folders or layer folders|one big migration or five small ones|retries in the client or in the gateway}?
    c: {The first, without a doubt|First one. I lost an afternoon to the other|I would start with the first and see} ++ 👍2
    d: {The second ages better, in my experience|Depends on who maintains it in a year|Second, but I would not fight for it}
    e: {Whatever we pick, write down why|Can we try it on one page first?|The one that is easier to delete} ++ 💯3
    b: {OK: the first, and I note the reasons|Then a small trial this week, and we decide on Friday|Sold. Decision record is up for review}
    `,
  ),
]
