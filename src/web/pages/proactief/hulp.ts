/** A person: what a desk here does with it, or, where no desk here does, who else there is to talk to. */
import { type Kanalen, verdeelWegen } from '../../../corpus/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { BewaardSignaal } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { kanaallijst } from '../../ui/kanalen.ts'
import { steunlijst } from '../../ui/steun.ts'
import type { Verzoek } from '../../verzoek.ts'
import { uitvoerderVan } from '../rechten/beeld.ts'
import { organisatieHier, organisatienaam } from './volgen-deel.ts'

/**
 * That somebody of a desk looks at it, could not reach them, or did look, and what came of it. Never who: that stands in
 * «Who saw my data». Nothing where no desk is, or where it ended because they answered.
 */
export function bureauzin(
  { context, beeld }: Pick<Verzoek, 'context' | 'beeld'>,
  { organisatie, bureau, stand }: Pick<BewaardSignaal, 'organisatie' | 'bureau' | 'stand'>,
  kant: 'mijn' | 'balie' = 'mijn',
): string | undefined {
  if (organisatie === undefined || bureau === undefined) return undefined
  const { t, datum } = context.spraak
  const { sinds, pogingen, af, uitkomst } = bureau
  const wie = organisatienaam(beeld, context, organisatie)
  const dag = (op: Date) => datum(datumOp(op, 'Europe/Amsterdam'))
  if (uitkomst !== undefined && af !== undefined)
    return t(`veranderingen.bureau.${kant}.${uitkomst.replace('-', '_')}`, { wie, dag: dag(af) })
  if (af !== undefined || stand === 'vervallen') return undefined
  return t(`veranderingen.bureau.${kant}.${pogingen > 0 ? 'niet_bereikt' : 'kijkt'}`, {
    wie,
    dag: dag(sinds),
    n: pogingen,
  })
}

export function bureauwerk(
  verzoek: Verzoek,
  signaal: BewaardSignaal,
  kant: 'mijn' | 'balie' = 'mijn',
): Html | undefined {
  const zin = bureauzin(verzoek, signaal, kant)
  return zin === undefined ? undefined : html`<p class="vd-notice" id="meekijken">${zin}</p>`
}

/** Who asked for help: a person of a desk here takes it up, or they read where a person is. */
export function hulp(verzoek: Verzoek, signaal: BewaardSignaal): Html {
  return signaal.organisatie === undefined ? elders(verzoek, signaal) : hier(verzoek, signaal)
}

/** Meanwhile they can call, come by, or choose a time. */
function hier(verzoek: Verzoek, { regeling, bureau }: BewaardSignaal): Html {
  const { context, beeld, mijn } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const info = beeld.regelingen.get(regeling)
  const van = info && organisatieHier(beeld, info.uitvoerder)?.id
  const teams = mijn?.afspraken?.teams().filter(({ organisatie }) => organisatie === van) ?? []
  const wegen = wegenVan(verzoek, regeling)
  const isAf = bureau?.af !== undefined
  return html`<section class="vd-section" id="hulp"><h2>${t('veranderingen.hulp.titel')}</h2>
<p>${t(isAf ? 'veranderingen.hulp.weer' : 'veranderingen.hulp.contact')}</p>
${
  teams.length > 0 &&
  html`<p>${t('veranderingen.hulp.tijd')}</p><ul class="vd-list">${teams.map(({ id, naam, vorm }) => html`<li><a href="${adres(taal, 'afspraakNieuw', { filter: { team: id } })}">${t(`veranderingen.hulp.${vorm === 'terugbellen' ? 'terugbellen' : 'afspraak'}`)}</a> <span class="vd-calm">${naam[taal] ?? naam.nl}</span></li>`)}</ul>`
}
${wegen && kanaallijst(spraak, wegen)}</section>`
}

/** Nobody here takes it up: who calls, who can be called, where one comes by, and the information point nearby. */
function elders(verzoek: Verzoek, { regeling }: BewaardSignaal): Html {
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const gemeente = uitvoerderVan(beeld, 'gemeente', taal)
  const wegen = wegenVan(verzoek, regeling)
  const info = beeld.regelingen.get(regeling)
  const beslisser = info === undefined ? undefined : uitvoerderVan(beeld, info.uitvoerder, taal).naam
  return html`<section class="vd-section" id="hulp"><h2>${t('veranderingen.hulp.elders')}</h2>
<p>${t('veranderingen.hulp.elders_uitleg')}</p>
${steunlijst(context, ['telefoon', 'terugbellen', 'balie'])}
<h3>${gemeente.naam}</h3>${kanaallijst(spraak, metMensen(gemeente.kanalen))}
<p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'hulp', { anker: 'bieb' })}">${t('steun.bij_u')}</a></p>
${beslisser !== undefined && beslisser !== gemeente.naam && wegen && html`<h3>${beslisser}</h3>${kanaallijst(spraak, metMensen(wegen))}`}</section>`
}

/** A website is no person. */
function metMensen({ web: _, ...kanalen }: Kanalen): Kanalen {
  return kanalen
}

function wegenVan({ context, beeld }: Verzoek, regeling: string): Kanalen | undefined {
  const info = beeld.regelingen.get(regeling)
  return (
    info && verdeelWegen(uitvoerderVan(beeld, info.uitvoerder, context.taal).kanalen, info.kanalen).vragen
  )
}
