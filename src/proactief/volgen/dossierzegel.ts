import { ontzegel, type Sleutelring, verzegel } from '../../audit/index.ts'
import type { PersoonId, Toeval } from '../../domain/index.ts'
import type { Dossierinhoud, DossierRij, VolgvoorkeurRij } from './dossier-store.ts'
import type { Signaal } from './signaal.ts'
import type { SignaalRij } from './signaal-store.ts'

/** What opens is what was written: sealed by us, with the place as a part of it. That is why the casts hold. */

const zoutBytes = 32

export function sluitDossier(
  ring: Sleutelring,
  wie: Pick<DossierRij, 'persoon' | 'sinds' | 'versie'>,
  inhoud: Dossierinhoud,
  toeval: Toeval,
): DossierRij {
  const zout = Buffer.from(toeval(zoutBytes))
  return { ...wie, zout, ...verzegel(ring, dossierplek(wie), JSON.stringify(inhoud), { toeval, zout }) }
}

export function openDossier(ring: Sleutelring, rij: DossierRij): Dossierinhoud {
  return JSON.parse(ontzegel(ring, dossierplek(rij), rij, rij.zout)) as Dossierinhoud
}

/** Of a signal: what it is about. Its state stands beside it. */
export type Signaalinhoud = Omit<Signaal, 'stand' | 'id'>

export function sluitSignaal(
  ring: Sleutelring,
  wie: Pick<SignaalRij, 'id' | 'persoon'>,
  { regeling, soort, voor, na, aanleidingen, gegevens }: Signaalinhoud,
  toeval: Toeval,
): Pick<SignaalRij, 'kid' | 'cijfer'> {
  const inhoud: Signaalinhoud = { regeling, soort, voor, na, aanleidingen, gegevens }
  return verzegel(ring, signaalplek(wie), JSON.stringify(inhoud), { toeval })
}

export function openSignaal(ring: Sleutelring, rij: SignaalRij): Signaal {
  const inhoud = JSON.parse(ontzegel(ring, signaalplek(rij), rij)) as Signaalinhoud
  return { ...inhoud, id: rij.id, voor: inhoud.voor, na: inhoud.na, stand: rij.stand }
}

export function sluitNietVoorMij(
  ring: Sleutelring,
  persoon: PersoonId,
  regelingen: ReadonlySet<string>,
  toeval: Toeval,
): VolgvoorkeurRij['nietVoorMij'] {
  if (regelingen.size === 0) return undefined
  return verzegel(ring, voorkeurplek(persoon), JSON.stringify([...regelingen].toSorted()), { toeval })
}

export function openNietVoorMij(ring: Sleutelring, rij: VolgvoorkeurRij | undefined): ReadonlySet<string> {
  if (rij?.nietVoorMij === undefined) return new Set()
  return new Set(JSON.parse(ontzegel(ring, voorkeurplek(rij.persoon), rij.nietVoorMij)) as readonly string[])
}

function dossierplek({ persoon, versie }: Pick<DossierRij, 'persoon' | 'versie'>) {
  return { tabel: 'levensloop_dossier', rij: `${persoon}/${versie}`, doel: 'inhoud' }
}

function signaalplek({ id, persoon }: Pick<SignaalRij, 'id' | 'persoon'>) {
  return { tabel: 'levensloop_signaal', rij: `${id}/${persoon}`, doel: 'inhoud' }
}

function voorkeurplek(persoon: PersoonId) {
  return { tabel: 'levensloop_voorkeur', rij: persoon, doel: 'niet-voor-mij' }
}
