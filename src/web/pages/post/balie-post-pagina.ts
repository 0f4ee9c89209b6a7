import { maakUuid7 } from '../../../domain/index.ts'
import {
  type Blad,
  type Inkomweg,
  inkomwegen,
  isAfgewezen,
  magMelden,
  type Poststuk,
  termijnbegin,
  teVersturen,
  type Werkregel,
  weigergronden,
} from '../../../ontvangst/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina, grondveld } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { stukkenlijst, werklijst, type Zoekveld, zoekvorm } from './balie-post-lijst.ts'
import type { GelezenPost } from './lees-post.ts'
import { tijdvelden } from './tijdvelden.ts'
import { afzendervelden, postvelden } from './velden.ts'
import { eisPost, momentBij, naamVan, stukdeel, verloop, wegenTekst } from './woorden.ts'

/** What was typed of something that is written down at the desk. */
export interface Registratie {
  readonly gelezen: GelezenPost
  readonly weg: Inkomweg | undefined
  readonly tijd: Readonly<Record<string, string>>
}

const gedaanWoorden = [
  'vastgelegd',
  'zonder-scan',
  'bezorgd',
  'doorgezonden',
  'verkeerde-weg',
  'geweigerd',
  'toch-aangenomen',
  'al-weg',
  'gereed',
  'heropend',
  'nog-te-melden',
  'al-gemeld',
]
const stijl = ['zaken.css', 'zaak.css', 'machtiging.css']

export function lijstPagina(
  verzoek: Verzoek,
  {
    werk,
    stukken,
    registratie,
    zoek,
    melding,
    naam,
  }: {
    readonly werk: Blad<Werkregel>
    readonly stukken: Blad<Poststuk> | undefined
    readonly registratie: Registratie
    /** The number that was looked for, as it was typed. */
    readonly zoek?: Zoekveld | undefined
    /** What came of looking for it, in one line. */
    readonly melding?: string | undefined
    /** Whom the ground is about, for the line on top. */
    readonly naam: string | undefined
  },
): string {
  const { context } = verzoek
  const { t } = context.spraak
  const { grond } = eisWerker(verzoek).werker
  const gedaan = gedaanUit(verzoek.zoek, gedaanWoorden)
  const fouten = [...registratie.gelezen.fouten, ...(zoek?.fout === undefined ? [] : [zoek.fout])]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('post.balie.inleiding')}</p>
${
  stukken === undefined
    ? html`<p class="vd-notice">${t('post.balie.zonder_grond')} <a href="${adres(context.taal, 'balie')}">${t('balie.grond.naar_begin')}</a></p>`
    : html`<section class="vd-section"><h2>${t(grond?.persoon === undefined ? 'post.balie.onbekenden' : 'post.balie.van_hen')}</h2>${stukkenlijst(verzoek, stukken)}</section>
${vorm(verzoek, registratie)}`
}
<section class="vd-section"><h2>${t('post.balie.werk')}</h2><p>${t('post.balie.werk_uitleg')}</p>${zoekvorm(verzoek, zoek)}${werklijst(verzoek, werk)}</section>`
  return baliePagina(verzoek, {
    titel: t('post.balie.titel'),
    inhoud,
    stijl,
    isFout: fouten.length > 0,
    melding: melding ?? (gedaan && t(`post.balie.gedaan.${gedaan}`)),
    naam,
  })
}

function vorm(verzoek: Verzoek, { gelezen, weg, tijd }: Registratie): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { grond } = eisWerker(verzoek).werker
  if (grond === undefined) return html``
  const bij = (veld: string) => gelezen.fouten.find((fout) => fout.veld === veld)
  const wegen = inkomwegen.filter((een) => een !== 'web')
  return html`<details class="vd-details vd-fold vd-no-print" id="vastleggen"${attrs({ open: gelezen.fouten.length > 0 })}><summary>${t('post.balie.vastleggen')}</summary><div>
