import type { GebiedInfo } from '../../../engine/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Overzicht, Vraagstelling } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import { type Context, pagina } from '../../ui/pagina.ts'
import { stand } from './stand.ts'
import { velden } from './vraag-velden.ts'
import type { Vraagtekst } from './vraagtekst.ts'

export interface VraagBeeld {
  readonly context: Context
  readonly vraag: Vraagstelling
  readonly tekst: Vraagtekst
  /** From 1, in the visitor's own order. */
  readonly n: number
  /** What stands in the fields: an earlier answer, or what was just sent. */
  readonly waarden: Readonly<Record<string, string>>
  readonly fouten: readonly Veldfout[]
  /** Places to choose from, after a name that we did not find. */
  readonly voorstellen: readonly GebiedInfo[]
  /** For a question about a water board or an island. */
  readonly gebieden: readonly GebiedInfo[]
  readonly valutateken: string
  /** Names of the schemes for which the answer matters. */
  readonly regelingen: readonly string[]
  readonly overzicht: Overzicht | undefined
  readonly nogVragen: number
  /** Came from the list of answers, and goes back there. */
  readonly naarAntwoorden: boolean
}

const HOOGSTENS_NAMEN = 5

export function vraagPagina(beeld: VraagBeeld): string {
  const { context, tekst, fouten } = beeld
  return pagina(context, {
    titel: tekst.vraag,
    actief: 'rechten',
    isFout: fouten.length > 0,
    inhoud: formulier(beeld),
    zijkant: stand(context, beeld.overzicht, beeld.nogVragen),
  })
}

function formulier(beeld: VraagBeeld): Html {
  const { context, vraag, n, fouten } = beeld
  const { t } = context.spraak
  const terug = beeld.naarAntwoorden
    ? adres(context.taal, 'antwoorden')
    : n > 1
      ? adres(context.taal, 'vraag', { n: n - 1 })
      : adres(context.taal, 'rechten')
  return html`<a class="vd-back" href="${terug}">${t('vraag.terug')}</a>
${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<form class="vd-form" method="post" action="${adres(context.taal, 'antwoord')}" novalidate>
<input type="hidden" name="pad" value="${vraag.pad}">
<input type="hidden" name="n" value="${n}">
${beeld.naarAntwoorden && html`<input type="hidden" name="naar" value="antwoorden">`}
<div>
<p class="vd-counter">${t('vraag.teller', { n })}</p>
${velden(beeld)}
</div>
<div class="vd-actions">
<button class="vd-button vd-button--primary vd-button--large" name="actie" value="verder">${t('vraag.verder')}</button>
${vraag.soort !== 'plaats' && html`<button class="vd-button" name="actie" value="weet-niet">${t('vraag.weet_niet')}</button>`}
</div>
</form>
${waarom(beeld)}`
}

function waarom({ context, tekst, regelingen }: VraagBeeld): Html | undefined {
  const { t } = context.spraak
  if (tekst.waarom === undefined && regelingen.length === 0) return undefined
  const rest = regelingen.length - HOOGSTENS_NAMEN
  return html`<details class="vd-details"><summary>${t('vraag.waarom')}</summary><div>
${tekst.waarom && html`<p>${tekst.waarom}</p>`}
${
  regelingen.length > 0 &&
  html`<p>${t('vraag.voor')}</p>
<ul class="vd-list">${regelingen.slice(0, HOOGSTENS_NAMEN).map((naam) => html`<li>${naam}</li>`)}
${rest > 0 && html`<li>${t('vraag.voor_meer', { n: rest })}</li>`}</ul>`
}
</div></details>`
}
