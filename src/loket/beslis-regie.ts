/** Decisions about the one owner, and to whom it goes when something is stuck. */
import { plusDagen } from '../kalender/index.ts'
import { BETWISTEN_DAGEN, isAf, OVERDRACHT_DAGEN, opschaalfuncties, type Regie } from './begrippen.ts'
import { trekUitnodigingenIn } from './beslis-delen.ts'
import { magOpschaling, meldNietOpgelost, schaalNieuwOp, schaalOp, vraagDaar } from './beslis-opschaling.ts'
import { wijzigStap, zet } from './beslis-stappen.ts'
import {
  type Bouw,
  deelMet,
  einde,
  eindigOpschalingen,
  keurNamens,
  stopDelingen,
  voeg,
  zorgDeelnemer,
} from './bouw.ts'
import { heropenStappen } from './heropenen.ts'
import { isGemist, type Ketenzaak, type Overdracht, openOverdracht, vindOrganisatie } from './ketenzaak.ts'
import { ongenomenTot } from './ongenomen.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { hernieuwDelingen, stapdelingTot, teHernieuwen } from './stapdeling.ts'
import { wachtOpRegie } from './stilte.ts'
import type { Voorvalinhoud } from './voorval.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing
type Van<S extends Opdracht['soort']> = Extract<Opdracht<T>, { soort: S }>

/** Whoever is asked sees what it is about. Until they accept nothing changes for anybody else: the clock stays. */
export function biedAan(bouw: Bouw, { aan, reden, tot }: Van<'bied-overdracht-aan'>): Weigering | undefined {
  if (aan === bouw.stand.regie.organisatie) return { reden: 'mag-niet' }
  if (!bouw.omgeving.isOverheid(aan)) return { reden: 'geen-overheid' }
  // Nobody there could say yes: owning a case is done where it lies.
  if (bouw.omgeving.isHier?.(aan) === false) return { reden: 'niet-hier' }
  if (openOverdracht(bouw.stand) !== undefined) return { reden: 'al-onderweg' }
  const fout = einde(bouw, tot, OVERDRACHT_DAGEN)
  if (fout !== undefined) return fout
  const wie = zorgDeelnemer(bouw, aan, { rol: 'adviseur', doel: 'beslissen' })
  if ('reden' in wie) return wie
  voeg(bouw, { soort: 'overdracht-aangeboden', overdracht: bouw.omgeving.id(), aan, reden, tot })
  const wat = ['betrokkene', 'vraag', 'uitkomst']
  return deelMet(bouw, wie.deelnemer, wat, { doel: 'beslissen', grond: 'taak', tot })
}

function vindOpen(bouw: Bouw, id: string): Overdracht | Weigering {
  const is = bouw.stand.overdrachten.get(id)
  if (is === undefined) return { reden: 'niet-gevonden' }
  const isOp = is.stand === 'open' && is.tot <= bouw.omgeving.nu
  return is.stand === 'open' && !isOp ? is : { reden: 'kan-niet-nu', stand: isOp ? 'verlopen' : is.stand }
}

export function aanvaard(
  bouw: Bouw,
  { overdracht, aanspreekpunt }: Van<'aanvaard-overdracht'>,
): Weigering | undefined {
  const is = vindOpen(bouw, overdracht)
  if (!('aan' in is)) return is
  const { wie } = bouw
  if (wie.soort !== 'medewerker') return { reden: 'mag-niet' }
  const regie: Regie<T> = { organisatie: wie.organisatie, medewerker: wie.medewerker, aanspreekpunt }
  const oud = bouw.stand.regie.organisatie
  voeg(bouw, { soort: 'overdracht-aanvaard', overdracht, regie })
  return blijftDeelnemer(bouw, oud)
}

/** Who was owner keeps what they still have to do, and sees no more than that. */
function blijftDeelnemer(bouw: Bouw, oud: Ketenzaak['regie']['organisatie']): Weigering | undefined {
  const eigen = [...bouw.stand.stappen.values()].filter(
    ({ stand, eigenaar }) => !isAf(stand) && eigenaar.soort === 'organisatie' && eigenaar.organisatie === oud,
  )
  for (const { stap, termijn } of eigen) {
    const wie = zorgDeelnemer(bouw, oud, { rol: 'uitvoerder', doel: 'stap-uitvoeren' })
    if ('reden' in wie) return wie
    const tot = stapdelingTot(bouw, termijn)
    const weigering = deelMet(bouw, wie.deelnemer, [stap], { doel: 'stap-uitvoeren', grond: 'taak', tot })
    if (weigering !== undefined) return weigering
  }
  return undefined
}