<form class="vd-form" method="post" enctype="multipart/form-data" action="${adres(taal, 'baliePostMaak')}">${grondveld(grond)}
${gelezen.kenmerk !== undefined && html`<input type="hidden" name="kenmerk" value="${gelezen.kenmerk}">`}
<p>${t('post.balie.vastleggen_uitleg')}</p>
<fieldset class="vd-fieldset"><legend>${t('post.balie.weg')}</legend>
${foutregel({ fout: bij('weg'), foutWoord: t('algemeen.fout'), id: 'weg' })}
${keuzes({ id: 'weg', naam: 'weg', opties: wegen.map((een) => ({ waarde: een, tekst: t(`post.weg.${een}`) })), gekozen: weg })}</fieldset>
${tijdvelden(context, { naam: 'ontvangen', kop: t('post.balie.ontvangen'), waarden: tijd, fout: bij('ontvangen-dag') })}
${postvelden(context, gelezen, t('post.balie.tekst'))}
${grond.persoon === undefined && afzendervelden(context, gelezen)}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('post.balie.bewaar')}</button></p></form></div></details>`
}

export function stukPagina(
  verzoek: Verzoek,
  stuk: Poststuk,
  { fouten, naam }: { readonly fouten: readonly Veldfout[]; readonly naam: string | undefined },
): string {
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const poststuk = stuk.id
  const gedaan = gedaanUit(zoek, gedaanWoorden)
  const naarElders = teVersturen(stuk)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${naarElders !== undefined && stuk.gereed === undefined && html`<p class="vd-notice vd-no-print"><strong>${t('post.balie.nog_versturen', { naar: naamVan(verzoek, naarElders) })}</strong></p>`}
${!isAfgewezen(stuk) && html`<p class="vd-notice vd-no-print">${t(triageSleutel(stuk))}${'wegen' in stuk.triage && html` ${wegenTekst(context, { soort: 'vastgesteld', wegen: stuk.triage.wegen, besluit: '' })}`}</p>`}
${stukdeel(verzoek, stuk, (bijlage) => adres(taal, 'baliePostBijlage', { poststuk, bijlage }))}
<section class="vd-section"><h2>${t('post.gebeurd.titel')}</h2><ol class="vd-list">${verloop(verzoek, stuk).map((regel) => html`<li>${regel}</li>`)}</ol></section>
${termijndeel(verzoek, stuk)}
<p class="vd-no-print">${t('post.balie.druk_af')}</p>
${handelingen(verzoek, stuk, fouten)}`
  return baliePagina(verzoek, {
    titel: t('post.balie.een', { nummer: stuk.nummer }),
    inhoud,
    stijl,
    isFout: fouten.length > 0,
    melding: gedaan && t(`post.balie.gedaan.${gedaan}`),
    terug: { adres: adres(taal, 'baliePost'), tekst: t('post.balie.terug') },
    naam,
  })
}

/** From when the body counts, and by which article; how long a term is stands in other laws. */
function termijndeel(verzoek: Verzoek, stuk: Poststuk): Html {
  const { context } = verzoek
  const { t, datum } = context.spraak
  const zone = eisPost(verzoek).zoneVan(stuk.bij)
  const { ontvangen, dagVan, door } = termijnbegin(stuk, zone)
  return html`<section class="vd-section"><h2>${t('post.termijn.titel')}</h2>
<p>${t('post.termijn.ontvangen', { moment: momentBij(context, ontvangen, zone) })}</p>
<p>${t(`post.termijn.${door}`, { dag: datum(dagVan) })}</p>
<p class="vd-calm vd-small">${t('post.termijn.verschoonbaar')}</p></section>`
}

function triageSleutel({ triage }: Poststuk): string {
  return triage.uitkomst === 'behandel' ? `post.triage.${triage.grond}` : `post.triage.${triage.uitkomst}`
}

