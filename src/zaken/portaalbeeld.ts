import type { OrganisatieId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'
import type { Keten, Organisatienaam, TaakInfo, Volledigheid, ZaakInfo } from './portaal.ts'
import type { Taak } from './taakbron.ts'
import type { Woorden, Zaakbeeld } from './zaakbeeld.ts'
import type { BronId, Zaakref } from './zaakgegevens.ts'
import type { Zakenblik } from './zaken.ts'

export interface Portaalwoorden {
  /** Of a connection: by which number the organisation behind it is known. */
  readonly rsinVan: (bron: BronId) => string | undefined
  readonly naamVan: (organisatie: OrganisatieId) => string
  /** Our own page of a case; absent where we do not know how people reach us. */
  readonly adresVan: (ref: Zaakref) => string | undefined
}

type Vertaald = Tekst & { readonly nl: string }

/** The name of a case that holds everywhere: who gave the uuid, and the uuid. Without an issuer that of the uuid alone. */
export function zaakurn({ rsinVan }: Portaalwoorden, { bron, uuid }: Zaakref): string {
  const rsin = rsinVan(bron)
  return rsin === undefined ? `urn:uuid:${uuid}` : `urn:nld:rsin:${rsin}:zaak:uuid:${uuid}`
}

/** As in a list. What it takes to do it stays at the source: we hold the token for that, and give it to nobody. */
export function taakInfo(woorden: Portaalwoorden, bron: BronId, taak: Taak): TaakInfo {
  const { uuid, titel, toelichting, status, uiterlijk, zaak, uitvoering } = taak
  const type = uitvoering.soort === 'anders' ? undefined : uitvoering.soort
  const ref = zaak === undefined ? undefined : { bron, uuid: zaak }
  const adres = ref && woorden.adresVan(ref)
  return {
    uuid,
    titel: metNl(titel),
    ...(toelichting !== undefined &&
      Object.keys(toelichting).length > 0 && { toelichting: metNl(toelichting) }),
    status,
    ...(uiterlijk !== undefined && { deadline: uiterlijk.toISOString() }),
    ...(ref !== undefined && {
      context: { urn: zaakurn(woorden, ref), ...(adres !== undefined && { canonicalUrl: adres }) },
    }),
    uitvoering: { ...(type !== undefined && { type }), fallbackUrl: uitvoering.elders.href },
  }
}

/**
 * One task, as the contract wants it. There an upload or a form must have a `submitUrl`, and no `type` at all matches
 * two of its alternatives; done at the source is therefore a type of its own, which a portal does not know and sends
 * people to `fallbackUrl` for.
 */
export function taakHeel(woorden: Portaalwoorden, bron: BronId, taak: Taak): TaakInfo {
  const info = taakInfo(woorden, bron, taak)
  const type = taak.uitvoering.soort === 'betaling' ? 'betaling' : bijDeBron
  return { ...info, uitvoering: { ...info.uitvoering, type } }
}

const bijDeBron = 'bij-de-bron'

export function zaakInfo(woorden: Portaalwoorden, beeld: Zaakbeeld): ZaakInfo {
  const { ref, nummer, groep, status, doet, straks, einde, resultaat } = beeld
  const adres = woorden.adresVan(ref)
  return {
    urn: zaakurn(woorden, ref),
    titel: vanWoorden(beeld.titel),
    ...(nummer !== undefined && { nummer }),
    organisatie: naamVan(woorden, beeld.organisatie),
    ...(groep !== undefined && { statusgroep: groep }),
    ...(status !== undefined && { status: vanWoorden(status) }),
    ...(doet !== undefined && { doet }),
    ...(straks !== undefined && { straks: vanWoorden(straks) }),
    inWoordenVanBron: (['titel', 'status', 'straks', 'resultaat'] as const).filter(
      (deel) => beeld[deel]?.van === 'bron',
    ),
    verwacht: beeld.verwacht,
    startdatum: beeld.start,
    ...(einde !== undefined && { einddatum: einde }),
    ...(resultaat !== undefined && { resultaat: vanWoorden(resultaat) }),
    ...(adres !== undefined && { canonicalUrl: adres }),
  }
}

/** Groups of cases that point to each other, over any number of steps. A case alone is no group. */
export function ketensVan(woorden: Portaalwoorden, zaken: readonly Zaakbeeld[]): readonly Keten[] {
  const urn = (ref: Zaakref) => zaakurn(woorden, ref)
  const groepen = new Map(zaken.map(({ ref }) => [urn(ref), { leden: [urn(ref)], aard: new Set<string>() }]))
  for (const { ref, verwant } of zaken)
    for (const ander of verwant) {
      const [hier, daar] = [groepen.get(urn(ref)), groepen.get(urn(ander.ref))]
      if (hier === undefined || daar === undefined) continue
      hier.aard.add(ander.aard)
      if (hier === daar) continue
      for (const aard of daar.aard) hier.aard.add(aard)
      hier.leden.push(...daar.leden)
      for (const lid of daar.leden) groepen.set(lid, hier)
    }
  return [...new Set(groepen.values())]
    .filter(({ leden }) => leden.length > 1)
    .map(({ leden, aard }) => ({ zaken: leden, aard: [...aard].toSorted() }))
}

/** Who cannot know this person was not asked anything, and is missing nowhere. */
export function volledigheid(
  woorden: Portaalwoorden,
  { bronnen, takenOnbekend = [] }: Zakenblik,
): Volledigheid {
  const gevraagd = bronnen.filter(({ stand }) => stand.soort !== 'kent-hen-niet')
  const mist = gevraagd.filter(({ stand }) => stand.soort !== 'geantwoord' || !stand.isVolledig)
  return {
    gevraagd: gevraagd.length,
    geantwoord: gevraagd.length - mist.length,
    ontbreekt: mist.map(({ bron }) => naamVan(woorden, bron)),
    takenOntbreken: takenOnbekend.map((bron) => naamVan(woorden, bron)),
  }
}

function naamVan({ naamVan: vind }: Portaalwoorden, id: OrganisatieId): Organisatienaam {
  return { id, naam: vind(id) }
}

function vanWoorden(woorden: Woorden): Vertaald {
  return metNl(woorden.van === 'bron' ? { nl: woorden.tekst } : woorden.tekst)
}

/** The contract wants Dutch; where a source left it out what it did say stands there. */
function metNl(tekst: Tekst): Vertaald {
  return { ...tekst, nl: tekst.nl ?? Object.values(tekst).find((een) => een !== undefined) ?? '' }
}
