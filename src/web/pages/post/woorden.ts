/** What every page of post says the same. */
import type { Aanwijzing, Postweg } from '../../../corpus/index.ts'
import { type OrganisatieId, parseOrganisatieId } from '../../../domain/index.ts'
import { datumOp, type Tijdzone, tijdOp } from '../../../kalender/index.ts'
import {
  aanTeKondigen,
  type Postgebeurtenis,
  type Poststuk,
  type Storing,
  standVan,
} from '../../../ontvangst/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { PostBronnen } from './bronnen.ts'

export function eisPost({ poststukken }: Pick<Verzoek, 'poststukken'>): PostBronnen {
  if (poststukken === undefined) throw new PlatformError('niet-gevonden')
  return poststukken
}

export function naamVan({ beeld }: Pick<Verzoek, 'beeld'>, organisatie: string): string {
  return beeld.organisaties.get(organisatie)?.naam ?? organisatie
}

/** A body of government that we describe; whether somebody reads its post here is another question. */
export function leesOverheid(
  { beeld }: Pick<Verzoek, 'beeld'>,
  waarde: string | null | undefined,
): OrganisatieId | undefined {
  return beeld.organisaties.get(waarde ?? '')?.overheid === true ? parseOrganisatieId(waarde) : undefined
}

/** On the clock of the body; on the islands the page says so. */
export function momentBij({ spraak }: Pick<Context, 'spraak'>, op: Date, zone: Tijdzone): string {
  const tekst = spraak.t('mijn.moment', { datum: spraak.datum(datumOp(op, zone)), tijd: tijdOp(op, zone) })
  return zone === 'America/Kralendijk' ? spraak.t('post.op_eilanden', { moment: tekst }) : tekst
}

/** What was sent, as it was sent; for the page, the print and the file alike. */
export function stukdeel(verzoek: Verzoek, stuk: Poststuk, bijlageAdres?: (nr: number) => string): Html {
  const { context } = verzoek
  const { t } = context.spraak
  return html`<dl class="vd-data">
${gegevensVan(verzoek, stuk).map(([kop, waarde]) => html`<div class="vd-data__item"><dt>${kop}</dt><dd>${waarde}</dd></div>`)}
<div class="vd-data__item"><dt>${t('post.stuk.tekst')}</dt><dd class="vd-tekst">${stuk.tekst}</dd></div>
${
  stuk.bijlagen.length > 0 &&
  html`<div class="vd-data__item"><dt>${t('post.stuk.bijlagen')}</dt><dd><ul class="vd-plain">${stuk.bijlagen.map(
    ({ naam, bytes }, nr) =>
      html`<li>${bijlageAdres === undefined ? naam : html`<a href="${bijlageAdres(nr)}">${naam}</a>`} <span class="vd-calm vd-small">${grootte(context, bytes)}</span></li>`,
  )}</ul></dd></div>`
}
</dl>`
}

/** Of a mail without a subject there is none, and a link has words all the same. */
export function onderwerpVan({ spraak }: Pick<Context, 'spraak'>, onderwerp: string): string {
  return onderwerp.trim() === '' ? spraak.t('post.zonder_onderwerp') : onderwerp
}

/** The short facts, in order. */
export function gegevensVan(verzoek: Verzoek, stuk: Poststuk): readonly (readonly [string, string])[] {
  const { t } = verzoek.context.spraak
  const { afzender, nummer, organisatie, bij, soort, weg, onderwerp, ontvangen } = stuk
  const zone = eisPost(verzoek).zoneVan(organisatie)
  const van =
    afzender.soort === 'onbekend'
      ? [afzender.naam, afzender.adres].filter((deel) => deel !== undefined).join(', ')
      : ''
  return [
    [t('post.stuk.nummer'), nummer],
    [t('post.stuk.ontvangen'), momentBij(verzoek.context, ontvangen, zone)],
    [t('post.stuk.aan'), naamVan(verzoek, organisatie)],
    ...(bij === organisatie ? [] : [[t('post.stuk.bij'), naamVan(verzoek, bij)] as const]),
    ...(van === '' ? [] : [[t('post.stuk.van'), van] as const]),
    ...(afzender.soort === 'onbekend' && afzender.namens !== undefined
      ? [[t('post.stuk.namens'), afzender.namens] as const]
      : []),
    [t('post.stuk.soort'), t(`post.soort.${soort}`)],
    [t('post.stuk.weg'), t(`post.weg.${weg}`)],
    [t('post.stuk.onderwerp'), onderwerpVan(verzoek.context, onderwerp)],
  ]
}

