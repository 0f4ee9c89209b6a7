/** The parts of «Houd mij op de hoogte» that a resident and a desk share. */

import type { Verwerkingsactiviteit } from '../../../audit/index.ts'
import { type Organisatie, vindOrganisatie } from '../../../corpus/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  afmeldDoel,
  type Volgbeeld,
  type Volgbron,
  type Volgfeiten,
  volgbronnen,
  volgDoel,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { type Beeld, gebiedenVan, uitvoerderVan } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import type { Proactiefbronnen } from './bronnen.ts'

export type Wiens = 'mijn' | 'balie'

export type Volgkeuze = Pick<Volgfeiten, 'bronnen' | 'kijktZaken'>

type Volgvraag = Volgbron | 'zaken'

function volgvragen({ kijktZaken }: Pick<Proactiefbronnen, 'kijktZaken'>): readonly Volgvraag[] {
  return kijktZaken === true ? [...volgbronnen, 'zaken'] : volgbronnen
}

/** One yes or no for each register, and for cases; none is chosen before somebody chose it. */
export function leesVolgkeuze(
  form: URLSearchParams,
  { spraak: { t } }: Context,
  proactief: Pick<Proactiefbronnen, 'kijktZaken'>,
): Volgkeuze | readonly Veldfout[] {
  const vragen = volgvragen(proactief)
  const fouten = vragen.flatMap((vraag) =>
    ['ja', 'nee'].includes(form.get(vraag) ?? '') ? [] : [{ veld: vraag, tekst: t(`volgen.fout.${vraag}`) }],
  )
  if (fouten.length > 0) return fouten
  const ja = new Set(vragen.filter((vraag) => form.get(vraag) === 'ja'))
  return { bronnen: volgbronnen.filter((bron) => ja.has(bron)), ...(ja.has('zaken') && { kijktZaken: true }) }
}

export interface Volgvorm {
  readonly naar: string
  readonly verborgen?: Html | undefined
  readonly form: URLSearchParams | undefined
  readonly fouten: readonly Veldfout[]
  readonly wiens: Wiens
  /** What they let us ask before; chosen again unless they say otherwise. */
  readonly bekend?: Volgkeuze | undefined
}

