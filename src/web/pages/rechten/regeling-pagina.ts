import type { Antwoord, Omslag, RegelingInfo, Uitkomst } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { vraagstelling } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { hulplink } from '../../ui/kolom.ts'
import { merk } from '../../ui/merk.ts'
import { pagina } from '../../ui/pagina.ts'
import { opsomming } from '../../ui/spraak.ts'
import { artikelLink, artikelVanRegel, wetAdres } from '../../ui/wet.ts'
import { aanvragen } from './aanvragen.ts'
import type { Beeld } from './beeld.ts'
import { inkomensfiguur, maandfiguur } from './figuren.ts'
import { bedrag } from './kaart.ts'
import { uitlegBoom } from './uitleg-boom.ts'
import { inTaal } from './vertaling.ts'
import { naamMetWie } from './vraagtekst.ts'
import { antwoordtekst } from './waarde.ts'
import { watAlsVak } from './wat-als-vak.ts'
import { aannames, afstandzin, eigenAntwoorden, reden, regelingtekst, voorwaardetekst } from './zinnen.ts'

export interface RegelingBeeld {
  readonly context: Context
  readonly beeld: Beeld
  readonly regeling: RegelingInfo
  /** Of this scheme alone. */
  readonly antwoord: Antwoord
  readonly uitkomst: Uitkomst
  readonly omslagen: readonly Omslag[]
}

export function regelingPagina(delen: RegelingBeeld): string {
  const { context, regeling } = delen
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css', 'figuur.css'],
    titel: regelingtekst(context.spraak, regeling).tekst.titel,
    actief: 'rechten',
    inhoud: inhoud(delen),
    zijkant: context.heeftAntwoorden ? watAlsVak(context, delen.beeld.antwoorden) : undefined,
  })
}

function inhoud(delen: RegelingBeeld): Html {
  const { context, regeling, uitkomst, beeld } = delen
  const { spraak, taal } = context
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, regeling)
  // What to do comes before why, unless there is nothing to apply for now.
  const isNiet = uitkomst.recht === 'nee'
  const zoVraagtU = aanvragen({ spraak, beeld, regeling, isNu: !isNiet })
  return html`<a class="vd-back" href="${adres(taal, 'overzicht')}">${t('regeling.terug')}</a>
<div class="vd-stack"${attrs({ lang })}><h1>${tekst.titel}</h1><p class="vd-lead">${tekst.kort}</p></div>
${uitslag(delen)}
${nodig(delen)}
${!isNiet && zoVraagtU}
${voorwaarden(delen)}
${isNiet && nietNu(delen)}
${omslagen(delen)}
${context.heeftAntwoorden && figuren(delen)}
${isNiet && zoVraagtU}
${berekening(delen)}
${onzeker(delen)}
${zekerheid(delen)}
${hulplink(context)}`
}

function uitslag({ context: { spraak }, uitkomst, beeld, regeling }: RegelingBeeld): Html {
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const eigen = eigenAntwoorden(spraak, beeld, uitkomst)
  const zin = uitkomst.recht === 'onbekend' ? reden(spraak, uitkomst) : undefined
  const jaar =
    uitkomst.recht === 'ja' &&
    uitkomst.jaarbedrag !== undefined &&
    uitkomst.bedrag &&
    uitkomst.bedrag.per !== 'jaar'
      ? t('regeling.bedrag.jaar', { bedrag: spraak.geld(uitkomst.jaarbedrag, uitkomst.bedrag.valuta) })
      : undefined
  return html`<section class="vd-card vd-result vd-result--${uitkomst.recht}">
<h2 class="vd-result__title">${t(`regeling.bedrag.${uitkomst.recht}`)} ${merk(t(`overzicht.vertrouwen.${uitkomst.vertrouwen}`), uitkomst.recht === 'ja' ? 'zeker' : 'rustig')}</h2>
${uitkomst.recht !== 'nee' && html`<p class="vd-result__amount">${bedrag(spraak, uitkomst)}</p>`}
${jaar && html`<p>${jaar}</p>`}
${zin && html`<p>${t('overzicht.kaart.omdat', { reden: zin })}</p>`}
${tekst.waarom && uitkomst.recht === 'ja' && html`<p${attrs({ lang })}>${tekst.waarom}</p>`}
${eigen && html`<p class="vd-calm">${t('overzicht.kaart.antwoorden', { wat: eigen })}</p>`}
</section>`
}

