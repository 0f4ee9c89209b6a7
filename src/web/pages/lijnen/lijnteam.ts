/** One entry of the own organisation, as the same flat row that a file has. */
import { datumOp } from '../../../kalender/index.ts'
import {
  type Lijnonderwerp,
  type Lijnrij,
  type Lijnrijfout,
  type Lijnveld,
  leesLijnteam,
  lijnkennis,
  lijnniveaus,
  lijnonderwerpId,
  lijnvelden,
  schrijfLijnteam,
} from '../../../lijnen/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { type Gidsplek, gidsVan, onderwerpnaam } from './bron.ts'

interface Vorm {
  readonly rij: Partial<Lijnrij>
  /** 0: there is none yet. */
  readonly versie: number
  readonly fouten: readonly Veldfout[]
}

const leeg: Partial<Lijnrij> = {
  talen: 'nl',
  niveau: 'specialist',
  uren: 'ma-vr 09:00-17:00',
  feestdagen: 'dicht',
}
/** Named limit: a list of two hundred subjects fits. */
const HOOGSTENS_LETTERS = 10_000

export function nieuw(verzoek: Verzoek): Antwoord {
  if (gidsVan(verzoek) === undefined) return { soort: 'niet-gevonden' }
  const gebied = verzoek.werker && verzoek.beeld.organisaties.get(verzoek.werker.subject.organisatie)?.gebied
  const rij = { ...leeg, ...(gebied !== undefined && { gebied }) }
  return pagina(verzoek, { rij, versie: 0, fouten: [] })
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = gidsVan(verzoek)
  const eigen = await plek?.gids.eigen(plek.wie)
  const rij = eigen?.find(({ team }) => team.id === verzoek.delen.team)
  if (rij === undefined) return { soort: 'niet-gevonden' }
  return pagina(verzoek, { rij: schrijfLijnteam(rij.team), versie: rij.versie, fouten: [] })
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const plek = gidsVan(verzoek)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { form } = verzoek
  const wat = form.get('doe')
  const id = form.get('id') ?? ''
  if (wat === 'bewaar') return bewaar(verzoek, plek)
  if (wat !== 'bevestig' && wat !== 'verwijder') throw new PlatformError('verzoek-ongeldig')
  const isGedaan = await plek.gids[wat](plek.wie, id)
  return isGedaan ? klaar(verzoek, wat === 'bevestig' ? 'bevestigd' : 'weg') : { soort: 'niet-gevonden' }
}

async function bewaar(verzoek: Verzoek, { gids, wie }: Gidsplek): Promise<Antwoord> {
  const { form, nu, context } = verzoek
  const { t } = context.spraak
  const rij = Object.fromEntries(
    lijnvelden.map((veld) => [veld, (form.get(veld) ?? '').slice(0, HOOGSTENS_LETTERS)]),
  ) as Lijnrij
  const versie = Number(form.get('versie') ?? 0)
  const gelezen = leesLijnteam(
    rij,
    { organisatie: wie.organisatie, vandaag: datumOp(nu, 'Europe/Amsterdam') },
    lijnkennis(verzoek.bronnen.geheel()),
  )
  if (!gelezen.ok)
    return pagina(verzoek, { rij, versie, fouten: gelezen.fouten.map((fout) => foutzin(verzoek, fout)) })
  const uit = await gids.bewaar(wie, {
    team: gelezen.team,
    vanVersie: Number.isSafeInteger(versie) ? versie : 0,
  })
  if (uit === 'ok') return klaar(verzoek, 'bewaard')
  return pagina(verzoek, {
    rij,
    versie,
    fouten: [{ veld: 'id', tekst: t(`lijnen.fout.${uit.replace('-', '_')}`) }],
  })
}

