import { table, talk } from '../talk.js'

const visitors = table('who | from | about', [
  'the people from the library network | Ghent | moving 40 branches to our chat',
  'a class of the technical college | Lyon | how a release is made',
  'two auditors | Zurich | where data is kept and for how long',
  'the translators of the Arabic version | Amman | wording of the settings',
  'an old customer | Osaka | offline use on ships',
])

const news = table('what | detail', [
  'The spring release is dated: the 14th | freeze on the 9th, so please land risky things this week',
  'We have a new office plant | it is taller than Jonas and needs water on Mondays',
  'The survey is closed, 91 % answered | results on Thursday, with cake',
  'Travel rules changed | trains under six hours are the default now, the form got shorter',
  'The status page has a new address | https://status.example.com, please update bookmarks',
  'Security training is due by the end of the month | 20 minutes, and this time it is actually good',
  'The kitchen is closed on Wednesday | they replace the floor; coffee is on the third floor meanwhile',
  'We signed the school district | 3,200 people from September, thanks to everyone who helped',
])

export const general = [
  talk(
    `
    a: {Good morning|Morning all|Hello from a very {wet|sunny|windy} {Porto|Rotterdam|Leipzig|Bologna}} {☀️|🌧️|👋|}
    b: {Morning!|Good morning ☕|Hey hey}
    c: {早安|Bom dia|Guten Morgen|Bonjour|おはようございます} {🙂|}
    d: {Is it only Tuesday?|Coffee first, then words.|Already on my second tea.} ++ 😂2 ☕
    `,
  ),
  talk(
    `
    a: 📣 {{what}}: {{detail}} ++ 👍4 🎉2
    b: {Great news|Thanks for telling us|Noted, thank you}
    c> {Does this go for the people abroad too?|Is there a page to link to?|Who do I ask about details?}
    a> {Yes, for everybody.|It is pinned in the handbook.|Me, any time.} ++ 🙏
    d: {🎉|👏👏|Finally!|About time 😄}
    `,
    news,
  ),
  talk(
    `
    a: {{who}} from {{from}} visit us on {Tuesday|Wednesday|Thursday}; they want to talk about {{about}}. Who has an hour?
    b: {I can do the morning|Me|Happy to}
    c: {I know them from last year, lovely people|I can show them around|Count me in for lunch} ++ ❤️
    a^ {Perfect, {b} in the morning and {c} for lunch|Thank you both, invitation follows}. ++ 👍2
    `,
    visitors,
  ),
  talk(
    `
    c: {Who is up for lunch|Lunch, anyone}? {Thinking of|What about|I fancy} the {place=noodle place|market hall|Lebanese corner|soup kitchen by the canal|taco van|dumpling bar}
    d: {Yes please|In!|12:30?} {🍜|🌮|🥙|}
    e: {Next time, I brought leftovers|Only if we are back by half past one|Save me a seat}
    c: {Leaving in five|Meet downstairs at 12:20|Got a table for {four|five}}
    d: {That was good|I ate too much|The {place} never fails} ++ 😋2
    `,
  ),
  talk(
    `
    b: Welcome {@a}, who starts today 🎉 ++ 🎉5 👋4
    a: {Thank you! Happy to be here|Thanks for the warm welcome} 😊
    c: Welcome! {Your buddy is {d}, ask anything|The wifi password is on the fridge, the good biscuits are behind the bad ones|Ask in #engineering, nobody bites}
    d: {Tour at eleven?|Coffee at ten?}
    a: {Gladly|Perfect, see you then}
    `,
  ),
  talk(
    `
    a: {Reminder|Friendly reminder}: {all hands at 15:00|time sheets by tonight|please take your bikes out of the hallway|the office closes at 18:00 today, alarm test}
    b: {Thanks, would have forgotten|On my way|Done ✅} ++ 👍
    c: {Is there a link?|I am on a train, will it be recorded?|Can I join remotely?}
    a^ {Yes, in the invitation|It is, you get it tonight|Of course} ~~ {Yes|Sure, I think so|I hope so}
    `,
  ),
  talk(
    `
    d: {Has anyone seen my|I lost my} {thing=blue bottle|headphones|notebook with the squirrel on it|charger, the small white one}?
    e: {On the windowsill in the kitchen|Under the beamer, I think|{a} had one like that in the meeting room}
    d: {Found it, thanks!|You are a hero|It was in my bag all along, sorry 🙈} ++ 😂3
    `,
  ),
  talk(
    `
    mei.lin: {大家週末愉快！|祝大家週末愉快 🌸}
    diego: {¡Buen fin de semana a todos!|¡Que descanséis!} 🎈
    chloe: {Bon week-end !|À lundi !}
    omar: {عطلة نهاية أسبوع سعيدة للجميع|أراكم يوم الأحد إن شاء الله}
    a: {Have a good one 👋|Nice weekend everybody|See you on Monday} ++ ❤️4
    `,
  ),
  talk(
    `
    b: {Weekly numbers|Friday numbers}: {1,204|1,388|1,419|1,507} teams active, {99.98|99.99|100.00} % up, {three|five|eleven} support tickets open ++ 📈3
    c: {Only {three|five}? Support is on fire (in the good way)|Up four weeks in a row|The new import helped, I guess}
    d> {Where does the number of teams come from?|Does active mean a message, or a login?}
    b> {At least one message in seven days.|One query, it is on the dashboard.} ++ 👍
    `,
  ),
  talk(
    `
    e: {Photo of the team day is on the wiki|The pictures of Saturday's hike are online} 📷 https://wiki.example.com/team-day
    a: {Why do I always blink|Great light!|{b} in the canoe 😂} ++ 😂4
    b: {We do not speak of the canoe|I was {dry|winning} until then}
    c: {Same again next year?|Next year: something without water}
    `,
  ),
]
