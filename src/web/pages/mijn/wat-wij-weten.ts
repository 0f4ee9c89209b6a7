import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { GetoondNummer } from '../../../toegang/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { moment } from './kader.ts'

/**
 * What we know ourselves, before any register is asked: by which number, and for a company who acts and how that is
 * known. There is no more, and the page says so: no business register is connected here.
 */
export function eigenNummers(verzoek: Verzoek, nummers: readonly GetoondNummer[]): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { wie } = eisWie(verzoek)
  const isBedrijf = wie.voor.soort === 'bedrijf'
  return html`<section class="vd-section"><h2>${t('bedrijf.weten.titel')}</h2>
<dl class="vd-data">
${isBedrijf && wie.naam !== undefined && regel(t('bedrijf.weten.naam'), wie.naam, t('bedrijf.weten.van_inlog'))}
${nummers.map(({ soort, toon }) => regel(t(`bedrijf.nummer.${soort}`), toon ?? t('bedrijf.nummer.niet_getoond'), t(`bedrijf.nummer_uitleg.${soort}`)))}
${isBedrijf && vestiging(verzoek)}
${isBedrijf && handelende(verzoek)}
</dl>
${isBedrijf && html`<p>${t('bedrijf.weten.geen_register')}</p>`}</section>`
}

function regel(naam: string, waarde: string, uitleg: string): Html {
  return html`<div class="vd-data__item"><dt>${naam}</dt><dd>${waarde}<p class="vd-calm vd-small">${uitleg}</p></dd></div>`
}

function vestiging(verzoek: Verzoek): Html {
  const { t } = verzoek.context.spraak
  const { voor } = eisWie(verzoek).wie
  const nummer = voor.soort === 'bedrijf' ? voor.vestiging : undefined
  return nummer === undefined
    ? regel(t('bedrijf.vestiging.titel'), t('bedrijf.vestiging.alle'), t('bedrijf.vestiging.alle_uitleg'))
    : regel(t('bedrijf.vestiging.titel'), nummer, t('bedrijf.vestiging.een_uitleg'))
}

/** The person beside the company: on the record, and known to us by a pseudonym alone. */
function handelende(verzoek: Verzoek): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { niveau, op } = eisWie(verzoek).wie.subject.herkenning
  const sinds = moment(context, op, datumOp(op, 'Europe/Amsterdam'))
  return regel(
    t('bedrijf.handelende.titel'),
    t('bedrijf.handelende.u', { niveau: t(`bedrijf.niveau.${niveau}`), moment: sinds }),
    t('bedrijf.handelende.uitleg'),
  )
}

/** Who has no BSN stands in another register; it is said which, and that it is not connected. */
export function anderRegister({ context }: Verzoek, nummers: readonly GetoondNummer[]): Html | undefined {
  const soort = (['eilandnummer', 'eidas'] as const).find((een) =>
    nummers.some((nummer) => nummer.soort === een),
  )
  return soort && html`<p>${context.spraak.t(`bedrijf.ander_register.${soort}`)}</p>`
}
