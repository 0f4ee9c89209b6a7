/** A case as one reader sees it, with its words, its sentence and what happened; and that they saw it. */
import type { Audit, Sleutelring, Verwerkingsbewijs } from '../audit/index.ts'
import { isUuid7, parseOrganisatieId } from '../domain/index.ts'
import type { Bestandssoort } from './bestand.ts'
import { eigenNr } from './eigen-beeld.ts'
import { speelAf } from './evolve.ts'
import { grondNodig } from './grond-nodig.ts'
import { herkomstVan } from './herkomst.ts'
import { gezienBewijs, sjabloonVan } from './ketenbewijs.ts'
import { metWoorden } from './ketentekst.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { KetenzaakStore, Tekstrij } from './ketenzaak-store.ts'
import type { Gezien, Ketenbeeld, Loketvrager, Toen } from './loket.ts'
import { verloopVan } from './verloop.ts'
import { type Ketenzin, ketenzin, stapduur } from './verwachting.ts'
import type { Voorval } from './voorval.ts'
import {
  feitenVan,
  kijkerVan,
  lezerVan,
  magVan,
  persoonIn,
  type Toegangsdelen,
  vandaag,
  verwerking,
} from './vrager.ts'
import { type Gelezen, type Tekstverwijzing, verwijzingenIn } from './woorden.ts'
import { zicht } from './zicht.ts'
import type { Kijker, Zicht } from './zicht-vorm.ts'

export interface Bekijkdelen extends Toegangsdelen {
  readonly store: KetenzaakStore
  readonly audit: Pick<Audit, 'schrijf' | 'metVerwerking'>
  readonly ring: Sleutelring
}

export async function bekijk(
  delen: Bekijkdelen,
  vrager: Loketvrager,
  ketenzaak: string,
  sinds?: number,
): Promise<Ketenbeeld | undefined> {
  const blik = await werpBlik(delen, vrager, ketenzaak)
  if (blik === undefined) return undefined
  const { kijker, lezer, voorvallen, stand, ziet, op } = blik
  const { store, audit, ring } = delen
  const toen = sinds === undefined ? undefined : toenVan(blik, sinds)
  const ids = verwijzingenIn([ziet, toen]).map(({ tekst }) => tekst)
  const persoon = persoonIn(stand)
  const lees = (bewijs: Verwerkingsbewijs | undefined): Promise<readonly Tekstrij[]> =>
    persoon !== undefined && bewijs !== undefined
      ? store.teksten(lezer, { ketenzaak, persoon }, ids, bewijs)
      : store.tekstenZonderPersoon(lezer, ketenzaak, ids)
  const merk = async (): Promise<void> => {
    if (kijker.soort === 'inwoner') return
    const onderdelen = getoondeOnderdelen(ziet)
    await store.merkGezien(ketenzaak, { wie: codeVan(kijker), dag: vandaag(op), onderdelen })
    // With somebody on whose record it stands already this is enough; of nobody the evidence is on the case.
    if (persoon === undefined)
      await audit.schrijf(gezienBewijs(ketenzaak, op, codeVan(kijker), onderdelen.length))
  }
  const getoond = async (bewijs: Verwerkingsbewijs | undefined): Promise<Ketenbeeld> => {
    // That it was seen is written before anybody has the words, and while they are fetched.
    const [rijen, zin] = await Promise.all([lees(bewijs), zinVan(store, stand, ziet, op), merk()])
    return {
      // The same view: only references became words.
      zicht: metWoorden(ring, ketenzaak, ziet, rijen) as Ketenbeeld['zicht'],
      zin,
      verloop: verloopVoor(ziet, voorvallen),
      herkomst: herkomstVan(ziet, voorvallen),
      ...(toen && { toen: metWoorden(ring, ketenzaak, toen, rijen) as Toen<Gelezen> }),
    }
  }
  if (persoon === undefined) return getoond(undefined)
  return audit.metVerwerking(verwerking(delen, vrager, persoon, stand.nummer), getoond)
}

/**
 * The same case without a word of anybody and without a forecast, for who does something in it: what there is and what
 * can be done. Nothing of it is shown, so it is not written down that somebody saw it; what they do is.
 */
