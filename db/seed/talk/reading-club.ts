import { table, talk } from '../talk.js'

const books = table('title | by | liked | doubt', [
  'The Left Hand of Darkness | Ursula K. Le Guin | the walk over the ice, eighty pages of two people and a tent | the first chapters keep you at a distance',
  'Kitchen | Banana Yoshimoto | how much it says with a bowl of katsudon | I wanted it to be longer',
  'Season of Migration to the North | Tayeb Salih | the river, which is a person in this book | the narrator hides behind the other one',
  'Invisible Cities | Italo Calvino | that each chapter is a postcard you can open anywhere | after forty cities I was tired',
  'Piranesi | Susanna Clarke | the house and its tides, I wanted to live there | the mystery is solved a little fast',
  'The Three-Body Problem | Liu Cixin 劉慈欣 | the human computer, thirty million soldiers with flags | people are ideas more than people',
  'Pedro Páramo | Juan Rulfo | that you notice far too late who is dead | I had to read the first half twice',
  'The Summer Book | Tove Jansson | the grandmother, all of her | nothing happens. I mean that as praise',
])

export const readingClub = [
  talk(
    `
    a: I am {half way through|done with|starting} {{title}} ({{by}}). What I love: {{liked}} ++ 📚2
    b: {Same!|Yes, that part stayed with me|I underlined half of it}
    c^ {My only doubt|To be difficult}: {{doubt}}
    a> {True, but I think that is on purpose.|Fair. The second reading is another book, though.} ++ 🤔
    d: {Do we talk about the ending yet?|No spoilers, I am on page 80|Which translation do you have?}
    `,
    books,
  ),
  talk(
    `
    e: {Vote for next month|What do we read next?} {Short ones welcome|Something funny this time?}
    a: {Anything by Szymborska|"A Psalm for the Wild-Built", 160 pages|"Bartleby", one evening} ++ 👍2
    b: {I would prefer not to 😄|I second that|A graphic novel, perhaps?} ++ 😂3
    e: {Done: we read the first one, on the last Thursday|Tie! We take both, they are short}
    `,
  ),
  talk(
    `
    d: A sentence from today: "{We read to know that we are not alone, she said, and closed the door|It was the kind of rain that has an opinion|He had the patience of a man who owns no clock}"
    c: {Oh, that is good|Where is it from?} ++ ❤️2
    d> {Guess!|Page 112, last paragraph.}
    `,
  ),
  talk(
    `
    yuki: {この本の翻訳、とても自然ですね。|第三章まで読みました。静かな話ですが、引き込まれます。}
    mei.lin: {我讀的是中文版，譯者的註解很有幫助。|我也很喜歡，特別是結尾。}
    b: {We should compare the translations one evening|Is the English one any good?} ++ 📖
    `,
  ),
  talk(
    `
    b: See you {Thursday at 18:30|on Thursday}, {kitchen|the room with the sofa}. {I bring tea|I bring biscuits|Somebody bring cake}
    c: {I join by video|In!|A bit late, start without me} ++ 👍3
    e: {Have not finished. Coming anyway.|Finished it on the tram, with five minutes to spare}
    `,
  ),
]
