/** One chain case at a professional's desk. */
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { wachtOpPlan } from '../bellen/wacht-op-plan.ts'
import { belvakOfNiets, naarGidsVoor } from '../lijnen/bel.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { toonAfscheid } from './afscheid.ts'
import { anderen, delingenlijst } from './delingen.ts'
import { eldersWeg, ligtElders } from './elders.ts'
import { grondvraag } from './grondvraag.ts'
import { ketenlink, stijl } from './kader.ts'
import { levendscript, levendvak } from './levend.ts'
import { bellen, doorzendingen, inwonerZiet, jawie, opschalingen, stukken } from './panelen.ts'
import { type Ketenscherm, leesScherm } from './scherm.ts'
import { stappenlijst } from './stappen.ts'
import { verlooplijst } from './verloop.ts'
import { gevraagd, verzoeken } from './verzoeken.ts'
import { aanspreekmerk, dagVan, geschreven, organisatienaam, totDag } from './woorden.ts'
import { zin } from './zin.ts'

export const gedaanWoorden = ['ok', 'samen', 'niet-meer', 'geopend', 'geopend-deels', 'bewaard']

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const scherm = await leesScherm(verzoek, 'balie')
  if (scherm === undefined)
    return (await grondvraag(verzoek)) ?? (await eldersWeg(verzoek)) ?? toonAfscheid(verzoek)
  const { sluiting, gebeurtenis: id } = scherm.beeld.zicht
  const { ketenzaak } = scherm
  const lijn =
    sluiting !== undefined
      ? undefined
      : id === undefined
        ? naarGidsVoor(verzoek, ketenzaak)
        : await belvakOfNiets(verzoek, { onderwerp: { soort: 'gebeurtenis', id }, ketenzaak })
  // Only who may plan can do something about it.
  const wacht = scherm.beeld.zicht.kan.includes('plan-stappen')
    ? await wachtOpPlan(verzoek, ketenzaak)
    : undefined
  return { soort: 'pagina', pagina: zaakpagina(scherm, { lijn, wacht }) }
}

function zaakpagina(
  scherm: Ketenscherm,
  { lijn, wacht }: { readonly lijn: Html | undefined; readonly wacht: Html | undefined },
): string {
  const { context, zoek } = scherm.verzoek
  const { t } = context.spraak
  const gedaan = gedaanUit(zoek, gedaanWoorden)
  const { zicht } = scherm.beeld
  const heeftAlles = zicht.als === 'regie'
  return pagina(context, {
    stijl: [...stijl, 'ketenzaak.css'],
    script: levendscript,
    titel: t('loket.zaak.titel', { nummer: zicht.nummer }),
    breed: true,
    inhoud: html`<a class="vd-back" href="${adres(context.taal, 'balieLoket')}">${t('loket.werk.terug')}</a>
${gedaan && html`<p class="vd-notice" role="status">${t(`loket.gedaan.${gedaan}`)}</p>`}
${levendvak(scherm)}
${ligtElders(scherm)}
<div class="vd-stack" data-deel="kop">${kop(scherm)}
${aanbod(scherm)}
${gevraagd(scherm)}
${zin(scherm)}</div>
<div class="vd-keten"><div class="vd-keten__plan" data-deel="plan">
<section aria-labelledby="stappen"><h2 class="vd-visually-hidden" id="stappen">${t('loket.stap.kop')}</h2>${stappenlijst(scherm)}</section>
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'stap-erbij', '', undefined, 'hoofdknop')} ${ketenlink(scherm, 'doorsturen', '', undefined, 'knop')} ${ketenlink(scherm, 'bericht', '', undefined, 'knop')}</p>
${wacht}
${verzoeken(scherm)}
${doorzendingen(scherm)}
${stukken(scherm)}
${
  heeftAlles &&
  html`<details class="vd-details vd-fold" id="delen"><summary>${t('loket.deling.kop', { n: anderen(scherm).length })}</summary><div>${delingenlijst(scherm)}
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'deel', '', undefined, 'knop')} ${ketenlink(scherm, 'organisatie', '', undefined, 'knop')} ${ketenlink(scherm, 'uitnodigen', '', undefined, 'knop')}</p></div></details>`
}
${verlooplijst(scherm)}
</div><div class="vd-keten__kant" data-deel="kant">${opschalingen(scherm)}${inwonerZiet(scherm)}${bellen(scherm)}${lijn}${sluiten(scherm)}</div></div>`,
  })
}

/** The question as it was said, the outcome that was agreed, and who answers for it. */
function kop(scherm: Ketenscherm): Html {
  const { context } = scherm.verzoek
  const { t, datum } = context.spraak
  const { zicht } = scherm.beeld
  const vraag = zicht.onderdelen.find(({ id }) => id === 'vraag')
  const uitkomst = zicht.onderdelen.find(({ id }) => id === 'uitkomst')
  const feiten = [
    t('loket.zaak.titel', { nummer: zicht.nummer }),
    t('loket.zaak.geopend', { dag: datum(zicht.geopend.toISOString().slice(0, 10)) }),
    zicht.betrokkene && wieIsHet(scherm),
  ].filter((een) => een !== undefined)
  return html`<header class="vd-ketenkop"><div>
<p class="vd-calm vd-small">${feiten.map((een, i) => html`${i > 0 && ' · '}${een}`)}${zicht.helper && html` · ${t('loket.zaak.helper')} “${geschreven(context, zicht.helper.naam)}”`}</p>
<h1>${vraag === undefined ? t('loket.zaak.niet_gedeeld') : html`“${geschreven(context, vraag.tekst)}”`}</h1>
${uitkomst !== undefined && html`<p class="vd-ketenkop__doel"><span class="vd-calm">${t('loket.zaak.doel')}</span> ${geschreven(context, uitkomst.tekst)} <span class="vd-no-print vd-small">${ketenlink(scherm, 'uitkomst')} ${ketenlink(scherm, 'bekend')}</span></p>`}
</div>${regisseur(scherm)}</header>`
}

