import { z } from 'zod'
import { geenToegang, nietGevonden, type OngeldigVeld, ongeldig } from '../../fout.ts'
import { adres, datum, rsin } from '../../waarden.ts'
import { uuidUit } from '../context.ts'
import type { Rij } from '../opslag.ts'
import { toelatingVoor } from '../rechten.ts'
import { leesInvoer } from './invoer.ts'
import { dagVan, fout, gelijk, lijst, nietHier, type Schrijfcontext, zonderLeeg } from './kern.ts'

const tekst = (max: number) => z.string().max(max).default('')
const dag = datum.nullable().default(null)

const besluitInvoer = z.object({
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
    const spiegel = context.uuid()
    await schrijver.zet('zaakbesluiten', {
      url: adressen.van('zaakbesluiten', spiegel, uuidUit(invoer.zaak)),
      uuid: spiegel,
      zaak: invoer.zaak,
      besluit: url,
    })
  }
  meldBesluit(context, besluit, 'create')
  return besluit
}

export async function wijzigBesluit(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalBesluit(context, url)
  const json = typeof context.json === 'object' && context.json !== null ? context.json : {}
  const gelezen = leesInvoer(besluitInvoer, isDeel ? { ...oud, ...json } : json)
  const invoer = { ...gelezen, identificatie: gelezen.identificatie || String(oud.identificatie) }
  const vast = ['identificatie', 'verantwoordelijkeOrganisatie', 'besluittype', 'zaak'] as const
  const anders = vast.filter((veld) => invoer[veld] !== (oud[veld] ?? ''))
  if (anders.length > 0) {
    throw ongeldig(...anders.map((veld) => fout(veld, 'wijzigen-niet-toegelaten', 'Dit ligt vast.')))
  }
  await valideer(context, invoer)
  const besluit = velden(invoer, url)
  await context.schrijver.zet('besluiten', besluit)
  meldBesluit(context, besluit, isDeel ? 'partial_update' : 'update')
  return besluit
}

export async function verwijderBesluit(context: Schrijfcontext, url: string): Promise<void> {
  const besluit = await haalBesluit(context, url)
  const { schrijver } = context
  for (const soort of ['zaakbesluiten', 'besluitinformatieobjecten'] as const) {
    const { rijen } = await schrijver.zoek(soort, { voorwaarden: gelijk('besluit', url) })
    for (const rij of rijen) await schrijver.verwijder(soort, rij.url)
  }
  await schrijver.verwijder('besluiten', url)
  meldBesluit(context, besluit, 'destroy')
}

async function haalBesluit(context: Schrijfcontext, url: string): Promise<Rij> {
  const besluit = await context.schrijver.haal('besluiten', url)
  if (besluit === undefined) throw nietGevonden()
  eisBesluittype(context, String(besluit.besluittype))
  return besluit
}

function eisBesluittype({ aangemeld, scopes }: Schrijfcontext, besluittype: string): void {
  const toelating = toelatingVoor(aangemeld, 'brc', scopes)
  if (toelating?.every(({ type }) => type !== undefined && type !== besluittype) === true) {
    throw geenToegang('Dit besluittype valt buiten de autorisaties van deze applicatie.')
  }
}

async function valideer(context: Schrijfcontext, invoer: Besluitinvoer): Promise<void> {
  const { schrijver, nu } = context
  const type = await schrijver.haal('besluittypen', invoer.besluittype)
  if (type === undefined) throw nietHier(context, 'besluittype', 'besluittypen', invoer.besluittype)
  eisBesluittype(context, invoer.besluittype)
  const fouten: OngeldigVeld[] = []
  if (type.concept === true)
    fouten.push(fout('besluittype', 'not-published', 'Dit besluittype is een concept.'))
  if (invoer.datum > dagVan(nu)) {
    fouten.push(fout('datum', 'future_not_allowed', 'Een besluit ligt niet in de toekomst.'))
  }
  if (invoer.zaak !== '') {
    const zaak = await schrijver.haal('zaken', invoer.zaak)
    if (zaak === undefined) throw nietHier(context, 'zaak', 'zaken', invoer.zaak)
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

function meldBesluit({ meld, nu }: Schrijfcontext, besluit: Rij, actie: string): void {
  meld({
    kanaal: 'besluiten',
    hoofdObject: besluit.url,
    resource: 'besluit',
    resourceUrl: besluit.url,
    actie,
    aanmaakdatum: nu.toISOString(),
    kenmerken: {
      verantwoordelijke_organisatie: String(besluit.verantwoordelijkeOrganisatie),
      besluittype: String(besluit.besluittype),
    },
  })
}
