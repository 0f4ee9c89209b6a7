import { type Html, html } from '../../../platform/index.ts'
import { adres, type Routenaam } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

/** What all pages of a resident share: the way back, a heading, and one line about what was just done. */
export function mijnPagina(
  context: Context,
  delen: {
    readonly titel: string
    /** The heading, when it is more than the title: words in another language. */
    readonly kop?: Html | undefined
    readonly inhoud: Html
    readonly terug?: Routenaam
    readonly melding?: string | undefined
    readonly isFout?: boolean
    /** On paper nothing stands around it. */
    readonly isBrief?: boolean
    /** Style sheets and scripts of this kind of page. */
    readonly stijl?: readonly string[]
    readonly script?: readonly string[]
  },
): string {
  const {
    titel,
    inhoud,
    terug = 'mijn',
    melding,
    isFout = false,
    stijl = ['machtiging.css'],
    script = [],
  } = delen
  const { t } = context.spraak
  return pagina(context, {
    stijl: ['mijn.css', ...stijl],
    script,
    titel,
    isFout,
    isBrief: delen.isBrief === true,
    inhoud: html`<a class="vd-back" href="${adres(context.taal, terug)}">${t(terugTekst[terug] ?? 'mijn.terug')}</a>
<h1>${delen.kop ?? titel}</h1>
${melding !== undefined && html`<p class="vd-notice" role="status">${melding}</p>`}
${inhoud}`,
  })
}

const terugTekst: Partial<Record<Routenaam, string>> = {
  gegevens: 'mijn.terug_gegevens',
  machtigingen: 'machtigen.terug',
  zaken: 'zaken.terug',
  berichten: 'berichten.terug',
  verstuurd: 'post.verstuurd.terug',
  kanalen: 'kanalen.terug_naar',
  afspraken: 'afspraken.terug',
  hulpaanbod: 'vroegsignalering.terug',
  veranderingen: 'veranderingen.terug_naar',
}

/** A moment as people say it; the clock of the Netherlands, which the page says. */
export function moment(context: Context, op: Date, datum: string): string {
  return context.spraak.t('mijn.moment', { datum: context.spraak.datum(datum), tijd: tijdOp(op) })
}

export function tijdOp(op: Date): string {
  return klok.format(op)
}

// Made once: making one costs more than a hundred times using it, and a list has a moment on each line.
const klok = new Intl.DateTimeFormat('nl-NL', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** Only the words in this list; what else stands after the `?` says nothing. */
export function gedaanUit(zoek: URLSearchParams, woorden: readonly string[]): string | undefined {
  return woorden.find((woord) => woord === zoek.get('gedaan'))
}
