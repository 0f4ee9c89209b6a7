/** Instead of a case that somebody took part in: that it ended for them, on which day, and whom to call now. */
import type { Afscheid } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { belAdres } from '../../ui/kanalen.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { belnummer } from './bereik.ts'
import { stijl } from './kader.ts'
import { eisLoket, vragerVan } from './scherm.ts'
import { dagVan, geschreven, organisatienaam, vasteNummers } from './woorden.ts'

export async function toonAfscheid(verzoek: Verzoek): Promise<Antwoord> {
  const ketenzaak = verzoek.delen.ketenzaak ?? ''
  const einde = await eisLoket(verzoek).afscheid(vragerVan(verzoek, 'balie'), ketenzaak)
  if (einde === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const isGedaan = gedaanUit(zoek, ['ok']) !== undefined
  const titel = t('loket.zaak.titel', { nummer: einde.nummer })
  const inhoud = html`<a class="vd-back" href="${adres(context.taal, 'balieLoket')}">${t('loket.werk.terug')}</a>
<h1>${titel}</h1>
${isGedaan && html`<p class="vd-notice" role="status">${t('loket.gedaan.ok')}</p>`}
<p class="vd-lead">${afscheidzin(verzoek, einde)}</p>
${wieNu(verzoek, einde)}`
  return { soort: 'pagina', status: 410, pagina: pagina(context, { titel, inhoud, stijl }) }
}

export function afscheidzin(verzoek: Verzoek, { soort, op, regie }: Afscheid): string {
  const { t, datum } = verzoek.context.spraak
  return t(`loket.afscheid.${soort}`, {
    dag: datum(dagVan(op)),
    wie: organisatienaam(verzoek, regie).tekst,
  })
}

/** A resident who comes back to the same desk is not sent away with nothing. */
export function wieNu(verzoek: Verzoek, { regie, aanspreekpunt }: Afscheid): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const nummer = belnummer(verzoek, regie)
  return html`<section class="vd-box" aria-labelledby="wie-nu"><h2 class="vd-box__title" id="wie-nu">${t('loket.afscheid.bel')}</h2>
<p class="vd-bel"><strong>${geschreven(context, aanspreekpunt)}</strong><br>${organisatienaam(verzoek, regie).tekst}${nummer !== undefined && html` <a href="${belAdres(nummer)}">${vasteNummers(nummer)}</a>`}</p></section>`
}
