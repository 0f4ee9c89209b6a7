import { z } from 'zod'
import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import { adres, datum, rsin } from '../../waarden.ts'
import type { Rij } from '../opslag.ts'
import { noteer } from '../spoor.ts'
import { leesInvoer } from './invoer.ts'
import {
  dagVan,
  eisGelijk,
  eisTypeMag,
  fout,
  gelijk,
  gewijzigd,
  haalOp,
  lijst,
  nietHier,
  type Schrijfcontext,
  samengevoegd,
  zonderLeeg,
} from './kern.ts'
import { haalSpiegelWeg } from './spiegel.ts'
import { zetZaakbesluit } from './zaakbesluit.ts'

const tekst = (max: number) => z.string().max(max).default('')
const dag = datum.nullable().default(null)

export const besluitInvoer = z.object({
  identificatie: tekst(50),
  verantwoordelijkeOrganisatie: rsin,
  besluittype: adres.max(200),
  zaak: z.union([adres.max(200), z.literal('')]).default(''),
  datum,
  toelichting: z.string().default(''),
  bestuursorgaan: tekst(50),
  ingangsdatum: datum,
  vervaldatum: dag,
  vervalreden: z.enum(['tijdelijk', 'ingetrokken_overheid', 'ingetrokken_belanghebbende', '']).default(''),
  publicatiedatum: dag,
  verzenddatum: dag,
  uiterlijkeReactiedatum: dag,
})
type Besluitinvoer = z.infer<typeof besluitInvoer>

const vervalteksten: Readonly<Record<string, string>> = {
  tijdelijk: 'Besluit met tijdelijke werking',
  ingetrokken_overheid: 'Besluit ingetrokken door overheid',
  ingetrokken_belanghebbende: 'Besluit ingetrokken o.v.v. belanghebbende',
}

/** A formal decision. One about a case is mirrored there, so that it is found from both sides. */
export async function maakBesluit(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(besluitInvoer, context.json)
  await valideer(context, invoer)
  const uuid = context.uuid()
  const url = adressen.van('besluiten', uuid)
  const kort = uuid.replaceAll('-', '').slice(-16).toUpperCase()
  const identificatie = invoer.identificatie || `BESLUIT-${nu.getUTCFullYear()}-${kort}`
  await eisUniek(context, invoer.verantwoordelijkeOrganisatie, identificatie)
  const besluit = velden({ ...invoer, identificatie }, url)
  await schrijver.zet('besluiten', besluit)
  if (invoer.zaak !== '') {
    const zaak = await schrijver.haal('zaken', invoer.zaak)
    if (zaak !== undefined) {
      const nieuw = await zetZaakbesluit(context, zaak, url)
      await noteer(context, { soort: 'zaakbesluiten', methode: 'POST', oud: undefined, nieuw })
    }
  }
  meldBesluit(context, besluit, { resource: 'besluit', url, actie: 'create' })
  return besluit
}

export async function wijzigBesluit(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'besluiten', url)
  const gelezen = leesInvoer(besluitInvoer, samengevoegd(context, oud, isDeel))
  const invoer = { ...gelezen, identificatie: gelezen.identificatie || String(oud.identificatie) }
  eisGelijk(oud, invoer, 'identificatie', 'verantwoordelijkeOrganisatie', 'besluittype', 'zaak')
  await valideer(context, invoer)
  const besluit = velden(invoer, url)
  await context.schrijver.zet('besluiten', besluit)
  meldBesluit(context, besluit, { resource: 'besluit', url, actie: gewijzigd(isDeel) })
  return besluit
}

export async function verwijderBesluit(context: Schrijfcontext, url: string): Promise<void> {
  const besluit = await haalOp(context, 'besluiten', url)
  const { schrijver } = context
  for (const soort of ['zaakbesluiten', 'besluitinformatieobjecten', 'besluitspoor'] as const) {
    const veld = soort === 'besluitspoor' ? 'hoofdObject' : 'besluit'
    const { rijen } = await schrijver.zoek(soort, { voorwaarden: gelijk(veld, url) })
    for (const oud of rijen) {
      await schrijver.verwijder(soort, oud.url)
      if (soort === 'zaakbesluiten')
        await noteer(context, { soort, methode: 'DELETE', oud, nieuw: undefined })
    }
  }
  await haalSpiegelWeg(context, { object: url })
  await schrijver.verwijder('besluiten', url)
  meldBesluit(context, besluit, { resource: 'besluit', url, actie: 'destroy' })
}

async function valideer(context: Schrijfcontext, invoer: Besluitinvoer): Promise<void> {
  const { schrijver, nu } = context
  const type = await schrijver.haal('besluittypen', invoer.besluittype)
  if (type === undefined) throw await nietHier(context, 'besluittype', 'besluittypen', invoer.besluittype)
  eisTypeMag(context, 'brc', { type: invoer.besluittype })
  const fouten: OngeldigVeld[] = []
  if (type.concept === true)
    fouten.push(fout('besluittype', 'not-published', 'Dit besluittype is een concept.'))
  if (invoer.datum > dagVan(nu)) {
    fouten.push(fout('datum', 'future_not_allowed', 'Een besluit ligt niet in de toekomst.'))
  }
  if (invoer.zaak !== '') {
    const zaak = await schrijver.haal('zaken', invoer.zaak)
    if (zaak === undefined) throw await nietHier(context, 'zaak', 'zaken', invoer.zaak)
    const zaaktype = await schrijver.haal('zaaktypen', String(zaak.zaaktype))
    if (zaaktype === undefined || !lijst(zaaktype, 'besluittypen').includes(invoer.besluittype)) {
      fouten.push(fout('nonFieldErrors', 'zaaktype-mismatch', 'Dit besluittype hoort niet bij het zaaktype.'))
    }
  }
  if (fouten.length > 0) throw ongeldig(...fouten)
}

async function eisUniek({ schrijver }: Schrijfcontext, bron: string, identificatie: string): Promise<void> {
  const voorwaarden = [
    ...gelijk('verantwoordelijkeOrganisatie', bron),
    ...gelijk('identificatie', identificatie),
  ]
  if ((await schrijver.zoek('besluiten', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('identificatie', 'identificatie-niet-uniek', 'Deze identificatie is al gebruikt.'))
  }
}

function velden(invoer: Besluitinvoer, url: string): Rij {
  const vervalredenWeergave = vervalteksten[invoer.vervalreden] ?? ''
  return zonderLeeg({ ...invoer, vervalredenWeergave, url }, 'zaak', 'vervalreden', 'vervalredenWeergave')
}

export function meldBesluit(
  { meld, nu }: Schrijfcontext,
  besluit: Rij,
  { resource, url, actie }: { readonly resource: string; readonly url: string; readonly actie: string },
): void {
  meld({
    kanaal: 'besluiten',
    hoofdObject: besluit.url,
    resource,
    resourceUrl: url,
    actie,
    aanmaakdatum: nu.toISOString(),
    kenmerken: {
      verantwoordelijke_organisatie: String(besluit.verantwoordelijkeOrganisatie),
      besluittype: String(besluit.besluittype),
    },
  })
}
