import type { PersoonId } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Aanbod, aanbodStand, type Machtiging, magIntrekken, standVan } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { organisatienaam } from './diensten.ts'
import { eisWie, machtigingGeven } from './eis.ts'
import { gedaanUit, mijnPagina, moment } from './kader.ts'
import { codeVorm } from './machtiging-code.ts'
import { dienstenlijst, periode } from './machtiging-inhoud.ts'
import { namenVan, zelfVan } from './namen.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }
type Namen = ReadonlyMap<PersoonId, string>

/** What somebody gave and got, with when it ends and how it was recorded; and the codes they made. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const { persoon } = wie.subject
  const [alle, aanbiedingen] = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
    Promise.all([
      mijn.toegang.machtigingen.alle({ soort: 'persoon', persoon }, bewijs),
      mijn.toegang.aanbiedingen.alle(persoon, bewijs),
    ]),
  )
  const gegeven = alle.filter((een) => een.gever === persoon)
  const gekregen = alle.filter((een) => een.gemachtigde === persoon)
  const namen = await namenVan(
    verzoek,
    alle.filter((een) => isNu(verzoek, een)).map((een) => ander(een, persoon)),
  )
  // What was accepted stands in the list above as the mandate that it is.
  const codes = aanbiedingen.filter(({ stand }) => stand !== 'aangenomen')
  const inhoud = html`<p class="vd-lead">${t('mijn.machtigingen.inleiding')}</p>
<section class="vd-section"><h2>${t('mijn.machtigingen.gegeven')}</h2>${lijst(verzoek, gegeven, namen, 'geen_gegeven')}
<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, 'machtigingGeef')}">${t('machtigen.geven.knop')}</a></p></section>
${codes.length > 0 && html`<section class="vd-section"><h2>${t('machtigen.codes.titel')}</h2><ul class="vd-rows">${codes.map((een) => codeRij(verzoek, een))}</ul></section>`}
<section class="vd-section"><h2>${t('mijn.machtigingen.gekregen')}</h2>${lijst(verzoek, gekregen, namen, 'geen_gekregen')}</section>
<section class="vd-section"><h2>${t('machtigen.vul_in.titel')}</h2><p>${t('machtigen.vul_in.inleiding')}</p>
${!mag(mijn, wie, machtigingGeven, verzoek.nu) && html`<p class="vd-calm">${t('machtigen.vul_in.opnieuw')}</p>`}
${codeVorm(verzoek)}</section>
<section class="vd-section"><h2>${t('mijn.machtigingen.papier.titel')}</h2><p>${t('mijn.machtigingen.papier.tekst')}</p></section>`
  const gedaan = gedaanUit(zoek, ['ingetrokken', 'aangenomen', 'geweigerd', 'al-gemaakt', 'code-ingetrokken'])
  const melding =
    gedaan &&
    t(
      gedaan === 'ingetrokken'
        ? 'mijn.machtigingen.gedaan.ingetrokken'
        : `machtigen.gedaan.${gedaan.replace('-', '_')}`,
    )
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, { titel: t('mijn.machtigingen.titel'), inhoud, melding }),
  }
}

function ander({ gever, gemachtigde }: Machtiging, ik: PersoonId): PersoonId {
  return gever === ik ? gemachtigde : gever
}

function isNu({ nu }: Verzoek, machtiging: Machtiging): boolean {
  const stand = standVan(machtiging, datumOp(nu, 'Europe/Amsterdam'))
  return stand === 'geldig' || stand === 'nog-niet'
}

function lijst(verzoek: Verzoek, machtigingen: readonly Machtiging[], namen: Namen, geen: string): Html {
  const { t } = verzoek.context.spraak
  if (machtigingen.length === 0) return html`<p>${t(`mijn.machtigingen.${geen}`)}</p>`
  return html`<ul class="vd-rows">${machtigingen.map((een) => rij(verzoek, een, namen))}</ul>`
}

function rij(verzoek: Verzoek, machtiging: Machtiging, namen: Namen): Html {
  const { context, beeld, nu } = verzoek
  const { wie } = eisWie(verzoek)
  const { t } = context.spraak
  const { persoon } = wie.subject
  const { id, soort, diensten, wijze } = machtiging
  const bij = organisatienaam(beeld, machtiging.organisatie)
  const stand = standVan(machtiging, datumOp(nu, 'Europe/Amsterdam'))
  const kan = magIntrekken(machtiging, persoon) && isNu(verzoek, machtiging)
  const naam = namen.get(ander(machtiging, persoon))
  const kop = naam === undefined ? bij : `${naam}, ${bij}`
  return html`<li class="vd-row"><div><strong>${t(`mijn.machtigingen.soort.${soort}`)}: ${kop}</strong>
${dienstenlijst({ context, beeld }, diensten)}
<p class="vd-calm">${periode({ context }, machtiging)} ${t(`mijn.machtigingen.stand.${stand.replace('-', '_')}`)} ${t(`mijn.machtigingen.wijze.${wijze.soort}`)}</p></div>
${kan && knop(verzoek, { naam: 'id', waarde: id, tekst: t('mijn.machtigingen.trek_in'), over: kop })}</li>`
}

/** A code that nobody answered, or that somebody refused. The digits are gone: we never had more than a hash. */
function codeRij(verzoek: Verzoek, aanbod: Aanbod): Html {
  const { context, beeld, nu } = verzoek
  const { t } = context.spraak
  const stand = aanbodStand(aanbod, nu)
  const bij = organisatienaam(beeld, aanbod.organisatie)
  const tot = moment(context, aanbod.verloopt, datumOp(aanbod.verloopt, 'Europe/Amsterdam'))
  return html`<li class="vd-row"><div><strong>${bij}</strong>
${dienstenlijst({ context, beeld }, aanbod.diensten)}
<p class="vd-calm">${t(`machtigen.codes.stand.${stand}`, { moment: tot })}</p></div>
${stand === 'open' && knop(verzoek, { naam: 'aanbod', waarde: aanbod.id, tekst: t('machtigen.codes.trek_in'), over: bij })}</li>`
}

function knop(
  { context }: Verzoek,
  delen: { readonly naam: string; readonly waarde: string; readonly tekst: string; readonly over: string },
): Html {
  const { naam, waarde, tekst, over } = delen
  return html`<form method="post" action="${adres(context.taal, 'machtigingTrekIn')}"><button class="utrecht-button utrecht-button--secondary-action" name="${naam}" value="${waarde}">${tekst}<span class="vd-visually-hidden">: ${over}</span></button></form>`
}

/** Holds for the very next request of whoever had it, or had the code. */
export async function trekIn(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, form } = verzoek
  const { persoon } = wie.subject
  const naar = (gedaan: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'machtigingen', { gedaan }),
  })
  const aanbod = form.get('aanbod')
  if (aanbod !== null) {
    const isWeg = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
      mijn.toegang.aanbiedingen.trekIn(persoon, bewijs, aanbod),
    )
    return isWeg ? naar('code-ingetrokken') : { soort: 'niet-gevonden' }
  }
  const uitkomst = await metRegel(mijn, zelfVan(wie), wat, () =>
    mijn.toegang.machtigingen.trekIn({ soort: 'persoon', persoon }, form.get('id') ?? ''),
  )
  return uitkomst === 'ok' ? naar('ingetrokken') : { soort: 'niet-gevonden' }
}
