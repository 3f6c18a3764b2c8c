import { table, talk } from '../talk.js'

const tickets = table('who | asks | answer', [
  'A school in Turku | whether pupils can be kept from writing to each other at night | quiet hours per room, on the list for summer; muting works today',
  'A choir | how to import 400 members from a spreadsheet | the CSV import under Settings → People; columns name and e-mail',
  'A hospital | if messages can be kept for ten years | yes on their own server, a backup note is on its way to them',
  'A small newspaper | why the phone stays silent | notifications were off for that room since the last update; sent the two steps',
  'A shipping company | how it behaves on a satellite line | it resumes where it was, 40 KB for a day of talk; they were happy',
  'A museum | for single sign-on with their own provider | OpenID Connect works, gave them the three settings',
  'A game studio | why a message of 20,000 characters is refused | the limit is 4,000; a file is the better place',
  'A law firm | who can read private rooms | members only, admins see that it exists and no more; quoted the docs',
])

export const support = [
  talk(
    `
    a: Ticket: {{who}} asks {{asks}}
    b: {I know that one|Had the same last week|Let me check}
    b^ {{answer}} ++ 🙏2
    a: {Answered, thank you|Sent. They say thanks 😊|Done, closed in 20 minutes}
    c> {Should that be in the FAQ?|Third time this month, I write it up.} ++ 👍
    `,
    tickets,
  ),
  talk(
    `
    c: {Angry mail|Not a happy customer}: {"it logs me out every day"|"where are my drafts??"|"the link in your mail is dead"}
    d: {They are right, that is our bug|Old version, they are two releases behind|Which browser?}
    c: {Told them, and when it will be fixed|Called them, all good now|They updated, it works} ++ 👏2
    e: {A call beats five mails|Thank you for staying kind} ++ ❤️2
    `,
  ),
  talk(
    `
    b: {Praise of the week|This one made my day}: "{we moved 300 people over on a Friday and nobody called|finally a chat my father understands|the search just finds it}" ++ ❤️4 🎉
    a: {🥹|To the wall with it!|Forwarded to everyone who built it}
    `,
  ),
  talk(
    `
    d: {Anyone here speak Portuguese?|Who could answer in Arabic?|Need somebody for a German call}
    diego: {Eu posso ajudar!|Más o menos, lo intento 😄}
    lena: {Deutsch kann ich übernehmen.|Ja klar, wann?}
    omar: {أنا أستطيع المساعدة بالعربية|Arabic is me 🙋}
    d: {You are a treasure, all of you|Perfect, thanks} ++ 🙏3
    `,
  ),
  talk(
    `
    e: Queue: {7|9|12|15} open, oldest {one day|two days|since this morning}. {I take the billing ones|Who takes the imports?}
    a: {Imports are mine|I do the top three}
    e: {Zero! 🎉|Down to two, both waiting for an answer} ++ 🎉2
    `,
  ),
]
