import { onthul, type PersoonId, type Toeval } from '../../domain/index.ts'
import { type Bron, type BronUitkomst, leesSpoor } from '../../platform/bron/index.ts'
import { tekenToken } from '../../zgw/index.ts'
import { padBinnen } from '../pad-binnen.ts'
import { type MetBsn, type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { Ingevuld, Taak, Taakbron } from '../taakbron.ts'
import type { NieuwDocument, Zaakvraag } from '../zaakbron.ts'
import type { BronId } from '../zaakgegevens.ts'
import { taakVan } from './lezen.ts'
import { meerdelig } from './meerdelig.ts'
import { contextVorm, type TaakWire, taakInLijstVorm, taakVorm } from './vormen.ts'

export interface MijntakenOnderdelen {
  readonly id: BronId
  readonly bron: Bron
  /** Everything that is asked stays below this. */
  readonly basisUrl: URL
  readonly metBsn: MetBsn
  /** By what this source, and no other, knows somebody from us. */
  readonly klantIdVan: (persoon: PersoonId) => string
  readonly client: string
  readonly geheim: string
  readonly nu: () => Date
  readonly toeval: Toeval
}

/**
 * Tasks at one organisation, over MijnTaken 0.1.0. The contract leaves open how the source knows whom it is about:
 * we send a signed token (HS256, five minutes) with the pseudonym of this source, and the BSN in it, so that it stands
 * in no address. A task that this person does not have in their list is not opened either.
 */
export function mijntakenBron(onderdelen: MijntakenOnderdelen): Taakbron {
  const { id, bron, basisUrl } = onderdelen
  const binnen = (adres: string) => padBinnen(basisUrl, adres) !== undefined

  const zoek: Taakbron['zoek'] = (vraag, zaak) =>
    metKoppen(onderdelen, vraag, async (koppen) => {
      const gevraagd = await bron.vraag({
        handeling: 'taken zoeken',
        methode: 'POST',
        pad: 'context/zoek',
        json: { klantId: onderdelen.klantIdVan(vraag.persoon), include: ['taken'] },
        isHerhaalbaar: true,
        koppen,
        vorm: contextVorm,
        spoor: leesSpoor(vraag.bewijs.traceparent),
      })
      if (gevraagd.status !== 'ok') return mislukt(gevraagd)
      const rijen = (gevraagd.inhoud.taken ?? []).map((rij) => {
        const wire = taakInLijstVorm.safeParse(rij).data
        return wire && taakVan(wire, binnen)
      })
      const taken = rijen.filter((taak) => taak !== undefined)
      const gegevens = {
        taken: zaak === undefined ? taken : taken.filter((taak) => taak.zaak === zaak),
        isVolledig: taken.length === rijen.length,
      }
      return { status: 'ok', gegevens, op: gevraagd.op }
    })

  const haalWire = async (
    vraag: Zaakvraag,
    uuid: string,
    koppen: Readonly<Record<string, string>>,
  ): Promise<RegisterUitkomst<{ readonly wire: TaakWire; readonly taak: Taak }>> => {
    const gevraagd = await bron.vraag({
      handeling: 'taak lezen',
      methode: 'GET',
      pad: `taken/${encodeURIComponent(uuid)}`,
      isHerhaalbaar: true,
      koppen,
      vorm: taakVorm,
      pastBij: (wire) => wire.uuid === uuid,
      spoor: leesSpoor(vraag.bewijs.traceparent),
    })
    if (gevraagd.status === 'niet-gevonden') return { status: 'onbekend', op: gevraagd.op }
    if (gevraagd.status !== 'ok') return mislukt(gevraagd)
    const taak = taakVan(gevraagd.inhoud, binnen)
    if (taak === undefined) return { status: 'onbekend', op: gevraagd.op }
    return { status: 'ok', gegevens: { wire: gevraagd.inhoud, taak }, op: gevraagd.op }
  }

  const stuur = (
    vraag: Zaakvraag,
    uuid: string,
    wat: 'upload' | 'formulier',
    lading: { readonly json: unknown } | { readonly lichaam: { soort: string; bytes: Uint8Array } },
  ) =>
    metKoppen(onderdelen, vraag, async (koppen): Promise<RegisterUitkomst<Taak>> => {
      const voor = await haalWire(vraag, uuid, koppen)
      if (voor.status !== 'ok') return voor
      const { wire, taak } = voor.gegevens
      const pad = padBinnen(basisUrl, wire.uitvoering?.submitUrl ?? '')
      // Done already, here or elsewhere: nothing is sent twice.
      if (taak.status !== 'open') return { status: 'ok', gegevens: taak, op: voor.op }
      if (taak.uitvoering.soort !== wat || pad === undefined) return { status: 'onbekend', op: voor.op }
      const gestuurd = await bron.roep({
        handeling: 'taak uitvoeren',
        methode: 'POST',
        pad,
        ...lading,
        isHerhaalbaar: false,
        koppen,
        lees: () => ({ soort: 'gelezen', inhoud: true }),
        spoor: leesSpoor(vraag.bewijs.traceparent),
      })
      if (gestuurd.status !== 'ok') return mislukt(gestuurd)
      const na = await haalWire(vraag, uuid, koppen)
      // It was taken; how the task stands now, they say the next time.
      return na.status === 'ok'
        ? { status: 'ok', gegevens: na.gegevens.taak, op: na.op }
        : { status: 'ok', gegevens: taak, op: voor.op }
    })

  return {
    id,
    zoek,
    haal: async (vraag, uuid) => {
      const eigen = await zoek(vraag)
      if (eigen.status !== 'ok') return eigen
      if (!eigen.gegevens.taken.some((taak) => taak.uuid === uuid))
        return { status: 'onbekend', op: eigen.op }
      return metKoppen(onderdelen, vraag, async (koppen) => {
        const gehaald = await haalWire(vraag, uuid, koppen)
        return gehaald.status === 'ok'
          ? { status: 'ok', gegevens: gehaald.gegevens.taak, op: gehaald.op }
          : gehaald
      })
    },
    lever: (vraag, uuid, bestanden) =>
      leverAls(onderdelen, bestanden, (lading) => stuur(vraag, uuid, 'upload', lading)),
    vulIn: (vraag, uuid, ingevuld: Ingevuld) => stuur(vraag, uuid, 'formulier', { json: ingevuld }),
  }
}

function leverAls<T>(
  { toeval }: MijntakenOnderdelen,
  bestanden: readonly NieuwDocument[],
  fn: (lading: { readonly lichaam: { soort: string; bytes: Uint8Array } }) => Promise<T>,
): Promise<T> {
  const grens = `voordeur-${Buffer.from(toeval(18)).toString('hex')}`
  return fn({ lichaam: meerdelig(bestanden, grens) })
}

async function metKoppen<T>(
  onderdelen: MijntakenOnderdelen,
  { persoon, bewijs }: Zaakvraag,
  fn: (koppen: Readonly<Record<string, string>>) => Promise<RegisterUitkomst<T>>,
): Promise<RegisterUitkomst<T>> {
  const uitkomst = await onderdelen.metBsn(persoon, bewijs, (bsn) => {
    const token = maakBewijs(onderdelen, onderdelen.klantIdVan(persoon), onthul(bsn))
    return fn({ authorization: `Bearer ${token}` })
  })
  return uitkomst.status === 'ok' ? uitkomst.uitkomst : uitkomst
}

/** Named limit, in seconds. */
const geldigS = 300

function maakBewijs({ client, geheim, nu }: MijntakenOnderdelen, sub: string, bsn: string): string {
  const iat = Math.floor(nu().getTime() / 1000)
  return tekenToken({ iss: client, client_id: client, sub, bsn, iat, exp: iat + geldigS }, geheim)
}

function mislukt<T>(uitkomst: Exclude<BronUitkomst<unknown>, { status: 'ok' }>): RegisterUitkomst<T> {
  if (uitkomst.status === 'niet-gevonden') return registerMislukt({ soort: 'onbegrepen', sinds: uitkomst.op })
  return registerMislukt(uitkomst)
}
