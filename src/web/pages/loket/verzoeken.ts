/** Who was asked to take part, or was forwarded the question: their answer, and what the owner sees of it. */
import type { Gelezen, Zicht } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { ketenlink } from './kader.ts'
import type { Ketenscherm } from './scherm.ts'
import { geschreven, organisatienaam, totDag } from './woorden.ts'

type Verzoek = Zicht<Gelezen>['verzoeken'][number]

const heeftAlles = ({ beeld: { zicht } }: Ketenscherm) =>
  zicht.als !== 'deelnemer' && zicht.als !== 'aangeboden'

/** For who is asked, before anything else: why, and the two answers. */
export function gevraagd(scherm: Ketenscherm): Html | undefined {
  if (heeftAlles(scherm)) return undefined
  const rij = scherm.beeld.zicht.verzoeken.filter(({ stand }) => stand === 'open')
  return rij.length === 0 ? undefined : html`${rij.map((een) => vraag(scherm, een))}`
}

function vraag(scherm: Ketenscherm, { id, wat, reden, tot }: Verzoek): Html {
  const { verzoek, beeld } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const wie = organisatienaam(verzoek, beeld.zicht.regie.organisatie).tekst
  return html`<section class="vd-note" aria-labelledby="vraag-${id}"><h2 id="vraag-${id}">${t(`loket.verzoek.${wat}`, { wie })}</h2>
<p>${geschreven(context, reden)}</p>
<p>${t(`loket.verzoek.${wat}_uitleg`, { wie, dag: totDag(context, tot) })}</p>
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'verzoek-aannemen', id, undefined, 'hoofdknop')} ${ketenlink(scherm, 'verzoek-teruggeven', id, undefined, 'knop')}</p></section>`
}

/** For who owns it: whom was asked what, and how it stands; what came back stands out. */
export function verzoeken(scherm: Ketenscherm): Html | undefined {
  const { verzoek, beeld } = scherm
  const rij = beeld.zicht.verzoeken
  if (!heeftAlles(scherm) || rij.length === 0) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="gevraagd"><h2 id="gevraagd">${t('loket.verzoek.kop')}</h2>
<ul class="vd-plain vd-stukken">${rij.toReversed().map(
    ({
      id,
      organisatie,
      stand,
      reden,
      antwoord,
      tot,
    }) => html`<li class="vd-stuk${stand === 'teruggegeven' && ' vd-stuk--actie'}"><p><strong>${organisatienaam(verzoek, organisatie).tekst}</strong>: ${t(`loket.verzoek.stand.${stand}`, { dag: totDag(context, tot) })}</p>
<p class="vd-small">${geschreven(context, reden)}</p>
${antwoord !== undefined && html`<p><strong>${t('loket.verzoek.antwoord')}</strong> ${geschreven(context, antwoord)}</p>`}
<p class="vd-no-print">${ketenlink(scherm, 'teruggave-afhandelen', id, undefined, 'knop')}</p></li>`,
  )}</ul></section>`
}
