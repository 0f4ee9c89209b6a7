/** How a chain case is said: names of who takes part, titles of steps, what was written. Words, and little markup. */
import { datumOp } from '../../../kalender/index.ts'
import type {
  Gelezen,
  Stapeigenaar,
  Staptitel,
  Weigering,
  ZichtbareDeelnemer,
  ZichtbareStap,
  Zichtdader,
} from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import type { Verzoek } from '../../verzoek.ts'
import { type Woorden, woorden } from '../gebeurtenissen/woorden.ts'
import { moment } from '../mijn/kader.ts'
import type { Ketenscherm } from './scherm.ts'

type Deel = Pick<Ketenscherm, 'verzoek' | 'beeld' | 'kant'>

export function organisatienaam({ beeld, context }: Verzoek, id: string): Woorden {
  const bekend = beeld.organisaties.get(id)
  if (bekend?.noem !== undefined) return woorden(context.spraak, bekend.noem)
  return { tekst: bekend?.naam ?? id, lang: context.taal === 'nl' ? undefined : 'nl' }
}

export function isOverheid({ beeld }: Verzoek, id: string): boolean {
  return beeld.organisaties.get(id)?.overheid === true
}

/** As somebody wrote it; where it was erased that is said, and what is not shared is nothing. */
export function geschreven({ spraak: { t } }: Context, tekst: Gelezen): Html {
  return tekst === undefined
    ? html`<em class="vd-calm">${t('loket.tekst_gewist')}</em>`
    : html`<span class="vd-tekst">${tekst}</span>`
}

/** The same without markup. */
export function woordenVan({ verzoek }: Pick<Ketenscherm, 'verzoek'>, tekst: Gelezen): string {
  return tekst ?? verzoek.context.spraak.t('loket.tekst_gewist')
}

/** The name of an outside party, or which kind it is where the name is not theirs to know. */
export function deelnemernaam({ verzoek }: Deel, { wie }: ZichtbareDeelnemer<Gelezen>): string {
  if (wie.soort === 'organisatie') return organisatienaam(verzoek, wie.organisatie).tekst
  return wie.naam ?? verzoek.context.spraak.t(`loket.partij.${wie.partij}`)
}

export function vindDeelnemer({ beeld }: Deel, id: string): ZichtbareDeelnemer<Gelezen> | undefined {
  return beeld.zicht.deelnemers.find((een) => een.id === id)
}

/** «de inwoner» to a professional, «u» to themselves. */
export function eigenaarnaam(scherm: Deel, wie: Stapeigenaar | undefined): string {
  const { t } = scherm.verzoek.context.spraak
  if (wie === undefined || wie.soort === 'inwoner')
    return t(scherm.kant === 'mijn' ? 'loket.wie.u' : 'loket.wie.inwoner')
  if (wie.soort === 'organisatie') return organisatienaam(scherm.verzoek, wie.organisatie).tekst
  const deelnemer = vindDeelnemer(scherm, wie.deelnemer)
  return deelnemer === undefined ? t('loket.wie.partij') : deelnemernaam(scherm, deelnemer)
}

export function eigenaarmerk(scherm: Deel, wie: Stapeigenaar): Html {
  const { spraak } = scherm.verzoek.context
  const naam = eigenaarnaam(scherm, wie)
  if (wie.soort === 'inwoner')
    return html`<span class="vd-who vd-who--self">${scherm.kant === 'mijn' ? spraak.t('loket.wie.voor_u') : naam}</span>`
  const lang = wie.soort === 'organisatie' ? organisatienaam(scherm.verzoek, wie.organisatie).lang : undefined
  return wieIsHet(spraak, {
    naam,
    lang,
    isOverheid: wie.soort === 'organisatie' && isOverheid(scherm.verzoek, wie.organisatie),
  })
}

/** What the life event says of a step: what happens in it, what one needs, and where all of it stands. */
export interface Stapuitleg {
  readonly gebeurtenis: string
  readonly wat: Woorden
  readonly nodig: readonly Woorden[]
}

