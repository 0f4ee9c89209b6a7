/** The alphabet of GSM (3GPP TS 23.038): with it 160 signs fit in one SMS, and without it 70. */
const basis =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** These take the place of two. */
const dubbel = '\f^{}\\[~]|€'

export interface Smslengte {
  readonly schrift: 'gsm' | 'ucs2'
  /** Places taken, and how many fit in all of these messages. */
  readonly tekens: number
  readonly delen: number
}

/** How many messages a text is. In more than one, each loses room for where it belongs: 153 and 67. */
export function smsLengte(tekst: string): Smslengte {
  const isGsm = [...tekst].every((teken) => basis.includes(teken) || dubbel.includes(teken))
  const tekens = isGsm
    ? [...tekst].reduce((som, teken) => som + (dubbel.includes(teken) ? 2 : 1), 0)
    : tekst.length
  const [alleen, samen] = isGsm ? [160, 153] : [70, 67]
  return { schrift: isGsm ? 'gsm' : 'ucs2', tekens, delen: tekens <= alleen ? 1 : Math.ceil(tekens / samen) }
}

/** The same words without what would halve the room: `ë` becomes `e`, a curled quote a straight one. */
export function smsVeilig(tekst: string): string {
  return [...tekst.normalize('NFC')]
    .map((teken) => {
      if (basis.includes(teken) || dubbel.includes(teken)) return teken
      const kaal = gelijk[teken] ?? teken.normalize('NFD')[0] ?? teken
      return basis.includes(kaal) ? kaal : teken
    })
    .join('')
}

const gelijk: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
}
