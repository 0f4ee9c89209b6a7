/** Which offers of help are to be made, by when; of whom is asked with a reason. And how it goes, in numbers about nobody. */
import { isUuid7, type PersoonId } from '../../../domain/index.ts'
import { datum } from '../../../kalender/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import {
  type Aanbodregel,
  type Cijfer,
  cijfersVan,
  telbaar,
  type Uitzoekregel,
  vroegsignaalDoel,
} from '../../../proactief/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { openvraag, richtGrond } from '../balie/openvraag.ts'
import { vragerVan } from '../balie/werker.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { dag, dagVan, eisAanbiedingen } from './delen.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { regels, apart } = await eisAanbiedingen(balie).werklijst(vragerVan(werker))
  const kolom = (naam: string) => html`<th scope="col">${t(`vroegsignalering.balie.kolom.${naam}`)}</th>`
  const tabel = html`<div class="vd-scroll" tabindex="0" role="region" aria-label="${t('vroegsignalering.balie.titel')}"><table class="vd-figures"><thead><tr>${['wat', 'stand', 'uiterlijk', 'waarom'].map(kolom)}</tr></thead>
<tbody>${regels.map((regel) => rij(verzoek, regel))}</tbody></table></div>`
  const inhoud = html`<p class="vd-lead">${t('vroegsignalering.balie.inleiding')}</p>
${regels.length === 0 ? html`<p>${t('vroegsignalering.balie.niets')}</p>` : tabel}
${apart.length > 0 && apartlijst(verzoek, apart)}
<p class="vd-no-print"><a href="${adres(taal, 'balieVroegCijfers')}">${t('vroegsignalering.balie.cijfers')}</a></p>`
  const gedaan = gedaanUit(zoek, ['niet-gevonden', 'ok', 'gekoppeld', 'eerder-nee', 'losgelaten'])
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('vroegsignalering.balie.titel'),
      inhoud,
      melding: gedaan && t(`vroegsignalering.balie.gedaan.${gedaan}`),
      zonderGrond: true,
      breed: true,
      stijl: ['bronnen.css'],
      terug: { adres: adres(taal, 'balie'), tekst: t('herstel.naar_begin') },
    }),
  }
}

function rij(
  { context, nu }: Verzoek,
  { id, soorten, stand, uiterlijk, gesprekUiterlijk, aanleiding }: Aanbodregel,
): Html {
  const { taal, spraak } = context
  const { t } = spraak
  // Whoever was offered help is waited for: that day was kept.
  const tot = gesprekUiterlijk ?? (stand === 'aangeboden' ? undefined : uiterlijk)
  const namen = soorten.map((soort) => t(`vroegsignalering.soort.${soort}`))
  return html`<tr>
<th scope="row"><form method="post" action="${adres(taal, 'balieVroegOpen')}"><input type="hidden" name="aanbod" value="${id}"><button class="vd-link-button vd-link-button--plain" type="submit">${namen.join(', ')}<span class="vd-visually-hidden">, ${dag(context, tot ?? uiterlijk)}</span></button></form></th>
<td>${t(`vroegsignalering.stand.${stand}`)}</td>
<td>${tot !== undefined && dag(context, tot)}${tot !== undefined && tot < dagVan(nu) && html`<br><strong>${t('vroegsignalering.balie.te_laat')}</strong>`}</td>
<td>${t(`vroegsignalering.regel.${aanleiding}`)}</td></tr>`
}

/** What fits nobody by itself, in the order of the day for an offer; nothing of whom it may be about. */
function apartlijst({ context, nu }: Verzoek, apart: readonly Uitzoekregel[]): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const kolom = (naam: string) => html`<th scope="col">${t(`vroegsignalering.balie.kolom.${naam}`)}</th>`
  const regel = ({ id, soort, reden, ontvangen, uiterlijk }: Uitzoekregel) => html`<tr>
<th scope="row"><form method="post" action="${adres(taal, 'balieVroegUitzoek')}"><input type="hidden" name="signaal" value="${id}"><button class="vd-link-button vd-link-button--plain" type="submit">${t(`vroegsignalering.soort.${soort}`)}<span class="vd-visually-hidden">, ${dag(context, dagVan(ontvangen))}</span></button></form></th>
<td>${dag(context, dagVan(ontvangen))}</td>
<td>${uiterlijk !== undefined && dag(context, uiterlijk)}${uiterlijk !== undefined && uiterlijk < dagVan(nu) && html`<br><strong>${t('vroegsignalering.balie.te_laat')}</strong>`}</td>
<td>${t(`vroegsignalering.balie.apart_reden.${reden}`)}</td></tr>`
  return html`<section class="vd-section"><h2>${t('vroegsignalering.balie.apart')}</h2><p>${t('vroegsignalering.balie.apart_uitleg')}</p>
<div class="vd-scroll" tabindex="0" role="region" aria-label="${t('vroegsignalering.balie.apart')}"><table class="vd-figures"><thead><tr>${['wat', 'ontvangen', 'uiterlijk', 'apart'].map(kolom)}</tr></thead>
<tbody>${apart.map(regel)}</tbody></table></div></section>`
}

