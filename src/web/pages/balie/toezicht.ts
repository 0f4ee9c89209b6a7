import { datumOp, plusMaanden } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Cijfer, Controle } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from './eis.ts'
import { baliePagina, tijdstip } from './kader.ts'

/** Named limit: so many months back. */
const maanden = 12

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return { soort: 'pagina', pagina: await pagina(verzoek, undefined) }
}

/** Reads everything again and changes nothing, so that the answer may stand on the page that asked for it. */
export async function controleer(verzoek: Verzoek): Promise<Antwoord> {
  const { balie } = eisWerker(verzoek)
  return { soort: 'pagina', pagina: await pagina(verzoek, await balie.toegang.toezicht.controleer()) }
}

async function pagina(verzoek: Verzoek, controle: Controle | undefined): Promise<string> {
  const { balie, werker } = eisWerker(verzoek)
  const { context, nu } = verzoek
  const { t, datum } = context.spraak
  const vandaag = datumOp(nu, 'Europe/Amsterdam')
  const van = plusMaanden(vandaag, -maanden)
  const cijfers = await balie.toegang.toezicht.cijfers(werker.subject, new Date(`${van}T00:00:00Z`), nu)
  const inhoud = html`<p class="vd-lead">${t('balie.toezicht.inleiding')}</p>
<section class="vd-section"><h2>${t('balie.toezicht.periode', { van: datum(van), tot: datum(vandaag) })}</h2>
${tabel(verzoek, cijfers)}</section>
<section class="vd-section"><h2>${t('balie.toezicht.bewijs')}</h2>
${controle && uitslag(verzoek, controle)}
<p>${t('balie.toezicht.uitleg')}</p>
<form method="post" action="${adres(context.taal, 'balieControle')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="controleer" value="1">${t('balie.toezicht.controleer')}</button></form></section>`
  return baliePagina(verzoek, { titel: t('balie.toezicht.titel'), inhoud, zonderGrond: true })
}

function tabel({ context, balie }: Verzoek, cijfers: readonly Cijfer[]): Html {
  const { taal, spraak } = context
  const { t, getal } = spraak
  if (cijfers.length === 0) return html`<p>${t('balie.toezicht.geen')}</p>`
  const naamVan = (id: string) => balie?.verwerkingen().get(id)?.naam[taal] ?? id
  const rol = (naam: string) => t(naam === '' ? 'balie.toezicht.onbekend' : `balie.rol.${naam}`)
  const totaal = cijfers.reduce((som, { aantal }) => som + aantal, 0)
  return html`<table class="vd-figures"><thead><tr><th scope="col">${t('balie.toezicht.doel')}</th><th scope="col">${t('balie.toezicht.rol')}</th><th scope="col" class="vd-figures__n">${t('balie.toezicht.aantal')}</th></tr></thead>
<tbody>${cijfers.map((een) => html`<tr><th scope="row">${naamVan(een.verwerking)}</th><td>${rol(een.rol)}</td><td class="vd-figures__n">${getal(een.aantal)}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row">${t('balie.toezicht.totaal')}</th><td></td><td class="vd-figures__n">${getal(totaal)}</td></tr></tfoot></table>`
}

/** Which lines are wrong is for the operator: their names would be names of people. */
function uitslag({ context, nu }: Verzoek, controle: Controle): Html {
  const { t, getal } = context.spraak
  if (controle.status !== 'ok')
    return html`<p class="vd-notice" role="status">${t(controle.status === 'bezig' ? 'balie.toezicht.bezig' : 'balie.toezicht.te_groot')}</p>`
  const { regels, ankers, gewist, afwijkingen } = controle.verslag
  const isGoed = afwijkingen.length === 0
  const aantalGewist = [...gewist.values()].reduce((som, n) => som + n, 0)
  return html`<div class="vd-notice" role="status"><p><strong>${isGoed ? t('balie.toezicht.goed') : t('balie.toezicht.afwijking', { n: afwijkingen.length })}</strong></p>
<p>${t('balie.toezicht.gelezen', { regels: getal(regels), ankers: getal(ankers), moment: tijdstip(context, nu) })}${aantalGewist > 0 && html` ${t('balie.toezicht.gewist', { n: getal(aantalGewist) })}`}</p></div>`
}