/** `undefined`: somebody typed this step themselves. */
export function stapuitleg({ beeld, context }: Verzoek, titel: Staptitel<Gelezen>): Stapuitleg | undefined {
  if (titel.soort === 'vrij') return undefined
  const { gebeurtenis } = titel
  const stap = beeld.gebeurtenissen.get(gebeurtenis)?.stappen.find(({ id }) => id === titel.stap)
  return (
    stap && {
      gebeurtenis,
      wat: woorden(context.spraak, stap.wat),
      nodig: stap.nodig.map((een) => woorden(context.spraak, een)),
    }
  )
}

export function titeltekst({ beeld, context }: Verzoek, titel: Staptitel<Gelezen>): Woorden {
  const { t } = context.spraak
  if (titel.soort === 'vrij') return { tekst: titel.tekst ?? t('loket.tekst_gewist'), lang: undefined }
  const stap = beeld.gebeurtenissen.get(titel.gebeurtenis)?.stappen.find(({ id }) => id === titel.stap)
  return stap === undefined
    ? { tekst: t('loket.stap.onbekend'), lang: undefined }
    : woorden(context.spraak, stap.titel)
}

export function staptitel({ verzoek }: Deel, stap: ZichtbareStap<Gelezen>): Woorden {
  if (stap.titel === undefined)
    return { tekst: verzoek.context.spraak.t('loket.stap.afgeschermd'), lang: undefined }
  return titeltekst(verzoek, stap.titel)
}

/** What speaks of «de inwoner» to a professional speaks to the resident themselves on their own page. */
export function voorLezer({ kant }: Pick<Ketenscherm, 'kant'>, sleutel: string): string {
  return kant === 'mijn' && aanspraken.has(sleutel.replace(/^loket\./, '')) ? `${sleutel}_u` : sleutel
}

const aanspraken: ReadonlySet<string> = new Set([
  'aanleiding.niet-opgelost',
  'aanleiding.notitie-opgevraagd',
  'grond.toestemming',
  'deling.bezwaar',
  'rol.hulpverlener',
  'sluiten.onbereikbaar',
  'sluiten.ingetrokken',
  'verloop.betrokkene-bekend',
  'verloop.werknotitie-getoond',
  'verloop.doorzending-gemeld',
])

/** How people speak of a step: the same for everybody who sees it. */
export function stapnummer({ beeld }: Deel, id: string): number {
  const rang = beeld.zicht.stappen.findIndex(({ stap }) => stap === id)
  return beeld.zicht.stappen[rang]?.plaats ?? rang + 1
}

/** How a step stands; one that nobody let fall away was open when the case was closed. */
export function standwoord(
  { verzoek }: Pick<Ketenscherm, 'verzoek'>,
  {
    stand,
    toelichting,
    isAfgeschermd,
  }: Pick<ZichtbareStap<Gelezen>, 'stand' | 'toelichting' | 'isAfgeschermd'>,
): string {
  const { t } = verzoek.context.spraak
  const isBijSluiten = stand === 'vervallen' && toelichting === undefined && !isAfgeschermd
  return t(isBijSluiten ? 'loket.stand.bij_sluiten' : `loket.stand.${stand}`)
}

export function stapnaam(scherm: Deel, id: string): string {
  const stap = scherm.beeld.zicht.stappen.find((een) => een.stap === id)
  const { t } = scherm.verzoek.context.spraak
  if (stap === undefined) return t('loket.stap.afgeschermd')
  return t('loket.stap.met_nummer', { n: stapnummer(scherm, id), titel: staptitel(scherm, stap).tekst })
}

export function dadernaam(scherm: Deel, van: Zichtdader): string {
  const { t } = scherm.verzoek.context.spraak
  switch (van.soort) {
    case 'beheer':
    case 'klok':
      return t(`loket.wie.${van.soort}`)
    case 'inwoner':
      return t(scherm.kant === 'mijn' ? 'loket.wie.u' : 'loket.wie.inwoner')
    case 'organisatie':
      return organisatienaam(scherm.verzoek, van.organisatie).tekst
    case 'genodigde':
      return eigenaarnaam(scherm, { soort: 'partij', deelnemer: van.deelnemer })
  }
}

