/** What somebody sent: to read back, to keep as a file, and with all evidence of it (Awb 2:17 lid 2, 2:25). */

import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { type Poststuk, sha256 } from '../../../ontvangst/index.ts'
import { html } from '../../../platform/index.ts'
import { tabelPdf } from '../../pdf/tabel-pdf.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie } from '../mijn/eis.ts'
import { gedaanUit, mijnPagina } from '../mijn/kader.ts'
import { metRegel } from '../mijn/verwerk.ts'
import { eisPost, gegevensVan, momentBij, naamVan, onderwerpVan, stukdeel, verloop } from './woorden.ts'

const wat = { doel: 'post-tonen', gegevens: ['poststuk'] }

export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const { ontvangst, zoneVan } = eisPost(verzoek)
  const { wie } = eisWie(verzoek)
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const stukken = await metBewijs(verzoek, (bewijs) => ontvangst.verstuurd(wie.persoon, bewijs))
  const inhoud = html`<p class="vd-lead">${t('post.verstuurd.inleiding')}</p>
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'post')}">${t('post.titel')}</a></p>
${
  stukken.length === 0
    ? html`<p>${t('post.verstuurd.geen')}</p>`
    : html`<ul class="vd-rows">${stukken.map(
        (
          stuk,
        ) => html`<li class="vd-row"><span><a href="${adres(taal, 'verstuurdStuk', { poststuk: stuk.id })}">${onderwerpVan(verzoek.context, stuk.onderwerp)}</a><br>
<span class="vd-calm vd-small">${naamVan(verzoek, stuk.bij)}, ${momentBij(context, stuk.ontvangen, zoneVan(stuk.organisatie))}, ${stuk.nummer}</span></span></li>`,
      )}</ul>`
}
<section class="vd-section"><h2>${t('post.bewijs.titel')}</h2><p>${t('post.bewijs.tekst')}</p>
<p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'verstuurdBewijs')}">${t('post.bewijs.knop')}</a></p></section>`
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('post.verstuurd.titel'), inhoud }) }
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const stuk = await open(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const poststuk = stuk.id
  const isNieuw = gedaanUit(zoek, ['verstuurd']) !== undefined
  const knop = 'utrecht-button utrecht-button--secondary-action'
  const inhoud = html`${stukdeel(verzoek, stuk, (bijlage) => adres(taal, 'verstuurdBijlage', { poststuk, bijlage }))}
<p class="vd-actions vd-no-print"><a class="${knop}" href="${adres(taal, 'verstuurdPdf', { poststuk })}">${t('post.verstuurd.pdf')}</a>
<a class="${knop}" href="${adres(taal, 'verstuurdHtml', { poststuk })}">${t('post.verstuurd.html')}</a></p>
<section class="vd-section"><h2>${t('post.gebeurd.titel')}</h2><ol class="vd-list">${verloop(verzoek, stuk).map((regel) => html`<li>${regel}</li>`)}</ol></section>
<p class="vd-calm">${t('post.ontvangst.daarna')}</p>`
  const melding = isNieuw
    ? t('post.ontvangst.melding', { organisatie: naamVan(verzoek, stuk.organisatie), nummer: stuk.nummer })
    : undefined
  const titel = t('post.verstuurd.een', { nummer: stuk.nummer })
  return { soort: 'pagina', pagina: mijnPagina(context, { titel, inhoud, melding, terug: 'verstuurd' }) }
}

