/** What colleagues said of the sheets of this organisation, to answer and close; and what this organisation said itself. */
import { isMeldingstand, type Kennismelding } from '../../../kennis/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { medewerker } from '../../toegangseis.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { bladadres, bladtitel, bladUit, eigenaarnaam, meldingenVan } from './bron.ts'

const beantwoorden = medewerker('beheren', 'kennismelding')

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, [])
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const eigen = meldingenVan(verzoek)
  if (eigen === undefined) return { soort: 'niet-gevonden' }
  const { form, context } = verzoek
  const { t } = context.spraak
  const id = form.get('melding') ?? ''
  const stand = form.get('stand')
  const antwoord = form.get('antwoord') ?? ''
  const keus = isMeldingstand(stand) && stand !== 'open' ? stand : undefined
  const fouten: Veldfout[] = [
    ...(keus === undefined ? [{ veld: `stand-${id}`, tekst: t('kennis.meldingen.fout_uitkomst') }] : []),
    ...(antwoord.trim() === '' ? [{ veld: `antwoord-${id}`, tekst: t('kennis.meldingen.fout') }] : []),
  ]
  if (keus === undefined || fouten.length > 0) return pagina(verzoek, fouten)
  const uit = await eigen.meldingen.handelAf(eigen.wie, id, { stand: keus, antwoord })
  if (uit === 'antwoord-ontbreekt')
    return pagina(verzoek, [{ veld: `antwoord-${id}`, tekst: t('kennis.meldingen.fout') }])
  if (uit === 'niet-gevonden') throw new PlatformError('niet-gevonden')
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieKennismeldingen', { gedaan: 'beantwoord' }) }
}

async function pagina(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const eigen = meldingenVan(verzoek)
  if (eigen === undefined) return { soort: 'niet-gevonden' }
  const { balie, werker } = eisWerker(verzoek)
  const { context, zoek, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { aan, van } = await eigen.meldingen.lijst(eigen.wie)
  const magBeantwoorden = beslisVoorWerker(balie, werker, beantwoorden, nu).mag
  const gedaan = gedaanUit(zoek, ['beantwoord'])
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${magBeantwoorden && html`<section class="vd-section"><h2>${t('kennis.meldingen.aan')}</h2>${aan.length === 0 ? html`<p>${t('kennis.meldingen.aan_geen')}</p>` : html`<ul class="vd-kennis__meldingen">${aan.map((een) => rij(verzoek, een, fouten))}</ul>`}</section>`}
<section class="vd-section"><h2>${t('kennis.meldingen.van')}</h2>${van.length === 0 ? html`<p>${t('kennis.meldingen.van_geen')}</p>` : html`<ul class="vd-kennis__meldingen">${van.map((een) => rij(verzoek, een, undefined))}</ul>`}</section>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('kennis.meldingen.titel'),
      inhoud,
      isFout: fouten.length > 0,
      stijl: ['kennis.css'],
      melding: gedaan && t('kennis.meldingen.gedaan'),
      terug: { adres: adres(taal, 'balieKennis'), tekst: t('kennis.terug') },
      zonderGrond: true,
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}

function rij(verzoek: Verzoek, melding: Kennismelding, fouten: readonly Veldfout[] | undefined): Html {
  const { context, beeld } = verzoek
  const { spraak } = context
  const { t } = spraak
  const { blad, deel, reden, tekst, van, gemeld, stand, eigenaar, antwoord, afgehandeld } = melding
  const bij = bladUit(verzoek, blad)
  const titel = bij && bladtitel(context, bij)
  const over = t('kennis.klopt.over', { deel: t(`kennis.deel.${deel}`), blad: titel?.tekst ?? blad })
  const naam = beeld.organisaties.get(van)?.naam ?? van
  return html`<li class="vd-kennis__melding"><h3>${bij ? html`<a href="${bladadres(context, bij.over, deel)}">${over}</a>` : over}</h3>
<p><strong>${t(`kennis.klopt.redenen.${reden}`)}</strong>${tekst !== undefined && html`: <span lang="nl">${tekst}</span>`}</p>
<p class="vd-calm vd-small">${t('kennis.meldingen.gemeld', { datum: spraak.datum(gemeld), naam })}. ${t('kennis.meldingen.voor', { naam: eigenaarnaam(verzoek, eigenaar) })}${stand === 'open' && `, ${t('kennis.meldingen.wacht')}`}.</p>
${antwoord !== undefined && afgehandeld !== undefined && html`<p><strong>${t('kennis.meldingen.antwoord_van', { naam: eigenaarnaam(verzoek, eigenaar), datum: spraak.datum(afgehandeld) })}</strong> (${t(`kennis.meldingen.stand.${stand}`)}): <span lang="nl">${antwoord}</span></p>`}
${stand === 'open' && fouten !== undefined && antwoordvorm(verzoek, melding, { over, fouten })}</li>`
}

function antwoordvorm(
  { context, form }: Verzoek,
  { id }: Kennismelding,
  { over, fouten }: { readonly over: string; readonly fouten: readonly Veldfout[] },
): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const isDeze = form.get('melding') === id
  const fout = (veld: string) => fouten.find((een) => een.veld === `${veld}-${id}`)
  const foutWoord = t('algemeen.fout')
  return html`<form class="vd-stack" method="post" action="${adres(taal, 'balieKennismeldingDoe')}"><input type="hidden" name="melding" value="${id}">
<fieldset class="vd-fieldset"><legend>${t('kennis.meldingen.uitkomst')}<span class="vd-visually-hidden"> ${over}</span></legend>
${foutregel({ fout: fout('stand'), foutWoord, id: `stand-${id}` })}
${keuzes({ id: `stand-${id}`, naam: 'stand', opties: (['aangepast', 'blijft'] as const).map((waarde) => ({ waarde, tekst: t(`kennis.meldingen.${waarde}`) })), gekozen: isDeze ? (form.get('stand') ?? undefined) : undefined })}</fieldset>
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="antwoord-${id}">${t('kennis.meldingen.antwoord')}<span class="vd-visually-hidden"> ${over}</span></label>
${foutregel({ fout: fout('antwoord'), foutWoord, id: `antwoord-${id}` })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="3" name="antwoord" maxlength="300"${attrs({ id: `antwoord-${id}` })}>${isDeze ? (form.get('antwoord') ?? '').slice(0, 300) : ''}</textarea></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('kennis.meldingen.stuur')}<span class="vd-visually-hidden">: ${over}</span></button></p></form>`
}
