import { html } from '../../../platform/index.ts'
import type { Aansluitfout, BewaardeAansluiting, Toonregels, Zaaktypekeus } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { aansluitingPagina, eisBron, naamVan, wijzigerVan } from './kader.ts'
import { persoonkeuze } from './persoonkeuze.ts'
import { leesRegels, standaardvelden, typeregels, typevelden } from './regelvelden.ts'

/** What residents see of each type of case; the types come from the catalogue of the organisation itself. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { bron, beheer } = await eisBron(verzoek, 'beheren')
  const typen = await beheer.typen(bron.aansluiting.organisatie)
  return {
    soort: 'pagina',
    pagina: regelpagina(verzoek, bron, { regels: bron.aansluiting.regels, typen: typen, fouten: [] }),
  }
}

export async function bewaar(verzoek: Verzoek): Promise<Antwoord> {
  const { bron, beheer, werker } = await eisBron(verzoek, 'beheren')
  const { aansluiting } = bron
  const gelezen = leesRegels(aansluiting, verzoek.form)
  const uitkomst =
    gelezen.regels &&
    (await beheer.aansluitingen.bewaar({
      invoer: { ...aansluiting, regels: gelezen.regels },
      geheimen: {},
      door: wijzigerVan(werker),
      vanVersie: Number(verzoek.form.get('versie') ?? Number.NaN),
    }))
  const { taal } = verzoek.context
  if (uitkomst?.status === 'ok') {
    const gedaan = uitkomst.wat.length === 0 ? 'niets' : 'bewaard'
    return { soort: 'ga-naar', adres: adres(taal, 'balieBron', { bron: aansluiting.organisatie, gedaan }) }
  }
  const typen = await beheer.typen(aansluiting.organisatie)
  const { t } = verzoek.context.spraak
  const fouten = [
    ...(uitkomst?.status === 'ingehaald' ? [{ veld: 'versie', tekst: t('bronnen.vorm.ingehaald') }] : []),
    ...alsVelden(verzoek, uitkomst?.status === 'ongeldig' ? uitkomst.fouten : gelezen.fouten),
  ]
  const regels = gelezen.regels ?? aansluiting.regels
  return {
    soort: 'pagina',
    pagina: regelpagina(verzoek, bron, { regels, typen, fouten }),
    status: uitkomst?.status === 'ingehaald' ? 409 : 400,
  }
}

/** A fault in a row stands above the form: which row it is, the name of its field does not say to a person. */
export function alsVelden({ context }: Verzoek, fouten: readonly Aansluitfout[]): readonly Veldfout[] {
  const { t } = context.spraak
  return fouten.map(({ veld, code }) => {
    const isStandaard = veld.startsWith('regels.standaard.')
    const naam = veld.split('.').at(-1) ?? ''
    return {
      veld: isStandaard && naam === 'hoogsteVertrouwelijkheid' ? 'niveau' : isStandaard ? naam : 'typen',
      tekst: t(naam === 'vanaf' ? 'bronnen.regels.fout_vanaf' : `bronnen.fout.${code}`),
    }
  })
}

export function regelpagina(
  verzoek: Verzoek,
  { aansluiting, versie }: BewaardeAansluiting,
  {
    regels,
    typen,
    fouten,
  }: {
    readonly regels: Toonregels
    readonly typen: readonly Zaaktypekeus[] | undefined
    readonly fouten: readonly Veldfout[]
  },
): string {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const id = aansluiting.organisatie
  const intern = (typen ?? []).filter(({ isIntern }) => isIntern).length
  const { rijen, overig } = typeregels(regels, typen)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('bronnen.regels.inleiding')}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieBronRegel', { bron: id })}">
<input type="hidden" id="versie" name="versie" value="${versie}">
${standaardvelden({ context, fouten }, regels.standaard)}
<section class="vd-section" id="typen"><h2>${t('bronnen.regels.typen')}</h2>
${typen === undefined && html`<p class="vd-notice">${t(aansluiting.stand === 'uit' ? 'bronnen.uit_vraagt_niets' : 'bronnen.regels.geen_catalogus')}</p>`}
${intern > 0 && html`<p class="vd-calm">${t('bronnen.regels.intern', { n: intern })}</p>`}
${typevelden({ context, fouten }, rijen)}
${overig > 0 && html`<p class="vd-calm">${t('bronnen.regels.overig', { n: overig })}</p>`}</section>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('bronnen.regels.bewaar')}</button></p>
${persoonkeuze(verzoek, aansluiting)}</form>`
  return aansluitingPagina(verzoek, {
    titel: t('bronnen.regels.titel_pagina', { naam: naamVan(verzoek, id) }),
    inhoud,
    isFout: fouten.length > 0,
    bij: id,
  })
}