/** First the reason, which is logged; then whom it is about, and what was told. */
export async function openen(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'balieVroeg') } }
  const { balie, werker } = eisWerker(verzoek)
  const { form, context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const aanbiedingen = eisAanbiedingen(balie)
  const aanbod = form.get('aanbod') ?? ''
  if (!isUuid7(aanbod)) return { soort: 'niet-gevonden' }
  let persoon: PersoonId | undefined
  const gevolg = await richtGrond(verzoek, {
    doel: vroegsignaalDoel,
    gegevens: 'hulpaanbod',
    kenmerk: undefined,
    wie: async (bewijs) => {
      persoon = await aanbiedingen.wie(vragerVan(werker), aanbod, bewijs)
      return persoon
    },
  })
  if (gevolg === 'niet-gevonden')
    return { soort: 'ga-naar', adres: adres(taal, 'balieVroeg', { gedaan: 'niet-gevonden' }) }
  if (gevolg === 'gericht' && persoon !== undefined) {
    await schrijfBekeken(verzoek, aanbod, persoon)
    return { soort: 'ga-naar', adres: adres(taal, 'balieAanbod', { aanbod }) }
  }
  return openvraag(verzoek, {
    titel: t('vroegsignalering.balie.openen.titel'),
    inleiding: t('vroegsignalering.balie.openen.inleiding'),
    vraag: t('vroegsignalering.balie.openen.reden'),
    vastgelegd: t('vroegsignalering.balie.openen.vastgelegd'),
    knop: t('vroegsignalering.balie.openen.knop'),
    naar: adres(taal, 'balieVroegOpen'),
    veld: { naam: 'aanbod', waarde: aanbod },
    terug: { adres: adres(taal, 'balieVroeg'), tekst: t('vroegsignalering.balie.terug') },
    isFout: form.has('reden-gevraagd'),
  })
}

/** That somebody looked stands with the offer, for colleagues and for who it is about. */
async function schrijfBekeken(verzoek: Verzoek, aanbod: string, persoon: PersoonId): Promise<void> {
  const { balie, werker } = eisWerker(verzoek)
  const grond = await balie.toegang.gronden.vind(vragerVan(werker))
  if (grond === undefined) throw new PlatformError('grond-ontbreekt')
  const { medewerker, organisatie, doel } = grond
  await balie.toegang.audit.metVerwerking(
    { doel, gegevens: ['hulpaanbod'], betrokkenen: [persoon], door: handelendeMet(grond) },
    (bewijs) =>
      eisAanbiedingen(balie).doe(
        { soort: 'medewerker', medewerker, organisatie, persoon },
        aanbod,
        { soort: 'bekeken' },
        bewijs,
      ),
  )
}

export async function cijfers(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  const { context, nu } = verzoek
  const { taal, spraak } = context
  const { t, getal } = spraak
  const vanaf = datum(`${dagVan(nu).slice(0, 4)}-01-01`)
  const regels = cijfersVan(await eisAanbiedingen(balie).tellingen(werker.subject.organisatie, vanaf))
  const cel = (cijfer: Cijfer) => (cijfer === 'klein' ? t('vroegsignalering.cijfers.klein') : getal(cijfer))
  const inhoud = html`<p class="vd-lead">${t('vroegsignalering.cijfers.inleiding')}</p>
<div class="vd-scroll" tabindex="0" role="region" aria-label="${t('vroegsignalering.cijfers.titel')}"><table class="vd-figures"><thead><tr><th scope="col">${t('vroegsignalering.cijfers.wat')}</th>${regels.map(({ soort }) => html`<th scope="col">${t(soort === 'alles' ? 'vroegsignalering.cijfers.alles' : `vroegsignalering.soort.${soort}`)}</th>`)}</tr></thead>
<tbody>${telbaar.map((wat) => html`<tr><th scope="row">${t(`vroegsignalering.cijfers.kolom.${wat}`)}</th>${regels.map(({ cijfers: van }) => html`<td>${cel(van[wat])}</td>`)}</tr>`)}</tbody></table></div>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('vroegsignalering.cijfers.titel'),
      inhoud,
      zonderGrond: true,
      breed: true,
      stijl: ['bronnen.css'],
      terug: { adres: adres(taal, 'balieVroeg'), tekst: t('vroegsignalering.balie.terug') },
    }),
  }
}
