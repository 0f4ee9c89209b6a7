import { createHash } from 'node:crypto'
import type { BronFout, BronUitkomst } from '../../platform/bron/index.ts'
import { brontekst } from '../brontekst.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { NieuwDocument, Zaakvraag } from '../zaakbron.ts'
import type { Zaakref } from '../zaakgegevens.ts'
import { inDelen } from './bestandsdelen.ts'
import type { Binnen } from './binnen.ts'
import { informatieobjecten } from './documenten.ts'
import { metEigen } from './eigen.ts'
import { type Gang, pad } from './klant.ts'
import type { Eigen } from './lees-zaak.ts'
import { type InformatieobjectVorm, informatieobjectVorm, koppelingVorm } from './vormen.ts'

/** Named limit: a document that came half and cannot be finished is made once more under another number. */
const maxNummers = 3

/**
 * Adds a document of the person to their case: the document, then its tie to the case. The number of the document is
 * made of the case and the `kenmerk`, so that whatever went wrong halfway, the next try finds what is there.
 */
export function voegToe(
  binnen: Binnen,
  vraag: Zaakvraag,
  ref: Zaakref,
  nieuw: NieuwDocument,
): Promise<RegisterUitkomst<void>> {
  return metEigen(binnen, vraag, ref, async (eigen, gang, op) => {
    const isDicht = typeof eigen.ruw.einddatum === 'string'
    if (!eigen.regel.toevoegen || isDicht || !binnen.klant.adressen.heeft('drc'))
      return { status: 'onbekend', op }
    const document = await vindOfMaak(binnen, gang, eigen, nieuw)
    if (document.status === 'niet-gevonden')
      return registerMislukt({ soort: 'onbegrepen', sinds: document.op })
    if (document.status === 'fout') return registerMislukt(document)
    const fout = await koppel(binnen, gang, eigen, document.inhoud, nieuw.titel)
    return fout === undefined ? { status: 'ok', gegevens: undefined, op } : registerMislukt(fout)
  })
}

async function vindOfMaak(
  binnen: Binnen,
  gang: Gang,
  eigen: Eigen,
  nieuw: NieuwDocument,
): Promise<BronUitkomst<InformatieobjectVorm>> {
  const type = await documenttypeVoor(binnen, eigen)
  if (type.status !== 'ok') return type
  for (let nummer = 1; nummer <= maxNummers; nummer++) {
    const identificatie = identificatieVoor(eigen.ref, nieuw.kenmerk, nummer)
    const bestaand = await vind(binnen, gang, eigen, identificatie)
    if (bestaand.status === 'fout') return bestaand
    if (bestaand.status === 'niet-gevonden') {
      const gemaakt = await maak(
        binnen,
        gang,
        metadata(eigen, nieuw, { identificatie, type: type.inhoud }),
        nieuw,
      )
      if (gemaakt.status !== 'fout' || gemaakt.http !== 400) return gemaakt
      // Refused: perhaps because somebody else was first with the same number.
      const nogEens = await vind(binnen, gang, eigen, identificatie)
      return nogEens.status === 'ok' && isHeel(nogEens.inhoud) ? nogEens : gemaakt
    }
    if (isHeel(bestaand.inhoud)) return bestaand
  }
  return { status: 'fout', soort: 'storing', sinds: binnen.huis.nu() }
}

/** Parts that never came cannot be sent any more: their lock is known to who began alone. */
function isHeel({ inhoud, bestandsdelen }: InformatieobjectVorm): boolean {
  return inhoud !== '' && bestandsdelen.every(({ voltooid }) => voltooid)
}

/** At most forty characters, the same each time, and of no use to who does not know the case. */
export function identificatieVoor({ bron, uuid }: Zaakref, kenmerk: string, nummer: number): string {
  const hash = createHash('sha256').update(`${bron}|${uuid}|${kenmerk}|${nummer}`).digest('hex')
  return `VD-${hash.slice(0, 32)}`
}

/** By its number, looked at in the answer: a register that ignores the filter gives documents of others. */
async function vind(
  { klant }: Binnen,
  gang: Gang,
  { ruw }: Eigen,
  identificatie: string,
): Promise<BronUitkomst<InformatieobjectVorm>> {
  const bronorganisatie = organisatieVan(ruw)
  const filters = { identificatie, bronorganisatie }
  const plek = { component: 'drc', pad: pad(informatieobjecten, filters) } as const
  const lijst = await klant.lijst(gang, plek, { handeling: 'document zoeken' })
  if (lijst.status !== 'ok') return lijst
  const { rijen } = lijst.inhoud
  if (rijen.length === 0) return { status: 'niet-gevonden', op: lijst.op }
  const gevonden = rijen
    .flatMap((rij) => informatieobjectVorm.safeParse(rij).data ?? [])
    .find((een) => een.identificatie === identificatie && een.bronorganisatie === bronorganisatie)
  if (gevonden !== undefined) return { status: 'ok', inhoud: gevonden, op: lijst.op }
  const fout = klant.bron('drc')?.keurAf('ander-antwoord', 'deels')
  return fout ?? { status: 'fout', soort: 'ander-antwoord', sinds: lijst.op }
}

