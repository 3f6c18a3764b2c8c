/** An emoji and the words people look for it by. */
export interface Emoji {
  char: string
  name: string
}

export interface EmojiGroup {
  label: string
  emoji: Emoji[]
}

/** One click away on every message. */
export const quickReactions = ['👍', '❤️', '😂', '🎉', '👀', '✅']

// One line a group: emoji, a space, its words; entries end with a comma. Compact, and diffs stay readable.
const sources: [label: string, source: string][] = [
  [
    'Smileys',
    '😀 grinning happy,😄 smile happy,😁 beaming grin,😅 sweat smile relief,😂 joy laugh tears lol,🤣 rolling laugh rofl,🙂 slight smile,🙃 upside down silly,😉 wink,😊 blush warm,🥰 love hearts,😍 heart eyes love,😘 kiss,😋 yum tasty,😜 tongue wink joke,🤪 zany crazy,🤗 hug,🤭 oops giggle,🤫 quiet shush,🤔 thinking hmm,🫡 salute yes,🤨 eyebrow doubt,😐 neutral,😶 speechless,🫥 invisible dotted,😏 smirk,🙄 eye roll,😬 grimace awkward,😮‍💨 exhale phew,😌 relieved calm,😴 sleep tired,🤒 sick ill,🤕 hurt,🥵 hot,🥶 cold,🤯 mind blown wow,🥳 party celebrate,😎 cool sunglasses,🤓 nerd,🧐 monocle inspect,😕 confused,😟 worried,🙁 frown sad,😮 open mouth wow,😳 flushed,🥺 pleading please,😢 cry sad,😭 sob cry,😱 scream fear,😤 huff determined,😡 angry,🤬 swear,😈 devil,💀 skull dead,💩 poo,🤡 clown,👻 ghost,🤖 robot bot',
  ],
  [
    'People',
    '👍 thumbs up yes agree like +1,👎 thumbs down no disagree -1,👌 ok perfect,🤌 pinched chef,✌️ peace victory,🤞 fingers crossed luck,🤝 handshake deal,👏 clap applause,🙌 raised hands hooray,🫶 heart hands love,👐 open hands,🙏 pray please thanks,💪 muscle strong,👋 wave hello bye,✋ hand stop,🫵 you point,👆 up this,👇 down below,👉 right,👈 left,☝️ one point,✍️ write,🤷 shrug dunno,🤦 facepalm,🙋 raise hand question,🙇 bow sorry,🧑‍💻 technologist developer code,🕵️ detective,🏃 run hurry,🧘 calm meditate,👀 eyes look see,🧠 brain smart,🗣️ speak',
  ],
  [
    'Nature',
    '🐶 dog,🐱 cat,🦊 fox,🐻 bear,🐼 panda,🦁 lion,🐸 frog,🙈 monkey see no evil,🐔 chicken,🐧 penguin,🦆 duck,🦉 owl,🐝 bee,🐛 bug,🦋 butterfly,🐢 turtle,🐙 octopus,🐳 whale,🦄 unicorn,🌱 seedling grow,🌲 tree,🍀 clover luck,🌹 rose flower,🌻 sunflower,🍂 leaves autumn,🌞 sun,🌙 moon night,⭐ star,⚡ lightning fast,🔥 fire hot,🌈 rainbow,☁️ cloud,❄️ snow cold,💧 drop water',
  ],
  [
    'Food',
    '☕ coffee,🍵 tea,🍺 beer,🍷 wine,🥂 cheers toast,🍾 champagne,🍎 apple,🍌 banana,🍓 strawberry,🥑 avocado,🌶️ pepper spicy,🍞 bread,🧀 cheese,🍔 burger,🍕 pizza,🌮 taco,🍜 noodles ramen,🍣 sushi,🍿 popcorn drama,🍪 cookie,🍩 donut,🎂 cake birthday,🍫 chocolate',
  ],
  [
    'Things',
    '🎉 party tada celebrate,🎊 confetti,🎁 gift present,🏆 trophy win,🥇 gold first medal,🎯 target goal,🚀 rocket launch ship,✈️ plane travel,🚗 car,🚲 bike,🏠 home house,🏢 office,🏖️ beach holiday,⏰ alarm clock time,⏳ hourglass wait,📅 calendar date,📌 pin,📎 paperclip attach,📝 memo note,📖 book read,📈 chart up,📉 chart down,💻 laptop computer,📱 phone,⌨️ keyboard,🖨️ print,🔋 battery,💡 idea bulb,🔦 torch,🔧 wrench fix,🔨 hammer build,⚙️ gear settings,🧪 test experiment,🔒 lock secure,🔑 key,🔔 bell,🔕 mute quiet,📣 megaphone announce,💬 speech chat,💰 money,🧹 broom clean,🗑️ bin trash delete,🎧 headphones music,🎵 note music,🎨 art design,🎮 game,⚽ football',
  ],
  [
    'Symbols',
    '❤️ red heart love,🧡 orange heart,💛 yellow heart,💚 green heart,💙 blue heart,💜 purple heart,🖤 black heart,🤍 white heart,💔 broken heart,💯 hundred perfect,✅ check done yes,☑️ box check,✔️ tick,❌ cross no wrong,❎ cross box,⚠️ warning careful,🚫 prohibited no,⛔ stop no entry,❓ question,❗ exclamation,💤 zzz sleep,✨ sparkles new,💥 boom,🔁 repeat again,🔄 refresh,➕ plus add,➖ minus,🔴 red,🟠 orange,🟡 yellow,🟢 green,🔵 blue,🟣 purple,⚫ black,⚪ white,🏁 finish flag,🚩 red flag,🏳️‍🌈 pride rainbow flag,🆗 ok,🆕 new,🔜 soon,♻️ recycle,♾️ infinity',
  ],
]

export const emojiGroups: EmojiGroup[] = sources.map(([label, source]) => ({
  label,
  emoji: source.split(',').map((item) => {
    const space = item.indexOf(' ')
    return { char: item.slice(0, space), name: item.slice(space + 1) }
  }),
}))

/** Emoji one of whose words starts with what was typed; all words must match. */
export function searchEmoji(query: string): Emoji[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  const all = emojiGroups.flatMap((group) => group.emoji)
  return all.filter(({ name }) => {
    const words = name.split(' ')
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}
