/** One call, for a professional and for whoever came in with a code. Sound and text go from browser to browser. */
import { parseOrganisatieId } from '../../../domain/index.ts'
import { type Belnummer, type Gast, gasten, type InGesprek } from '../../../lijnen/index.ts'
import { html } from '../../../platform/index.ts'
import { gesprekRegel, gespreksleutelUit, zonderGesprekRegel } from '../../bezoek/gesprekkoekje.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting } from '../../ui/formulier.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { type Bekend, bekendNummer, zoekNummers } from './bekend-nummer.ts'
import { belvak } from './belvak.ts'
import { type Belcode, erbij } from './erbij.ts'
import { overLijn, overZaak } from './over-lijn.ts'
import { leesTelefoonvorm, telefoonfout } from './telefoon.ts'
import { leesBeller, naarGesprek } from './wie.ts'

const stijl = ['mijn.css', 'balie.css', 'loket.css', 'bellen.css']
const script = ['bellen.js']

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const beller = leesBeller(verzoek)
  const { context, delen, zoek } = verzoek
  const wie = await beller?.gesprekken.alsMedewerker(beller.wie, delen.gesprek ?? '')
  if (wie === undefined) return naAfloop(verzoek, 'voorbij')
  const gedaan = gedaanUit(zoek, ['vol', 'belt', 'te-vaak', 'geen-nummer'])
  return baliegesprek(verzoek, wie, { melding: gedaan && context.spraak.t(`bellen.melding.${gedaan}`) })
}

interface Bijgesprek {
  readonly melding?: string | undefined
  readonly code?: Belcode
  /** What was typed and is no number that can be dialled. */
  readonly getypt?: string
  readonly bekend?: Bekend
}