const organisatieVan = ({ bronorganisatie, verantwoordelijkeOrganisatie }: Eigen['ruw']) =>
  bronorganisatie || verantwoordelijkeOrganisatie

function metadata(
  { ruw }: Eigen,
  nieuw: NieuwDocument,
  { identificatie, type }: { readonly identificatie: string; readonly type: string },
) {
  const titel = brontekst(nieuw.titel, 200) || 'Document'
  return {
    identificatie,
    bronorganisatie: organisatieVan(ruw),
    creatiedatum: nieuw.datum,
    ontvangstdatum: nieuw.datum,
    titel,
    auteur: brontekst(nieuw.auteur ?? '', 200) || 'Inwoner',
    status: 'definitief',
    formaat: nieuw.formaat.slice(0, 255),
    taal: 'nld',
    bestandsnaam: brontekst(nieuw.bestandsnaam, 255) || titel,
    bestandsomvang: nieuw.inhoud.length,
    // Unset it would keep the case from being closed (zrc-007).
    indicatieGebruiksrecht: false,
    informatieobjecttype: type,
  }
}

async function maak(
  { klant }: Binnen,
  gang: Gang,
  gegevens: ReturnType<typeof metadata>,
  { inhoud }: NieuwDocument,
): Promise<BronUitkomst<InformatieobjectVorm>> {
  const json = { ...gegevens, inhoud: Buffer.from(inhoud).toString('base64') }
  const heel = await klant.maak(gang, 'drc', informatieobjecten, {
    handeling: 'document toevoegen',
    json,
    vorm: informatieobjectVorm,
  })
  // 413: this source wants it in parts.
  const isTeGroot = heel.status === 'fout' && heel.http === 413
  return isTeGroot ? inDelen(klant, gang, gegevens, inhoud) : heel
}

/** What may come in with this type of case; the first, where the catalogue says nothing about directions. */
async function documenttypeVoor(
  { catalogus, huis }: Binnen,
  { ruw, type }: Eigen,
): Promise<BronUitkomst<string>> {
  const richtingen = await catalogus.richtingen(ruw.zaaktype)
  if (richtingen.status !== 'ok') return richtingen
  const { inhoud, op } = richtingen
  const inkomend = [...inhoud].find(([, richting]) => richting === 'inkomend')?.[0]
  const eerste = inkomend ?? (inhoud.size === 0 ? type.informatieobjecttypen[0] : undefined)
  if (eerste !== undefined) return { status: 'ok', inhoud: eerste, op }
  // The catalogue has no documents that come in with this type of case.
  return { status: 'fout', soort: 'geweigerd', sinds: huis.nu() }
}

async function koppel(
  { klant }: Binnen,
  gang: Gang,
  { ruw }: Eigen,
  document: InformatieobjectVorm,
  titel: string,
): Promise<BronFout | undefined> {
  const welk = (url: string) => klant.adressen.uuidIn('drc', informatieobjecten, url) ?? url
  const isDeze = (rij: unknown) => {
    const { data } = koppelingVorm.safeParse(rij)
    return data?.zaak === ruw.url && welk(data.informatieobject) === welk(document.url)
  }
  const isAlGekoppeld = async () => {
    const filters = { zaak: ruw.url, informatieobject: document.url }
    const plek = { component: 'zrc', pad: pad('zaakinformatieobjecten', filters) } as const
    const lijst = await klant.lijst(gang, plek, { handeling: 'koppeling zoeken' })
    // A register that ignores the filter gives other ties too.
    return lijst.status === 'ok' && lijst.inhoud.rijen.some(isDeze)
  }
  if (await isAlGekoppeld()) return undefined
  const json = {
    zaak: ruw.url,
    informatieobject: document.url,
    titel: brontekst(titel, 200),
    beschrijving: '',
  }
  const gemaakt = await klant.maak(gang, 'zrc', 'zaakinformatieobjecten', {
    handeling: 'document koppelen',
    json,
    vorm: koppelingVorm,
  })
  if (gemaakt.status === 'ok') return undefined
  if (gemaakt.status === 'niet-gevonden') return { status: 'fout', soort: 'onbegrepen', sinds: gemaakt.op }
  return gemaakt.http === 400 && (await isAlGekoppeld()) ? undefined : gemaakt
}
