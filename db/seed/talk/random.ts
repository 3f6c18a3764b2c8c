import { table, talk } from '../talk.js'

const dishes = table('dish | trick', [
  'focaccia | 80 % water and a whole night in the fridge',
  'ramen eggs | six and a half minutes, then straight into ice',
  'dal | the garlic goes in at the very end, in hot ghee',
  'shakshuka | roast the peppers first, takes ten minutes more',
  'kimchi | less salt than you think and more patience',
  'tortilla de patatas | onion, obviously, and never well done',
  'semlor | cardamom ground by hand, it makes all the difference',
  'tabbouleh | more parsley than bulgur, my grandmother insists',
])

const trips = table('place | tip', [
  'Lisbon | take the ferry to Cacilhas in the evening, it costs nothing and the light is unreal',
  'Kyoto | be at Fushimi Inari before seven, you have it for yourself',
  'Ljubljana | rent a bike and go to the marshes',
  'Valencia | paella at lunch, never at dinner',
  'Tainan | eat six small breakfasts instead of one',
  "Beirut | walk the corniche at sunset, then ka'ak from a cart",
  'the Harz | the steam train is slow, which is the point',
  'Bergen | bring two rain jackets',
])

const pets = table('pet | deed', [
  'the cat | sat on the keyboard and archived a project',
  'our dog | has learned to open the fridge',
  'the parrot | answers the door bell before I do, with my voice',
  "the neighbour's cat | has moved in, it seems nobody asked us",
  'the tortoise | escaped. Took us two hours, it had made four metres',
  'the puppy | ate a return slip, so now we own a lamp',
])

export const random = [
  talk(
    `
    a: {Made|Tried to make|Third attempt at} {{dish}} {yesterday|at the weekend|last night} 🍽️
    b: {And?|Photo or it did not happen|Oh, how did it go?}
    a: {Honestly great|Edible!|The smoke alarm liked it} ++ 😂2 😋
    c^ The trick: {{trick}} ++ 🔥2
    d: {Noted|Copying that|You all make me hungry, and it is half past ten}
    `,
    dishes,
  ),
  talk(
    `
    c: {Going to|Off to|Has anyone been to} {{place}} {next month|in spring|over the long weekend}{, any tips?|! Tips welcome|}
    d^ Oh yes! {{tip}} ++ ❤️2
    e: {+1|This|So true}, and {skip the museum shop|go on a weekday|take the slow train}
    c: {You are the best|Thank you, list is growing 📝|Booked!} 🧳
    `,
    trips,
  ),
  talk(
    `
    b: {Breaking news|News from home}: {{pet}} {{deed}} ++ 😂4
    c: {😂😂|I cannot|Best thing today}
    a: {Give it a raise|Sounds like our last sprint|Hire that animal} ++ 💯2
    d: {Photo please!|More of this content|How is it now?}
    b: {Proud of itself|Asleep, as if nothing had happened|Planning the next one, I can see it}
    `,
    pets,
  ),
  talk(
    `
    d: Is anyone else {watching|reading|playing} {thing=the one with the lighthouse|that space trading thing|the new season of the baking show|the detective game in the hotel}?
    e: {Yes!! No spoilers please|Finished it, at 2 am, on a work day|I gave up after an hour, does it get better?}
    a: {It gets better|The ending!|The music alone is worth it}
    e> {So, was it the gardener?|I did NOT see that coming.|Rewatching it already.} ++ 🤫2
    d> {Thread, people, thread.|Spoiler tags! 😄}
    `,
  ),
  talk(
    `
    e: {Rain again|Snow!|28 degrees and no wind|Storm, the train stands in a field} {🌧️|❄️|☀️|🚂}
    a: {Sunny here, sorry 😎|Same|Send some of it over}
    b: {Cycling was a mistake|I have never been so wet|Perfect day for soup} ++ 😅
    `,
  ),
  talk(
    `
    a: Pub quiz on {Thursday|Wednesday}, {we are three, one more?|last time we were second to last, it can only get better}
    b: {In|Me!|If geography is not my part again}
    c: {I bring useless knowledge about {trains|rivers|fonts|ABBA}|Who knows sports? Anyone?}
    d: {We came third!!|We lost by one point. The capital of Australia, {c}.|Next time} ++ 🏆 😂3
    `,
  ),
  talk(
    `
    mei.lin: {週末去爬了象山，人好多 😅|今天的珍珠奶茶是人生最好的一杯。}
    yuki: {いいですね！写真ありますか？|うらやましい！次は一緒に行きましょう。}
    mei.lin^ {當然有，晚點傳 📷|有！等我一下} ++ ❤️
    a: {Google Translate says bubble tea, so I approve|I understood 📷 and I want to see it} ++ 😂2
    `,
  ),
  talk(
    `
    omar: {نكتة اليوم: لماذا لا يثق المبرمجون بالسلالم؟ لأنها دائماً تأخذهم خطوة بخطوة|من يريد قهوة عربية؟ أحضرت الهيل معي ☕}
    chloe: {Je veux bien !|J'arrive !} 
    b: {Translation please 😄|I can read ☕, that is enough} ++ 😂2
    omar^ {Coffee with cardamom, kitchen, now|It is about stairs and it is terrible} ++ ☕3
    `,
  ),
  talk(
    `
    c: {Two truths and a lie|Unpopular opinion, go}: {I once fixed a satellite, I cannot swim, I have met a king|pineapple belongs on pizza|mornings are the best part of the day|tabs}
    d: {Blocked and reported|The second is the lie|How dare you} ++ 😂4
    e: {Finally somebody says it|I left the room, then came back to be angry}
    c! I may have been hacked
    `,
  ),
  talk(
    `
    b: {Song of the day|Today's ear worm}: {"Jóga", all of it, loud|something with far too many trombones|the Tetris theme, again|that one from the ferry advert}
    a: {Thanks, now I have it too|Respect|My neighbours know it by heart} ++ 🎶2
    `,
  ),
]
