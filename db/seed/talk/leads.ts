import { talk } from '../talk.js'

export const leads = [
  talk(
    `
    a: {Hiring|Interview}: {second round on Tuesday, a very good portfolio|the offer went out today 🤞|she said yes!!}
    b: {Great|Wonderful|Fingers crossed} ++ 🤞2
    c: {I prepare the exercise|Who is her buddy?|Desk and laptop are ordered}
    `,
  ),
  talk(
    `
    b: {Budget|Planning} for the next quarter: {hosting is 12 % under, travel 4 % over|I need your three lines by Friday|the draft is in the folder, comments welcome}
    c: {Mine are in|Tomorrow morning, promised} ++ 👍
    a: {Could we move some of it to training?|Is the offsite in there?}
    b^ {Yes, done|It is, line 14} ~~ {Not yet|Let me look}
    `,
  ),
  talk(
    `
    c: How is everyone's team? {Mine is tired after the release|Mine is fine, two are on holiday|A bit thin until Thursday}
    a: {No meetings on Friday, then?|Mine too. Let us keep the next two weeks light}
    b: {I like that|Agreed, I tell everyone} ++ ❤️2
    `,
  ),
]

/** The room that is archived: a launch that is over. */
export const launch = [
  talk(
    `
    a: Launch list: {press note|pricing page|status page|docs search} is {done ✅|in review|still open, {b} has it}
    b: {Mine will be done by noon|Done!|Waiting for one picture} ++ 👍
    c: {Then we are at {nine|ten|eleven} of twelve|I can help with the last ones}
    `,
  ),
  talk(
    `
    b: {T minus two days|T minus one day|Today is the day} 🚀
    c: {Load test passed at three times the plan|Everything frozen since noon|Dry run went fine}
    d: {I am nervous, is that normal?|Snacks are ordered} ++ 😅3
    a: {Very normal|We have done this before|Go go go} ++ 🚀4
    `,
  ),
  talk(
    `
    c: First hour: {212|340|518} sign-ups, {zero|two} errors ++ 🎉5
    a: {Unbelievable. Thank you all|And the graphs stay flat!}
    d: {Cake in the kitchen 🎂|Sleep now?} ++ 🎂3
    `,
  ),
]
