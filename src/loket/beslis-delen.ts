/** Decisions about who takes part, what they see, and what is passed on. */
import type { PersoonId } from '../domain/index.ts'
import { nietVoorAdviseur } from '../toegang/index.ts'
import {
  DELING_DAGEN,
  GENODIGDE_DAGEN,
  HOOGSTENS_DEELNEMERS,
  HOOGSTENS_ONDERDELEN,
  isAf,
  UITNODIGING_DAGEN,
} from './begrippen.ts'
import { delingenVan, sleutelVan } from './bezwaren.ts'
import { type Bouw, deelMet, einde, keurNamens, naDagen, stopDelingen, voeg, zorgDeelnemer } from './bouw.ts'
import { openOverdracht, type Uitnodiging, vindOrganisatie } from './ketenzaak.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { keurBereik, vraagMee } from './vraag-mee.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing
type Van<S extends Opdracht['soort']> = Extract<Opdracht<T>, { soort: S }>

export function voegOrganisatieToe(
  bouw: Bouw,
  { organisatie, rol, doel, reden }: Van<'voeg-organisatie-toe'>,
): Weigering | undefined {
  if (organisatie === bouw.stand.regie.organisatie || vindOrganisatie(bouw.stand, organisatie))
    return { reden: 'bestaat-al' }
  if (rol === 'adviseur' && nietVoorAdviseur.includes(doel)) return { reden: 'rol-past-niet' }
  const fout = keurBereik(bouw, organisatie)
  if (fout !== undefined) return fout
  const wie = zorgDeelnemer(bouw, organisatie, { rol, doel })
  if ('reden' in wie) return wie
  vraagMee(bouw, { verzoek: bouw.omgeving.id(), wat: 'erbij', organisatie, ...wie, reden })
  return undefined
}

/** Who still has something to do is not sent away: the step goes first. */
export function haalWeg(bouw: Bouw, { deelnemer: id }: Van<'haal-deelnemer-weg'>): Weigering | undefined {
  const deelnemer = bouw.stand.deelnemers.get(id)
  if (deelnemer === undefined) return { reden: 'niet-gevonden' }
  const { wie } = deelnemer
  const stappen = [...bouw.stand.stappen.values()].filter(
    ({ stand, eigenaar }) =>
      !isAf(stand) &&
      (eigenaar.soort === 'partij'
        ? eigenaar.deelnemer === id
        : eigenaar.soort === 'organisatie' &&
          wie.soort === 'organisatie' &&
          eigenaar.organisatie === wie.organisatie),
  )
  if (stappen.length > 0) return { reden: 'wacht-nog', stappen: stappen.map(({ stap }) => stap) }
  stopDelingen(bouw, (deling) => deling.deelnemer === id)
  trekUitnodigingenIn(bouw, id)
  const aanbod = openOverdracht(bouw.stand)
  // Who no longer sees what it is about cannot answer for it.
  if (aanbod !== undefined && wie.soort === 'organisatie' && aanbod.aan === wie.organisatie)
    voeg(bouw, { soort: 'overdracht-ingetrokken', overdracht: aanbod.id })
  voeg(bouw, { soort: 'deelnemer-weg', deelnemer: id })
  return undefined
}

export function trekUitnodigingenIn(bouw: Bouw, deelnemer?: string): void {
  // One that was used opens the way back for its company, and only for the time that it was given.
  for (const een of bouw.stand.uitnodigingen.values())
    if (
      (een.stand === 'open' || (een.stand === 'gebruikt' && een.terugTot !== undefined)) &&
      (deelnemer === undefined || een.deelnemer === deelnemer)
    )
      voeg(bouw, { soort: 'uitnodiging-ingetrokken', uitnodiging: een.id })
}

export function nodigUit(
  bouw: Bouw,
  opdracht: Van<'nodig-uit'> | Van<'nodig-opnieuw-uit'>,
): Weigering | undefined {
  const { codehash, tot } = opdracht
  const fout = einde(bouw, tot, UITNODIGING_DAGEN)
  if (fout !== undefined) return fout
  const { id } = bouw.omgeving
  if (opdracht.soort === 'nodig-opnieuw-uit') {
    const { deelnemer } = opdracht
    if (bouw.stand.deelnemers.get(deelnemer)?.wie.soort !== 'partij') return { reden: 'niet-gevonden' }
    const bedrijf = opdracht.bedrijf ?? bedrijfVan(bouw, deelnemer)
    // The old code and the key that came of it open nothing from now on.
    trekUitnodigingenIn(bouw, deelnemer)
    eindigToegang(bouw, deelnemer)
    voeg(bouw, uitgenodigd({ uitnodiging: id(), deelnemer, codehash, tot }, bedrijf))
    return undefined
  }
  if (bouw.stand.deelnemers.size >= HOOGSTENS_DEELNEMERS)
    return { reden: 'te-veel', wat: 'deelnemers', hoogstens: HOOGSTENS_DEELNEMERS }
  partijErbij(bouw, opdracht, opdracht.bedrijf)
  return undefined
}

