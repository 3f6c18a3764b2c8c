import { table, talk } from '../talk.js'

const parts = table('part | problem | way', [
  'the empty state of a room | it says "No data", which sounds broken | one line of welcome and the button people need',
  'the date separators | they disappear on dark | one step more contrast, and sticky while scrolling',
  'the send button | 32 px is too small for thumbs | 44 px of target, same size to the eye',
  'the error under the password field | red on red for some of us | an icon and a sentence that says what to do',
  'the unread badge | "99+" is wider than the column | tabular figures and a fixed width',
  'the emoji picker | keyboard users cannot leave it | Escape closes, focus goes back to the composer',
  'the onboarding | five screens before the first message | one screen; the rest when it is needed',
  'the loading skeleton | it jumps when the text arrives | same line heights as the real rows',
  'the settings page | forty switches in one list | four groups, and a search field',
  'the avatar colours | two of them look the same to me | eight hues, checked with a simulator',
])

const words = table('bad | good', [
  '"Are you sure you want to proceed?" | "Delete this message? Everyone in the room will see that it is gone."',
  '"An error occurred" | "You are offline. Your message goes out when you are back."',
  '"Invalid input" | "A room name has at most 80 characters."',
  '"Successfully updated" | nothing at all, the new name is right there',
  '"Authentication failure" | "That is not the password of this account."',
  '"Members: 1" | "Only you so far. Invite somebody?"',
])

export const design = [
  talk(
    `
    a: {New round for|Second look at|Sketches for} {{part}}. The trouble: {{problem}}
    b: {I had that in a test session too|Yes!! Three of five people stumbled there|True, never liked it}
    a^ Proposal: {{way}} ++ 👍3 😍
    c: {Works for me|I like it|Simple, good}. {How does it look at 360 px?|And in dark?|With long names?}
    a: {Same, it wraps|Checked, fine|Ah. Back in ten minutes} ~~ {Same|Fine I think}
    d> {Contrast is 4.8:1, passes.|Screen reader reads it in the right order.|I can build that today.} ++ 💯
    `,
    parts,
  ),
  talk(
    `
    c: Wording question. We say {{bad}}
    d: {Hm, who talks like that|That is a robot|It does not help anybody}
    d^ How about: {{good}} ++ ❤️3
    a: {Yes, much better|Sold|Can we do this everywhere?}
    e: {Translators will thank you|Short enough for German, too 😄|I put it into the guide}
    `,
    words,
  ),
  talk(
    `
    b: {Which one?|A or B?} A has {rounder corners|more air between rows|the accent on the icon}, B {is denser|keeps the lines|has the accent on the text}
    c: {A|A, by far|A, but with B's spacing} ++ 👍2
    d: {B|B for people with 60 rooms|B, A wastes a row}
    e: {Could density be a setting?|I would ask five people who use it all day|A on touch, B with a mouse?}
    b: {OK, testing both on Thursday|A it is, with the spacing of B|Two against two, so I flip a coin 🪙} ++ 😂2
    `,
  ),
  talk(
    `
    yuki: アイコンの線の太さを 1.5px に{そろえました|統一しました}。{確認お願いします。|見てもらえますか？} Icon strokes are 1.5 px everywhere now
    mei.lin: {漂亮！|看起來一致多了 👍|小尺寸也很清楚。}
    a: {Much calmer|So much better at 16 px}. {The bell looks a bit thin|Is the search icon new?}
    yuki^ {直しました！|Fixed, thank you} ✨ ++ ✨2
    `,
  ),
  talk(
    `
    d: {Found a nice reference|Worth ten minutes}: {https://www.w3.org/WAI/ARIA/apg/patterns/ on keyboard patterns|https://inclusive-components.design, still the best|https://www.gov.uk/service-manual/design on writing for everyone}
    a: {Saved|Reading it tonight|Oh I love that site} ++ 🔖2
    c> {The part on menus is exactly our problem.|We do half of this wrong 😅|Good find.}
    `,
  ),
  talk(
    `
    e: Test session notes, {four|five|six} people: {all found the search, two tried to scroll further than history goes|everyone loved drafts, nobody saw the pin|the invite took 40 s on average, the record is 9}
    a: {Gold, thanks|So useful|Did anyone get stuck?} ++ 🙏2
    e^ {One person, on the code by e-mail|Yes: "where did my message go?" after a reconnect|Only where we expected it}
    b: {I take that one|Ticket made|We have a sketch for it already}
    `,
  ),
  talk(
    `
    diego: ¿{Qué os parece|Cómo veis} el nuevo color de acento? {Lo noto un poco frío|Me gusta más que el anterior}
    sofia: {A me piace molto|Mi piace, ma più caldo sarebbe perfetto} 🎨
    a: {Warm it up by 5° and we are done|On paper it is the same hue, funny} ++ 🎨2
    `,
  ),
]
