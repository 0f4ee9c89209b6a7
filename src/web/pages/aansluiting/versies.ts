/** Who changed what of a connection, and for whoever looks after it also from what into what. */
import { type Html, html } from '../../../platform/index.ts'
import type { Verschil, Versieregel } from '../../../zaken/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { tijdstip } from '../balie/kader.ts'
import { naamVan } from './kader.ts'

export function versielijst(
  verzoek: Verzoek,
  versies: readonly Versieregel[],
  { metWaarden }: { readonly metWaarden: boolean },
): Html {
  return html`<ol class="vd-rows">${versies.map((een) => html`<li class="vd-row">${versieregel(verzoek, een, metWaarden)}</li>`)}</ol>`
}

function versieregel(
  verzoek: Verzoek,
  { versie, op, door, wat, verschillen }: Versieregel,
  metWaarden: boolean,
): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const wie =
    door.soort === 'medewerker'
      ? t('bronnen.versies.medewerker', {
          rol: t(`balie.rol.${door.rol}`),
          naam: naamVan(verzoek, door.organisatie),
          medewerker: door.medewerker,
        })
      : t(`bronnen.versies.${door.soort}`)
  return html`<p><strong>${t('bronnen.versies.versie', { versie })}</strong> ${tijdstip(context, op)} · ${wie}<br><span class="vd-small">${wat.map((deel) => t(`bronnen.deel.${deel}`)).join(', ')}</span></p>
${metWaarden && verschillen.length > 0 && html`<details class="vd-details"><summary>${t('bronnen.versies.verschillen', { n: verschillen.length })}</summary><dl class="vd-facts">${verschillen.map((een) => html`<div><dt>${naamVanVerschil(context, een)}</dt><dd class="vd-uitdelen">${vanNaar(context, een)}</dd></div>`)}</dl></details>`}`
}

function naamVanVerschil({ spraak: { t } }: Context, { veld, zaaktype }: Verschil): string {
  const naam = t(sleutelVanVeld(veld))
  return zaaktype === undefined ? naam : t('bronnen.versies.van_type', { naam, zaaktype })
}

/** As fields are called elsewhere. */
function sleutelVanVeld(veld: string): string {
  const delen = veld.split('.')
  const [eerste = '', laatste = ''] = [delen[0], delen.at(-1)]
  switch (eerste) {
    case 'regels':
      return `bronnen.voorbeeld.deel.${laatste}`
    case 'adressen':
    case 'grenzen':
      return `bronnen.veld.${eerste}_${laatste}`
    case 'noemtZich':
      return `bronnen.veld.noemt_${laatste}`
    case 'tls':
      return `bronnen.veld.${laatste}`
    case 'aanmelden':
      return laatste === 'client' ? 'bronnen.veld.client' : 'bronnen.deel.aanmelden'
    default:
      return `bronnen.deel.${eerste}`
  }
}

function vanNaar(context: Context, { veld, was, wordt }: Verschil): Html {
  const { t } = context.spraak
  const lees = (een: string | undefined) =>
    een === undefined ? t('bronnen.feit.niet') : woord(context, veld, een)
  return html`${lees(was)} <span aria-hidden="true">→</span><span class="vd-visually-hidden"> ${t('bronnen.versies.werd')} </span> ${lees(wordt)}`
}

function woord({ spraak: { t } }: Context, veld: string, waarde: string): string {
  if (waarde === 'true' || waarde === 'false') return t(`bronnen.regels.${waarde === 'true' ? 'ja' : 'nee'}`)
  const naam = veld.split('.').at(-1)
  if (veld === 'stand') return t(`bronnen.stand.${waarde}`)
  if (veld.startsWith('regels.') && naam === 'titel') return t(`bronnen.regels.titel.${waarde}`)
  if (naam === 'hoogsteVertrouwelijkheid') return t(`bronnen.niveau.${waarde}`)
  return waarde
}
