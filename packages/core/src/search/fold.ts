/**
 * Accents and points that are written over letters, and skin tones. Vowel signs of Indic scripts and of Thai are none, nor
 * are the strokes that make か into が: they are the word.
 */
const marks = /(?=[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}])\p{Mn}(?<!\u3099|\u309A)|\u0640|[\u{1F3FB}-\u{1F3FF}]/gu

/** Letters that people type as others, and that do not come apart into a letter and an accent. */
const others: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
}
const otherLetters = new RegExp(`[${Object.keys(others).join('')}]`, 'gu')

// oxlint-disable-next-line no-control-regex -- All of ASCII is meant.
const ascii = /^[\u0000-\u007F]*$/

/**
 * The same for all spellings of a word: width, case, accents and skin tones are gone. By way of upper case, because
 * only so `ß` is `ss` and the dotless `ı` an `i`.
 */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase()
  const plain = word.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFD')
  return plain
    .replaceAll(marks, '')
    .normalize('NFC')
    .replaceAll(otherLetters, (letter) => others[letter] ?? letter)
}
