import type { Wekker } from '../../platform/bron/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import type { Persoon } from '../bevolking/persoon.ts'
import { type Antwoord, type Dienst, startDienst, type Verzoek } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { Terugmeldingen } from '../dienst/terugmeldingen.ts'
import type { Volgers } from '../levensloop/volgers.ts'
import { beperktJson, persoonJson } from './persoon-json.ts'
import {
  geenJsonGestuurd,
  geenJsonGevraagd,
  nietGeauthenticeerd,
  nietGevonden,
  teveelResultaten,
} from './problem.ts'
import { kiesVelden } from './velden.ts'
import { leesZoekvraag, type Zoekvraag } from './zoekvraag.ts'

export interface RegisterOpties {
  readonly bevolking: Bevolking
  readonly nu: () => Date
  readonly sleutel: string
  readonly beheersleutel: string
  readonly adres?: string | undefined
  readonly poort?: number | undefined
  readonly wekker?: Wekker | undefined
  readonly antwoordMs?: number | undefined
  /** Whom it follows, and for whom. */
  readonly volgers?: Volgers | undefined
}

/**
 * A register of persons that speaks Haal Centraal BRP personen bevragen 2.x: `POST /personen` in all its ways to
 * ask. Beside it, corrections (docs/terugmelding.openapi.json).
 */
export async function startBrp(opties: RegisterOpties): Promise<Dienst> {
  const { bevolking, nu } = opties
  const meldingen = new Terugmeldingen(nu)
  const dienst = {
    ...opties,
    naam: 'brp',
    basisPad: '/haalcentraal/api/brp',
    bord: new Storingsbord((bsn) => storingVan(bevolking, bsn, 'brp')),
    beheer: (verzoek: Verzoek) => meldingen.beheer(verzoek),
    ongeautoriseerd: () => nietGeauthenticeerd,
  }
  return startDienst(
    dienst,
    (verzoek) =>
      meldingen.doe(verzoek, (bsn) => bevolking.opBsn(bsn) !== undefined) ??
      opties.volgers?.doe(verzoek, (bsn) => bevolking.opBsn(bsn) !== undefined) ??
      personen(bevolking, nu().toISOString().slice(0, 10), verzoek),
  )
}

export function storingVan(bevolking: Bevolking, bsn: string, bron: 'brp' | 'inkomen') {
  const storing = bevolking.opBsn(bsn)?.storing
  return storing?.bron === bron ? storing.soort : undefined
}

function personen(bevolking: Bevolking, vandaag: string, verzoek: Verzoek): Antwoord {
  if (verzoek.pad !== '/personen' || verzoek.methode !== 'POST') return nietGevonden
  if (!/^\s*(\*\/\*|application\/(json|\*))/.test(verzoek.koppen.accept ?? '*/*')) return geenJsonGevraagd
  if (!/^application\/json/.test(verzoek.koppen['content-type'] ?? '')) return geenJsonGestuurd
  const vraag = leesZoekvraag(verzoek.json)
  if ('status' in vraag) return vraag
  const gevonden = zoek(bevolking, vraag)
  if (gevonden.length > vraag.soort.max) return teveelResultaten(vraag.soort.max)
  const toon = (lijst: readonly Persoon[]) => ({
    type: vraag.type,
    personen: lijst.map((een) => toonPersoon(bevolking, een, vraag, vandaag)),
  })
  return {
    status: 200,
    koppen: { 'api-version': '2.0.0' },
    inhoud: toon(gevonden),
    over: gevonden.flatMap(({ bsn }) => bsn ?? []),
    verwisseld: () => toon(gevonden.map((een) => buurman(bevolking, een))),
  }
}

function toonPersoon(bevolking: Bevolking, persoon: Persoon, vraag: Zoekvraag, vandaag: string): unknown {
  const isRaadpleeg = vraag.type === 'RaadpleegMetBurgerservicenummer'
  const isMetGezag = vraag.type === 'ZoekMetAdresseerbaarObjectIdentificatie'
  const heel = isRaadpleeg || isMetGezag ? persoonJson(bevolking, persoon, vandaag) : undefined
  const bron = isRaadpleeg
    ? heel
    : { ...beperktJson(bevolking, persoon, vandaag), gezag: heel === undefined ? undefined : heel.gezag }
  return kiesVelden(bron ?? {}, vraag.soort.velden, vraag.fields) ?? {}
}

function zoek(bevolking: Bevolking, { type, params }: Zoekvraag): Persoon[] {
  const { burgerservicenummer: bsns, gemeenteVanInschrijving: gemeente } = params
  const inGemeente = (persoon: Persoon) =>
    gemeente === undefined || bevolking.thuisVan(persoon).adres.plaats.gebied === `GM${gemeente}`
  if (type === 'RaadpleegMetBurgerservicenummer') {
    const gevraagd = Array.isArray(bsns) ? [...new Set(bsns.map(String))] : []
    return gevraagd.flatMap((bsn) => bevolking.opBsn(bsn) ?? []).filter(inGemeente)
  }
  const past = (persoon: Persoon) =>
    persoon.bsn !== undefined &&
    (persoon.overleden === undefined || params.inclusiefOverledenPersonen === true) &&
    inGemeente(persoon) &&
    Object.entries(params).every(([naam, waarde]) => pastBij(bevolking, persoon, naam, waarde))
  return bevolking.personen.filter(past)
}

function pastBij(bevolking: Bevolking, persoon: Persoon, naam: string, waarde: unknown): boolean {
  const { adres } = bevolking.thuisVan(persoon)
  const kenmerken: Readonly<Record<string, string | undefined>> = {
    geslachtsnaam: persoon.geslachtsnaam,
    voornamen: persoon.voornamen,
    voorvoegsel: persoon.voorvoegsel,
    geslacht: persoon.geslacht,
    geboortedatum: persoon.geboren,
    postcode: adres.postcode,
    huisnummer: String(adres.huisnummer),
    huisnummertoevoeging: adres.toevoeging,
    straat: adres.straat,
    nummeraanduidingIdentificatie: adres.nummeraanduiding,
    adresseerbaarObjectIdentificatie: adres.object,
    huisletter: undefined,
  }
  // Parameters that are no property of a person were looked at already.
  if (!Object.hasOwn(kenmerken, naam)) return true
  const gezocht = String(waarde)
    .toLowerCase()
    .replaceAll(naam === 'postcode' ? ' ' : '\0', '')
  const heeft = kenmerken[naam]?.toLowerCase()
  if (heeft === undefined) return false
  return gezocht.endsWith('*') ? heeft.startsWith(gezocht.slice(0, -1)) : heeft === gezocht
}

/** Somebody else with a BSN, for when the register mixes people up. */
export function buurman({ personen }: Bevolking, persoon: Persoon): Persoon {
  const met = personen.filter(({ bsn, storing }) => bsn !== undefined && storing === undefined)
  return met[persoon.nr % met.length] ?? persoon
}