/** Each tells the sender with the act itself, and says so on its button. */
function handelingen(verzoek: Verzoek, stuk: Poststuk, fouten: readonly Veldfout[]): Html {
  const { context, form, beeld, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { grond } = eisWerker(verzoek).werker
  if (grond === undefined) return html``
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  const actie = adres(taal, 'baliePostDoe', { poststuk: stuk.id })
  // Of this page: pressed twice it is one act.
  const kenmerk = form.get('kenmerk') ?? maakUuid7(nu, eisPost(verzoek).toeval)
  const deel = (doe: string, velden: Html) =>
    html`<details class="vd-details vd-fold vd-no-print"${attrs({ open: fouten.length > 0 && form.get('doe') === doe })}><summary>${t(`post.doe.${doe}.titel`)}</summary><div><form class="vd-form" method="post" action="${actie}">${grondveld(grond)}<input type="hidden" name="kenmerk" value="${kenmerk}">
<p>${t(`post.doe.${doe}.uitleg`)}</p>${velden}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="${doe}">${t(`post.doe.${doe}.knop`)}</button></p></form></div></details>`
  const organen = [...beeld.organisaties.values()]
    .filter(({ overheid }) => overheid)
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  const termijn = Object.fromEntries(
    ['dag', 'maand', 'jaar'].map((naam) => [`termijn-${naam}`, form.get(`termijn-${naam}`) ?? '']),
  )
  const teBrengen = stuk.gebeurd.filter(
    ({ kennisgeving: { hoe, bezorgd } }) => hoe === 'adres' && bezorgd === undefined,
  )
  const mogelijk = () => html`${deel(
    'doorgezonden',
    html`<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="naar">${t('post.doe.doorgezonden.naar')}</label>
${foutregel({ fout: bij('naar'), foutWoord, id: 'naar' })}
<select class="utrecht-select utrecht-select--html-select vd-select" id="naar" name="naar"><option value="">${t('post.doe.doorgezonden.kies')}</option>${organen.map(({ id, naam }) => html`<option${attrs({ value: id, selected: form.get('naar') === id })}>${naam}${id === stuk.bij && ` (${t('post.doe.doorgezonden.intern')})`}</option>`)}</select></div>
<p class="vd-calm vd-small">${t('post.doe.doorgezonden.elders')}</p>`,
  )}
${
  magMelden(stuk, 'verkeerde-weg') &&
  deel(
    'verkeerde-weg',
    html`<fieldset class="vd-fieldset"><legend>${t('post.doe.verkeerde-weg.termijn')}</legend>${foutregel({ fout: bij('termijn-dag'), foutWoord, id: 'termijn-dag' })}
${datumvelden({ spraak, voorvoegsel: 'termijn-', waarden: termijn, fout: bij('termijn-dag') })}</fieldset>`,
  )
}
${
  magMelden(stuk, 'geweigerd') &&
  deel(
    'geweigerd',
    html`<fieldset class="vd-fieldset"><legend>${t('post.doe.geweigerd.reden')}</legend>${foutregel({ fout: bij('reden'), foutWoord, id: 'reden' })}
${keuzes({ id: 'reden', naam: 'reden', opties: weigergronden.map((reden) => ({ waarde: reden, tekst: t(`post.weigergrond.${reden}`) })), gekozen: form.get('reden') ?? undefined })}</fieldset>`,
  )
}`
  const knop = stuk.gereed === undefined ? 'gereed' : 'heropend'
  const elders = teVersturen(stuk)
  const knoptekst =
    elders !== undefined && knop === 'gereed'
      ? t('post.doe.verstuurd', { naar: naamVan(verzoek, elders) })
      : t(`post.doe.${knop}`)
  return html`${
    (teBrengen.length === 0 || stuk.gereed !== undefined) &&
    html`<form class="vd-no-print" method="post" action="${actie}">${grondveld(grond)}<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="${knop}">${knoptekst}</button></form>`
  }
${teBrengen.map(
  ({ soort, kennisgeving: { id } }) =>
    html`<form class="vd-no-print" method="post" action="${actie}">${grondveld(grond)}<input type="hidden" name="kennisgeving" value="${id}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="bezorgd">${t('post.balie.is_bezorgd', { wat: t(`post.kennis.${soort}`) })}</button></form>`,
)}
${isAfgewezen(stuk) ? html`<p class="vd-notice vd-no-print">${t('post.balie.is_afgewezen')}</p>${deel('toch-aangenomen', html``)}` : mogelijk()}
<p class="vd-calm vd-small">${t('post.balie.bij', { organisatie: naamVan(verzoek, stuk.bij) })}</p>`
}
