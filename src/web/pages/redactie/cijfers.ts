import { type Cijferregel, cijferregels, type Regelingstand } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { nl, type RedactieBeeld } from './redactie-beeld.ts'

/** Up to this number of rows a table stands open. */
const KORTE_TABEL = 4

export function cijfers({ context, geheel }: RedactieBeeld, { nu }: Regelingstand): Html {
  const { t } = context.spraak
  const rij = [...nu.wet.parameters.values()]
  if (rij.length === 0) return html`<p>${t('redactie.cijfers.geen')}</p>`
  const naam = (code: string): string => gebiedsnaam(context.spraak, geheel.engine.gebieden, code)
  return html`<details class="vd-details"><summary>${t('redactie.cijfers.toon', { n: rij.length })}</summary><div><ul class="vd-rows">${rij.map(
    (cijfer) =>
      html`<li class="vd-row"><h3 class="vd-row__title"><code>${cijfer.naam}</code></h3>
${waarden(context, cijferregels(cijfer), { eenheid: cijfer.eenheidTekst, naam })}
${cijfer.open !== undefined && html`<p class="vd-small">${t('redactie.cijfers.open')}</p>`}
<p class="vd-small vd-calm">${cijfer.bron && html`${t('redactie.cijfers.bron')} ${nl(context, cijfer.bron)} · `}${t(`overzicht.vertrouwen.${cijfer.vertrouwen}`)}${cijfer.vast && html` · ${t('redactie.cijfers.vast')}`}</p></li>`,
  )}</ul></div></details>`
}

interface Schrijfwijze {
  readonly eenheid: string
  readonly naam: (gebied: string) => string
}

function waarden(context: Context, regels: readonly Cijferregel[], wijze: Schrijfwijze): Html {
  const { t } = context.spraak
  const [eerste] = regels
  if (regels.length === 1 && eerste?.bij === undefined) return html`<p>${waarde(context, eerste, wijze)}</p>`
  const lijst = html`<ul class="vd-list">${regels.map(
    (regel) =>
      html`<li>${regel.bij === 'rest' || regel.bij === '' ? t('redactie.cijfers.rest') : wijze.naam(regel.bij ?? '')}: ${waarde(context, regel, wijze)}</li>`,
  )}</ul>`
  if (regels.length <= KORTE_TABEL) return lijst
  return html`<details class="vd-details"><summary>${t('redactie.cijfers.tabel', { n: regels.length })}</summary><div>${lijst}</div></details>`
}

function waarde({ spraak }: Context, regel: Cijferregel | undefined, { eenheid }: Schrijfwijze): Html {
  if (regel?.waarde === undefined) return html`<strong>${spraak.t('redactie.cijfers.onbekend')}</strong>`
  return html`<strong>${regel.waarde}</strong> <code>${eenheid}</code>`
}