export function weiger(bouw: Bouw, { overdracht, reden }: Van<'weiger-overdracht'>): Weigering | undefined {
  const is = vindOpen(bouw, overdracht)
  if (!('aan' in is)) return is
  voeg(bouw, { soort: 'overdracht-geweigerd', overdracht, reden })
  sluitAanbod(bouw, is)
  schaalNieuwOp(bouw, { aanleiding: 'overdracht-geweigerd' })
  return undefined
}

export function trekIn(bouw: Bouw, { overdracht }: Van<'trek-overdracht-in'>): Weigering | undefined {
  const is = bouw.stand.overdrachten.get(overdracht)
  if (is === undefined) return { reden: 'niet-gevonden' }
  if (is.stand !== 'open') return { reden: 'kan-niet-nu', stand: is.stand }
  voeg(bouw, { soort: 'overdracht-ingetrokken', overdracht })
  sluitAanbod(bouw, is)
  return undefined
}

function sluitAanbod(bouw: Bouw, { aan }: Overdracht): void {
  const wie = vindOrganisatie(bouw.stand, aan)?.id
  stopDelingen(bouw, ({ deelnemer, doel }) => deelnemer === wie && doel === 'beslissen')
}

export function neemOver(bouw: Bouw, { aanspreekpunt, reden }: Van<'neem-over'>): Weigering | undefined {
  const { wie } = bouw
  if (wie.soort !== 'medewerker' || wie.organisatie !== bouw.stand.regie.organisatie)
    return { reden: 'mag-niet' }
  const { organisatie, medewerker } = wie
  voeg(bouw, { soort: 'regie-toegewezen', regie: { organisatie, medewerker, aanspreekpunt }, reden })
  // Somebody answers for it again: nobody has to be asked who.
  for (const { id, aanleiding, stand } of bouw.stand.opschalingen.values())
    if (stand === 'open' && aanleiding === 'regisseur-afwezig')
      voeg(bouw, { soort: 'opschaling-behandeld', opschaling: id, uitkomst: reden })
  return undefined
}

export function breekDoor(bouw: Bouw, opdracht: Van<'breek-door'>): Weigering | undefined {
  const { opschaling, besluit, neemtRegie, termijnen = [] } = opdracht
  const fout = magOpschaling(bouw, opschaling)
  if (fout !== undefined) return fout
  if (bouw.stand.opschalingen.get(opschaling)?.functie !== opschaalfuncties.at(-1))
    return { reden: 'mag-niet' }
  const { wie } = bouw
  if (wie.soort !== 'medewerker') return { reden: 'mag-niet' }
  voeg(bouw, { soort: 'doorbroken', opschaling, besluit })
  for (const { stap, termijn } of termijnen) {
    const weigering = wijzigStap(bouw, { soort: 'wijzig-stap', stap, termijn })
    if (weigering !== undefined) return weigering
  }
  if (neemtRegie === undefined) return undefined
  const { organisatie, medewerker } = wie
  const oud = bouw.stand.regie.organisatie
  const open = openOverdracht(bouw.stand)
  if (open !== undefined) {
    voeg(bouw, { soort: 'overdracht-ingetrokken', overdracht: open.id })
    sluitAanbod(bouw, open)
  }
  voeg(bouw, { soort: 'regie-toegewezen', regie: { organisatie, medewerker, ...neemtRegie }, reden: besluit })
  return oud === organisatie ? undefined : blijftDeelnemer(bouw, oud)
}

/**
 * What time does: an offer runs out, a term is missed, a function or the owner did not act, a share of what is still to
 * be done ends. After it nothing is due that was due before.
 */
export function klok(bouw: Bouw): Weigering | undefined {
  const { nu, vandaagBij, stilTot } = bouw.omgeving
  const ongenomen = ongenomenTot(bouw.stand)
  // Nobody took it, and nobody can be told of it: what was said does not stay.
  if (ongenomen !== undefined && ongenomen <= nu) return sluitMet(bouw, { om: 'niet-opgepakt' })
  const aanbod = openOverdracht(bouw.stand)
  if (aanbod !== undefined && aanbod.tot <= nu) {
    voeg(bouw, { soort: 'overdracht-verlopen', overdracht: aanbod.id })
    sluitAanbod(bouw, aanbod)
    schaalNieuwOp(bouw, { aanleiding: 'overdracht-verlopen' })
  }
  for (const { id: _, aanleiding, stap, tot, stand, organisatie } of bouw.stand.opschalingen.values())
    if (stand === 'open' && tot <= nu)
      schaalOp(bouw, { aanleiding, ...(stap !== undefined && { stap }) }, organisatie)
  for (const { stap, termijn, stand, eigenaar } of bouw.stand.stappen.values())
    if (!isAf(stand) && termijn < vandaagBij(eigenaar) && !isGemist(bouw.stand, stap, termijn)) {
      schaalNieuwOp(bouw, { aanleiding: 'termijn-gemist', stap })
      vraagDaar(bouw, { aanleiding: 'termijn-gemist', stap })
    }
  const stil = wachtOpRegie(bouw.stand)
  if (stil !== undefined && stilTot(stil) <= nu) schaalOp(bouw, { aanleiding: 'regisseur-afwezig' })
  for (const { stap, op } of teHernieuwen(bouw.stand)) if (op <= nu) hernieuwDelingen(bouw, stap)
  return undefined
}