/** An outside party, with the code by which it comes in. Gives which participant it is. */
export function partijErbij(
  bouw: Bouw,
  {
    partij,
    naam,
    doel,
    codehash,
    tot,
  }: Pick<Van<'nodig-uit'>, 'partij' | 'naam' | 'doel' | 'codehash' | 'tot'>,
  bedrijf?: Van<'nodig-uit'>['bedrijf'],
): string {
  const { id } = bouw.omgeving
  const deelnemer = id()
  voeg(
    bouw,
    {
      soort: 'deelnemer-erbij',
      deelnemer,
      wie: { soort: 'partij', partij, naam },
      rol: 'buitenstaander',
      doel,
    },
    uitgenodigd({ uitnodiging: id(), deelnemer, codehash, tot }, bedrijf),
  )
  return deelnemer
}

function uitgenodigd(
  wie: Pick<Uitnodiging, 'deelnemer' | 'codehash' | 'tot'> & { readonly uitnodiging: string },
  bedrijf: PersoonId | undefined,
) {
  return { soort: 'uitgenodigd', ...wie, ...(bedrijf !== undefined && { bedrijf }) } as const
}

/** A new code asks what the one before asked: nobody gets round the login by losing it. */
function bedrijfVan({ stand }: Bouw, deelnemer: string): PersoonId | undefined {
  return [...stand.uitnodigingen.values()].findLast((een) => een.deelnemer === deelnemer)?.bedrijf
}

/** Once, in time, and with confidentiality signed in the same act. */
export function gebruikUitnodiging(bouw: Bouw, opdracht: Van<'gebruik-uitnodiging'>): Weigering | undefined {
  const { codehash, ondertekenaar, geheimhouding, toegang } = opdracht
  const is = [...bouw.stand.uitnodigingen.values()].find((een) => een.codehash === codehash)
  const { wie } = bouw
  const isVanHen = wie.soort === 'genodigde' && wie.deelnemer === is?.deelnemer
  if (is === undefined || is.stand === 'ingetrokken' || !isVanHen) return { reden: 'code-onbekend' }
  const { nu } = bouw.omgeving
  const { terugTot } = is
  if (is.stand === 'gebruikt' && terugTot === undefined) return { reden: 'code-gebruikt' }
  if ((terugTot ?? is.tot) <= nu) return { reden: 'code-verlopen' }
  if (is.bedrijf !== undefined && is.bedrijf !== toegang.bedrijf)
    return { reden: toegang.bedrijf === undefined ? 'bedrijf-nodig' : 'ander-bedrijf' }
  if (geheimhouding === '') return { reden: 'niet-getekend' }
  // Coming back gives no more time than coming in gave.
  const tot = terugTot ?? naDagen(nu, GENODIGDE_DAGEN)
  const { id: uitnodiging, deelnemer } = is
  voeg(bouw, {
    soort: 'uitnodiging-gebruikt',
    uitnodiging,
    deelnemer,
    ondertekenaar,
    geheimhouding,
    toegang,
    tot,
  })
  return undefined
}

/** They stop: what was copied of their key is of no use any more. The way back is theirs, or of who invited them. */
export function beeindigToegang(bouw: Bouw): Weigering | undefined {
  const { wie } = bouw
  if (wie.soort !== 'genodigde') return { reden: 'mag-niet' }
  eindigToegang(bouw, wie.deelnemer)
  return undefined
}

function eindigToegang(bouw: Bouw, deelnemer: string): void {
  const tot = bouw.stand.deelnemers.get(deelnemer)?.toegang?.tot
  if (tot !== undefined && tot > bouw.omgeving.nu) voeg(bouw, { soort: 'toegang-geeindigd', deelnemer })
}

export function deel(
  bouw: Bouw,
  { onderdeel, deelnemer, doel, grond, tot, isNieuwJa }: Van<'deel'>,
): Weigering | undefined {
  const isAdviseur = bouw.stand.deelnemers.get(deelnemer)?.rol === 'adviseur'
  if (isAdviseur && nietVoorAdviseur.includes(doel)) return { reden: 'rol-past-niet' }
  // A yes that was taken back is no yes any more, whoever comes back under another number.
  const stand = bouw.stand.bezwaren.get(sleutelVan(bouw.stand, { onderdeel, deelnemer }))
  if (stand === 'gestopt' && isNieuwJa !== true) return { reden: 'bezwaar', onderdeel, stand }
  return einde(bouw, tot, DELING_DAGEN) ?? deelMet(bouw, deelnemer, [onderdeel], { doel, grond, tot })
}

export function stopDeling(bouw: Bouw, { deling }: Van<'stop-deling'>): Weigering | undefined {
  const is = bouw.stand.delingen.get(deling)
  if (is === undefined) return { reden: 'niet-gevonden' }
  if (is.stand === 'gestopt') return { reden: 'kan-niet-nu', stand: is.stand }
  // Given anew for longer it is one share to who looks at it: what they stop, stops.
  for (const een of delingenVan(bouw.stand, is))
    if (een.id === deling || (een.stand === 'geldt' && een.doel === is.doel && een.grond === is.grond))
      voeg(bouw, { soort: 'deling-gestopt', deling: een.id })
  return undefined
}