export async function overzie(
  delen: Bekijkdelen,
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<Ketenbeeld | undefined> {
  const blik = await werpBlik(delen, vrager, ketenzaak)
  if (blik === undefined) return undefined
  const { voorvallen, stand, ziet, op } = blik
  return {
    zicht: metWoorden(delen.ring, ketenzaak, ziet, []) as Ketenbeeld['zicht'],
    zin: await zinVan({ duren: async () => [] }, stand, ziet, op),
    verloop: verloopVoor(ziet, voorvallen),
    herkomst: herkomstVan(ziet, voorvallen),
  }
}

/** A file of it, for who may read that item: written down as every look, and read by itself. */
export async function leesBestand(
  delen: Bekijkdelen,
  vrager: Loketvrager,
  ketenzaak: string,
  onderdeel: string,
): Promise<{ readonly soort: Bestandssoort; readonly inhoud: Uint8Array } | undefined> {
  const blik = await werpBlik(delen, vrager, ketenzaak)
  const isErBij = blik?.ziet.onderdelen.some(({ id, bestand }) => id === onderdeel && bestand !== undefined)
  const bestand = blik?.stand.onderdelen.get(onderdeel)?.bestand
  if (blik === undefined || isErBij !== true || bestand === undefined) return undefined
  const { kijker, lezer, stand, op } = blik
  const { store, audit, ring } = delen
  const ids = [bestand.inhoud.tekst]
  const persoon = persoonIn(stand)
  const lees = async (bewijs: Verwerkingsbewijs | undefined) => {
    if (kijker.soort !== 'inwoner')
      await store.merkGezien(ketenzaak, { wie: codeVan(kijker), dag: vandaag(op), onderdelen: [onderdeel] })
    const rijen =
      persoon !== undefined && bewijs !== undefined
        ? await store.teksten(lezer, { ketenzaak, persoon }, ids, bewijs)
        : await store.tekstenZonderPersoon(lezer, ketenzaak, ids)
    const inhoud = metWoorden(ring, ketenzaak, bestand.inhoud, rijen)
    return typeof inhoud === 'string'
      ? { soort: bestand.soort, inhoud: Buffer.from(inhoud, 'base64') }
      : undefined
  }
  if (persoon !== undefined)
    return audit.metVerwerking(verwerking(delen, vrager, persoon, stand.nummer), lees)
  if (kijker.soort !== 'inwoner') await audit.schrijf(gezienBewijs(ketenzaak, op, codeVan(kijker), 1))
  return lees(undefined)
}

/** What this reader sees of it, as references. */
async function werpBlik(delen: Bekijkdelen, vrager: Loketvrager, ketenzaak: string) {
  const kijker = kijkerVan(vrager)
  if (kijker === undefined || !isUuid7(ketenzaak)) return undefined
  const lezer = lezerVan(vrager)
  const { voorvallen } = await delen.store.laad(lezer, ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || !magVan(delen, vrager, 'bekijken', feitenVan(stand))) return undefined
  const op = delen.nu()
  if (grondNodig(stand, vrager, op) !== undefined) return undefined
  const ziet = zicht(stand, kijker, op)
  if (ziet === undefined) return undefined
  const nr = eigenNr({ stand, kijker, ziet }, voorvallen)
  return { kijker, lezer, voorvallen, stand, ziet: { ...ziet, nr }, op }
}

/** Of what they see now, and nothing else: what is not shared with them any more is not shown as it was. */
function toenVan(
  { voorvallen, kijker, stand, ziet, op }: NonNullable<Awaited<ReturnType<typeof werpBlik>>>,
  nr: number,
): Toen<Tekstverwijzing> | undefined {
  const eerder = speelAf(stand.id, voorvallen.slice(0, nr))
  const zag = eerder && zicht(eerder, kijker, op)
  if (zag === undefined) return undefined
  const nu = new Set([
    ...ziet.stappen.flatMap(({ stap, isAfgeschermd }) => (isAfgeschermd ? [] : [stap])),
    ...ziet.onderdelen.flatMap(({ id, tekst }) => (tekst === undefined ? [] : [id])),
  ])
  return {
    stappen: zag.stappen.filter(({ stap }) => nu.has(stap)),
    onderdelen: zag.onderdelen.filter(({ id }) => nu.has(id)),
  }
}

function verloopVoor({ als }: Zicht<unknown>, voorvallen: readonly Voorval[]) {
  return als === 'deelnemer' || als === 'aangeboden' ? [] : verloopVan(voorvallen)
}

/** Over the steps that this reader sees; of one that is not shared only whose it is. */
async function zinVan(
  store: Pick<KetenzaakStore, 'duren'>,
  { stappen }: Ketenzaak,
  ziet: Zicht<unknown>,
  op: Date,
): Promise<Ketenzin> {
  const gezien = new Map(
    ziet.stappen.flatMap(({ stap, wachtOp }) => {
      const een = stappen.get(stap)
      return een === undefined ? [] : [[stap, { ...een, wachtOp }] as const]
    }),
  )
  const sleutels = [...gezien.values()].flatMap(({ titel, eigenaar }) =>
    titel.soort === 'sjabloon' && eigenaar.soort === 'organisatie'
      ? [{ organisatie: eigenaar.organisatie, sjabloon: sjabloonVan(titel) }]
      : [],
  )
  const duren = await store.duren(sleutels)
  return ketenzin(
    gezien,
    ({ stap }) => {
      const een = gezien.get(stap)
      const { eigenaar } = een ?? {}
      const van = duren.find(
        ({ organisatie, sjabloon }) =>
          een?.titel.soort === 'sjabloon' &&
          eigenaar?.soort === 'organisatie' &&
          eigenaar.organisatie === organisatie &&
          sjabloonVan(een.titel) === sjabloon,
      )
      return stapduur(van?.tellingen ?? [])
    },
    vandaag(op),
  )
}

/** What they had before them: items with their words, steps that are shared, and who it is about. */
function getoondeOnderdelen({ onderdelen, stappen, betrokkene }: Zicht<unknown>): readonly string[] {
  return [
    ...new Set([
      ...onderdelen.flatMap(({ id, tekst }) => (tekst === undefined ? [] : [id])),
      ...stappen.flatMap(({ stap, isAfgeschermd }) => (isAfgeschermd ? [] : [stap])),
      ...(betrokkene === undefined ? [] : ['betrokkene']),
    ]),
  ].toSorted()
}

function codeVan(kijker: Exclude<Kijker, { soort: 'inwoner' }>): string {
  return kijker.soort === 'medewerker' ? `organisatie:${kijker.organisatie}` : `genodigde:${kijker.deelnemer}`
}

export function kijkerVanCode(code: string): Gezien['wie'] {
  const [soort, wie = ''] = code.split(/:(.*)/)
  const organisatie = soort === 'organisatie' ? parseOrganisatieId(wie) : undefined
  return organisatie === undefined
    ? { soort: 'genodigde', deelnemer: wie }
    : { soort: 'organisatie', organisatie }
}
