import { type BronId, bronIds, huishoudenVoorRechten, soortenOmInTeVullen } from '../../../inwoner/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { maakBeeld } from '../rechten/beeld.ts'
import { eisWie } from './eis.ts'
import { vulIn, zonderBronnen } from './invul-feiten.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { reikwijdteVan } from './reikwijdte.ts'
import { alleenVoor, verwerkVoor, vulDoelen } from './verwerk.ts'

type Misluk = 'bron-stil' | 'niets-bekend' | 'woonplaats-eerst'

export function toon(verzoek: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: invulPagina(verzoek) }
}

/** One yes for one source. The yes is on the record, then the source is asked, then the answers are there. */
export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, bezoek, beeld, form, nu, bronnen } = verzoek
  const bron = leesBron(form)
  if (bron === undefined) return { soort: 'niet-gevonden' }
  if (bron === 'inkomen' && beeld.plaats === undefined) return mislukt(verzoek, bron, 'woonplaats-eerst')
  await schrijf(verzoek, 'toestemming-gegeven', bron)
  const voor = reikwijdteVan(beeld, wie)?.gelezen
  const doelen = voor ? alleenVoor(vulDoelen, soortenOmInTeVullen(voor)) : vulDoelen
  const vraag = {
    persoon: wie.persoon,
    // Of a source that says nothing of what is acted for, nothing is asked either.
    toestemming: new Set(doelen[bron].gegevens.length > 0 ? [bron] : []),
    ...(voor && { voor }),
    op: datumOp(nu, 'Europe/Amsterdam'),
    ...(beeld.plaats && { gebied: beeld.plaats.code }),
  }
  const feiten = await huishoudenVoorRechten(mijn.registers, vraag, verwerkVoor(mijn, wie, doelen))
  if (feiten.bronnen[bron] === 'fout') return mislukt(verzoek, bron, 'bron-stil')
  const { antwoorden, paden } = vulIn(bezoek.antwoorden, feiten, bron)
  if (paden.length === 0) return mislukt(verzoek, bron, 'niets-bekend')
  // What a register says may be something that our vocabulary does not know: then nothing is filled in.
  if (maakBeeld(bronnen, antwoorden, context.taal) === undefined) {
    bronnen.meldFout('invullen', new Error(`${bron} zegt iets dat niet in het huishouden past`))
    return mislukt(verzoek, bron, 'niets-bekend')
  }
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'invullen', { gedaan: 'gegeven' }),
    bewaar: antwoorden,
    bewaarUitBronnen: { ...bezoek.uitBronnen, [bron]: paden },
  }
}

async function mislukt(verzoek: Verzoek, bron: BronId, waarom: Misluk): Promise<Antwoord> {
  return {
    soort: 'pagina',
    pagina: invulPagina(verzoek, { bron, waarom }),
    status: waarom === 'bron-stil' ? 503 : 200,
  }
}

/** Everything that came from it goes, out of the one place where it was: the cookie. */
export async function neemTerug(verzoek: Verzoek): Promise<Antwoord> {
  const { context, bezoek, form } = verzoek
  const bron = leesBron(form)
  if (bron === undefined) return { soort: 'niet-gevonden' }
  await schrijf(verzoek, 'toestemming-ingetrokken', bron)
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'invullen', { gedaan: 'teruggenomen' }),
    ...zonderBronnen(bezoek, [bron]),
  }
}

async function schrijf(verzoek: Verzoek, soort: string, bron: BronId): Promise<void> {
  const { mijn, wie } = eisWie(verzoek)
  const codes = { bron, door: wie.subject.persoon }
  await mijn.toegang.audit.schrijf({ onderwerp: `persoon:${wie.persoon}`, soort, tijd: verzoek.nu, codes })
}

function leesBron(form: URLSearchParams): BronId | undefined {
  return bronIds.find((bron) => bron === form.get('bron'))
}

function invulPagina(verzoek: Verzoek, fout?: { readonly bron: BronId; readonly waarom: Misluk }): string {
  const { context, zoek, bezoek } = verzoek
  const { t } = context.spraak
  const gedaan = gedaanUit(zoek, ['gegeven', 'teruggenomen'])
  const heeftIets = bezoek.antwoorden.volgorde.length > 0
  const inhoud = html`<p class="vd-lead">${t('mijn.invullen.inleiding')}</p>
${bronIds.map((bron) => keuze(verzoek, bron, fout?.bron === bron ? fout.waarom : undefined))}
<p>${t('mijn.invullen.bewaren')}</p>
<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, heeftIets ? 'vraag' : 'rechten')}">${t('mijn.invullen.verder')}</a>
${heeftIets && html`<a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'antwoorden')}">${t('mijn.invullen.bekijk')}</a>`}</p>`
  const melding = gedaan && fout === undefined ? t(`mijn.invullen.gedaan.${gedaan}`) : undefined
  return mijnPagina(context, { titel: t('mijn.invullen.titel'), inhoud, melding })
}

function keuze({ context, bezoek }: Verzoek, bron: BronId, fout: Misluk | undefined): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const paden = bezoek.uitBronnen[bron]
  return html`<section class="vd-consent"><h2>${t(`mijn.gegevens.bron.${bron}`)}</h2>
<p>${t(`mijn.invullen.wat.${bron}`)}</p>
${fout && html`<p class="vd-notice" role="alert">${t(`mijn.invullen.fout.${fout.replace('-', '_')}`)} ${fout === 'woonplaats-eerst' && html`<a href="${adres(taal, 'vraag', { n: 1 })}">${t('mijn.invullen.naar_woonplaats')}</a>`}</p>`}
${
  paden === undefined
    ? html`<form method="post" action="${adres(taal, 'invullenGeef')}"><button class="utrecht-button utrecht-button--primary-action" name="bron" value="${bron}">${t(`mijn.invullen.ja.${bron}`)}</button></form>`
    : html`<p><strong>${t('mijn.invullen.gebruikt', { n: paden.length })}</strong></p>
<form method="post" action="${adres(taal, 'invullenNeem')}"><button class="utrecht-button utrecht-button--secondary-action" name="bron" value="${bron}">${t(`mijn.invullen.terug.${bron}`)}</button></form>`
}</section>`
}