export function maakBezwaar(
  bouw: Bouw,
  { deling, reden, namens }: Van<'maak-bezwaar'>,
): Weigering | undefined {
  const fout = keurNamens(bouw, namens)
  if (fout !== undefined) return fout
  const is = bouw.stand.delingen.get(deling)
  if (is === undefined) return { reden: 'niet-gevonden' }
  if (is.stand !== 'geldt') return { reden: 'kan-niet-nu', stand: is.stand }
  // To the item for them: what they were given for another purpose stops as well.
  for (const { id, stand } of delingenVan(bouw.stand, is))
    if (stand === 'geldt')
      voeg(bouw, { soort: 'deling-bezwaar', deling: id, reden, ...(namens && { namens }) })
  return undefined
}

export function beoordeelBezwaar(
  bouw: Bouw,
  { deling, uitkomst, reden }: Van<'beoordeel-bezwaar'>,
): Weigering | undefined {
  const is = bouw.stand.delingen.get(deling)
  if (is === undefined) return { reden: 'niet-gevonden' }
  if (is.stand !== 'bezwaar') return { reden: 'kan-niet-nu', stand: is.stand }
  // What rests on consent ends when it is taken back: there is nothing to weigh.
  if (is.grond === 'toestemming' && uitkomst === 'blijft') return { reden: 'grond-past-niet' }
  const wachten = delingenVan(bouw.stand, is).filter(({ stand }) => stand === 'bezwaar')
  // Of the same objection. What stays is said last: it is how the objection ends.
  for (const { id, grond } of wachten.toSorted(
    (a, b) => Number(a.grond !== 'toestemming') - Number(b.grond !== 'toestemming'),
  ))
    voeg(bouw, {
      soort: 'bezwaar-beoordeeld',
      deling: id,
      uitkomst: grond === 'toestemming' ? 'gestopt' : uitkomst,
      reden,
    })
  return undefined
}

/** Whoever writes something sees it: a participant gets a share of what they brought in. */
export function voegToe(bouw: Bouw, opdracht: Van<'voeg-toe'>): Weigering | undefined {
  if (bouw.stand.onderdelen.size >= HOOGSTENS_ONDERDELEN)
    return { reden: 'te-veel', wat: 'onderdelen', hoogstens: HOOGSTENS_ONDERDELEN }
  const onderdeel = bouw.omgeving.id()
  const { wat, tekst, bestand, gesprek } = opdracht
  voeg(bouw, {
    ...({ soort: 'onderdeel-erbij', onderdeel, wat, tekst } as const),
    ...(bestand && { bestand }),
    ...(gesprek && { gesprek }),
  })
  const { wie } = bouw
  const is =
    wie.soort === 'genodigde'
      ? wie.deelnemer
      : wie.soort === 'medewerker' && wie.organisatie !== bouw.stand.regie.organisatie
        ? vindOrganisatie(bouw.stand, wie.organisatie)?.id
        : undefined
  if (is === undefined) return undefined
  const tot = naDagen(bouw.omgeving.nu, DELING_DAGEN)
  return deelMet(bouw, is, [onderdeel], { doel: 'afstemmen', grond: 'eigen-inbreng', tot })
}

/**
 * Awb 2:3 lid 1: what belongs to another body is forwarded, and the resident is told at the same time. One command, all
 * events; there is no other way to any. It lies in the work list there until somebody takes it or gives it back.
 */
export function stuurDoor(
  bouw: Bouw,
  { naar, reden, melding, hoe, tot }: Van<'stuur-door'>,
): Weigering | undefined {
  if (naar === bouw.stand.regie.organisatie) return { reden: 'mag-niet' }
  const fout = einde(bouw, tot, DELING_DAGEN) ?? keurBereik(bouw, naar)
  if (fout !== undefined) return fout
  // Whom nobody knows gets no message.
  if (hoe === 'bericht' && bouw.stand.betrokkene.soort !== 'persoon')
    return { reden: 'kan-niet-nu', stand: 'onbekend' }
  const wie = zorgDeelnemer(bouw, naar, { rol: 'uitvoerder', doel: 'doorsturen' })
  if ('reden' in wie) return wie
  const { deelnemer } = wie
  const doorzending = bouw.omgeving.id()
  voeg(
    bouw,
    { soort: 'doorgestuurd', doorzending, naar, deelnemer, reden },
    { soort: 'doorzending-gemeld', doorzending, hoe, tekst: melding },
  )
  vraagMee(bouw, { verzoek: doorzending, wat: 'doorzending', organisatie: naar, deelnemer, reden })
  return deelMet(bouw, deelnemer, ['betrokkene', 'vraag', 'uitkomst'], {
    doel: 'doorsturen',
    grond: 'taak',
    tot,
  })
}
