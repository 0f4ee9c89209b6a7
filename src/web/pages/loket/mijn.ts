/** A resident's own chain cases: the list, and one of them in plain language. */
import type { EigenKetenzaak, Gelezen, ZichtbareStap } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gedaanUit, mijnPagina } from '../mijn/kader.ts'
import { gedaanWoorden } from './balie-zaak.ts'
import { delingenlijst } from './delingen.ts'
import { gezienlijst, leesGezien } from './gezien.ts'
import { ketenlink, stijl } from './kader.ts'
import { levendscript, levendvak } from './levend.ts'
import { doorzendingen, jawie, opschalingen, stukken } from './panelen.ts'
import { planlijst } from './plan.ts'
import { zelfDoen } from './plan-tekst.ts'
import { eisLoket, type Ketenscherm, leesScherm, vragerVan } from './scherm.ts'
import { verlooplijst } from './verloop.ts'
import {
  aanspreekmerk,
  dagKort,
  dagVan,
  geschreven,
  inTaal,
  onderdeelnaam,
  organisatienaam,
  stapuitleg,
  voorLezer,
} from './woorden.ts'
import { zin } from './zin.ts'

export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const zaken = await eisLoket(verzoek).eigen(vragerVan(verzoek, 'mijn'))
  const { context } = verzoek
  const { t } = context.spraak
  const inhoud = html`<p class="vd-lead">${t('loket.mijn.inleiding')}</p>
${zaken.length === 0 ? html`<p>${t('loket.mijn.geen')}</p>` : html`<ul class="vd-plain vd-kaarten">${zaken.map((een) => kaart(verzoek, een))}</ul>`}`
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, { titel: t('loket.mijn.titel'), inhoud, stijl: ['zaken.css', 'loket.css'] }),
  }
}

function kaart(
  verzoek: Verzoek,
  { ketenzaak, nummer, stand, geopend, regie, termijn, bij }: EigenKetenzaak,
): Html {
  const { context } = verzoek
  const { t, datum } = context.spraak
  const naam = t('loket.mijn.een', { dag: datum(dagVan(geopend)) })
  const nu =
    stand === 'gesloten'
      ? t('loket.mijn.gesloten')
      : bij === undefined
        ? t('loket.zin.geen')
        : bij === 'inwoner'
          ? t('loket.mijn.bij_u')
          : t('loket.mijn.bij', {
              wie: bij === 'partij' ? t('loket.wie.partij') : organisatienaam(verzoek, bij).tekst,
            })
  return html`<li class="vd-zaak${stand === 'open' && bij === 'inwoner' && ' vd-zaak--actie'}"><h2 class="vd-zaak__titel"><a href="${adres(context.taal, 'ketenzaak', { ketenzaak })}">${naam}</a></h2>
<p><strong>${nu}</strong></p>
<p class="vd-calm vd-small">${t('loket.mijn.regie', { wie: organisatienaam(verzoek, regie).tekst })} ${nummer}${termijn !== undefined && stand === 'open' && `. ${t('loket.mijn.termijn', { dag: dagKort(verzoek, termijn) })}`}</p></li>`
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const scherm = await leesScherm(verzoek, 'mijn')
  if (scherm === undefined) return { soort: 'niet-gevonden' }
  const gezien = await leesGezien(scherm)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const { zicht } = scherm.beeld
  const gedaan = gedaanUit(zoek, gedaanWoorden)
  const vraag = zicht.onderdelen.find(({ id }) => id === 'vraag')
  const inhoud = html`<a class="vd-back" href="${adres(context.taal, 'loket')}">${t('loket.mijn.terug')}</a>
${gedaan && html`<p class="vd-notice" role="status">${t(`loket.gedaan.${gedaan}`)}</p>`}
${levendvak(scherm)}
<div class="vd-stack" data-deel="zaak"><h1>“${geschreven(context, vraag?.tekst)}”</h1>
${doel(scherm)}
${zin(scherm)}
${einde(scherm)}
${bel(scherm)}
${eigenStappen(scherm)}
<section class="vd-section" aria-labelledby="plan"><h2 id="plan">${t('loket.mijn.plan')}</h2>${planlijst(scherm)}</section>
${opschalingen(scherm)}
${doorzendingen(scherm)}
${stukken(scherm)}
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'bericht', '', 'loket.mijn.schrijf', 'knop')} ${ketenlink(scherm, 'niet-opgelost', '', undefined, 'knop')}</p>
<details class="vd-details vd-fold" id="delen"${zoek.has('voor') && html` open`}><summary>${t('loket.mijn.delen')}</summary><div><p>${t('loket.mijn.delen_uitleg')}</p>${delingenlijst(scherm)}
<h3>${t('loket.mijn.gezien')}</h3>${gezienlijst(scherm, gezien)}</div></details>
${verlooplijst(scherm)}</div>`
  const delen = {
    titel: t('loket.zaak.titel', { nummer: zicht.nummer }),
    inhoud,
    script: levendscript,
    stijl: [...stijl, 'gebeurtenis.css'],
  }
  const print = adres(context.taal, 'ketenPrint', { ketenzaak: scherm.ketenzaak })
  return { soort: 'pagina', pagina: pagina(context, { ...delen, print }) }
}

