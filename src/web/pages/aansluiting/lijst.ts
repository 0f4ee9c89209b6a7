import { datumOp, plusDagen } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type Berichtenstand,
  type BewaardeAansluiting,
  type Brondag,
  type Bronteken,
  type Gebeurtenisadres,
  gezondheidVan,
  isGesloten,
} from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { tijdstip } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { aansluitingPagina, eisBeheer, eisBron, merk, naamVan } from './kader.ts'
import { versielijst } from './versies.ts'

/** Named limit: use is shown for so many days. */
const dagenTerug = 14

/** Every connection that this person may see, the ones that need somebody first. */
export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const { beheer, werker, mag } = eisBeheer(verzoek)
  const { context, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const vandaag = datumOp(nu, 'Europe/Amsterdam')
  const [alle, dagen, verloop, standen] = await Promise.all([
    beheer.aansluitingen.alle(),
    beheer.verkeer.dagen(vandaag),
    beheer.verkeer.verloop(),
    beheer.berichten(),
  ])
  const rijen = alle
    .filter(({ aansluiting }) => mag('bekijken', aansluiting.organisatie))
    .map((bron) => {
      const id = bron.aansluiting.organisatie
      const dag = dagen.find((een) => een.bron === id)
      const loop = verloop.find((een) => een.bron === id)
      const berichten = standen.find((een) => een.bron === id)
      const teken = { loop, dag, berichten }
      return { bron, teken, gezond: gezondheidVan(bron, teken, nu), naam: naamVan(verzoek, id) }
    })
    .toSorted(
      (a, b) =>
        volgorde.indexOf(a.gezond.kleur) - volgorde.indexOf(b.gezond.kleur) ||
        a.naam.localeCompare(b.naam, 'nl'),
    )
  const magNieuw = mag('aansluiten', werker.subject.organisatie)
  const tellen = volgorde
    .map((kleur) => [kleur, rijen.filter(({ gezond }) => gezond.kleur === kleur).length] as const)
    .filter(([, n]) => n > 0)
  const inhoud = html`<p class="vd-lead">${t('bronnen.inleiding')}</p>
${rijen.length === 0 ? html`<p>${t('bronnen.geen')}</p>` : html`<p>${tellen.map(([kleur, n]) => t(`bronnen.tel.${kleur}`, { n })).join(' · ')}</p>`}
${magNieuw && html`<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'balieBronNieuw')}">${t('bronnen.nieuw.knop')}</a></p>`}
<ul class="vd-rows">${rijen.map(
    ({ bron, teken, gezond, naam }) =>
      html`<li class="vd-source"><h2 class="vd-source__name"><a href="${adres(taal, 'balieBron', { bron: bron.aansluiting.organisatie })}">${naam}</a></h2>
<p class="vd-badge vd-badge--${bron.aansluiting.stand === 'aan' ? 'zeker' : 'rustig'}">${t(`bronnen.stand.${bron.aansluiting.stand}`)}</p>
${merk(context, gezond)}
${kort(verzoek, teken)}</li>`,
  )}</ul>`
  return {
    soort: 'pagina',
    pagina: aansluitingPagina(verzoek, { titel: t('bronnen.titel'), inhoud, isBegin: true }),
  }
}

const volgorde = ['rood', 'oranje', 'grijs', 'groen'] as const

function kort({ context }: Verzoek, { loop, dag, berichten: stand }: Bronteken): Html {
  const { t } = context.spraak
  const { gevraagd = 0, mislukt = 0 } = dag ?? {}
  return html`<p class="vd-small vd-calm vd-source__facts">${loop?.laatstGoed ? t('bronnen.laatst_goed', { moment: tijdstip(context, loop.laatstGoed) }) : t('bronnen.nooit_goed')}