/** What was done with it since, the first thing first. */
export function verloop(verzoek: Verzoek, stuk: Poststuk): readonly string[] {
  const zone = eisPost(verzoek).zoneVan(stuk.organisatie)
  const isVastgelegd = stuk.weg !== 'web' && stuk.weg !== 'email'
  return stuk.gebeurd.map((wat) => {
    const { t } = verzoek.context.spraak
    const moment = momentBij(verzoek.context, wat.kennisgeving.op, zone)
    return `${moment}: ${gebeurtenis(verzoek, wat, isVastgelegd)} ${t(`post.hoe.${hoeVan(wat)}`)}`
  })
}

function gebeurtenis(verzoek: Verzoek, wat: Postgebeurtenis, isVastgelegd: boolean): string {
  const { t } = verzoek.context.spraak
  switch (wat.soort) {
    case 'ontvangen':
      // On paper or by phone it came in earlier, and that stands above; this is when somebody wrote it down.
      return t(`post.gebeurd.${isVastgelegd ? 'vastgelegd' : 'ontvangen'}`)
    case 'verkeerde-weg':
    case 'toch-aangenomen':
      return t(`post.gebeurd.${wat.soort}`)
    case 'geweigerd':
      return t(`post.gebeurd.${wat.reden}`)
    case 'doorgezonden':
      return wat.van === wat.naar
        ? t('post.gebeurd.intern')
        : t('post.gebeurd.doorgezonden', { naar: naamVan(verzoek, wat.naar) })
  }
}

function hoeVan({ kennisgeving: { hoe, bezorgd } }: Postgebeurtenis): string {
  return bezorgd === undefined && hoe !== 'geen-adres' ? `${hoe}-nog-niet` : hoe
}

function grootte({ spraak: { t, getal } }: Context, bytes: number): string {
  if (bytes < 1_000_000) return t('zaken.documenten.kb', { n: getal(Math.max(1, Math.round(bytes / 1000))) })
  return t('zaken.documenten.mb', { n: getal(Math.round(bytes / 100_000) / 10) })
}

/** By which ways one may send this kind, or that nobody wrote it down yet. */
export function wegenTekst(
  { spraak: { t } }: Pick<Context, 'spraak'>,
  aanwijzing: Aanwijzing,
  kanHier = true,
): string {
  if (aanwijzing.soort !== 'vastgesteld')
    return t(kanHier ? 'post.wegen.niet_vastgesteld' : 'post.wegen.onbekend')
  return aanwijzing.wegen.map((weg) => wegTekst(t, weg)).join('; ')
}

function wegTekst(t: Context['spraak']['t'], { kanaal, waar }: Postweg): string {
  return waar === undefined ? t('post.wegen.hier') : t(`post.wegen.${kanaal}`, { waar })
}

/** Of one body, for a page that is about more than its outages: one that cannot be asked for is not there. */
export async function storingenVan(
  { poststukken, bronnen, context, nu }: Pick<Verzoek, 'poststukken' | 'bronnen' | 'context' | 'nu'>,
  organisatie: OrganisatieId,
): Promise<Html | undefined> {
  if (poststukken === undefined) return undefined
  try {
    const zone = poststukken.zoneVan(organisatie)
    return storingsmelding(context, await poststukken.storingen.van(organisatie), { nu, zone })
  } catch (fout) {
    bronnen.meldFout('storingen', fout)
    return undefined
  }
}

/** What is out of order, and what will be: above everything, in the words of the body or our own. */
export function storingsmelding(
  context: Context,
  storingen: readonly Storing[],
  { nu, zone }: { readonly nu: Date; readonly zone: Tijdzone },
): Html | undefined {
  const te = aanTeKondigen(storingen, nu)
  if (te.length === 0) return undefined
  const { t } = context.spraak
  return html`<section class="vd-notice" role="status" aria-label="${t('post.storing.naam')}">${te.map(
    (een) => {
      const van = momentBij(context, een.begin, zone)
      const tot = een.einde && momentBij(context, een.einde, zone)
      const kanaal = t(`post.storing.kanaal.${een.kanaal}`)
      const stand = standVan(een, nu) === 'nu' ? 'nu' : 'komt'
      return html`<p><strong>${tot === undefined ? t(`post.storing.${stand}`, { kanaal, van }) : t(`post.storing.${stand}_tot`, { kanaal, van, tot })}</strong>${een.aankondiging !== undefined && html` <span lang="nl">${een.aankondiging}</span>`}</p>`
    },
  )}
<p>${t('post.storing.termijn')}</p></section>`
}
