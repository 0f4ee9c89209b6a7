import type { VrijTijdvak } from '../../../afspraken/index.ts'
import type { Afspraakteam } from '../../../corpus/index.ts'
import { type Datum, tijdOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, keuzes, type Veldfout } from '../../ui/formulier.ts'
import { dagnaam } from './kant.ts'

export type Dagen = ReadonlyMap<Datum, readonly VrijTijdvak[]>

/** The day that was asked for when there is room; the first one with room otherwise. */
export function gekozenDag(dagen: Dagen, gevraagd: string | null): Datum | undefined {
  return [...dagen.keys()].find((dag) => dag === gevraagd) ?? [...dagen.keys()][0]
}

/** Choosing a day is a form that only asks, so that it works without script and nothing is kept of it. */
export function dagvorm(
  context: Context,
  {
    doel,
    dagen,
    dag,
    velden = {},
  }: {
    readonly doel: string
    readonly dagen: Dagen
    readonly dag: Datum
    readonly velden?: Readonly<Record<string, string>>
  },
): Html {
  const { t, datum } = context.spraak
  return html`<form method="get" action="${doel}" class="vd-stack">
${Object.entries(velden).map(([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`)}
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="dag">${t('afspraken.kies_dag')}</label>
<select class="utrecht-textbox vd-select" id="dag" name="dag">${[...dagen.keys()].map((een) => html`<option value="${een}"${attrs({ selected: een === dag })}>${dagnaam(t, een)} ${datum(een)}</option>`)}</select></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('afspraken.toon_tijden')}</button></p></form>`
}

/** The times of one day. */
export function tijdkeuze(
  context: Context,
  {
    team,
    dagen,
    dag,
    gekozen,
    fout,
  }: {
    readonly team: Afspraakteam
    readonly dagen: Dagen
    readonly dag: Datum
    readonly gekozen?: string | undefined
    readonly fout?: Veldfout | undefined
  },
): Html {
  const { t, datum } = context.spraak
  const opties = (dagen.get(dag) ?? []).map(({ begin }) => ({
    waarde: begin.toISOString(),
    tekst: tijdOp(begin, team.zone),
  }))
  return html`<fieldset class="vd-fieldset vd-times utrecht-form-field${fout ? ' utrecht-form-field--invalid' : ''}"><legend class="utrecht-form-label">${t('afspraken.kies_tijd', { dag: `${dagnaam(t, dag)} ${datum(dag)}` })}</legend>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'tijd' })}
${keuzes({ id: 'tijd', naam: 'tijd', opties, gekozen })}</fieldset>`
}

/** A moment that a form sent; the use case looks whether it is one of theirs. */
export function leesTijd(waarde: string | null): Date | undefined {
  if (waarde === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/.test(waarde)) return undefined
  const moment = new Date(waarde)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
