/** When we looked, why, and that nothing came of it; and what became uncertain. Silence alone would say «nobody looked». */

import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Gekeken, Kijkreden, Volgbeeld } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { inRegeltaal, regelingnaam } from './verandering-zinnen.ts'
import type { Wiens } from './volgen-deel.ts'

type Volgt = NonNullable<Volgbeeld['volgt']>

/** Nothing for who does not take part. */
export function keekverslag(
  { context, nu }: Verzoek,
  volgt: Volgt | undefined,
  wiens: Wiens = 'mijn',
): Html | undefined {
  if (volgt === undefined) return undefined
  const { spraak } = context
  const { t } = spraak
  const { gekeken, kijkt, isOpzij } = volgt
  const weer = isOpzij
    ? t('veranderingen.keek.opzij')
    : kijkt <= nu
      ? t('veranderingen.keek.bezig')
      : t('veranderingen.keek.weer', { dag: spraak.datum(datumOp(kijkt, 'Europe/Amsterdam')) })
  return html`<section class="vd-section" id="gekeken"><h2>${t('veranderingen.keek.titel')}</h2>
${gekeken.length > 0 && html`<ul class="vd-list">${gekeken.map((een) => html`<li>${keekzin(spraak, een, wiens)}</li>`)}</ul>`}
<p>${weer}</p></section>`
}

/** «2 maart 2026: Er is een kind geboren. Er veranderde niets in waar u recht op heeft.» */
function keekzin(spraak: Spraak, { op, waardoor, isAnders }: Gekeken, wiens: Wiens): string {
  const { t } = spraak
  const redenen = waardoor.map((een) => redenzin(spraak, een, wiens))
  return `${spraak.datum(op)}: ${[...new Set(redenen)].join(' ')} ${t(`veranderingen.keek.${isAnders ? 'anders' : `niets.${wiens}`}`)}`
}

function redenzin({ t }: Spraak, reden: Kijkreden, wiens: Wiens): string {
  if (reden === 'ingetrokken') return t('veranderingen.keek.ingetrokken')
  if (reden === 'antwoorden') return t(`veranderingen.keek.antwoorden.${wiens}`)
  return t(`veranderingen.waarom.${reden}`)
}

/** For the resident with the way to fill in what is missing; a desk reads it along. */
export function onzekerheden(verzoek: Verzoek, volgt: Volgt | undefined, wiens: Wiens): Html | undefined {
  const onzeker = volgt?.onzeker ?? []
  if (onzeker.length === 0) return undefined
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const rij = (regeling: string) => {
    const naam = regelingnaam(spraak, beeld, regeling)
    if (wiens === 'balie') return html`<li class="vd-row">${inRegeltaal(naam)}</li>`
    return html`<li class="vd-row">${inRegeltaal(naam)} <form method="post" action="${adres(taal, 'veranderingenZeg')}"><input type="hidden" name="regeling" value="${regeling}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="aanvullen">${t('veranderingen.onzeker.knop')}<span class="vd-visually-hidden"${attrs({ lang: naam.lang })}>: ${naam.tekst}</span></button></form></li>`
  }
  return html`<section class="vd-section" id="onzeker"><h2>${t('veranderingen.onzeker.titel')}</h2>
<p>${t(`veranderingen.onzeker.${wiens}`, { volgen: t('volgen.titel') })}</p>
<ul class="vd-rows">${onzeker.map(rij)}</ul></section>`
}