/** Yes and no are equal: two buttons alike, and no answer that stands there already. */
export function volgvorm(
  { spraak: { t } }: Context,
  delen: Volgvorm,
  proactief: Pick<Proactiefbronnen, 'kijktZaken'>,
): Html {
  const { form, fouten, wiens, bekend } = delen
  const toen =
    bekend && new Set<Volgvraag>([...bekend.bronnen, ...(bekend.kijktZaken ? (['zaken'] as const) : [])])
  const vraag = (bron: Volgvraag) => {
    const eerder = toen === undefined ? undefined : toen.has(bron) ? 'ja' : 'nee'
    return html`<fieldset class="vd-fieldset utrecht-form-field" aria-describedby="${bron}-uitleg"><legend class="utrecht-form-label">${t(`volgen.vraag.${wiens}.${bron}`)}</legend>
<p class="vd-calm" id="${bron}-uitleg">${t(`volgen.vraag.uitleg.${bron}`)}</p>
${foutregel({ fout: fouten.find(({ veld }) => veld === bron), foutWoord: t('algemeen.fout'), id: bron })}
${keuzes({
  id: bron,
  naam: bron,
  opties: (['ja', 'nee'] as const).map((waarde) => ({ waarde, tekst: t(`algemeen.${waarde}`) })),
  gekozen: form?.get(bron) ?? eerder,
})}</fieldset>`
  }
  const knop = (wil: 'ja' | 'nee', tekst: string) =>
    html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="wil" value="${wil}">${tekst}</button>`
  return html`<form class="vd-form" method="post" action="${delen.naar}">${delen.verborgen}
${volgvragen(proactief).map(vraag)}
<p class="vd-actions">${
    bekend === undefined
      ? html`${knop('ja', t(`volgen.ja.${wiens}`))}
${knop('nee', t(`volgen.nee.${wiens}`))}`
      : knop('ja', t('volgen.bewaar_keuze'))
  }</p></form>`
}

/** What is kept, by which ground, for how long, who tells us, and what it is not: before anybody says yes. */
export function watWijDoen(
  { context, beeld, bronnen }: Pick<Verzoek, 'context' | 'beeld' | 'bronnen'>,
  { bronnen: melders }: Proactiefbronnen,
): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const verwerking = bronnen.geheel().verwerkingen.get(volgDoel)
  const hoelang = termijnVan(spraak, verwerking)
  const rij = (naam: string, wat: Html | string) =>
    html`<div class="vd-data__item"><dt>${t(`volgen.wat.${naam}.naam`)}</dt><dd>${wat}</dd></div>`
  return html`<dl class="vd-data">
${rij('bewaren', t('volgen.wat.bewaren.tekst'))}
${rij('horen', html`<ul class="vd-list">${melders().map(({ organisatie, soorten }) => html`<li><strong>${organisatienaam(beeld, context, organisatie)}</strong>: ${soorten.map((soort) => t(`volgen.soort.${soort}`)).join(', ')}.</li>`)}</ul><p>${t('volgen.wat.horen.zelf', { inzage: t('mijn.inzage.titel') })}</p>`)}
${rij('waarom', html`${t('volgen.wat.waarom.tekst')} ${verwerking && html`<a href="${adres(taal, 'verwerking', { verwerking: verwerking.id, versie: verwerking.versie })}">${t('volgen.wat.waarom.register')}</a>`}`)}
${rij('hoelang', t('volgen.wat.hoelang.tekst', { hoelang }))}
${rij('hoe', html`${t('volgen.wat.hoe.tekst')}`)}
${rij('niet', t('volgen.wat.niet.tekst'))}
${rij('stoppen', html`${t('volgen.wat.stoppen.tekst')} ${context.bellen && t('volgen.wat.stoppen.bel', context.bellen)}`)}
</dl>`
}

function termijnVan({ t }: Spraak, verwerking: Verwerkingsactiviteit | undefined): string {
  const [, n = '1', eenheid = 'Y'] = /^P(\d+)([DMY])$/.exec(verwerking?.bewaren.termijn ?? '') ?? []
  return t(`verwerking.termijn.${{ D: 'dagen', M: 'maanden', Y: 'jaren' }[eenheid] ?? 'jaren'}`, {
    n: Number(n),
  })
}

/** A body as people in that place know it: `gemeente` is their own. */
export function organisatieHier(beeld: Beeld, id: string): Organisatie | undefined {
  return vindOrganisatie(beeld.organisaties, id, gebiedenVan(beeld)) ?? beeld.organisaties.get(id)
}

/** Within a sentence: a description («uw gemeente») is no name, and begins small. */
export function organisatienaam(beeld: Beeld, { taal }: Pick<Context, 'taal'>, id: string): string {
  const { naam } = uitvoerderVan(beeld, id, taal)
  const { noem } = beeld.organisaties.get(id) ?? {}
  return naam === noem?.[taal] ? naam.charAt(0).toLowerCase() + naam.slice(1) : naam
}

/** Since when, from which registers, and when it is looked at again without anything happening. */
export function stand(context: Context, { volgt, afgemeld }: Volgbeeld): Html | undefined {
  const { t, datum } = context.spraak
  const dag = (op: Date) => datum(datumOp(op, 'Europe/Amsterdam'))
  if (afgemeld !== undefined)
    return html`<p class="vd-lead">${t('volgen.afgemeld', { dag: dag(afgemeld) })}</p>`
  if (volgt === undefined) return undefined
  const mee = volgt.feiten.bronnen.map((bron) => t(`volgen.register.${bron}`))
  return html`<p class="vd-lead">${t('volgen.sinds', { dag: dag(volgt.sinds) })}</p>
<p>${mee.length === 0 ? t('volgen.zonder_register') : t('volgen.met_register', { wat: mee.join(` ${t('algemeen.en')} `) })} ${volgt.feiten.kijktZaken && t('volgen.met_zaken')}</p>`
}

/** Schemes of which they said «not for me», each with the way back. */
export function nietVoorMij(
  { context, beeld }: Pick<Verzoek, 'context' | 'beeld'>,
  { nietVoorMij: lijst }: Volgbeeld,
  { naar, verborgen }: { readonly naar: string; readonly verborgen?: Html | undefined },
): Html | undefined {
  const { spraak } = context
  if (lijst.size === 0) return undefined
  return html`<section class="vd-section"><h2>${spraak.t('volgen.niet_voor_mij.titel')}</h2><p>${spraak.t('volgen.niet_voor_mij.uitleg')}</p>
<ul class="vd-rows">${[...lijst].map((id) => {
    const info = beeld.regelingen.get(id)
    const naam = info === undefined ? id : regelingtekst(spraak, info).tekst.titel
    return html`<li class="vd-row"><span>${naam}</span><form method="post" action="${naar}">${verborgen}<input type="hidden" name="regeling" value="${id}"><button class="utrecht-button utrecht-button--subtle" name="doe" value="toch-wel">${spraak.t('volgen.niet_voor_mij.toch')}<span class="vd-visually-hidden">: ${naam}</span></button></form></li>`
  })}</ul></section>`
}

/** Stopping takes one press; never being told of anything is another one. */
export function stopvormen(
  { context: { spraak }, bronnen }: Pick<Verzoek, 'context' | 'bronnen'>,
  { volgt, afgemeld }: Volgbeeld,
  {
    naar,
    verborgen,
    wiens,
  }: { readonly naar: string; readonly verborgen?: Html | undefined; readonly wiens: Wiens },
): Html {
  const { t } = spraak
  const hoelang = termijnVan(spraak, bronnen.geheel().verwerkingen.get(afmeldDoel))
  const knop = (doe: string) =>
    html`<form method="post" action="${naar}">${verborgen}<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="${doe}">${t(`volgen.stop.${wiens}.${doe.replace('-', '_')}`)}</button></form>`
  return html`<section class="vd-section" id="stoppen"><h2>${t(`volgen.stop.${volgt === undefined ? 'titel_nooit' : 'titel'}`)}</h2>
${volgt !== undefined && html`<p>${t('volgen.stop.uitleg')}</p>${knop('stop')}`}
${afgemeld === undefined && html`<p>${t('volgen.stop.nooit_uitleg')} ${t('volgen.stop.onthouden', { hoelang })}</p>${knop('nooit')}`}</section>`
}