function klaar({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieLijnteams', { gedaan }) }
}

function foutzin({ context }: Verzoek, { veld, fout, wat }: Lijnrijfout): Veldfout {
  const { t } = context.spraak
  return {
    veld,
    naam: t(`lijnen.veld.${veld}`),
    tekst: t(`lijnen.fout.${fout.replaceAll('-', '_')}`, { wat: wat ?? '' }),
  }
}

function pagina(verzoek: Verzoek, { rij, versie, fouten }: Vorm): Antwoord {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const isFout = fouten.length > 0
  const veld = (naam: Lijnveld) => veldVan(verzoek, { naam, waarde: rij[naam] ?? '', fouten })
  const keus = (naam: 'niveau' | 'feestdagen', uit: readonly string[]): Html =>
    html`<fieldset class="vd-fieldset"><legend>${t(`lijnen.veld.${naam}`)}</legend>${keuzes({ id: naam, naam, gekozen: rij[naam] ?? uit[0], opties: uit.map((waarde) => ({ waarde, tekst: t(`lijnen.keus.${waarde}`) })) })}</fieldset>`
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('lijnen.beheer.vorm_lead')}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieLijnteamDoe')}"><input type="hidden" name="versie" value="${versie}">
${versie === 0 ? veld('id') : html`<input type="hidden" id="id" name="id" value="${rij.id ?? ''}">`}
${(['naam', 'uitleggen', 'beslissen'] as const).map(veld)}${codelijst(verzoek)}
${(['gebied', 'buren', 'talen'] as const).map(veld)}
${keus('niveau', lijnniveaus)}${veld('uren')}
<fieldset class="vd-fieldset"><legend>${t('lijnen.veld.tijdzone')}</legend>${keuzes({
    id: 'tijdzone',
    naam: 'tijdzone',
    gekozen: rij.tijdzone ?? 'Europe/Amsterdam',
    opties: [
      { waarde: 'Europe/Amsterdam', tekst: t('lijnen.keus.nederland') },
      { waarde: 'America/Kralendijk', tekst: t('lijnen.keus.caribisch') },
    ],
  })}</fieldset>
${keus('feestdagen', ['dicht', 'open'])}${veld('gesloten')}${veld('capaciteit')}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit"${attrs({ name: 'doe', value: 'bewaar' })}>${t('lijnen.beheer.bewaar')}</button></p></form>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: versie === 0 ? t('lijnen.beheer.nieuw') : t('lijnen.beheer.wijzig'),
      zonderGrond: true,
      ...{ inhoud, isFout },
      stijl: ['lijnen.css'],
      terug: { adres: adres(taal, 'balieLijnteams'), tekst: t('lijnen.beheer.titel') },
    }),
    ...(isFout && { status: 400 }),
  }
}

/** By what a subject is named in these fields: whoever writes an entry looks it up here. */
function codelijst(verzoek: Verzoek): Html {
  const { t } = verzoek.context.spraak
  const corpus = verzoek.bronnen.geheel()
  const onderwerpen: readonly Lijnonderwerp[] = [
    ...[...corpus.gebeurtenissen.keys()].map((id) => ({ soort: 'gebeurtenis', id }) as const),
    ...[...new Set(corpus.engine.alleRegelingen().map(({ id }) => id))].map(
      (id) => ({ soort: 'regeling', id }) as const,
    ),
  ]
  const rij = onderwerpen
    .map((onderwerp) => ({ code: lijnonderwerpId(onderwerp), ...onderwerpnaam(verzoek, onderwerp) }))
    .sort((a, b) => a.tekst.localeCompare(b.tekst, 'nl'))
  return html`<details class="vd-details" id="onderwerpen"><summary>${t('lijnen.beheer.codes')}</summary><ul class="vd-list">${rij.map(({ code, tekst, lang }) => html`<li><span${attrs({ lang })}>${tekst}</span>: <code>${code}</code></li>`)}</ul></details>`
}

function veldVan(
  { context }: Verzoek,
  {
    naam,
    waarde,
    fouten,
  }: { readonly naam: Lijnveld; readonly waarde: string; readonly fouten: readonly Veldfout[] },
): Html {
  const { t } = context.spraak
  // Its name stands above the field already.
  const fout = fouten.find(({ veld }) => veld === naam)
  return html`${tekstveld({
    id: naam,
    naam,
    label: t(`lijnen.veld.${naam}`),
    waarde,
    fout,
    foutWoord: t('algemeen.fout'),
    breedte: naam === 'capaciteit' ? 'kort' : 'breed',
    hoogstens: HOOGSTENS_LETTERS,
    beschrijvingen: [`${naam}-hulp`],
  })}<p class="vd-calm vd-small" id="${naam}-hulp">${t(`lijnen.hulp.${naam}`)}</p>`
}
