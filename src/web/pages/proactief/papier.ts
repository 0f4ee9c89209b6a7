/** Applying on paper: the same facts, filled in, to print at home or to get by post. */
import { verdeelWegen } from '../../../corpus/index.ts'
import type { Tekst } from '../../../engine/index.ts'
import { stelBerichtOp } from '../../../kanalen/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import type { BewaardSignaal } from '../../../proactief/index.ts'
import { adres, type Taal, talen } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { kanaaltekst } from '../../ui/kanalen.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie } from '../mijn/eis.ts'
import { mijnPagina } from '../mijn/kader.ts'
import { metRegel } from '../mijn/verwerk.ts'
import { uitvoerderVan } from '../rechten/beeld.ts'
import { antwoordregels, beeldVan } from './feiten.ts'
import { regelingnaam } from './verandering-zinnen.ts'
import { type Eigen, inHunPlaats, leesEigen, toonWeg } from './veranderingen.ts'
import { eisProactief } from './volgen.ts'

interface Gevonden {
  readonly verzoek: Verzoek
  readonly signaal: BewaardSignaal
  readonly eigen: Eigen
}

async function vind(van: Verzoek): Promise<Gevonden | Antwoord> {
  const eigen = await leesEigen(van)
  if (eigen === 'weg') return toonWeg(van)
  const signaal = eigen.signalen.find(({ id }) => id === van.delen.signaal)
  if (signaal === undefined || ['vervallen', 'hersteld'].includes(signaal.stand))
    return { soort: 'niet-gevonden' }
  return { verzoek: inHunPlaats(van, eigen), signaal, eigen }
}

export async function toon(van: Verzoek): Promise<Antwoord> {
  const gevonden = await vind(van)
  if ('soort' in gevonden) return gevonden
  return { soort: 'pagina', pagina: papierPagina(gevonden) }
}

function papierPagina({ verzoek, signaal, eigen }: Gevonden): string {
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const naam = regelingnaam(spraak, beeld, signaal.regeling)
  const { uitvoerder, weg } = waarheen(verzoek, signaal, context)
  const regel = (wat: string) =>
    html`<div class="vd-paper-line"><span>${t(`veranderingen.papier.${wat}`)}</span><span aria-hidden="true"></span></div>`
  const inhoud = html`<section class="vd-card vd-todo"><h2>${t('veranderingen.papier.doen.titel')}</h2><ol class="vd-list">
<li>${t('veranderingen.papier.doen.kijk')}</li><li>${t('veranderingen.papier.doen.teken')}</li>
<li>${t('veranderingen.papier.doen.stuur', { wie: uitvoerder })} ${weg}</li></ol></section>
<form class="vd-screen-only vd-actions" method="post" action="${adres(taal, 'veranderingPapierStuur', { signaal: signaal.id })}">
<button class="utrecht-button utrecht-button--primary-action" type="submit" name="stuur" value="1">${t('veranderingen.papier.stuur')}</button>
<button class="utrecht-button utrecht-button--secondary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button></form>
<p class="vd-calm vd-screen-only">${t('veranderingen.papier.hoe')}</p>
<section class="vd-section"><h2>${t('veranderingen.papier.vraag', { regeling: naam.tekst })}</h2>
<p>${t('veranderingen.papier.vraagt', { wie: uitvoerder, regeling: naam.tekst })}</p>
${bekend(verzoek, eigen)}
${regel('naam')}${regel('adres')}${regel('datum')}${regel('handtekening')}</section>
<p class="vd-calm">${t('veranderingen.papier.let_op')}</p>`
  return mijnPagina(context, {
    titel: t('veranderingen.papier.titel', { regeling: naam.tekst }),
    inhoud,
    terug: 'veranderingen',
    stijl: ['rechten.css', 'regeling.css', 'proactief.css'],
    isBrief: true,
  })
}

function bekend({ context, bronnen }: Verzoek, { volgt }: Eigen): Html {
  const { spraak } = context
  const { t } = spraak
  const huishouden = volgt.volgt?.laatst
  const gevonden = huishouden && beeldVan(bronnen, huishouden, spraak)
  const regels = gevonden ? antwoordregels(spraak, gevonden.beeld) : []
  if (regels.length === 0) return html`<p>${t('veranderingen.papier.niets_bekend')}</p>`
  return html`<h3>${t('veranderingen.papier.bekend')}</h3>
<dl class="vd-answers">${regels.map(({ naam, waarde }) => html`<div class="vd-answer"><dt>${naam}</dt><dd>${waarde}</dd></div>`)}</dl>`
}

