import type { Treffer } from '../../../inwoner/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { GesteldeGrond } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'
import { dag } from '../mijn/dag.ts'
import { volledigeNaam } from '../mijn/naam.ts'
import { eisWerker } from './eis.ts'
import { baliePagina, grondveld, tijdstip } from './kader.ts'

export type ZoekBeeld =
  | { readonly soort: 'leeg' | 'te-veel' | 'te-vaak' | 'verlopen' }
  | { readonly soort: 'fout'; readonly fouten: readonly Veldfout[] }
  /** Of the register of persons, or among who was here before with an island number. */
  | { readonly soort: 'niemand'; readonly isEiland: boolean }
  | { readonly soort: 'stil'; readonly sinds: Date }
  | { readonly soort: 'gevonden'; readonly treffers: readonly (Treffer & { readonly handvat: string })[] }

export function zoekPagina(verzoek: Verzoek, beeld: ZoekBeeld): string {
  const { context } = verzoek
  const { t } = context.spraak
  const { werker } = eisWerker(verzoek)
  const fouten = beeld.soort === 'fout' ? beeld.fouten : []
  const isTweede = werker.grond?.persoon !== undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${uitkomst(verzoek, beeld)}
${beeld.soort !== 'te-vaak' && vormen(verzoek, fouten, beeld.soort === 'gevonden')}`
  return baliePagina(verzoek, {
    titel: t(isTweede ? 'balie.zoeken.titel_ander' : 'balie.zoeken.titel'),
    inhoud,
    isFout: fouten.length > 0,
  })
}

function uitkomst(verzoek: Verzoek, beeld: ZoekBeeld): Html | undefined {
  const { context } = verzoek
  const { t } = context.spraak
  switch (beeld.soort) {
    case 'leeg':
    case 'fout':
      return undefined
    case 'verlopen':
      return html`<p class="vd-notice" role="status">${t('balie.zoeken.verlopen')}</p>`
    case 'te-vaak':
      return bericht(t('balie.zoeken.te_vaak.titel'), html`<p>${t('balie.zoeken.te_vaak.tekst')}</p>`)
    case 'te-veel':
      return bericht(t('balie.zoeken.te-veel.titel'), html`<p>${t('balie.zoeken.te-veel.tekst')}</p>`)
    case 'niemand':
      return bericht(
        t('balie.zoeken.niemand.titel'),
        beeld.isEiland
          ? html`<p>${t('balie.zoeken.eiland.niemand')}</p>`
          : html`<p>${t('balie.zoeken.niemand.tekst')}</p><p>${t('balie.zoeken.niemand.elders')}</p>`,
      )
    case 'stil':
      return bericht(
        t('balie.zoeken.stil.titel'),
        html`<p>${t('balie.zoeken.stil.tekst')} ${t('balie.zoeken.stil.sinds', { moment: tijdstip(context, beeld.sinds) })}</p>`,
      )
    case 'gevonden':
      return html`<section class="vd-section"><h2>${t('balie.zoeken.gevonden', { n: beeld.treffers.length })}</h2>
<p>${t('balie.zoeken.is_het')}</p>
<ul class="vd-rows">${beeld.treffers.map((treffer) => rij(verzoek, treffer))}</ul></section>`
  }
}

function bericht(titel: string, tekst: Html): Html {
  return html`<div class="vd-notice" role="status"><p><strong>${titel}</strong></p>${tekst}</div>`
}

function rij(verzoek: Verzoek, treffer: Treffer & { readonly handvat: string }): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { grond } = eisWerker(verzoek).werker
  const { persoon, handvat, geboren, woonplaats, geheim, isOverleden } = treffer
  const isNaamloos = treffer.naam === undefined
  const naam = treffer.naam === undefined ? t('balie.zoeken.eiland.naamloos') : volledigeNaam(treffer.naam)
  const isGever = persoon === grond?.persoon
  return html`<li class="vd-row"><span><strong>${naam}</strong><br>
<span class="vd-calm">${isNaamloos ? t('balie.zoeken.eiland.kijk') : t('balie.zoeken.geboren', { datum: dag(spraak, geboren) })}${woonplaats !== undefined && html`<br>${t('balie.zoeken.woonplaats', { plaats: woonplaats })}`}${geheim !== 'nee' && !isNaamloos && html`<br>${t(`balie.zoeken.geheim.${geheim}`)}`}</span>
${isOverleden && html`<br><strong>${t('balie.zoeken.overleden')}</strong>`}
${isGever && html`<br>${t('balie.zoeken.kies_niet')}`}</span>
${!isGever && grond !== undefined && html`<form method="post" action="${adres(taal, 'balieKies')}">${grondveld(grond)}<button class="utrecht-button utrecht-button--primary-action" type="submit" name="wie" value="${handvat}">${t('balie.zoeken.kies')}<span class="vd-visually-hidden">: ${naam}</span></button></form>`}</li>`
}

function vormen(verzoek: Verzoek, fouten: readonly Veldfout[], isGevonden: boolean): Html {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { grond } = eisWerker(verzoek).werker
  const foutBij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  // Given back only with a fault in it: after an answer the next search begins empty.
  const waarde = (naam: string) =>
    fouten.length > 0 && form.get('met') === 'naam' ? (form.get(naam) ?? '').slice(0, 60) : ''
  const datumfout = ['dag', 'maand', 'jaar'].flatMap((veld) => foutBij(veld) ?? [])[0]
  const knop = isGevonden ? 'secondary' : 'primary'
  const doel = adres(taal, 'balieZoek')
  return html`<section class="vd-section"><h2>${t('balie.zoeken.bsn.titel')}</h2>
<form class="vd-stack" method="post" action="${doel}" autocomplete="off">${grond && grondveld(grond)}
${tekstveld({
  id: 'bsn',
  naam: 'bsn',
  label: t('balie.zoeken.bsn.label'),
  waarde: '',
  fout: foutBij('bsn'),
  foutWoord,
  beschrijvingen: ['bsn-hulp'],
  invoer: 'numeric',
})}
<p class="vd-calm vd-small" id="bsn-hulp">${t('balie.zoeken.bsn.hulp')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--${knop}-action" type="submit" name="met" value="bsn">${t('balie.zoeken.bsn.knop')}</button></p></form></section>
<section class="vd-section"><h2>${t('balie.zoeken.naam.titel')}</h2>
<form class="vd-stack" method="post" action="${doel}" autocomplete="off">${grond && grondveld(grond)}
${tekstveld({
  id: 'achternaam',
  naam: 'achternaam',
  label: t('balie.zoeken.naam.achternaam'),
  waarde: waarde('achternaam'),
  fout: foutBij('achternaam'),
  foutWoord,
  beschrijvingen: ['achternaam-hulp'],
  breedte: 'lang',
})}
<p class="vd-calm vd-small" id="achternaam-hulp">${t('balie.zoeken.naam.achternaam_hulp')}</p>
${tekstveld({
  id: 'voornamen',
  naam: 'voornamen',
  label: t('balie.zoeken.naam.voornamen'),
  waarde: waarde('voornamen'),
  fout: foutBij('voornamen'),
  foutWoord,
})}
<fieldset class="vd-fieldset"><legend>${t('balie.zoeken.naam.geboren')}</legend>
${foutregel({ fout: datumfout, foutWoord, id: datumfout?.veld ?? 'dag' })}
${datumvelden({ spraak, waarden: { dag: waarde('dag'), maand: waarde('maand'), jaar: waarde('jaar') }, fout: datumfout })}</fieldset>
<p class="vd-actions"><button class="utrecht-button utrecht-button--${knop}-action" type="submit" name="met" value="naam">${t('balie.zoeken.naam.knop')}</button></p></form></section>
${eilandvorm(verzoek, foutBij('eilandnummer'), knop, grond)}
<p><a href="${adres(taal, 'balie')}">${t('balie.zoeken.terug')}</a></p>`
}

function eilandvorm(
  { context }: Verzoek,
  fout: Veldfout | undefined,
  knop: 'primary' | 'secondary',
  grond: GesteldeGrond | undefined,
): Html {
  const { taal, spraak } = context
  const { t } = spraak
  return html`<section class="vd-section"><h2>${t('balie.zoeken.eiland.titel')}</h2>
<form class="vd-stack" method="post" action="${adres(taal, 'balieZoek')}" autocomplete="off">${grond && grondveld(grond)}
${tekstveld({
  id: 'eilandnummer',
  naam: 'eilandnummer',
  label: t('balie.zoeken.eiland.label'),
  waarde: '',
  fout,
  foutWoord: t('algemeen.fout'),
  beschrijvingen: ['eilandnummer-hulp'],
  invoer: 'numeric',
})}
<p class="vd-calm vd-small" id="eilandnummer-hulp">${t('balie.zoeken.eiland.hulp')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--${knop}-action" type="submit" name="met" value="eilandnummer">${t('balie.zoeken.eiland.knop')}</button></p></form></section>`
}