<br>${t('bronnen.vandaag', { gevraagd, mislukt })} ${t('bronnen.berichten', { berichten: stand?.ontvangen ?? 0, mislukt: stand?.mislukt ?? 0 })}</p>`
}

/** One connection: how it is doing, what it is asked, what can be done with it, and who changed what. */
export async function bron(verzoek: Verzoek): Promise<Antwoord> {
  const { beheer, bron: gevonden, mag } = await eisBron(verzoek, 'bekijken')
  const { context, nu, zoek } = verzoek
  const { t } = context.spraak
  const { aansluiting, bezwaren } = gevonden
  const id = aansluiting.organisatie
  const vandaag = datumOp(nu, 'Europe/Amsterdam')
  const [dagen, verloop, versies, standen] = await Promise.all([
    beheer.verkeer.dagen(plusDagen(vandaag, -dagenTerug)),
    beheer.verkeer.verloop(),
    beheer.aansluitingen.versies(id),
    beheer.berichten(),
  ])
  const eigen = dagen.filter((dag) => dag.bron === id)
  const loop = verloop.find((een) => een.bron === id)
  const berichten = standen.find((een) => een.bron === id)
  const dag = eigen.find((een) => een.dag === vandaag)
  const gezond = gezondheidVan(gevonden, { loop, dag, berichten }, nu)
  const inhoud = html`${merk(context, gezond)}
${bezwaren.length > 0 && html`<ul class="vd-list">${bezwaren.map(({ veld, code }) => html`<li>${t(`bronnen.veld.${veldnaam(veld)}`)}: ${t(`bronnen.fout.${code}`)}</li>`)}</ul>`}
${feiten(verzoek, gevonden, { loop, berichten })}
${mag(isGesloten(aansluiting) ? 'aansluiten' : 'beheren', id) && knoppen(verzoek, aansluiting)}
${aansluiting.stuurtGebeurtenissen && mag('beheren', id) && !isGesloten(aansluiting) && uitdelen(context, beheer.gebeurtenisadres(id, aansluiting.sleutelnummer))}
${mag('beheren', id) && !isGesloten(aansluiting) && intrekken(verzoek, id, mag('aansluiten', id))}
<section class="vd-section"><h2>${t('bronnen.gebruik.titel')}</h2>${gebruik(verzoek, eigen)}</section>
<section class="vd-section"><h2>${t('bronnen.versies.titel')}</h2>${versielijst(verzoek, versies, { metWaarden: mag('beheren', id) })}</section>`
  const gedaan = gedaanUit(zoek, ['bewaard', 'niets', 'gesloten', 'sleutel', 'sleutel-niet'])
  return {
    soort: 'pagina',
    pagina: aansluitingPagina(verzoek, {
      titel: naamVan(verzoek, id),
      inhoud,
      melding: gedaan && t(`bronnen.gedaan.${gedaan}`),
    }),
  }
}

/** Of one that was closed only how to connect it once more. */
function knoppen({ context }: Verzoek, aansluiting: BewaardeAansluiting['aansluiting']): Html {
  const { taal, spraak } = context
  const id = aansluiting.organisatie
  const alle = [
    ['balieBronProef', 'test'],
    ['balieBronRegels', 'regels'],
    ['balieBronInstellen', 'instellen'],
  ] as const
  const naar = isGesloten(aansluiting) ? alle.slice(-1) : alle
  return html`<p class="vd-actions">${naar.map(([route, naam], i) => html`<a class="utrecht-button utrecht-button--${i === 0 ? 'primary' : 'secondary'}-action" href="${adres(taal, route, { bron: id })}">${spraak.t(`bronnen.${naam}.knop`)}</a> `)}</p>`
}

/** What the organisation fills in at its side. The key is hers alone, and opens nothing but this door. */
function uitdelen({ spraak: { t } }: Context, adresDaar: Gebeurtenisadres): Html {
  return html`<section class="vd-section"><h2>${t('bronnen.gebeurtenissen.titel')}</h2>
<p>${t('bronnen.gebeurtenissen.uitleg')}</p>
<dl class="vd-facts"><div><dt>${t('bronnen.gebeurtenissen.naar')}</dt><dd class="vd-uitdelen">${adresDaar.naar}</dd></div></dl>
<details class="vd-details"><summary>${t('bronnen.gebeurtenissen.toon')}</summary><dl class="vd-facts"><div><dt>${t('bronnen.gebeurtenissen.auth')}</dt><dd class="vd-uitdelen">${adresDaar.auth}</dd></div></dl></details></section>`
}

/** What was handed out can be made worth nothing; and to stop for good is for who connects. */
function intrekken({ context }: Verzoek, id: string, magSluiten: boolean): Html {
  const { taal, spraak } = context
  const { t } = spraak
  return html`<section class="vd-section"><h2>${t('bronnen.intrekken.titel')}</h2>