async function baliegesprek(
  verzoek: Verzoek,
  wie: InGesprek,
  { melding, code, getypt, bekend }: Bijgesprek,
): Promise<Extract<Antwoord, { soort: 'pagina' }>> {
  const { context, loket } = verzoek
  const { t } = context.spraak
  const { gesprek } = wie
  const beller = leesBeller(verzoek)
  const lijn = beller && (await loket?.lijn?.overGesprek(beller.wie, gesprek.id))
  const ketenzaak = gesprek.ketenzaak ?? lijn?.ketenzaak
  const actie = adres(context.taal, 'balieGesprekDoe', { gesprek: gesprek.id })
  const inhoud = html`${overLijn(verzoek, lijn)}
${overZaak(verzoek, ketenzaak, 'nieuw')}
${getypt !== undefined && telefoonfout(verzoek)}
<div class="vd-gesprek">${belvak(verzoek, wie, { kant: 'balie', actie })}
${erbij(verzoek, { actie, code, getypt, ketenzaak, bekend })}</div>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      ...{ titel: t('bellen.gesprek'), inhoud, zonderGrond: true, stijl, script, melding },
      inGesprek: gesprek.id,
      breed: true,
      terug: { adres: adres(context.taal, 'balieBellen'), tekst: t('bellen.titel') },
    }),
  }
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const beller = leesBeller(verzoek)
  const { context, delen, form } = verzoek
  const { taal } = context
  const id = delen.gesprek ?? ''
  if (beller === undefined) return { soort: 'niet-gevonden' }
  const { wie, gesprekken } = beller
  const naarLijst = (gedaan: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(taal, 'balieBellen', { gedaan }),
  })
  const wat = form.get('doe')
  if (wat === 'neem-op') return naarGesprek(verzoek, await gesprekken.neemOp(wie, id))
  if (wat === 'weiger') {
    const { status } = await gesprekken.weiger(wie, id)
    return naarLijst(status === 'ok' ? 'geweigerd' : 'niet')
  }
  const eigen = await gesprekken.alsMedewerker(wie, id)
  if (eigen === undefined) return naAfloop(verzoek, 'voorbij')
  if (wat === 'weg') {
    await gesprekken.gaWeg(eigen)
    return naAfloop(verzoek, 'weg')
  }
  const terug = (gedaan?: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(taal, 'balieGesprek', { gesprek: id, ...(gedaan !== undefined && { gedaan }) }),
  })
  if (wat === 'telefoon') return belTelefoon(verzoek, beller, eigen)
  const bekend = form.get('bekend')
  if (wat === 'zoek-nummer' || bekend !== null) return belBekend(verzoek, beller, eigen, bekend)
  if (wat === 'haal-weg') {
    const uitslag = await gesprekken.haalWeg(wie, id, form.get('deelnemer') ?? '')
    const isVoorbij = uitslag.status === 'ok' && uitslag.uitkomst.gesprek.beeindigdMs !== undefined
    return isVoorbij ? naAfloop(verzoek, 'voorbij') : terug()
  }
  const organisatie = parseOrganisatieId(form.get('organisatie'))
  if (wat === 'roep' && organisatie !== undefined) {
    const uitslag = await gesprekken.roepErbij(wie, id, organisatie)
    return uitslag.status === 'ok' ? terug() : terug(uitslag.reden === 'vol' ? 'vol' : 'belt')
  }
  const als = gasten.find((gast): gast is Gast => gast === form.get('code'))
  if (als === undefined) return terug()
  const uitslag = await gesprekken.nodigUit(wie, id, als)
  if (uitslag.status !== 'ok') return terug('vol')
  const nu = await gesprekken.alsMedewerker(wie, id)
  return baliegesprek(verzoek, nu ?? eigen, { code: uitslag.uitkomst })
}

type Beller = NonNullable<ReturnType<typeof leesBeller>>

async function belTelefoon(verzoek: Verzoek, beller: Beller, eigen: InGesprek): Promise<Antwoord> {
  const { nummer, als, getypt } = leesTelefoonvorm(verzoek)
  if (nummer !== undefined) return draai(verzoek, beller, eigen, { nummer, als })
  if (verzoek.loket?.belTelefoon === undefined) return { soort: 'niet-gevonden' }
  return { ...(await baliegesprek(verzoek, eigen, { getypt })), status: 400 }
}

/** `bekend`: which of the numbers of the resident; `null`: they ask which there are. */
async function belBekend(
  verzoek: Verzoek,
  beller: Beller,
  eigen: InGesprek,
  bekend: string | null,
): Promise<Antwoord> {
  const { loket, context } = verzoek
  const { id, ketenzaak: eigenZaak } = eigen.gesprek
  const ketenzaak = eigenZaak ?? (await loket?.lijn?.overGesprek(beller.wie, id))?.ketenzaak
  if (ketenzaak === undefined || loket?.belTelefoon === undefined) return { soort: 'niet-gevonden' }
  if (bekend === null) return baliegesprek(verzoek, eigen, { bekend: await zoekNummers(verzoek, ketenzaak) })
  const nummer = await bekendNummer(verzoek, ketenzaak, bekend)
  if (nummer !== undefined) return draai(verzoek, beller, eigen, { nummer, als: 'inwoner' })
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieGesprek', { gesprek: id, gedaan: 'geen-nummer' }),
  }
}

/** The number goes to the line and nowhere else: not in an address, a row or a log. */
async function draai(
  verzoek: Verzoek,
  { wie, gesprekken }: Beller,
  eigen: InGesprek,
  { nummer, als }: { readonly nummer: Belnummer; readonly als: Gast },
): Promise<Antwoord> {
  const bel = verzoek.loket?.belTelefoon
  if (bel === undefined) return { soort: 'niet-gevonden' }
  const { id } = eigen.gesprek
  const uitslag = await gesprekken.roepTelefoon(wie, id, als)
  if (uitslag.status === 'ok') await bel(id, uitslag.uitkomst.deelnemer, nummer)
  const waarom = uitslag.status === 'ok' ? undefined : uitslag.reden
  const gedaan = waarom && { gedaan: waarom === 'vol' || waarom === 'te-vaak' ? waarom : 'belt' }
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieGesprek', { gesprek: id, ...gedaan }) }
}

/** To the note of who was in it and spoke to somebody; else to the list. */
async function naAfloop(verzoek: Verzoek, gedaan: 'weg' | 'voorbij'): Promise<Antwoord> {
  const { context, delen, loket } = verzoek
  const beller = leesBeller(verzoek)
  const gesprek = delen.gesprek ?? ''
  const beeld = beller && (await loket?.notities?.lees(beller.wie, gesprek))
  return {
    soort: 'ga-naar',
    adres:
      beeld === undefined
        ? adres(context.taal, 'balieBellen', { gedaan })
        : adres(context.taal, 'balieNotitie', { gesprek }),
  }
}

/** Without a login: a key of this one call, or a code to get one. */
export async function gast(verzoek: Verzoek): Promise<Antwoord> {
  const { context, loket, post, zoek } = verzoek
  const sleutel = gespreksleutelUit(post.cookie, post.isHttps)
  const wie = sleutel === undefined ? undefined : await loket?.gesprekken?.alsGast(sleutel)
  if (wie !== undefined) return { soort: 'pagina', pagina: gastgesprek(verzoek, wie) }
  const melding = sleutel === undefined ? gedaanUit(zoek, ['gewist']) : 'voorbij'
  return {
    soort: 'pagina',
    pagina: codevorm(verzoek, {
      melding: melding && context.spraak.t(`bellen.melding.${melding}`),
      naNotitie: sleutel !== undefined,
    }),
  }
}

/** Wrong, used, over, or of nobody: one answer. */
export async function gastDoe(verzoek: Verzoek): Promise<Antwoord> {
  const { context, form, loket, post } = verzoek
  const naar = (gedaan?: string) => adres(context.taal, 'gesprek', gedaan === undefined ? {} : { gedaan })
  if (form.get('doe') === 'weg') {
    const sleutel = gespreksleutelUit(post.cookie, post.isHttps)
    const wie = sleutel === undefined ? undefined : await loket?.gesprekken?.alsGast(sleutel)
    if (wie !== undefined) await loket?.gesprekken?.gaWeg(wie)
    // The key opens what is written down about it, and the call no more.
    return { soort: 'ga-naar', adres: adres(context.taal, 'gesprekNa') }
  }
  if (form.get('doe') === 'wis')
    return { soort: 'ga-naar', adres: naar('gewist'), koekjes: [zonderGesprekRegel(post.isHttps)] }
  const binnen = await loket?.gesprekken?.metCode(form.get('code') ?? '')
  if (binnen === undefined)
    return { soort: 'pagina', pagina: codevorm(verzoek, { isFout: true }), status: 400 }
  return { soort: 'ga-naar', adres: naar(), koekjes: [gesprekRegel(binnen.sleutel, post.isHttps)] }
}

function gastgesprek(verzoek: Verzoek, wie: InGesprek): string {
  const { context } = verzoek
  const { t } = context.spraak
  return pagina(context, {
    ...{ titel: t('bellen.gesprek'), stijl, script },
    inhoud: html`<h1>${t('bellen.gesprek')}</h1>
${belvak(verzoek, wie, { kant: 'gast', actie: adres(context.taal, 'gesprekDoe') })}`,
  })
}

function codevorm(
  { context }: Verzoek,
  {
    melding,
    isFout = false,
    naNotitie = false,
  }: { readonly melding?: string | undefined; readonly isFout?: boolean; readonly naNotitie?: boolean },
): string {
  const { t } = context.spraak
  const fouten = isFout ? [{ veld: 'code', tekst: t('bellen.code.fout') }] : []
  return pagina(context, {
    ...{ titel: t('bellen.code.titel'), stijl, script, isFout },
    inhoud: html`<h1>${t('bellen.code.titel')}</h1>
${melding !== undefined && html`<p class="vd-notice" role="status">${melding}</p>`}
${naNotitie && html`<p><a href="${adres(context.taal, 'gesprekNa')}">${t('bellen.notitie.lees')}</a></p>`}
${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('bellen.code.inleiding')}</p>
<form class="vd-form" method="post" action="${adres(context.taal, 'gesprekDoe')}" data-verrijk="belcode">
<p class="utrecht-form-field"><label class="utrecht-form-label" for="code">${t('bellen.code.label')}</label>
${isFout && html`<span class="utrecht-form-field-error-message" id="code-fout"><strong>${t('algemeen.fout')}</strong> ${t('bellen.code.fout')}</span>`}
<input class="utrecht-textbox" id="code" name="code" autocomplete="off" spellcheck="false" maxlength="40" required${isFout && html` aria-invalid="true" aria-describedby="code-fout"`}></p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('bellen.code.knop')}</button></p></form>
<p class="vd-calm">${t('bellen.geen_opname')}</p>`,
  })
}