function doel(scherm: Ketenscherm): Html | undefined {
  const { context } = scherm.verzoek
  const uitkomst = scherm.beeld.zicht.onderdelen.find(({ id }) => id === 'uitkomst')
  return (
    uitkomst &&
    html`<p><span class="vd-calm">${context.spraak.t('loket.mijn.doel')}</span> ${geschreven(context, uitkomst.tekst)} <span class="vd-no-print vd-small">${ketenlink(scherm, 'uitkomst')}</span></p>`
  )
}

/** Always a person, with a name and a number as the owner of the case wrote them. */
export function bel(scherm: Ketenscherm): Html {
  const { verzoek, beeld } = scherm
  const { context } = verzoek
  const { t } = context.spraak
  const { regie } = beeld.zicht
  return html`<section class="vd-box vd-box--bel" aria-labelledby="bel"><h2 class="vd-box__title" id="bel">${t('loket.mijn.bel')}</h2>
<p class="vd-bel"><strong>${aanspreekmerk(scherm)}</strong><br>${organisatienaam(verzoek, regie.organisatie).tekst}</p>
<p>${t('loket.mijn.bel_uitleg')} <strong class="vd-whole">${beeld.zicht.nummer}</strong></p></section>`
}

function eigenStappen(scherm: Ketenscherm): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  const eigen = zelfDoen(scherm)
  if (eigen.length === 0) return undefined
  return html`<section class="vd-card vd-aanzet" aria-labelledby="aan-zet"><h2 id="aan-zet">${t('loket.mijn.doen')}</h2>
<ul class="vd-plain">${eigen.map(
    (stap) => html`<li class="vd-aanzet__stap"><h3 class="vd-zinkop">${onderdeelnaam(scherm, stap.stap)}</h3>
<p><span class="vd-term vd-term--term">${t('loket.stap.voor', { dag: dagKort(scherm.verzoek, stap.termijn) })}</span></p>
${uitleg(scherm, stap)}
${stap.nodig !== undefined && html`<p>${t('loket.mijn.nodig')} <span class="vd-tekst">${stap.nodig}</span></p>`}
<p class="vd-no-print">${ketenlink(scherm, 'gedaan', stap.stap, 'loket.mijn.gedaan', 'hoofdknop')}</p></li>`,
  )}</ul></section>`
}

/** Of a step from a life event: how it goes, what one needs, and the page on which all of it stands. */
function uitleg(scherm: Ketenscherm, { titel, isAfgeschermd }: ZichtbareStap<Gelezen>): Html | undefined {
  const { verzoek } = scherm
  const { spraak, taal } = verzoek.context
  const meer = isAfgeschermd || titel === undefined ? undefined : stapuitleg(verzoek, titel)
  if (meer === undefined) return undefined
  return html`<p>${inTaal(meer.wat)}</p>
${meer.nodig.length > 0 && html`<p>${spraak.t('loket.mijn.nodig')}</p><ul class="vd-list">${meer.nodig.map((een) => html`<li>${inTaal(een)}</li>`)}</ul>`}
<p class="vd-no-print"><a href="${adres(taal, 'gebeurtenis', { gebeurtenis: meer.gebeurtenis })}">${spraak.t('loket.mijn.meer')}</a></p>`
}

/** Asked whether it may be closed, or closed already: yes, no, and the two questions afterwards. */
function einde(scherm: Ketenscherm): Html | undefined {
  const { context } = scherm.verzoek
  const { t, datum } = context.spraak
  const { sluitingGevraagd, sluiting, nabevraagd, stand } = scherm.beeld.zicht
  if (stand === 'open' && sluitingGevraagd !== undefined)
    return html`<section class="vd-card vd-aanzet" aria-labelledby="einde"><h2 id="einde">${t('loket.mijn.klaar_vraag')}</h2>
<p>${t('loket.mijn.klaar_uitleg')} <q>${geschreven(context, sluitingGevraagd.uitleg)}</q></p>
<p class="vd-actions vd-no-print">${ketenlink(scherm, 'ja', '', undefined, 'hoofdknop')} ${ketenlink(scherm, 'niet-opgelost', '', undefined, 'knop')}</p></section>`
  if (sluiting === undefined) return undefined
  const vraag = ketenlink(scherm, 'navraag', '', undefined, 'hoofdknop')
  const oneens = ketenlink(scherm, 'betwisten', '', undefined, 'knop')
  // Who pressed yes and told nothing has said nothing that is not said already.
  const heeftUitleg = sluiting.uitleg !== undefined && sluiting.uitleg !== t('loket.inwoner.ja_zonder_uitleg')
  return html`<section class="vd-card vd-stack" aria-labelledby="einde"><h2 id="einde">${t('loket.mijn.gesloten')}</h2>
<p>${t(voorLezer(scherm, `loket.sluiten.${sluiting.om}`))} ${heeftUitleg && geschreven(context, sluiting.uitleg)}</p>
${jawie(scherm)}
${sluitingGevraagd && html`<p>${t('loket.mijn.bereikt')} <q>${geschreven(context, sluitingGevraagd.uitleg)}</q></p>`}
${oneens && html`<p>${t('loket.mijn.oneens', { dag: datum(sluiting.betwistbaarTot) })}</p>`}
${nabevraagd && html`<p>${t('loket.mijn.bedankt')}</p>`}
<p class="vd-actions vd-no-print">${vraag} ${oneens}</p></section>`
}
