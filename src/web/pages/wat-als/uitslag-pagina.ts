import { type Html, html } from '../../../platform/index.ts'
import { type Maandwaarde, type Regelverschil, zegbaar } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import { ontbrekend, reden, regelingtekst, samen } from '../rechten/zinnen.ts'
import { geheel, kanttekst, regelverschil, totaalverschil, verschiltekst } from './bedragen.ts'
import { redenen } from './redenen.ts'
import type { UitslagBeeld } from './uitslag-beeld.ts'
import { watTeDoen } from './wat-te-doen.ts'

/** Two situations side by side: the total first, then what changes, what stays open, what stays the same. */
export function uitslagPagina(delen: UitslagBeeld): string {
  const { context, watAls } = delen
  const { t } = context.spraak
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css', 'wat-als.css'],
    titel: t(`wat-als.titel.${watAls.soort}`),
    actief: 'rechten',
    inhoud: inhoud(delen),
  })
}

function inhoud(delen: UitslagBeeld): Html {
  const { context, watAls, vergelijking } = delen
  const { spraak, taal } = context
  const { t } = spraak
  const { soort } = watAls
  const anders = vergelijking.regels.filter((r) => r.isAnders)
  const isOnzeker = (r: Regelverschil): boolean =>
    (r.dan?.recht ?? 'nee') === 'onbekend' && r.dan?.isIndicatie !== true
  const gelijk = vergelijking.regels.filter((r) => !r.isAnders && r.dan?.recht === 'ja')
  const open = vergelijking.regels.filter((r) => isOnzeker(r) && (!r.isAnders || r.verschil === undefined))
  const kaarten = anders.filter((r) => !open.includes(r))
  return html`<a class="vd-back" href="${adres(taal, 'overzicht')}">${t('wat-als.naar_overzicht')}</a>
<h1>${t(`wat-als.titel.${soort}`)}</h1>
${ingevuld(delen)}
${totaal(delen)}
<section class="vd-section"><h2>${t('wat-als.anders.titel')}</h2>
${kaarten.length === 0 ? html`<p>${t('wat-als.anders.niets')}</p>` : html`<ul class="vd-rights">${kaarten.map((r) => kaart(delen, r))}</ul>`}</section>
${openLijst(delen, open)}
${gelijkLijst(delen, gelijk)}
${watTeDoen(delen, kaarten)}
<section class="vd-section" id="uitgaan"><h2>${t('wat-als.uitgaan_titel')}</h2><p>${t(`wat-als.uitgaan.${soort}`)} ${t('wat-als.niets_verandert')} ${t('overzicht.beslist')}</p></section>
<p class="vd-actions vd-screen-only"><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'watAlsVorm', { soort })}">${t('wat-als.anders_invullen')}</a> <a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'watAls')}">${t('wat-als.andere')}</a></p>`
}

/** What was filled in, read back. */
function ingevuld({ context, nu, dan, watAls, velden }: UitslagBeeld): Html {
  const { spraak, taal } = context
  const { t } = spraak
  const { soort, waarden } = watAls
  const regels = velden.flatMap(({ id, soort: veldsoort, per }) => {
    const waarde = waarden[id]
    if (waarde === undefined) return []
    const tekst =
      veldsoort === 'geld'
        ? `${spraak.geld(Number(waarde), dan.valuta)}${per ? ` ${t(`algemeen.per.${per}`)}` : ''}`
        : veldsoort === 'datum'
          ? spraak.datum(String(waarde))
          : veldsoort === 'plaats'
            ? (nu.corpus.gebieden.get(String(waarde))?.naam ?? '')
            : veldsoort === 'keuze'
              ? t(`wat-als.optie.${soort}_${waarde}`)
              : typeof waarde === 'boolean'
                ? t(waarde ? 'algemeen.ja' : 'algemeen.nee')
                : String(waarde)
    const naam = t(`wat-als.veld.${soort}_${id}`)
    return [html`<div><dt>${naam.endsWith('?') ? naam : `${naam}:`}</dt><dd>${tekst}</dd></div>`]
  })
  return html`${regels.length > 0 && html`<dl class="vd-ingevuld">${regels}</dl>`}<p class="vd-screen-only"><a href="${adres(taal, 'watAlsVorm', { soort })}">${t('wat-als.anders_invullen')}</a></p>`
}

