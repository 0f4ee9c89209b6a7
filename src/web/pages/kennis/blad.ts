/** One scheme or life event for a colleague of another organisation. What nobody established is said to be not known. */
import { type Kennisblad, stapelWegen } from '../../../corpus/index.ts'
import { type Bladbeeld, type Bladdeel, bladdelen, type Kennismelding } from '../../../kennis/index.ts'
import { leesLijnonderwerp } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { belAdres } from '../../ui/kanalen.ts'
import { organisatiemerk } from '../../ui/organisatie.ts'
import { wegenlijst } from '../../ui/wegen.ts'
import { wetAdres } from '../../ui/wet.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { belvakOfNiets } from '../lijnen/bel.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { bladadres, bladbeeldVan, bladtitel, eigenaarnaam, meldingenVan } from './bron.ts'

export function regeling(verzoek: Verzoek): Promise<Antwoord> {
  return toon(verzoek, bladbeeldVan(verzoek, { soort: 'regeling', id: verzoek.delen.regeling ?? '' }))
}

export function gebeurtenis(verzoek: Verzoek): Promise<Antwoord> {
  return toon(verzoek, bladbeeldVan(verzoek, { soort: 'gebeurtenis', id: verzoek.delen.gebeurtenis ?? '' }))
}

async function toon(verzoek: Verzoek, beeld: Bladbeeld | undefined): Promise<Antwoord> {
  if (beeld === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek, bronnen } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const titel = bladtitel(context, beeld)
  const eigen = meldingenVan(verzoek)
  // What was answered before is a part of the page: when it does not come, the rest stands.
  const eerder = await eigen?.meldingen.vanBlad(eigen.wie, beeld.id).catch((fout: unknown) => {
    bronnen.meldFout('kennismeldingen', fout)
    return []
  })
  const onderwerp = leesLijnonderwerp(beeld.id)
  const lijn = onderwerp && (await belvakOfNiets(verzoek, { onderwerp }))
  const gedaan = gedaanUit(zoek, ['gemeld'])
  const delen = bladdelen.filter((deel) => deel !== 'voorwaarden' || beeld.over.soort === 'regeling')
  const inhoud = html`${kop(verzoek, beeld, lijn)}
${delen.map((deel) => sectie(verzoek, beeld, deel, eigen !== undefined))}
${verwant(verzoek, beeld)}
${eerder !== undefined && eerder.length > 0 && beantwoord(verzoek, eerder)}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: titel.tekst,
      zonderGrond: true,
      kop: html`<span${attrs({ lang: titel.lang })}>${titel.tekst}</span>`,
      inhoud,
      stijl: ['regeling.css', 'zoeken.css', 'gebeurtenis.css', 'kennis.css'],
      melding: gedaan && t('kennis.klopt.gedaan'),
      terug: { adres: adres(taal, 'balieKennis'), tekst: t('kennis.terug') },
    }),
  }
}

function kop(verzoek: Verzoek, beeld: Bladbeeld, lijn: Html | undefined): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { regeling: info, gebeurtenis: event, blad } = beeld
  const kort = info?.teksten[taal]?.kort ?? info?.teksten.nl?.kort
  const inwoner = info
    ? adres(taal, 'product', { regeling: info.id })
    : adres(taal, 'gebeurtenis', { gebeurtenis: event?.id ?? '' })
  const wet = info && { ...info.grondslag, adres: wetAdres(info.grondslag, info.grondslag.artikel) }
  return html`<p class="vd-lead">${kort ?? (event && woorden(spraak, event.kort).tekst)}</p>
${taal !== 'nl' && html`<p class="vd-note">${t('kennis.alleen_nederlands')}</p>`}
${blad === undefined && html`<p class="vd-note">${t('kennis.blad.geen_aanwijzingen')}</p>`}
<p class="vd-calm">${t('kennis.blad.van', { naam: eigenaarnaam(verzoek, beeld.eigenaar) })}
${wet && html`<span lang="nl">${wet.adres ? html`<a href="${wet.adres}">${wet.wet}</a>` : wet.wet}</span>.`}
<a href="${inwoner}">${t('kennis.blad.inwoner')}</a>.</p>
${lijn ?? (verzoek.balie?.gids && html`<p><a href="${adres(taal, 'balieLijnen', { filter: { onderwerp: beeld.id } })}">${t('lijnen.bij_blad')}</a></p>`)}`
}

function sectie(verzoek: Verzoek, beeld: Bladbeeld, deel: Bladdeel, kanMelden: boolean): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const naam = t(`kennis.deel.${deel}`)
  const klopt = adres(taal, 'balieKloptNiet', { filter: { blad: beeld.id, deel } })
  return html`<section class="vd-section vd-kennis" aria-labelledby="${deel}"><h2 id="${deel}">${naam}</h2>
${inhoudVan(verzoek, beeld, deel)}
${kanMelden && html`<p class="vd-kennis__klopt vd-screen-only"><a href="${klopt}">${t('kennis.klopt.knop')}<span class="vd-visually-hidden">: ${naam}</span></a></p>`}</section>`
}

function inhoudVan(verzoek: Verzoek, beeld: Bladbeeld, deel: Bladdeel): Html {
  const { t } = verzoek.context.spraak
  const { blad } = beeld
  const onbekend = html`<p class="vd-calm">${t('kennis.blad.niet_bekend')}</p>`
  switch (deel) {
    case 'voorwaarden':
      return beeld.voorwaarden.length === 0 ? onbekend : voorwaarden(verzoek, beeld)
    case 'struikelblokken':
      return zinnen(verzoek, beeld, [...(blad?.struikelblokken ?? [])], letOp(beeld)) ?? onbekend
    case 'vragen':
      return vragen(verzoek, beeld, blad) ?? onbekend
    case 'beslist':
      return beeld.beslist === undefined ? onbekend : wie(verzoek, beeld.beslist)
    case 'uitleg':
      return beeld.legtUit === undefined ? onbekend : uitleg(verzoek, beeld)
    case 'uitzonderingen':
      return html`${zinnen(verzoek, beeld, [...(blad?.uitzonderingen ?? [])]) ?? onbekend}${nietGerekend(verzoek, beeld)}`
    case 'hardheid':
      return zinnen(verzoek, beeld, [...(blad?.hardheid ?? [])]) ?? onbekend
  }
}

function voorwaarden({ context: { spraak } }: Verzoek, beeld: Bladbeeld): Html {
  const { t } = spraak
  return html`<ul class="vd-list" lang="nl">${beeld.voorwaarden.map(
    ({ tekst, artikel, vertrouwen }) =>
      html`<li>${tekst}${(artikel !== undefined || vertrouwen !== undefined) && html`<br><span class="vd-calm vd-small"${attrs({ lang: spraak.taal === 'nl' ? undefined : spraak.taal })}>${artikel !== undefined && artikellink(spraak.t, beeld, artikel)}${artikel !== undefined && vertrouwen !== undefined && '; '}${vertrouwen !== undefined && t('kennis.blad.zekerheid', { stand: t(`overzicht.vertrouwen.${vertrouwen}`) })}</span>`}</li>`,
  )}</ul>`
}

function artikellink(
  t: Verzoek['context']['spraak']['t'],
  { regeling: info }: Bladbeeld,
  artikel: string,
): Html {
  const doel = info && wetAdres({ ...info.grondslag, naam: info.grondslag.wet }, artikel)
  const tekst = t('kennis.blad.artikel', { artikel })
  return doel === undefined ? html`${tekst}` : html`<a href="${doel}">${tekst}</a>`
}

/** What the scheme itself warns for; its own text, so its own trust. */
function letOp({ regeling: info }: Bladbeeld): string | undefined {
  return info?.teksten.nl?.let_op
}

function zinnen(
  verzoek: Verzoek,
  beeld: Bladbeeld,
  rij: Kennisblad['struikelblokken'],
  eerst?: string,
): Html | undefined {
  if (rij.length === 0 && eerst === undefined) return undefined
  return html`<ul class="vd-list" lang="nl">${eerst !== undefined && html`<li>${eerst}</li>`}${rij.map(
    ({ wat, doe, ...herkomst }) =>
      html`<li>${wat}${doe !== undefined && html` <strong>${doe}</strong>`}${bronregel(verzoek, beeld, herkomst)}</li>`,
  )}</ul>`
}

function vragen(verzoek: Verzoek, beeld: Bladbeeld, blad: Kennisblad | undefined): Html | undefined {
  if (blad === undefined || blad.vragen.length === 0) return undefined
  return html`<ol class="vd-list" lang="nl">${blad.vragen.map(
    ({ vraag, omdat, ...herkomst }) =>
      html`<li><strong>${vraag}</strong> ${omdat}${bronregel(verzoek, beeld, herkomst)}</li>`,
  )}</ol>`
}

function bronregel(
  { context: { spraak } }: Verzoek,
  beeld: Bladbeeld,
  {
    artikel,
    bron,
    vertrouwen,
  }: Pick<Kennisblad['struikelblokken'][number], 'artikel' | 'bron' | 'vertrouwen'>,
): Html {
  const { t, taal } = spraak
  return html`<br><span class="vd-calm vd-small"${attrs({ lang: taal === 'nl' ? undefined : taal })}>${artikel !== undefined && html`${artikellink(t, beeld, artikel)}; `}${t('kennis.blad.bron', { bron })}; ${t('kennis.blad.zekerheid', { stand: t(`kennis.blad.stand.${vertrouwen}`) })}</span>`
}

function wie({ context: { spraak, taal } }: Verzoek, organisatie: NonNullable<Bladbeeld['beslist']>): Html {
  const naam = organisatie.noem?.[taal] ?? organisatie.naam
  return html`<p><a href="${adres(taal, 'organisatie', { organisatie: organisatie.id })}">${naam}</a> ${organisatiemerk(spraak, organisatie)}</p>`
}

/** A way of its own for colleagues where one is established; otherwise the ways for everybody, and that it is so. */
function uitleg(verzoek: Verzoek, beeld: Bladbeeld): Html {
  const { context, beeld: visite } = verzoek
  const { spraak } = context
  const { t } = spraak
  const { legtUit, blad } = beeld
  if (legtUit === undefined) return html``
  const weg = blad?.legtUit?.weg
  if (weg !== undefined)
    return html`${wie(verzoek, legtUit)}<h3>${t('kennis.blad.weg')}</h3><p lang="nl">${weg.tekst}${weg.nummer !== undefined && html` <a href="${belAdres(weg.nummer)}">${weg.nummer}</a>`}${bronregel(verzoek, beeld, weg)}</p>`
  const soort = visite.organisaties.get(legtUit.id.replace(/-.*$/, ''))
  const { informatiepunt: _, ...kanalen } = stapelWegen(soort?.kanalen, legtUit.kanalen)
  return html`${wie(verzoek, legtUit)}<p>${t('kennis.blad.weg_onbekend', { naam: legtUit.noem?.[spraak.taal] ?? legtUit.naam })}</p>${wegenlijst(spraak, kanalen)}`
}

function nietGerekend({ context: { spraak } }: Verzoek, beeld: Bladbeeld): Html | undefined {
  const { t, taal } = spraak
  if (beeld.nietGerekend.length === 0) return undefined
  return html`<h3>${t('kennis.blad.niet_gerekend')}</h3><ul class="vd-list">${beeld.nietGerekend.map(
    ({ artikel, reden, vertalingen }) => {
      const eigen = taal === 'nl' ? undefined : vertalingen?.[taal]
      return html`<li><span${attrs({ lang: taal === 'nl' || eigen !== undefined ? undefined : 'nl' })}>${eigen ?? reden}</span>${artikel !== '' && html`<br><span class="vd-calm vd-small">${artikellink(t, beeld, artikel)}</span>`}</li>`
    },
  )}</ul>`
}

function verwant(verzoek: Verzoek, { verwant: rij, over }: Bladbeeld): Html | undefined {
  if (rij.length === 0) return undefined
  const { context } = verzoek
  return html`<section class="vd-section"><h2>${context.spraak.t(over.soort === 'regeling' ? 'kennis.blad.gebeurtenissen' : 'kennis.blad.regelingen')}</h2><ul class="vd-list">${rij.map(
    (een) => {
      const ander = bladbeeldVan(verzoek, een)
      const titel = ander && bladtitel(context, ander)
      return (
        titel &&
        html`<li><a href="${bladadres(context, een)}"${attrs({ lang: titel.lang })}>${titel.tekst}</a></li>`
      )
    },
  )}</ul></section>`
}

/** So that nobody reports the same again, and everybody reads what the owner said. */
function beantwoord(verzoek: Verzoek, rij: readonly Kennismelding[]): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  return html`<section class="vd-section"><h2>${t('kennis.meldingen.beantwoord')}</h2><ul class="vd-list">${rij.map(
    ({ deel, tekst, antwoord, eigenaar, afgehandeld, stand }) =>
      html`<li><strong>${t(`kennis.deel.${deel}`)}</strong>${tekst !== undefined && html`: <span lang="nl">${tekst}</span>`}<br>${afgehandeld && t('kennis.meldingen.antwoord_van', { naam: eigenaarnaam(verzoek, eigenaar), datum: spraak.datum(afgehandeld) })} (${t(`kennis.meldingen.stand.${stand}`)}): <span lang="nl">${antwoord}</span></li>`,
  )}</ul></section>`
}
