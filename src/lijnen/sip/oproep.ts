/**
 * One telephone that we dial (RFC 3261 §13, §9, §15): what goes out, what is done with what comes in, and what is told of
 * it. It knows no socket and no clock of its own.
 */
import { BEL_MS, type Belnummer, GESPREK_MS, type Rtpplek, type Telefoonnieuws } from '../index.ts'
import { kop, lijstVan, type Sipbericht, schrijfAntwoord, schrijfVraag, tagVan, uriUit } from './bericht.ts'
import { type Aanmelding, bewijsNa } from './digest.ts'
import type { Sipdraad } from './draad.ts'
import { leesSdp, schrijfSdp } from './sdp.ts'
import { GEEN_ANTWOORD_MS, T1_MS } from './termijnen.ts'

export interface Oproepdelen {
  readonly nummer: Belnummer
  /** The operator's border element, as host and port of an address: `sbc.example:5060`. */
  readonly sbc: string
  /** Where it reaches us. */
  readonly hier: string
  /** What who is called sees. */
  readonly van: string
  readonly aanmelding: Aanmelding | undefined
  readonly hoort: Rtpplek
  readonly zend: (bericht: string) => void
  readonly na: (ms: number, doe: () => void) => () => void
  readonly toeval: () => string
  readonly hoor: (nieuws: Telefoonnieuws, spreekt?: Rtpplek, draad?: Sipdraad) => void
  /** Nothing comes in for it any more. */
  readonly klaar: () => void
}

export interface Oproep {
  readonly id: string
  readonly begin: () => void
  readonly ontvang: (bericht: Sipbericht) => void
  readonly hangOp: () => void
}

/** What was asked and has no final answer yet. */
interface Vraag {
  readonly methode: string
  readonly uri: string
  readonly branch: string
  readonly nr: number
  /** With the password, which is given once. */
  readonly isMetBewijs: boolean
  readonly stop: () => void
}

interface Dialoog {
  readonly naar: string
  readonly doel: string
  readonly wegen: readonly string[]
}

const toestaan = 'INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE'