type Sluitopdracht = Van<'sluit-met-ja'> | Van<'sluit-met-reden'>

/** With their yes or with a reason: both can be contested. What was still to be done falls away. */
export function sluit(bouw: Bouw, opdracht: Sluitopdracht): Weigering | undefined {
  const { uitleg } = opdracht
  const isInwoner = bouw.wie.soort === 'inwoner'
  // A yes is theirs: said by themselves, or to a professional who says how.
  if (opdracht.soort === 'sluit-met-ja' && (opdracht.hoe === 'ingelogd') !== isInwoner)
    return { reden: 'mag-niet' }
  if (opdracht.soort === 'sluit-met-reden') return sluitMet(bouw, { om: opdracht.om, uitleg })
  // Who has it on their own page is asked there first: nobody says yes for them unseen.
  const { betrokkene, sluitingGevraagd } = bouw.stand
  if (!isInwoner && betrokkene.soort === 'persoon' && sluitingGevraagd === undefined)
    return { reden: 'eerst-vragen' }
  return sluitMet(bouw, { om: 'opgelost', ja: opdracht.hoe, uitleg })
}

function sluitMet(bouw: Bouw, waarom: Pick<Sluiting, 'om' | 'ja' | 'uitleg'>): undefined {
  const open = openOverdracht(bouw.stand)
  if (open !== undefined) voeg(bouw, { soort: 'overdracht-ingetrokken', overdracht: open.id })
  trekUitnodigingenIn(bouw)
  for (const { stap, stand } of bouw.stand.stappen.values()) if (!isAf(stand)) zet(bouw, stap, 'vervallen')
  eindigOpschalingen(bouw, () => true)
  voeg(bouw, {
    soort: 'gesloten',
    ...waarom,
    betwistbaarTot: plusDagen(bouw.omgeving.vandaag, BETWISTEN_DAGEN),
  })
}

type Sluiting = Extract<Voorvalinhoud, { soort: 'gesloten' }>

export function betwist(bouw: Bouw, { reden, namens }: Van<'betwist-sluiting'>): Weigering | undefined {
  const fout = keurNamens(bouw, namens)
  if (fout !== undefined) return fout
  const { sluiting } = bouw.stand
  if (sluiting === undefined) return { reden: 'kan-niet-nu', stand: bouw.stand.stand }
  if (bouw.omgeving.vandaag > sluiting.betwistbaarTot) return { reden: 'termijn-voorbij' }
  voeg(bouw, { soort: 'sluiting-betwist', reden, ...(namens && { namens }) })
  // With who is no government nothing is shared again by itself.
  stopDelingen(bouw, ({ deelnemer }) => bouw.stand.deelnemers.get(deelnemer)?.wie.soort === 'partij')
  heropenStappen(bouw, sluiting)
  meldNietOpgelost(bouw, { reden })
  return undefined
}

/** Named limit: more often than this nobody counts. */
export const HOOGSTENS_VERTELD = 50

export function navraag(
  bouw: Bouw,
  { opgelost, keerVerteld }: Van<'beantwoord-navraag'>,
): Weigering | undefined {
  if (bouw.stand.stand !== 'gesloten' || bouw.stand.nabevraagd !== undefined)
    return { reden: 'kan-niet-nu', stand: bouw.stand.nabevraagd === undefined ? 'open' : 'nabevraagd' }
  const isGetal = Number.isInteger(keerVerteld) && keerVerteld >= 0 && keerVerteld <= HOOGSTENS_VERTELD
  if (!isGetal) return { reden: 'te-veel', wat: 'keren', hoogstens: HOOGSTENS_VERTELD }
  voeg(bouw, { soort: 'nabevraagd', opgelost, keerVerteld })
  return undefined
}
