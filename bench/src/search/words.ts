/** A line in the middle of the common words of English, a name of ours in one of five hundred, and other scripts. */
const common =
  'the of and to in is it for on that with as was at by be this have from or one had not but what all were when we there can an your which their if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know'.split(
    ' ',
  )
const rare = Array.from(
  { length: 8_000 },
  (_, at) => `${'bcdfghklmnprstvz'[at % 16]}${'aeiou'[at % 5]}${at.toString(36)}`,
)
const scripts: [share: number, characters: string, blanks: boolean][] = [
  [
    0.1,
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
    false,
  ],
  [
    0.08,
    'のにをはがでとたしてるいれなすもあらっかりこうまさよくきんけつおえみせどめちわばじだげほやごひず東京都日本人年月会議資料確認送信部屋次回開発',
    false,
  ],
  [0.05, '하다이가을는의에한그사람들것수있없우리회의자료확인내일오늘시작끝나다음주월요', true],
  [0.05, 'абвгдежзийклмнопрстуфхцчшщыьэюя', true],
  [0.04, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', true],
  [0.03, 'กขคงจชซดตถทนบปผพฟมยรลวสหอะาิีุูเแโใไ', false],
]

/** The same lines in each run. */
export function createWords(seed = 7) {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(random() * from.length)] as T
  /** As words are: a few nearly always, most of them seldom. */
  const word = () =>
    random() < 0.6 ? common[Math.floor(common.length * random() ** 2)] : rare[Math.floor(rare.length * random() ** 2)]
  const english = () => Array.from({ length: 4 + Math.floor(random() * 20) }, word).join(' ')
  const other = (characters: string, blanks: boolean) => {
    const all = Array.from(characters)
    const run = (length: number) => Array.from({ length }, () => pick(all)).join('')
    if (characters.startsWith('的') && random() < 0.2) return `${run(8)}会议${run(8)}`
    return blanks
      ? Array.from({ length: 8 }, () => run(2 + Math.floor(random() * 5))).join(' ')
      : run(10 + Math.floor(random() * 30))
  }
  return function line(): string {
    let share = random()
    for (const [part, characters, blanks] of scripts) {
      if (share < part) return other(characters, blanks)
      share -= part
    }
    return random() < 0.005 ? `${english()} release train ${english()}` : english()
  }
}
