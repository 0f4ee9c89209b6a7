import type { Levensgebeurtenis } from '../../../corpus/index.ts'
import { parseOrganisatieId } from '../../../domain/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { openDeur } from '../../ui/deur.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { tegels } from '../gebeurtenissen/lijst-pagina.ts'
import { storingenVan } from '../post/woorden.ts'
import { zoekveld } from '../zoeken/zoek-pagina.ts'

/** What people come for most, in this order; what the corpus does not have is left out. */
const MEEST_GEBRUIKT = ['kind-krijgen', 'verhuizen', 'baan-verliezen', 'overlijden', 'scheiden', '18-worden']

/** With what is out of order where somebody lives, when they said where that is. */
export async function begin(verzoek: Verzoek): Promise<Antwoord> {
  const { context, beeld } = verzoek
  const { plaats } = context
  const eigen = [...beeld.organisaties.values()].find(
    ({ gebied, overheid }) => plaats !== undefined && overheid && gebied === plaats.code,
  )
  const id = parseOrganisatieId(eigen?.id)
  const melding = id && (await storingenVan(verzoek, id))
  const naam = eigen?.naam ?? ''
  const storing =
    melding && html`<section class="vd-section" id="storing"><h2>${naam}</h2>${melding}</section>`
  return { soort: 'pagina', pagina: startPagina(context, beeld.gebeurtenissen, storing) }
}

/** The first page: one clear way in, and the other ways beside it. */
function startPagina(
  context: Context,
  gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>,
  storing: Html | undefined,
): string {
  const { spraak, taal, heeftAntwoorden } = context
  const { t } = spraak
  const meest = MEEST_GEBRUIKT.flatMap((id) => gebeurtenissen.get(id) ?? [])
  return pagina(context, {
    stijl: ['start.css'],
    titel: t('start.titel'),
    actief: 'start',
    inhoud: html`${storing}<div class="vd-hero">
<div class="vd-hero__text">
<h1>${t('start.titel')}</h1>
<p class="vd-lead">${t('start.inleiding')}</p>
${zoekveld(context, '')}
</div>
<div class="vd-hero__picture">${openDeur(t('start.deur'))}</div>
</div>
<section class="vd-card vd-way-in">
<h2>${t('start.rechten.titel')}</h2>
<p>${t('start.rechten.tekst')}</p>
<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action vd-button--large" href="${adres(taal, 'rechten')}">${t('start.rechten.knop')}</a>
${heeftAntwoorden && html`<a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'vraag')}">${t('start.rechten.verder')}</a>`}</p>
<p class="vd-calm vd-small">${t('start.rechten.duur')}</p>
</section>
${
  meest.length > 0 &&
  html`<section class="vd-section"><h2>${t('start.gebeurtenissen.titel')}</h2>
<p>${t('start.gebeurtenissen.tekst')}</p>
${tegels(context, meest)}
<p><a href="${adres(taal, 'gebeurtenissen')}">${t('start.gebeurtenissen.link')}</a></p></section>`
}
<section class="vd-section"><h2>${t('start.anders.titel')}</h2>
<ul class="vd-tiles">${(['bel', 'balie', 'bieb'] as const).map(
      (weg) =>
        html`<li class="vd-tile"><h3>${t(`start.anders.${weg}.titel`)}</h3><p>${t(`start.anders.${weg}.tekst`)}</p></li>`,
    )}</ul>
<p><a href="${adres(taal, 'hulp')}">${t('start.anders.link')}</a></p></section>
<section class="vd-section"><h2>${t('start.belofte.titel')}</h2>
<ul class="vd-list vd-list--checks">${([context.kanInloggen ? 'zonder_inloggen' : 'bewaar', 'uur', 'bron', 'open'] as const).map((zin) => html`<li>${t(`start.belofte.${zin}`)}</li>`)}</ul></section>`,
  })
}