/** Answers that would settle it, each with a button that goes to the question. */
function nodig({ context, uitkomst, beeld }: RegelingBeeld): Html | undefined {
  const { spraak, taal } = context
  const { t } = spraak
  const paden = [
    ...new Set(uitkomst.ontbreekt.flatMap((o) => (o.pad && o.reden === 'niet-gevraagd' ? [o.pad] : []))),
  ]
  if (uitkomst.recht !== 'onbekend' || paden.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t('overzicht.nodig.titel')}</h2><ul class="vd-answers">
${paden.map((pad) => {
  const vraag = vraagstelling(beeld.corpus, pad)
  if (!vraag) return undefined
  const naam = naamMetWie(spraak, beeld.antwoorden, vraag)
  return html`<li class="vd-answer"><span>${naam}</span>
<form method="post" action="${adres(taal, 'antwoord')}"><input type="hidden" name="pad" value="${pad}"><button class="utrecht-button utrecht-button--secondary-action" name="actie" value="stel">${t('overzicht.nodig.beantwoord')}<span class="vd-visually-hidden">: ${naam}</span></button></form></li>`
})}</ul></section>`
}

function voorwaarden({ context: { spraak }, beeld, uitkomst, regeling }: RegelingBeeld): Html | undefined {
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const lijst = uitkomst.uitleg.voorwaarden
  if (lijst.length === 0) return undefined
  const woord = { ja: 'wel', nee: 'niet', onbekend: 'open' } as const
  return html`<section class="vd-section"><h2>${t('regeling.voorwaarden.titel')}</h2><ul class="vd-conditions">
${lijst.map((voorwaarde) => {
  const soort = woord[voorwaarde.voldaan]
  const zin = voorwaarde.voldaan === 'nee' ? afstandzin(spraak, beeld, voorwaarde) : undefined
  return html`<li class="vd-condition vd-condition--${soort}"><p><strong class="vd-condition__state">${t(`regeling.voorwaarden.${soort}`)}</strong> <span${attrs({ lang })}>${voorwaardetekst(tekst, voorwaarde.naam)}</span> ${artikelVanRegel(spraak, uitkomst.uitleg.wet, voorwaarde)}</p>${zin && html`<p>${zin}</p>`}</li>`
})}</ul></section>`
}

function figuren({ context: { spraak }, beeld, antwoord, regeling }: RegelingBeeld): Html {
  const vraag = { spraak, beeld, antwoord, regeling: regeling.id }
  return html`${maandfiguur(vraag)}${inkomensfiguur(vraag)}`
}

function nietNu({ context: { spraak } }: RegelingBeeld): Html {
  const { t } = spraak
  return html`<section class="vd-section"><h2>${t('regeling.waarom_niet.wat_nu')}</h2>
<p>${t('regeling.waarom_niet.opnieuw')} ${t('regeling.waarom_niet.oneens')}</p></section>`
}

/** Per answer on one line: what it is now, and each other answer that turns the outcome. */
function omslagen({ context: { spraak }, omslagen: lijst, beeld }: RegelingBeeld): Html | undefined {
  const { t } = spraak
  const perPad = [...Map.groupBy(lijst, ({ pad }) => pad)].flatMap(([pad, keren]) => {
    const vraag = vraagstelling(beeld.corpus, pad)
    const nu = keren[0]?.nu
    if (!vraag || vraag.soort === 'plaats' || nu === undefined) return []
    const toon = (waarde: string | boolean): string => {
      const getal = typeof waarde === 'string' && /^-?\d+$/.test(waarde) ? Number(waarde) : waarde
      const tekst = antwoordtekst(spraak, beeld, vraag, getal)
      // «Bij “Ik woon bij iemand in” heeft u …»: an answer that is a sentence would run into ours.
      const isKeuze = typeof waarde === 'boolean' || (vraag.feit?.opties.length ?? 0) > 0
      return isKeuze ? `“${tekst}”` : tekst
    }
    const zinnen = [...Map.groupBy(keren, ({ recht }) => recht)].map(
      ([recht, zo]) =>
        `${t('regeling.omslagen.bij', {
          wordt: ofLijst(
            spraak,
            zo.map(({ wordt }) => toon(wordt)),
          ),
        })} ${t(`regeling.omslagen.${recht}`)}.`,
    )
    const naam = naamMetWie(spraak, beeld.antwoorden, vraag)
    return [
      html`<li><strong>${naam}</strong>: ${t('regeling.omslagen.nu', { nu: toon(nu) })}. ${zinnen.join(' ')}</li>`,
    ]
  })
  if (perPad.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t('regeling.omslagen.titel')}</h2><ul class="vd-list">${perPad}</ul></section>`
}

