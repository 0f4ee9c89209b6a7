/** Sentences about one outcome: what counted, what is missing, why not. Words only, no markup. */
import type {
  Antwoord,
  RegelingInfo,
  RegelingTekst,
  Uitkomst,
  VoorwaardeUitleg,
} from '../../../engine/index.ts'
import { gebruikteFeiten, type Vraagstelling, vraagstelling, waardeOp } from '../../../rechten/index.ts'
import { opsomming, type Spraak } from '../../ui/spraak.ts'
import type { Beeld } from './beeld.ts'
import { feittekst, naamMetWie } from './vraagtekst.ts'
import { antwoordtekst, hoeveelheid } from './waarde.ts'

export interface Gesproken {
  readonly tekst: RegelingTekst
  /** The language the text is really in, when it is not the one asked for. */
  readonly lang: string | undefined
}

/** A scheme's own words. Added schemes need only Dutch; the page then says so with `lang`. */
export function regelingtekst(spraak: Spraak, regeling: RegelingInfo): Gesproken {
  const eigen = regeling.teksten[spraak.taal]
  if (eigen) return { tekst: eigen, lang: undefined }
  const nl = regeling.teksten.nl
  return { tekst: nl ?? { titel: regeling.naam, kort: '', voorwaarden: {} }, lang: 'nl' }
}

const HOOGSTENS_ANTWOORDEN = 5

/** «Inkomen per jaar € 30.000, zorgverzekering ja»: the visitor's own answers that counted. */
export function eigenAntwoorden(spraak: Spraak, beeld: Beeld, uitkomst: Uitkomst): string | undefined {
  const delen = gebruikteFeiten(uitkomst).flatMap((pad) => {
    const vraag = vraagstelling(beeld.corpus, pad)
    const waarde = waardeOp(beeld.antwoorden, pad)
    if (!vraag || waarde === undefined || vraag.soort === 'plaats') return []
    const naam = naamMetWie(spraak, beeld.antwoorden, vraag)
    return [`${kleineLetter(naam)}: ${kleineLetter(antwoordtekst(spraak, beeld, vraag, waarde))}`]
  })
  return delen.length === 0 ? undefined : delen.slice(0, HOOGSTENS_ANTWOORDEN).join('; ')
}

/** Names of the answers that are still missing, each once. */
export function ontbrekend(spraak: Spraak, beeld: Beeld, uitkomst: Uitkomst): readonly string[] {
  const namen = uitkomst.ontbreekt.flatMap(({ pad, reden }) => {
    const vraag =
      pad === undefined || reden !== 'niet-gevraagd' ? undefined : vraagstelling(beeld.corpus, pad)
    return vraag ? [kleineLetter(naamMetWie(spraak, beeld.antwoorden, vraag))] : []
  })
  return [...new Set(namen)]
}

/** Why nobody here can say it: the first reason that is not an answer of the visitor. */
export function reden(spraak: Spraak, uitkomst: Uitkomst): string | undefined {
  const eerste = uitkomst.ontbreekt.find((o) => o.reden !== 'niet-gevraagd')
  return eerste && spraak.t(`overzicht.reden.${eerste.reden}`)
}

export function aannames(spraak: Spraak, beeld: Beeld, uitkomst: Uitkomst): readonly string[] {
  return uitkomst.aannames.flatMap(({ pad, waarde }) => {
    const vraag = vraagstelling(beeld.corpus, pad)
    if (!vraag?.feit || waarde === undefined) return []
    const naam = naamMetWie(spraak, beeld.antwoorden, vraag)
    return [`${kleineLetter(naam)}: ${kleineLetter(aannametekst(spraak, beeld, vraag, waarde))}`]
  })
}

/** «Uw inkomen is niet te hoog.» Falls back on the rule's name when a scheme has no sentence for it. */
export function voorwaardetekst(tekst: RegelingTekst, naam: string): string {
  return tekst.voorwaarden[naam] ?? naam.replaceAll('_', ' ')
}

/** «Bij u is het € 36.203 per jaar. Dat is € 1.203 te hoog. De grens is € 35.000.» */
export function afstandzin(spraak: Spraak, beeld: Beeld, { afstand }: VoorwaardeUitleg): string | undefined {
  if (!afstand) return undefined
  const { eenheid, richting } = afstand
  const toon = (waarde: string): string => hoeveelheid(spraak, waarde, eenheid)
  // Nobody thinks of a birthday as so many days too early; a day that is over is nothing to wait for.
  if (isDatum(afstand.gemeten)) {
    if (afstand.gemeten <= beeld.datum) return undefined
    return spraak.t('overzicht.afstand.u_datum', { gemeten: toon(afstand.gemeten) })
  }
  const bijU = spraak.t('overzicht.afstand.u', { gemeten: toon(afstand.gemeten) })
  // «More than 0» is not met by 0: a distance of nothing would explain nothing.
  if (Number(afstand.waarde) === 0) return undefined
  const verschil = hoeveelheid(spraak, afstand.waarde, eenheid)
  return `${bijU} ${spraak.t(`overzicht.afstand.${richting}`, { afstand: verschil, grens: toon(afstand.grens) })}`
}

/** A day comes by itself: nobody has to look again when it changes. */
export function isDatum(gemeten: string | undefined): boolean {
  return /^\d{4}-/.test(gemeten ?? '')
}

export function samen(spraak: Spraak, delen: readonly string[]): string {
  return opsomming(spraak, delen)
}

function kleineLetter(tekst: string): string {
  // Names in capitals (AOW, SVB) and proper names stay as they are.
  return /^\p{Lu}\p{Ll}/u.test(tekst) && !/^(Nederlands|Dutch)/.test(tekst)
    ? tekst.charAt(0).toLowerCase() + tekst.slice(1)
    : tekst
}

/** Every assumption of all outcomes, each once, for the page where answers are changed. */
export function aannameLijst(
  spraak: Spraak,
  beeld: Beeld,
  antwoord: Antwoord,
): readonly { readonly pad: string; readonly waarde: string }[] {
  const gevonden = new Map<string, string>()
  for (const uitkomst of antwoord.uitkomsten) {
    for (const { pad, waarde } of uitkomst.aannames) {
      const vraag = vraagstelling(beeld.corpus, pad)
      if (vraag?.feit && !gevonden.has(pad)) gevonden.set(pad, aannametekst(spraak, beeld, vraag, waarde))
    }
  }
  return [...gevonden].map(([pad, waarde]) => ({ pad, waarde }))
}

function aannametekst(spraak: Spraak, beeld: Beeld, vraag: Vraagstelling, waarde: unknown): string {
  if (typeof waarde === 'boolean' || typeof waarde === 'number')
    return antwoordtekst(spraak, beeld, vraag, waarde)
  const tekst = vraag.feit && feittekst(spraak, vraag.feit).opties?.[String(waarde)]
  return tekst ?? antwoordtekst(spraak, beeld, vraag, String(waarde))
}