<p>${t('bronnen.intrekken.sleutel')}</p>
<form method="post" action="${adres(taal, 'balieBronSleutel', { bron: id })}"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('bronnen.intrekken.sleutel_knop')}</button></form>
${
  magSluiten &&
  html`<p>${t('bronnen.intrekken.sluiten')} <a href="${adres(taal, 'balieBronSluiten', { bron: id })}">${t('bronnen.intrekken.sluiten_knop')}</a></p>`
}</section>`
}

/** `adressen.zrc` as the name of a text. */
export function veldnaam(veld: string): string {
  return veld
    .split('.')
    .filter((deel) => !/^\d+$/.test(deel))
    .slice(0, 2)
    .join('_')
}

function feiten(
  { context }: Verzoek,
  { aansluiting }: BewaardeAansluiting,
  { loop, berichten }: Bronteken,
): Html {
  const { t } = context.spraak
  const rijen: readonly (readonly [string, string | undefined])[] = [
    [t('bronnen.feit.stand'), t(`bronnen.stand_uitleg.${aansluiting.stand}`)],
    [t('bronnen.feit.goed'), loop?.laatstGoed && tijdstip(context, loop.laatstGoed)],
    [
      t('bronnen.feit.mislukt'),
      loop?.laatstMislukt &&
        `${tijdstip(context, loop.laatstMislukt)}: ${t(`bronnen.registerfout.${loop.laatsteFout ?? 'storing'}`)}`,
    ],
    [t('bronnen.feit.plaats'), new URL(aansluiting.adressen.zrc).host],
    [t('bronnen.feit.rsins'), aansluiting.rsins.join(', ')],
    [t('bronnen.feit.berichten'), berichten && berichtfeit(context, berichten)],
    [
      t('bronnen.feit.abonnement'),
      aansluiting.stuurtGebeurtenissen
        ? t('bronnen.gebeurtenissen.kort')
        : berichten?.abonnement && abonnementfeit(context, berichten.abonnement),
    ],
  ]
  return html`<dl class="vd-facts">${rijen.map(
    ([naam, waarde]) => html`<div><dt>${naam}</dt><dd>${waarde ?? t('bronnen.feit.niet')}</dd></div>`,
  )}</dl>`
}

/** Since the beginning. Deliveries about one case are looked at together, so they are more than what was handled. */
function berichtfeit(
  context: Context,
  { ontvangen, onbekend: anders, verwerkt, mislukt, wachtend, laatsteBericht }: Berichtenstand,
): string {
  const { t } = context.spraak
  const telling = t('bronnen.feit.berichten_tel', { ontvangen, anders, verwerkt, mislukt, wachtend })
  if (laatsteBericht === undefined) return telling
  return `${telling} ${t('bronnen.feit.berichten_laatst', { moment: tijdstip(context, laatsteBericht) })}`
}

function abonnementfeit(context: Context, { op, fout }: NonNullable<Berichtenstand['abonnement']>): string {
  const moment = tijdstip(context, op)
  return context.spraak.t(
    fout === undefined ? 'bronnen.feit.abonnement_goed' : 'bronnen.feit.abonnement_mis',
    { moment },
  )
}

/** Counts per day and nothing else: of whom or about what is not kept. */
function gebruik({ context }: Verzoek, dagen: readonly Brondag[]): Html {
  const { t, getal, datum } = context.spraak
  if (dagen.length === 0) return html`<p>${t('bronnen.gebruik.geen')}</p>`
  const koppen = ['gevraagd', 'mislukt'] as const
  return html`<div class="vd-scroll" tabindex="0" role="region" aria-label="${t('bronnen.gebruik.titel')}"><table class="vd-figures"><thead><tr><th scope="col">${t('bronnen.gebruik.dag')}</th>${koppen.map((kop) => html`<th scope="col" class="vd-figures__n">${t(`bronnen.gebruik.${kop}`)}</th>`)}</tr></thead>
<tbody>${dagen.map((een) => html`<tr><th scope="row">${datum(een.dag)}</th>${[een.gevraagd, een.mislukt].map((n) => html`<td class="vd-figures__n">${getal(n)}</td>`)}</tr>`)}</tbody></table></div>`
}