/** What an item is called: the question, a note of a day, a step by its title. */
export function onderdeelnaam(scherm: Deel, id: string): string {
  const { t, datum } = scherm.verzoek.context.spraak
  const { zicht } = scherm.beeld
  if (zicht.stappen.some(({ stap }) => stap === id)) return stapnaam(scherm, id)
  const onderdeel = zicht.onderdelen.find((een) => een.id === id)
  if (id === 'betrokkene' || id === 'helper') return t(`loket.onderdeel.${id}`)
  if (onderdeel === undefined) return t('loket.onderdeel.onbekend')
  const { soort, op } = onderdeel
  if (soort === 'vraag' || soort === 'uitkomst') return t(`loket.onderdeel.${soort}`)
  return t('loket.onderdeel.van_dag', { wat: t(`loket.onderdeel.${soort}`), dag: datum(dagVan(op)) })
}

export const dagVan = (op: Date) => datumOp(op, 'Europe/Amsterdam')

export function tijdstip(context: Context, op: Date): string {
  return moment(context, op, dagVan(op))
}

/** A day without its year when that is this year: shorter where many stand below each other. */
export function dagKort({ context, nu }: Pick<Verzoek, 'context' | 'nu'>, dag: string): string {
  return context.spraak.datum(dag).replace(` ${dagVan(nu).slice(0, 4)}`, '')
}

/** The last day on which something with this (exclusive) end still holds. */
export function totDag({ spraak }: Context, tot: Date): string {
  return spraak.datum(dagVan(new Date(tot.getTime() - 1)))
}

/** Why not, in a sentence; with the steps that it is about. */
export function weigertekst(scherm: Deel, weigering: Weigering): string {
  const { t } = scherm.verzoek.context.spraak
  switch (weigering.reden) {
    case 'kring':
    case 'wacht-nog':
      return t(`loket.weigering.${weigering.reden}`, {
        stappen: weigering.stappen.map((id) => stapnaam(scherm, id)).join('; '),
      })
    case 'te-veel':
    case 'te-lang':
      return t(`loket.weigering.${weigering.reden}`, { n: weigering.hoogstens })
    case 'einde-ongeldig':
      return t('loket.weigering.einde-ongeldig', { n: weigering.hoogstensDagen })
    case 'code-gebruikt':
    case 'code-verlopen':
    case 'code-onbekend':
    case 'bedrijf-nodig':
    case 'ander-bedrijf':
      return t('loket.meewerken.fout')
    case 'verwacht-onbekend':
    case 'niet-getekend':
      return t('loket.weigering.niet-gevonden')
    default:
      return t(`loket.weigering.${weigering.reden}`)
  }
}

/** «010 123 45 67» stays on one line: nobody dials half a number. */
export function vasteNummers(tekst: string): string {
  return tekst.replace(/(?<=[\d)+]) (?=\(?\d)/g, '\u00a0')
}

/** Whom to call: as the owner of the case wrote it; where nobody took it yet the function, in the reader's language. */
export function aanspreekpunt({ verzoek, beeld }: Pick<Ketenscherm, 'verzoek' | 'beeld'>): string {
  const { regie } = beeld.zicht
  const tekst = woordenVan({ verzoek }, regie.aanspreekpunt)
  if (regie.isNogNiemand === undefined) return tekst
  const nummer = /,\s*([^,]*\d[^,]*)$/.exec(tekst)?.[1]
  const wie = verzoek.context.spraak.t('intake.keten.coordinator', {
    wie: organisatienaam(verzoek, regie.organisatie).tekst,
  })
  return nummer === undefined ? wie : `${wie}, ${nummer}`
}

export function aanspreekmerk(scherm: Pick<Ketenscherm, 'verzoek' | 'beeld'>): Html {
  const { context } = scherm.verzoek
  if (scherm.beeld.zicht.regie.aanspreekpunt === undefined) return geschreven(context, undefined)
  return geschreven(context, vasteNummers(aanspreekpunt(scherm)))
}

/** A word in another language than the page says so. */
export function inTaal({ tekst, lang }: Woorden): Html {
  return lang === undefined ? html`${tekst}` : html`<span${attrs({ lang })}>${tekst}</span>`
}