export async function pdf(verzoek: Verzoek): Promise<Antwoord> {
  const stuk = await open(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const { t } = verzoek.context.spraak
  const inhoud = await tabelPdf({
    taal: verzoek.context.taal,
    titel: t('post.verstuurd.een', { nummer: stuk.nummer }),
    gemaakt: verzoek.nu,
    inleiding: [t('post.verstuurd.blad')],
    kolommen: [
      { kop: t('post.stuk.wat'), deel: 1 },
      { kop: t('post.stuk.inhoud'), deel: 3 },
    ],
    rijen: [
      ...gegevensVan(verzoek, stuk),
      ...stuk.bijlagen.map((een, i) => [
        t('post.stuk.bijlage', { n: i + 1 }),
        `${een.naam} (sha-256 ${een.sha256})`,
      ]),
    ],
    slot: [
      t('post.stuk.tekst'),
      ...stuk.tekst.split('\n'),
      t('post.gebeurd.titel'),
      ...verloop(verzoek, stuk),
    ],
    voet: (n, van) => `${stuk.nummer} · ${t('mijn.inzage.blad.pagina', { n, van })}`,
  })
  return { soort: 'bestand', inhoud, type: 'application/pdf', naam: `${stuk.nummer}.pdf` }
}

/** A page that stands alone: to keep, to open anywhere, without anything of ours around it. */
export async function alleen(verzoek: Verzoek): Promise<Antwoord> {
  const stuk = await open(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const titel = t('post.verstuurd.een', { nummer: stuk.nummer })
  const pagina = html`<html lang="${taal}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${titel}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold;margin-top:.75rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><h1>${titel}</h1><p>${t('post.verstuurd.blad')}</p>${stukdeel(verzoek, stuk)}
<h2>${t('post.gebeurd.titel')}</h2><ol>${verloop(verzoek, stuk).map((regel) => html`<li>${regel}</li>`)}</ol></body></html>`
  const inhoud = `<!doctype html>\n${pagina}`
  return { soort: 'bestand', inhoud, type: 'text/html; charset=utf-8', naam: `${stuk.nummer}.html` }
}

export async function bijlage(verzoek: Verzoek): Promise<Antwoord> {
  const { ontvangst } = eisPost(verzoek)
  const { wie } = eisWie(verzoek)
  const nummer = leesNummer(verzoek)
  if (nummer === undefined) return { soort: 'niet-gevonden' }
  const gevonden = await metBewijs(verzoek, (bewijs) =>
    ontvangst.bijlage(wie.persoon, verzoek.delen.poststuk ?? '', nummer, bewijs),
  )
  if (gevonden === undefined) return { soort: 'niet-gevonden' }
  const { naam, formaat, inhoud } = gevonden
  return { soort: 'bestand', inhoud: Buffer.from(inhoud), type: formaat, naam }
}

/** Everything that was received from and sent to somebody, with the lines of evidence it stands on (Awb 2:25). */
export async function bewijs(verzoek: Verzoek): Promise<Antwoord> {
  const { ontvangst } = eisPost(verzoek)
  const { wie } = eisWie(verzoek)
  const { stukken, regels } = await metBewijs(verzoek, async (proof) => ({
    stukken: await ontvangst.verstuurd(wie.persoon, proof),
    regels: await ontvangst.verkeer(wie.persoon, proof),
  }))
  const inhoud = JSON.stringify(
    {
      gemaakt: verzoek.nu.toISOString(),
      verstuurd: stukken.map((stuk) => ({
        ...zonderIds(stuk),
        tekstSha256: sha256(Buffer.from(stuk.tekst)),
      })),
      bewijsregels: regels.map(({ codes, tijd, ...regel }) => ({
        ...regel,
        tijd: tijd.toISOString(),
        codes: JSON.parse(codes) as unknown,
      })),
    },
    undefined,
    2,
  )
  return { soort: 'bestand', inhoud, type: 'application/json; charset=utf-8', naam: 'bewijs.json' }
}

/** No id of a person leaves. */
function zonderIds({ afzender: _, ...stuk }: Poststuk) {
  return stuk
}

export function leesNummer({ delen }: Pick<Verzoek, 'delen'>): number | undefined {
  return /^\d$/.test(delen.bijlage ?? '') ? Number(delen.bijlage) : undefined
}

async function open(verzoek: Verzoek): Promise<Poststuk | undefined> {
  const { ontvangst } = eisPost(verzoek)
  const { wie } = eisWie(verzoek)
  return metBewijs(verzoek, (proof) => ontvangst.open(wie.persoon, verzoek.delen.poststuk ?? '', proof))
}

function metBewijs<T>(verzoek: Verzoek, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> {
  const { mijn, wie } = eisWie(verzoek)
  return metRegel(mijn, wie, wat, fn)
}