function totaal({ context, nu, dan, vergelijking }: UitslagBeeld): Html {
  const { spraak } = context
  const { t } = spraak
  const verschil = totaalverschil(vergelijking)
  if (nu.valuta !== dan.valuta) return html`<p class="vd-note">${t('wat-als.andere_munt')}</p>`
  const toon = ({ van, tot }: Maandwaarde): Html => {
    const [a, b] = [spraak.geld(geheel(van), nu.valuta), spraak.geld(geheel(tot), nu.valuta)]
    const hoe = zegbaar({ van, tot })
    if (hoe === 'te-vroeg') return html`<span>${t('overzicht.kaart.te_vroeg')}</span>`
    const tekst = hoe === 'vanaf' ? t('overzicht.kaart.vanaf', { bedrag: a }) : a === b ? a : `${a} – ${b}`
    return html`<strong>${tekst}</strong> <span>${t('algemeen.per.maand')}</span>`
  }
  const anders =
    zegbaar(verschil) === 'te-vroeg'
      ? html`<span>${t('overzicht.kaart.te_vroeg')}</span>`
      : html`<strong>${verschiltekst(spraak, nu.valuta, verschil)}</strong> <span>${t('algemeen.per.maand')}</span>`
  const kant = verschil.tot < 0 ? 'minder' : verschil.van > 0 ? 'meer' : 'gelijk'
  return html`<section class="vd-vergelijk" aria-label="${t('wat-als.totaal.naam')}"><dl class="vd-vergelijk__paar">
<div><dt>${t('wat-als.nu')}</dt><dd>${toon(vergelijking.nu)}</dd></div>
<div><dt>${t('wat-als.dan')}</dt><dd>${toon(vergelijking.dan)}</dd></div>
<div class="vd-vergelijk__verschil vd-vergelijk__verschil--${kant}"><dt>${t('wat-als.verschil')}</dt><dd>${anders}</dd></div>
</dl><p class="vd-calm vd-small">${t('wat-als.totaal.wat')}</p></section>`
}

function kaart(delen: UitslagBeeld, regel: Regelverschil): Html {
  const { context, nu, dan } = delen
  const { spraak, taal } = context
  const { t } = spraak
  const info = dan.regelingen.get(regel.regeling) ?? nu.regelingen.get(regel.regeling)
  const gesproken = info && regelingtekst(spraak, info)
  const titel = gesproken?.tekst.titel ?? regel.regeling
  const verschil = nu.valuta === dan.valuta ? regelverschil(regel) : undefined
  const richting = !verschil
    ? richtingVan(regel)
    : verschil.tot < 0
      ? 'minder'
      : verschil.van > 0
        ? 'meer'
        : 'gelijk'
  return html`<li class="vd-card vd-wissel vd-wissel--${richting}">
<div class="vd-right__head"><h3><a href="${adres(taal, 'regeling', { regeling: regel.regeling })}"${gesproken?.lang && html` lang="${gesproken.lang}"`}>${titel}</a></h3>
${verschil && zegbaar(verschil) !== 'te-vroeg' && html`<p class="vd-wissel__verschil">${verschiltekst(spraak, nu.valuta, verschil)} <span>${t('algemeen.per.maand')}</span></p>`}</div>
<dl class="vd-vergelijk__paar vd-vergelijk__paar--klein"><div><dt>${t('wat-als.nu')}</dt><dd>${kanttekst(spraak, regel.nu)}</dd></div><div><dt>${t('wat-als.dan')}</dt><dd>${kanttekst(spraak, regel.dan)}</dd></div></dl>
${redenen(spraak, dan, regel)}
</li>`
}

function richtingVan({ nu, dan }: Regelverschil): 'meer' | 'minder' | 'gelijk' {
  const rang = { ja: 2, onbekend: 1, nee: 0 } as const
  const stap = rang[dan?.recht ?? 'nee'] - rang[nu?.recht ?? 'nee']
  return stap > 0 ? 'meer' : stap < 0 ? 'minder' : 'gelijk'
}

/** What nobody can say yet about the new situation, and which answer or organisation would. */
function openLijst({ context, dan }: UitslagBeeld, regels: readonly Regelverschil[]): Html | undefined {
  const { spraak } = context
  const { t } = spraak
  const rijen = regels.flatMap((r) => {
    const info = dan.regelingen.get(r.regeling)
    const uitkomst = r.dan?.uitkomst
    if (!info || !uitkomst) return []
    const mist = ontbrekend(spraak, dan, uitkomst).slice(0, 4)
    const waarom = mist.length > 0 ? t('overzicht.kaart.ontbreekt', { wat: samen(spraak, mist) }) : undefined
    const anders = reden(spraak, uitkomst)
    const { tekst, lang } = regelingtekst(spraak, info)
    return [
      html`<li><strong${lang && html` lang="${lang}"`}>${tekst.titel}</strong>. ${waarom ?? (anders ? t('overzicht.kaart.omdat', { reden: anders }) : '')}</li>`,
    ]
  })
  if (rijen.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t('wat-als.open.titel')}</h2><p>${t('wat-als.open.uitleg')}</p>
<details class="vd-details"><summary>${t('wat-als.open.toon', { n: rijen.length })}</summary><div><ul class="vd-list">${rijen}</ul></div></details></section>`
}

function gelijkLijst({ context, dan }: UitslagBeeld, regels: readonly Regelverschil[]): Html | undefined {
  const { spraak } = context
  if (regels.length === 0) return undefined
  return html`<section class="vd-section"><h2>${spraak.t('wat-als.gelijk')}</h2><ul class="vd-list">${regels.map(
    (r) => {
      const info = dan.regelingen.get(r.regeling)
      return info && html`<li>${regelingtekst(spraak, info).tekst.titel}: ${kanttekst(spraak, r.dan)}</li>`
    },
  )}</ul></section>`
}
