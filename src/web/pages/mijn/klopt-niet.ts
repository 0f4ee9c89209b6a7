import { isUuid7, maakUuid7 } from '../../../domain/index.ts'
import {
  type Gegevensoort,
  gegevensoorten,
  isGegevensoort,
  maxToelichting,
  meldTerug,
  type Terugmelding,
  type TerugmeldOnderdelen,
  volgTerugmeldingen,
} from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, inkomenZien } from './eis.ts'
import { teLezen } from './geheim.ts'
import { gedaanUit, mijnPagina, moment } from './kader.ts'
import { reikwijdteVan } from './reikwijdte.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

/** «Dit klopt niet»: the source holder decides, we send it and follow it. */
export function vorm(verzoek: Verzoek): Antwoord {
  const { gegeven } = verzoek.delen
  if (!isGegevensoort(gegeven) || !magOver(verzoek, gegeven)) return { soort: 'niet-gevonden' }
  return {
    soort: 'pagina',
    pagina: vormPagina(verzoek, gegeven, { toelichting: '', id: nieuwKenmerk(verzoek) }, []),
  }
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { wie } = eisWie(verzoek)
  const { context, delen, form } = verzoek
  const { gegeven } = delen
  if (!isGegevensoort(gegeven) || !magOver(verzoek, gegeven)) return { soort: 'niet-gevonden' }
  const toelichting = form.get('toelichting') ?? ''
  const kenmerk = form.get('kenmerk')
  const id = isUuid7(kenmerk) ? kenmerk : nieuwKenmerk(verzoek)
  const nieuw = { id, persoon: wie.persoon, door: wie.subject.persoon, gegeven, toelichting }
  const uitkomst = await meldTerug(onderdelen(verzoek, [gegevensoorten[gegeven].verwerking]), nieuw)
  if (uitkomst.status === 'ongeldig') {
    const tekst = context.spraak.t('mijn.klopt_niet.leeg', { max: maxToelichting })
    const pagina = vormPagina(verzoek, gegeven, { toelichting, id }, [{ veld: 'toelichting', tekst }])
    return { soort: 'pagina', pagina, status: 400 }
  }
  return { soort: 'ga-naar', adres: adres(context.taal, 'meldingen', { gedaan: uitkomst.status }) }
}

/** Who may not see a datum says nothing about it, and does not read what was said about it. */
function magOver(verzoek: Verzoek, gegeven: Gegevensoort): boolean {
  const { mijn, wie } = eisWie(verzoek)
  if (reikwijdteVan(verzoek.beeld, wie)?.gegevens.has(gegeven) === false) return false
  return gegevensoorten[gegeven].bron !== 'inkomen' || mag(mijn, wie, inkomenZien, verzoek.nu)
}

/** Made with the form: sent twice, by a double click or after a broken connection, it is one report. */
function nieuwKenmerk(verzoek: Verzoek): string {
  return maakUuid7(verzoek.nu, eisWie(verzoek).mijn.toeval)
}

function vormPagina(
  { context }: Verzoek,
  gegeven: Gegevensoort,
  { toelichting, id }: { readonly toelichting: string; readonly id: string },
  fouten: readonly Veldfout[],
): string {
  const { taal, spraak } = context
  const { t } = spraak
  const [fout] = fouten
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('mijn.klopt_niet.inleiding', { bron: t(`mijn.gegevens.houder.${gegevensoorten[gegeven].bron}`) })}</p>
<form method="post" action="${adres(taal, 'kloptNietStuur', { gegeven })}">
<input type="hidden" name="kenmerk" value="${id}">
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="toelichting">${t('mijn.klopt_niet.vraag')}</label>
<p class="vd-calm" id="toelichting-hulp">${t('mijn.klopt_niet.hulp')}</p>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'toelichting' })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" id="toelichting" name="toelichting" rows="6" maxlength="${maxToelichting}" aria-describedby="toelichting-hulp">${toelichting}</textarea></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('mijn.klopt_niet.stuur')}</button></p></form>
<p>${t('mijn.klopt_niet.daarna')}</p>`
  const titel = t('mijn.klopt_niet.titel', { gegeven: t(`mijn.gegevens.soort.${gegeven}`) })
  return mijnPagina(context, { titel, inhoud, terug: 'gegevens', isFout: fouten.length > 0 })
}

/** What was reported, as it stands at the source holders now. */
export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const { wie } = eisWie(verzoek)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const { meldingen: alle, nietGevraagd } = await metRegel(
    eisWie(verzoek).mijn,
    wie,
    { doel: 'terugmelding', gegevens: ['melding'] },
    (bewijs) => volgTerugmeldingen(onderdelen(verzoek, []), wie.persoon, bewijs),
  )
  const meldingen = alle
    .filter(({ gegeven }) => magOver(verzoek, gegeven))
    .flatMap((melding) => eenMelding(verzoek, melding))
  const gedaan = gedaanUit(zoek, ['verzonden', 'bewaard'])
  const inhoud = html`${nietGevraagd.map((bron) => html`<p class="vd-notice">${t(`mijn.meldingen.niet_gevraagd.${bron}`)}</p>`)}
${meldingen.length === 0 ? html`<p>${t('mijn.meldingen.geen')}</p>` : html`<ul class="vd-rows">${meldingen}</ul>`}`
  const melding = gedaan && t(`mijn.meldingen.gedaan.${gedaan}`)
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, { titel: t('mijn.meldingen.titel'), inhoud, melding }),
  }
}

/** Nothing where whoever looks may not know of it. */
function eenMelding(verzoek: Verzoek, melding: Terugmelding): readonly Html[] {
  const { context } = verzoek
  const { t } = context.spraak
  const leest = teLezen(eisWie(verzoek).wie, melding)
  if (leest === undefined) return []
  const { gegeven, toelichting, status, sinds, gemaaktOp, uitleg } = melding
  const dag = (op: Date): string => moment(context, op, datumOp(op, 'Europe/Amsterdam'))
  const wanneer = t(leest.isEigen ? 'mijn.meldingen.u_schreef' : 'mijn.meldingen.ander_schreef', {
    moment: dag(gemaaktOp),
  })
  return [
    html`<li class="vd-report"><h2>${t(`mijn.gegevens.soort.${gegeven}`)}</h2>
<p><strong>${t(`mijn.meldingen.stand.${status.replace('-', '_')}`)}</strong> <span class="vd-calm">${dag(sinds)}</span></p>
${uitleg !== undefined && (leest.uitleg ? html`<p>${t('mijn.meldingen.bron_zegt')} <q>${uitleg}</q></p>` : html`<p>${t('mijn.meldingen.bron_verborgen')}</p>`)}
<p>${wanneer} ${leest.toelichting ? html`<q>${toelichting}</q>` : t('mijn.meldingen.woorden_verborgen')}</p></li>`,
  ]
}

function onderdelen(verzoek: Verzoek, soorten: readonly string[]): TerugmeldOnderdelen {
  const { mijn, wie } = eisWie(verzoek)
  const wat = { doel: 'terugmelding', gegevens: ['melding', ...soorten] }
  return { ...mijn.terugmelden, verwerk: (_bron, fn) => metRegel(mijn, wie, wat, fn) }
}
