import { kop, type Sipbericht, schrijfVraag } from './bericht.ts'
import { type Aanmelding, bewijsNa } from './digest.ts'
import type { Sipdraad } from './draad.ts'
import { GEEN_ANTWOORD_MS, T1_MS } from './termijnen.ts'

export interface Afscheid {
  readonly ontvang: (bericht: Sipbericht) => void
}

/**
 * Hangs up in a dialogue that another node began (RFC 3261 §15.1.1), again and again until the operator answers; with the
 * password when it asks for that. That the call is not there any more (481) is an answer as well: that node hung up itself.
 */
export function neemAfscheid(
  { id, van, naar, doel, wegen, nr }: Sipdraad,
  {
    hier,
    aanmelding,
    toeval,
    zend,
    na,
    klaar,
  }: {
    readonly hier: string
    readonly aanmelding: Aanmelding | undefined
    readonly toeval: () => string
    readonly zend: (bericht: string) => void
    readonly na: (ms: number, doe: () => void) => () => void
    readonly klaar: () => void
  },
): Afscheid {
  let volgnr = nr
  let stop = () => {}
  let isMetBewijs = false
  const vraag = (bewijs?: readonly [string, string]): void => {
    volgnr++
    isMetBewijs = bewijs !== undefined
    const tekst = schrijfVraag('BYE', doel, [
      ['Via', `SIP/2.0/UDP ${hier};branch=z9hG4bK${toeval()};rport`],
      ...wegen.map((weg) => ['Route', weg] as const),
      ...[['Max-Forwards', '70'] as const, ['From', van] as const, ['To', naar] as const],
      ...[['Call-ID', id] as const, ['CSeq', `${volgnr} BYE`] as const],
      ...(bewijs === undefined ? [] : [bewijs]),
    ])
    const keer = (ms: number, gewacht: number): void => {
      if (gewacht >= GEEN_ANTWOORD_MS) return klaar()
      zend(tekst)
      stop = na(ms, () => keer(Math.min(ms * 2, 4_000), gewacht + ms))
    }
    keer(T1_MS, 0)
  }
  vraag()
  return {
    ontvang: (bericht) => {
      const { begin } = bericht
      const isVanDeze = begin.soort === 'antwoord' && kop(bericht, 'cseq')?.startsWith(`${volgnr} `)
      if (!isVanDeze || begin.code < 200) return
      stop()
      const bewijs =
        aanmelding && !isMetBewijs
          ? bewijsNa(bericht, aanmelding, { methode: 'BYE', uri: doel, cnonce: toeval() })
          : undefined
      if (bewijs === undefined) klaar()
      else vraag(bewijs)
    },
  }
}
