/** Who took part in a case and does not any more: that it ended for them, on which day, and whom to call. Nothing of the case. */
import type { Audit, Sleutelring, Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid7, type OrganisatieId } from '../domain/index.ts'
import type { Regie } from './begrippen.ts'
import { speelAf } from './evolve.ts'
import { metWoorden } from './ketentekst.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { Afscheid, Loketvrager } from './loket.ts'
import type { Voorval } from './voorval.ts'
import { kijkerVan, lezerVan, magVan, persoonIn, type Toegangsdelen, verwerking } from './vrager.ts'
import type { Tekstverwijzing } from './woorden.ts'
import { zicht } from './zicht.ts'
import type { Kijker } from './zicht-vorm.ts'

type T = Tekstverwijzing
type Einde = Pick<Afscheid, 'soort' | 'op'> & { readonly regie: Regie<T> }

interface Verloop {
  readonly regie: Regie<T> | undefined
  /** As which participants they are in it now. */
  readonly als: ReadonlySet<string>
  readonly einde: Einde | undefined
}

/** How it ended for them, as far as they were there: what happened after that they are not told. */
export function eindeVoor(
  voorvallen: readonly Voorval[],
  kijker: Exclude<Kijker, { readonly soort: 'inwoner' }>,
): Einde | undefined {
  const begin: Verloop = { regie: undefined, als: new Set(), einde: undefined }
  return voorvallen.reduce((tot, een) => verder(tot, een, kijker), begin).einde
}

function verder(
  tot: Verloop,
  { op, inhoud }: Voorval,
  kijker: Exclude<Kijker, { soort: 'inwoner' }>,
): Verloop {
  const isVanHen = (regie: Regie<T> | undefined) =>
    kijker.soort === 'medewerker' && regie?.organisatie === kijker.organisatie
  switch (inhoud.soort) {
    case 'geopend':
      return { ...tot, regie: inhoud.regie }
    case 'overdracht-aanvaard':
    case 'regie-toegewezen': {
      const { regie } = inhoud
      if (isVanHen(regie)) return { ...tot, regie, einde: undefined }
      return { ...tot, regie, ...(isVanHen(tot.regie) && { einde: { soort: 'overgedragen', op, regie } }) }
    }
    case 'deelnemer-erbij': {
      const { wie, deelnemer } = inhoud
      const isZij =
        kijker.soort === 'genodigde'
          ? deelnemer === kijker.deelnemer
          : wie.soort === 'organisatie' && wie.organisatie === kijker.organisatie
      return isZij ? { ...tot, als: new Set([...tot.als, deelnemer]), einde: undefined } : tot
    }
    case 'deelnemer-weg': {
      if (!tot.als.has(inhoud.deelnemer)) return tot
      const als = new Set([...tot.als].filter((een) => een !== inhoud.deelnemer))
      return { ...tot, als, ...(tot.regie && { einde: { soort: 'weg', op, regie: tot.regie } }) }
    }
    case 'gesloten':
      return tot.als.size > 0 && tot.regie !== undefined && !isVanHen(tot.regie)
        ? { ...tot, einde: { soort: 'gesloten', op, regie: tot.regie } }
        : tot
    case 'sluiting-betwist':
      return tot.einde?.soort === 'gesloten' ? { ...tot, einde: undefined } : tot
    default:
      return tot
  }
}

export interface Afscheiddelen extends Toegangsdelen {
  readonly store: Pick<KetenzaakStore, 'laad' | 'teksten' | 'tekstenZonderPersoon'>
  readonly audit: Pick<Audit, 'metVerwerking'>
  readonly ring: Sleutelring
}

/** `undefined`: there is no such case, they never took part, or they still do. */
export async function afscheid(
  delen: Afscheiddelen,
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<Afscheid | undefined> {
  const kijker = kijkerVan(vrager)
  if (kijker === undefined || kijker.soort === 'inwoner' || !isUuid7(ketenzaak)) return undefined
  const lezer = { soort: 'taak' } as const
  const { voorvallen } = await delen.store.laad(lezer, ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || zicht(stand, kijker, delen.nu()) !== undefined) return undefined
  const einde = eindeVoor(voorvallen, kijker) ?? verlopen(stand, kijker)
  if (einde === undefined || !magNog(delen, vrager, ketenzaak)) return undefined
  const { regie, ...hoe } = einde
  const { aanspreekpunt } = regie
  const persoon = persoonIn(stand)
  const lees = async (bewijs: Verwerkingsbewijs | undefined): Promise<Afscheid> => {
    const rijen =
      persoon !== undefined && bewijs !== undefined
        ? await delen.store.teksten(lezer, { ketenzaak, persoon }, [aanspreekpunt.tekst], bewijs)
        : await delen.store.tekstenZonderPersoon(lezer, ketenzaak, [aanspreekpunt.tekst])
    const woorden = metWoorden(delen.ring, ketenzaak, { aanspreekpunt }, rijen)
    // The same thing: only the reference became words.
    return {
      ...hoe,
      nummer: stand.nummer,
      regie: regie.organisatie,
      ...(woorden as Pick<Afscheid, 'aanspreekpunt'>),
    }
  }
  if (persoon === undefined) return lees(undefined)
  return delen.audit.metVerwerking(verwerking(delen, vrager, persoon, stand.nummer), lees)
}

/** Whoever is in no more although nothing was ended: their time was over. */
function verlopen({ deelnemers, regie }: Ketenzaak, kijker: Kijker): Einde | undefined {
  const toegang = kijker.soort === 'genodigde' ? deelnemers.get(kijker.deelnemer)?.toegang : undefined
  return toegang && { soort: 'verlopen', op: toegang.tot, regie }
}

/** That they took part was just seen; whether they may work in chains at all says the table of access. */
function magNog(delen: Toegangsdelen, vrager: Loketvrager, ketenzaak: string): boolean {
  const { subject } = vrager
  if (subject.soort !== 'medewerker') return subject.soort === 'genodigde'
  const { organisatie } = subject
  return magVan(delen, vrager, 'bekijken', { ketenzaak, organisatie, deelnemers: [organisatie] })
}

/** Of which case this is the number, for who takes part in it or did; of any other it says nothing. */
export async function vindNummer(
  delen: Afscheiddelen & { readonly store: Pick<KetenzaakStore, 'vindNummer'> },
  vrager: Loketvrager,
  nummer: string,
): Promise<string | undefined> {
  if (vrager.subject.soort !== 'medewerker') return undefined
  const { organisatie }: { readonly organisatie: OrganisatieId } = vrager.subject
  if (!magVan(delen, vrager, 'bekijken', { organisatie, deelnemers: [organisatie] })) return undefined
  const hier = await delen.store.vindNummer(lezerVan(vrager), nummer)
  if (hier !== undefined) return hier
  const ander = await delen.store.vindNummer({ soort: 'taak' }, nummer)
  return ander !== undefined && (await afscheid(delen, vrager, ander)) !== undefined ? ander : undefined
}