function ofLijst(spraak: Context['spraak'], delen: readonly string[]): string {
  return opsomming(spraak, delen, spraak.t('algemeen.of'))
}

function berekening({ context: { spraak }, uitkomst, beeld }: RegelingBeeld): Html | undefined {
  const { t } = spraak
  const { stappen, wet } = uitkomst.uitleg
  if (stappen.length === 0) return undefined
  const gaanUitVan = aannames(spraak, beeld, uitkomst)
  const boom = uitlegBoom({ spraak, beeld, wet }, stappen)
  return html`<section class="vd-section" id="berekening"><h2>${t('regeling.uitleg.titel')}</h2><p>${t('regeling.uitleg.inleiding')}${boom.heeftNederlands && ` ${t('regeling.alleen_nederlands')}`}</p>
<details class="vd-details vd-fold"><summary>${t('regeling.uitleg.toon', { n: stappen.length })}</summary><div>${boom.html}
${gaanUitVan.length > 0 && html`<h3>${t('overzicht.aannames.titel')}</h3><ul class="vd-list">${gaanUitVan.map((regel) => html`<li>${regel}</li>`)}</ul>`}</div></details></section>`
}

function onzeker({ context: { spraak }, uitkomst }: RegelingBeeld): Html | undefined {
  const { t } = spraak
  const { onzeker: lijst, wet } = uitkomst.uitleg
  if (lijst.length === 0) return undefined
  // Rules that a scheme shares with others bring the same point along more than once.
  const eenmaal = [...new Map(lijst.map((punt) => [punt.reden, punt])).values()]
  const punten = eenmaal.map(({ artikel, reden: waarom, vertalingen }) => ({
    artikel,
    ...inTaal(spraak, waarom, vertalingen),
  }))
  const heeftNederlands = punten.some(({ lang }) => lang !== undefined)
  return html`<section class="vd-section"><h2>${t('regeling.onzeker.titel')}</h2><p>${t('regeling.onzeker.inleiding')}${heeftNederlands && ` ${t('regeling.alleen_nederlands')}`}</p>
<details class="vd-details vd-fold"><summary>${t('regeling.onzeker.toon', { n: punten.length })}</summary><div><ul class="vd-list">${punten.map(({ artikel, tekst, lang }) => html`<li><span${attrs({ lang })}>${tekst}</span> ${artikelLink(spraak, wet, artikel)}</li>`)}</ul></div></details></section>`
}

function zekerheid({ context: { spraak }, uitkomst, regeling }: RegelingBeeld): Html {
  const { t } = spraak
  const link = wetAdres(regeling.grondslag, regeling.grondslag.artikel)
  const wet = regeling.grondslag.wet
  return html`<section class="vd-section"><h2>${t('regeling.bron.titel')}</h2>
<p>${t(`overzicht.vertrouwen_uitleg.${uitkomst.vertrouwen}`)} ${t('regeling.bron.vanaf', { datum: spraak.datum(regeling.vanaf) })}</p>
<p>${t(link ? 'regeling.bron.wetten' : 'regeling.bron.wet')}: ${link ? html`<a href="${link}" lang="nl">${wet}</a>` : html`<span lang="nl">${wet}</span>`}</p></section>`
}