function wieIsHet({ beeld, verzoek, ketenzaak }: Ketenscherm): Html | string | undefined {
  const { context } = verzoek
  const { betrokkene } = beeld.zicht
  if (betrokkene === undefined) return undefined
  const { t } = context.spraak
  if (betrokkene.soort === 'anoniem') return t('loket.betrokkene.anoniem')
  if (betrokkene.soort === 'persoon')
    return html`${t(`loket.betrokkene.${betrokkene.hoe}`)} <a class="vd-no-print" href="${adres(context.taal, 'balieKetenWie', { ketenzaak })}">${t('loket.wieishet.link')}</a>`
  return html`${geschreven(context, betrokkene.naam)} (${t(`loket.document.${betrokkene.document}`)})`
}

function regisseur(scherm: Ketenscherm): Html {
  const { verzoek, beeld } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const { regie, overdracht, als } = beeld.zicht
  const naam = organisatienaam(verzoek, regie.organisatie)
  return html`<section class="vd-regie" aria-labelledby="regie"><h2 id="regie">${t('loket.regie.kop')}</h2>
<p><strong>${aanspreekmerk(scherm)}</strong><br>${naam.tekst}</p>
${
  overdracht &&
  als !== 'aangeboden' &&
  html`<p class="vd-small">${t('loket.regie.aangeboden', { wie: organisatienaam(verzoek, overdracht.aan).tekst, dag: totDag(context, overdracht.tot) })}</p>`
}
<p class="vd-small vd-no-print">${ketenlink(scherm, 'overdragen')} ${overdracht && ketenlink(scherm, 'overdracht-intrekken', overdracht.id)} ${ketenlink(scherm, 'overnemen')} ${ketenlink(scherm, 'opschalen')}</p></section>`
}

/** Asked to take the case over: until they say yes nothing changes for anybody else. */
function aanbod(scherm: Ketenscherm): Html | undefined {
  const { verzoek, beeld } = scherm
  const { overdracht, als, regie } = beeld.zicht
  if (overdracht === undefined || als !== 'aangeboden') return undefined
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-note" aria-labelledby="aanbod"><h2 id="aanbod">${t('loket.aanbod.kop', { wie: organisatienaam(verzoek, regie.organisatie).tekst })}</h2>
<p>${geschreven(context, overdracht.reden)}</p>
<p>${t('loket.aanbod.uitleg', { dag: totDag(context, overdracht.tot) })}</p>
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'overdracht-aannemen', overdracht.id, undefined, 'hoofdknop')} ${ketenlink(scherm, 'overdracht-weigeren', overdracht.id, undefined, 'knop')}</p></section>`
}

/** A case is closed with a yes, or with a reason that can be contested. */
function sluiten(scherm: Ketenscherm): Html | undefined {
  const { context } = scherm.verzoek
  const { t, datum } = context.spraak
  const { sluitingGevraagd, sluiting, nabevraagd, nietOpgelost } = scherm.beeld.zicht
  const links = (
    [
      'sluiting-vragen',
      'sluiten-met-ja',
      'sluiten-met-reden',
      'niet-opgelost',
      'betwisten-namens',
      'navraag',
    ] as const
  )
    .map((naam) =>
      ketenlink(scherm, naam, '', naam === 'niet-opgelost' ? 'loket.vorm.niet-opgelost.balie' : undefined),
    )
    .filter((een) => een !== undefined)
  if (links.length === 0 && sluiting === undefined) return undefined
  return html`<section class="vd-box" aria-labelledby="sluiten"><h2 class="vd-box__title" id="sluiten">${t('loket.sluiten.kop')}</h2>
${nietOpgelost && html`<p>${t('loket.sluiten.niet_opgelost')} <q>${geschreven(context, nietOpgelost.reden)}</q></p>`}
${sluitingGevraagd && !sluiting && html`<p>${t('loket.sluiten.gevraagd', { dag: datum(dagVan(sluitingGevraagd.op)) })}</p>`}
${sluitingGevraagd && html`<p>${t('loket.sluiten.bereikt')} <q>${geschreven(context, sluitingGevraagd.uitleg)}</q></p>`}
${sluiting && html`<p>${t(`loket.sluiten.${sluiting.om}`)} ${sluiting.uitleg !== undefined && geschreven(context, sluiting.uitleg)}</p>${jawie(scherm)}<p>${t('loket.sluiten.betwistbaar', { dag: datum(sluiting.betwistbaarTot) })}</p>`}
${nabevraagd && html`<p>${t('loket.sluiten.nabevraagd', { opgelost: t(`loket.opgelost.${nabevraagd.opgelost}`), n: nabevraagd.keerVerteld })}</p>`}
<ul class="vd-plain vd-doelijst vd-no-print">${links.map((een) => html`<li>${een}</li>`)}</ul></section>`
}
