import type { OrganisatieId } from '../../../domain/index.ts'
import { kanalen, reizen, talen } from '../../../ervaring/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { type Ervaringfilter, eigenHuis, periodes } from './filter.ts'

interface Optie {
  readonly waarde: string
  readonly tekst: string
}

/** Works without a script: a form that asks for the same page. */
export function filtervorm(
  verzoek: Verzoek,
  delen: {
    readonly filter: Ervaringfilter
    readonly organisaties: readonly OrganisatieId[]
    readonly isInstallatie: boolean
  },
): Html {
  const { context, bronnen } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { filter } = delen
  const { organisatie: eigen } = eisWerker(verzoek).werker.subject
  const naamVan = (id: string) => bronnen.organisaties().get(id)?.naam ?? id
  const ids = delen.isInstallatie ? delen.organisaties : [eigen]
  const alles = { waarde: '', tekst: t('ervaring.filter.alles') }
  const lijsten: readonly { readonly naam: keyof Ervaringfilter; readonly opties: readonly Optie[] }[] = [
    {
      naam: 'weken',
      opties: periodes.map((n) => ({ waarde: String(n), tekst: t('ervaring.filter.aantal_weken', { n }) })),
    },
    {
      naam: 'reis',
      opties: [alles, ...reizen.map(({ id }) => ({ waarde: id, tekst: t(`ervaring.reis.${id}`) }))],
    },
    {
      naam: 'kanaal',
      opties: [alles, ...kanalen.map((een) => ({ waarde: een, tekst: t(`ervaring.kanaal.${een}`) }))],
    },
    {
      naam: 'taal',
      opties: [alles, ...talen.map((een) => ({ waarde: een, tekst: t(`algemeen.taal.${een}`) }))],
    },
    {
      naam: 'organisatie',
      opties: [
        alles,
        { waarde: eigenHuis, tekst: t('ervaring.filter.eigen_huis') },
        ...ids
          .map((id) => ({ waarde: id, tekst: naamVan(id) }))
          .toSorted((a, b) => a.tekst.localeCompare(b.tekst, 'nl')),
      ],
    },
  ]
  return html`<form class="vd-filter vd-no-print" method="get" action="${adres(taal, 'balieErvaring')}">
${lijsten.map(
  ({ naam, opties }) =>
    html`<div class="vd-filter__field"><label for="filter-${naam}">${t(`ervaring.filter.${naam}`)}</label>
<select class="vd-select" id="filter-${naam}" name="${naam}">${opties.map(({ waarde, tekst }) => html`<option${attrs({ value: waarde, selected: waarde === String(filter[naam] ?? '') })}>${tekst}</option>`)}</select></div>`,
)}
<div class="vd-filter__field"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('ervaring.filter.toon')}</button></div></form>`
}