export function maakOproep(delen: Oproepdelen): Oproep {
  const { sbc, hier, van, aanmelding, hoort, zend, na, toeval, hoor } = delen
  const id = toeval()
  const uri = `sip:${delen.nummer}@${sbc};user=phone`
  const eigenTag = toeval()
  const from = `<sip:${van}@${hier}>;tag=${eigenTag}`
  const contact = ['Contact', `<sip:voordeur@${hier}>`] as const
  const sdp = schrijfSdp(hoort, 1)
  let stand: 'vraagt' | 'gaat-over' | 'op' | 'weg' = 'vraagt'
  let wilWeg = false
  let isGemeld = false
  let nr = 0
  let open: Vraag | undefined
  let dialoog: Dialoog | undefined
  const klokken = new Set<() => void>()
  const later = (ms: number, doe: () => void): void => {
    klokken.add(na(ms, doe))
  }
  const meld = (nieuws: Telefoonnieuws, spreekt?: Rtpplek): void => {
    if (isGemeld) return
    isGemeld = nieuws !== 'opgenomen'
    const draad = nieuws === 'opgenomen' && dialoog ? { ...dialoog, id, van: from, nr } : undefined
    hoor(nieuws, spreekt, draad)
  }
  const sluit = (): void => {
    stand = 'weg'
    open?.stop()
    for (const stop of klokken) stop()
    // Copies of the last answer may still be on their way.
    na(GEEN_ANTWOORD_MS, delen.klaar)
  }
  const koppenVan = (methode: string, branch: string, volgnr: number): (readonly [string, string])[] => [
    ['Via', `SIP/2.0/UDP ${hier};branch=${branch};rport`],
    ...(dialoog?.wegen ?? []).map((weg) => ['Route', weg] as const),
    ...[['Max-Forwards', '70'] as const, ['From', from] as const],
    ...[['To', dialoog?.naar ?? `<${uri}>`] as const, ['Call-ID', id] as const],
    ['CSeq', `${volgnr} ${methode}`],
  ]
  /** Again and again, each time after twice as long, until there is an answer or there is nobody. */
  const vraag = (methode: string, naar: string, bewijs?: readonly [string, string]): void => {
    const branch = `z9hG4bK${toeval()}`
    const volgnr = ++nr
    const koppen = [...koppenVan(methode, branch, volgnr), contact, ['Allow', toestaan] as const]
    if (bewijs !== undefined) koppen.push(bewijs)
    const tekst = schrijfVraag(methode, naar, koppen, methode === 'INVITE' ? sdp : '')
    let stop = () => {}
    const keer = (ms: number, gewacht: number): void => {
      if (gewacht >= GEEN_ANTWOORD_MS) return verlopen(methode)
      zend(tekst)
      const duur = Math.min(ms, GEEN_ANTWOORD_MS - gewacht)
      const daarna = methode === 'INVITE' ? ms * 2 : Math.min(ms * 2, 4_000)
      stop = na(duur, () => keer(daarna, gewacht + duur))
    }
    open = { methode, uri: naar, branch, nr: volgnr, isMetBewijs: bewijs !== undefined, stop: () => stop() }
    keer(T1_MS, 0)
  }
  const verlopen = (methode: string): void => {
    if (methode === 'INVITE') meld('niet-bereikt')
    sluit()
  }
  const bye = (): void => {
    if (dialoog !== undefined && stand === 'op') {
      stand = 'weg'
      vraag('BYE', dialoog.doel)
    }
  }
  const hangOp = (): void => {
    if (stand === 'weg') return
    wilWeg = true
    if (stand === 'op') return bye()
    // Before there was any answer there is nothing to take back yet (§9.1).
    if (stand === 'gaat-over' && open !== undefined) {
      const { branch, nr: volgnr } = open
      zend(schrijfVraag('CANCEL', open.uri, koppenVan('CANCEL', branch, volgnr)))
      later(GEEN_ANTWOORD_MS, sluit)
    }
  }
  const bevestig = (
    gevraagd: Pick<Vraag, 'uri' | 'branch' | 'nr'>,
    antwoord: Sipbericht,
    isGelukt: boolean,
  ): void => {
    const branch = isGelukt ? `z9hG4bK${toeval()}` : gevraagd.branch
    const koppen = koppenVan('ACK', branch, gevraagd.nr).map(([naam, waarde]) =>
      naam === 'To' ? ([naam, kop(antwoord, 'to') ?? waarde] as const) : ([naam, waarde] as const),
    )
    zend(schrijfVraag('ACK', isGelukt && dialoog ? dialoog.doel : gevraagd.uri, koppen))
  }
  const neemOp = (gevraagd: Vraag, antwoord: Sipbericht): void => {
    const isEerste = dialoog === undefined
    dialoog ??= {
      naar: kop(antwoord, 'to') ?? '',
      doel: uriUit(kop(antwoord, 'contact') ?? uri),
      wegen: lijstVan(antwoord, 'record-route').reverse(),
    }
    bevestig(gevraagd, antwoord, true)
    if (!isEerste) return
    stand = 'op'
    const spreekt = leesSdp(antwoord.inhoud)
    if (wilWeg) return bye()
    if (spreekt === undefined) {
      meld('niet-bereikt')
      return bye()
    }
    later(GESPREK_MS, () => {
      meld('opgehangen')
      bye()
    })
    meld('opgenomen', spreekt)
  }
  const probeerMetWachtwoord = (
    { methode, uri: naar, isMetBewijs }: Vraag,
    antwoord: Sipbericht,
  ): boolean => {
    const bewijs =
      aanmelding && !isMetBewijs
        ? bewijsNa(antwoord, aanmelding, { methode, uri: naar, cnonce: toeval() })
        : undefined
    if (bewijs !== undefined) vraag(methode, naar, bewijs)
    return bewijs !== undefined
  }
  const hoorAntwoord = (code: number, antwoord: Sipbericht): void => {
    const [volgnr, methode] = (kop(antwoord, 'cseq') ?? '').split(/\s+/)
    const gevraagd = open
    if (gevraagd === undefined || methode !== gevraagd.methode || Number(volgnr) !== gevraagd.nr) {
      // The answer on INVITE came once more: our acknowledgement was lost (§13.2.2.4).
      if (methode === 'INVITE' && code >= 200 && code < 300 && dialoog !== undefined)
        bevestig({ uri, branch: '', nr: Number(volgnr) }, antwoord, true)
      return
    }
    if (!(kop(antwoord, 'via') ?? '').includes(gevraagd.branch)) return
    gevraagd.stop()
    if (code < 200) {
      if (stand === 'vraagt') {
        stand = 'gaat-over'
        if (wilWeg) hangOp()
      }
      return
    }
    if (methode === 'BYE') return probeerMetWachtwoord(gevraagd, antwoord) ? undefined : sluit()
    if (code < 300) return neemOp(gevraagd, antwoord)
    bevestig(gevraagd, antwoord, false)
    if (!wilWeg && probeerMetWachtwoord(gevraagd, antwoord)) return
    meld(nieuwsVan(code))
    sluit()
  }
  const hoorVraag = (methode: string, bericht: Sipbericht): void => {
    if (methode === 'ACK') return
    const isOns =
      dialoog !== undefined &&
      tagVan(kop(bericht, 'to')) === eigenTag &&
      tagVan(kop(bericht, 'from')) === tagVan(dialoog.naar)
    if (!isOns) return zend(schrijfAntwoord(bericht, 481, 'Call/Transaction Does Not Exist'))
    if (methode === 'BYE') {
      zend(schrijfAntwoord(bericht, 200, 'OK'))
      meld('opgehangen')
      return sluit()
    }
    if (methode === 'INVITE' || methode === 'UPDATE') {
      const spreekt = leesSdp(bericht.inhoud)
      if (bericht.inhoud !== '' && spreekt === undefined)
        return zend(schrijfAntwoord(bericht, 488, 'Not Acceptable Here'))
      const isMetSdp = methode === 'INVITE' || spreekt !== undefined
      zend(schrijfAntwoord(bericht, 200, 'OK', { koppen: [contact], sdp: isMetSdp ? sdp : '' }))
      if (spreekt !== undefined) meld('opgenomen', spreekt)
      return
    }
    if (methode === 'OPTIONS' || methode === 'INFO') return zend(schrijfAntwoord(bericht, 200, 'OK'))
    zend(schrijfAntwoord(bericht, 405, 'Method Not Allowed', { koppen: [['Allow', toestaan]] }))
  }
  return {
    id,
    hangOp,
    begin: () => {
      // Taken back before anything went out: nobody is rung.
      if (wilWeg) return sluit()
      later(BEL_MS, () => {
        if (stand === 'op' || stand === 'weg') return
        meld('niet-opgenomen')
        hangOp()
      })
      vraag('INVITE', uri)
    },
    ontvang: (bericht) => {
      if (bericht.begin.soort === 'antwoord') hoorAntwoord(bericht.begin.code, bericht)
      else hoorVraag(bericht.begin.methode, bericht)
    },
  }
}

/** RFC 3261 §21: busy and no; nobody there for now; everything else did not reach anybody. */
function nieuwsVan(code: number): Telefoonnieuws {
  if ([486, 600, 603].includes(code)) return 'geweigerd'
  return [408, 480, 487].includes(code) ? 'niet-opgenomen' : 'niet-bereikt'
}