/** To whom it goes, and what the body itself says of letters. */
function waarheen(
  { beeld }: Verzoek,
  { regeling }: BewaardSignaal,
  { taal, spraak }: Pick<Context, 'taal' | 'spraak'>,
) {
  const info = beeld.regelingen.get(regeling)
  if (info === undefined) return { uitvoerder: spraak.t('veranderingen.een_bron'), weg: '' }
  const { naam, kanalen } = uitvoerderVan(beeld, info.uitvoerder, taal)
  const { doen, vragen } = verdeelWegen(kanalen, info.kanalen)
  const brief = doen.brief ?? vragen.brief
  return { uitvoerder: naam, weg: [brief?.adres, kanaaltekst(spraak, brief)].filter(Boolean).join(' ') }
}

/** A message with everything in it, and of that at once a letter: whoever asked for paper gets paper. */
export async function stuur(van: Verzoek): Promise<Antwoord> {
  const gevonden = await vind(van)
  if ('soort' in gevonden) return gevonden
  const { verzoek, signaal } = gevonden
  const { mijn, wie } = eisWie(verzoek)
  const { persoon } = wie
  const { taal } = verzoek.context
  // The same on one day is the same letter, however often it is pressed.
  const kenmerk = `papier ${signaal.id} ${verzoek.beeld.datum}`
  await mijn.berichten.stuur({ persoon, soort: 'aanvraag-op-papier', kenmerk, inhoud: inhoudVan(gevonden) })
  const gevolg = await metRegel(
    mijn,
    wie,
    { doel: 'berichten-tonen', gegevens: ['bericht'] },
    async (bewijs) => {
      const lezer = { persoon, lezer: wie.subject.persoon }
      const { berichten } = await mijn.postbus.lijst(lezer, { map: 'postvak' }, bewijs)
      const bericht = berichten.find(({ soort }) => soort === 'aanvraag-op-papier')
      return bericht === undefined ? 'onbekend' : mijn.postbus.vraagPapier(lezer, bericht.id, bewijs)
    },
  )
  if (gevolg === 'onbekend') throw new PlatformError('niet-gevonden')
  const gedaan =
    gevolg === 'gevraagd' ? 'papier' : gevolg === 'geen-weg' ? 'papier-geen-weg' : 'papier-onderweg'
  return { soort: 'ga-naar', adres: adres(taal, 'verandering', { signaal: signaal.id, gedaan }) }
}

function inhoudVan({ verzoek, signaal, eigen }: Gevonden) {
  const { spraken } = eisProactief(verzoek)
  const { bronnen } = verzoek
  const huishouden = eigen.volgt.volgt?.laatst ?? {}
  const inTalen = (zeg: (taal: Taal) => string): Tekst =>
    Object.fromEntries(talen.map((taal) => [taal, zeg(taal)]))
  const regels = new Map(
    talen.map((taal) => {
      const gevonden = beeldVan(bronnen, huishouden, spraken[taal])
      return [taal, gevonden ? antwoordregels(spraken[taal], gevonden.beeld) : []] as const
    }),
  )
  const aantal = Math.min(...[...regels.values()].map(({ length }) => length))
  const inTaal = (taal: Taal) => waarheen(verzoek, signaal, { taal, spraak: spraken[taal] })
  const { onderwerp, doen, alineas } = stelBerichtOp(spraken, 'aanvraag-op-papier', {
    titel: { tekst: inTalen((taal) => regelingnaam(spraken[taal], verzoek.beeld, signaal.regeling).tekst) },
    organisatie: { tekst: inTalen((taal) => inTaal(taal).uitvoerder) },
    wat: { tekst: inTalen((taal) => inTaal(taal).weg) },
  })
  const [vraag, kop, ...slot] = alineas
  return {
    onderwerp,
    ...(doen !== undefined && { doen }),
    alineas: [
      ...[vraag, kop].filter((een) => een !== undefined),
      ...Array.from({ length: aantal }, (_, i) =>
        inTalen((taal) => {
          const een = regels.get(taal)?.[i]
          return een === undefined ? '' : `${een.naam}: ${een.waarde}`
        }),
      ),
      ...slot,
    ],
  }
}
