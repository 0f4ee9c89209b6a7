/** What one organisation sees of a chain case, as resources of ZGW. Pure: the same view gives the same rows. */
import type { OrganisatieId } from '../../domain/index.ts'
import type { Adressen, Rij, Soort } from '../../zgw/aanbieder/index.ts'
import { isAf } from '../begrippen.ts'
import type { Herkomst } from '../herkomst.ts'
import { vandaag } from '../vrager.ts'
import type { Gelezen } from '../woorden.ts'
import type { Zicht, ZichtbareStap } from '../zicht-vorm.ts'
import { maakDeel, vasteNummers, vasteRollen } from './adressen.ts'
import {
  documentnamen,
  isKetendocument,
  type Ketenrol,
  type Ketensoort,
  type Ketentypen,
  niveau,
  rolnamen,
} from './catalogus.ts'
import { maakDocument } from './document.ts'

export interface Beeldomgeving {
  readonly adressen: Adressen
  readonly typen: Ketentypen
  /** Of who owns the case. */
  readonly rsin: string
  readonly naamVan: (organisatie: OrganisatieId) => string
  /** By which name this reader knows whoever it is about. */
  readonly pseudoniem: (persoon: string) => string
}

export interface Beeldrij {
  readonly soort: Soort
  readonly rij: Rij
  readonly inhoud?: Uint8Array
}

interface Beeldzaak {
  readonly zicht: Zicht<Gelezen>
  readonly herkomst: Herkomst
}

export function beeldrijen(omgeving: Beeldomgeving, zaak: Beeldzaak): readonly Beeldrij[] {
  const { zicht, herkomst } = zaak
  const stappen = zicht.stappen.filter(({ isAfgeschermd }) => !isAfgeschermd)
  const rollen = ketenrollen(omgeving, zaak)
  const stukken = zicht.onderdelen.flatMap((een) =>
    // A text that is not theirs to read is no document; one that was erased is one without content.
    isKetendocument(een.soort) && 'tekst' in een
      ? [maakStuk(omgeving, zaak, { ...een, soort: een.soort })]
      : [],
  )
  const url = omgeving.adressen.van('zaken', zicht.id)
  const wissels = herkomst.standen.filter(({ stap }) => stap === undefined)
  return [
    {
      soort: 'zaken',
      rij: {
        ...gewoneZaak(omgeving, 'keten'),
        url,
        uuid: zicht.id,
        identificatie: zicht.nummer,
        omschrijving: 'Ketenzaak',
        registratiedatum: vandaag(zicht.geopend),
        startdatum: vandaag(zicht.geopend),
        einddatum: zicht.stand === 'gesloten' ? dagVan(wissels.at(-1)?.op) : null,
        deelzaken: stappen.map(({ stap }) => stapadres(omgeving, zaak, stap)),
        relevanteAndereZaken: [],
        status: statusadres(omgeving, zicht.id, wissels),
        rollen: rollen.map(({ rij }) => rij.url),
        zaakinformatieobjecten: stukken.flatMap((rijen) => rijen.koppeling.url),
      },
    },
    ...statussen(omgeving, zaak, { soort: 'keten', url, wissels }),
    ...rollen,
    ...stukken.flatMap(({ document, inhoud, koppeling, spiegel }): Beeldrij[] => [
      {
        soort: 'enkelvoudiginformatieobjecten',
        rij: document,
        ...(inhoud !== undefined && { inhoud }),
      },
      { soort: 'zaakinformatieobjecten', rij: koppeling },
      { soort: 'objectinformatieobjecten', rij: spiegel },
    ]),
    ...stappen.flatMap((stap) => staprijen(omgeving, zaak, stap)),
  ]
}

/** What every case has, and none of ours says anything about. */
function gewoneZaak({ typen, rsin }: Beeldomgeving, soort: Ketensoort) {
  return {
    bronorganisatie: rsin,
    verantwoordelijkeOrganisatie: rsin,
    zaaktype: typen.zaaktype(soort),
    toelichting: '',
    einddatumGepland: null,
    uiterlijkeEinddatumAfdoening: null,
    publicatiedatum: null,
    productenOfDiensten: [],
    vertrouwelijkheidaanduiding: niveau,
    betalingsindicatie: '',
    betalingsindicatieWeergave: '',
    laatsteBetaaldatum: null,
    zaakgeometrie: null,
    verlenging: null,
    opschorting: { indicatie: false, reden: '' },
    hoofdzaak: null,
    eigenschappen: [],
    zaakobjecten: [],
    kenmerken: [],
    archiefnominatie: null,
    archiefstatus: 'nog_te_archiveren',
    archiefactiedatum: null,
    resultaat: null,
    opdrachtgevendeOrganisatie: '',
    processobjectaard: '',
    startdatumBewaartermijn: null,
    processobject: null,
  } as const
}

/** A field that is the same for every case of ours: what a filter on it lets through. */
export function voorbeeldzaak(omgeving: Pick<Beeldomgeving, 'typen' | 'rsin'>): Rij {
  return { url: '', ...gewoneZaak({ ...omgeving } as Beeldomgeving, 'keten') }
}

const dagVan = (moment: Date | undefined): string | null => (moment === undefined ? null : vandaag(moment))

function stapadres({ adressen }: Beeldomgeving, { zicht, herkomst }: Beeldzaak, stap: string): string {
  return adressen.van('zaken', maakDeel(zicht.id, 'stap', herkomst.plaatsen[stap]?.nr ?? 0))
}

type Wissels = Herkomst['standen']

function statusadres({ adressen }: Beeldomgeving, ketenzaak: string, wissels: Wissels): string | null {
  const laatste = wissels.at(-1)
  return laatste === undefined ? null : adressen.van('statussen', maakDeel(ketenzaak, 'status', laatste.nr))
}

function statussen(
  { adressen, typen }: Beeldomgeving,
  { zicht }: Beeldzaak,
  {
    soort,
    url,
    wissels,
    toelichting = '',
  }: {
    readonly soort: Ketensoort
    readonly url: string
    readonly wissels: Wissels
    readonly toelichting?: string
  },
): readonly Beeldrij[] {
  return wissels.map(({ nr, op, stand }, i): Beeldrij => {
    const uuid = maakDeel(zicht.id, 'status', nr)
    const isLaatste = i === wissels.length - 1
    return {
      soort: 'statussen',
      rij: {
        url: adressen.van('statussen', uuid),
        uuid,
        zaak: url,
        statustype: typen.statustype(soort, stand),
        datumStatusGezet: op.toISOString(),
        // What somebody wrote is kept of the last one: why it was refused, or what came of it.
        statustoelichting: isLaatste ? toelichting.slice(0, 1_000) : '',
        indicatieLaatstGezetteStatus: isLaatste,
        zaakinformatieobjecten: [],
      },
    }
  })
}

function staprijen(
  omgeving: Beeldomgeving,
  zaak: Beeldzaak,
  stap: ZichtbareStap<Gelezen>,
): readonly Beeldrij[] {
  const { adressen } = omgeving
  const { zicht, herkomst } = zaak
  const url = stapadres(omgeving, zaak, stap.stap)
  const wissels = herkomst.standen.filter((een) => een.stap === stap.stap)
  const open = new Set(zicht.stappen.flatMap((een) => (een.isAfgeschermd ? [] : [een.stap])))
  const rol = staprol(omgeving, zaak, stap, url)
  return [
    {
      soort: 'zaken',
      rij: {
        ...gewoneZaak(omgeving, 'stap'),
        url,
        uuid: maakDeel(zicht.id, 'stap', herkomst.plaatsen[stap.stap]?.nr ?? 0),
        identificatie: `${zicht.nummer}-${herkomst.plaatsen[stap.stap]?.nr ?? 0}`,
        omschrijving: titelVan(stap).slice(0, 80),
        toelichting: (stap.nodig ?? '').slice(0, 1_000),
        registratiedatum: dagVan(wissels[0]?.op) ?? vandaag(zicht.geopend),
        startdatum: dagVan(wissels[0]?.op) ?? vandaag(zicht.geopend),
        // The day that was agreed; what a law says about it is not known here.
        einddatumGepland: stap.termijn,
        einddatum: isAf(stap.stand) ? dagVan(wissels.at(-1)?.op) : null,
        hoofdzaak: adressen.van('zaken', zicht.id),
        deelzaken: [],
        // What it waits for, as far as that may be read.
        relevanteAndereZaken: [
          ...stap.wachtOp
            .filter((id) => open.has(id))
            .map((id) => ({ url: stapadres(omgeving, zaak, id), aardRelatie: 'bijdrage' })),
          ...zicht.stappen
            .filter((een) => open.has(een.stap) && een.wachtOp.includes(stap.stap))
            .map((een) => ({ url: stapadres(omgeving, zaak, een.stap), aardRelatie: 'vervolg' })),
        ],
        status: statusadres(omgeving, zicht.id, wissels),
        rollen: [rol.url],
        zaakinformatieobjecten: [],
      },
    },
    { soort: 'rollen', rij: rol },
    ...statussen(omgeving, zaak, { soort: 'stap', url, wissels, toelichting: stap.toelichting ?? '' }),
  ]
}

function titelVan({ titel }: ZichtbareStap<Gelezen>): string {
  if (titel === undefined) return ''
  return titel.soort === 'vrij' ? (titel.tekst ?? '') : `${titel.gebeurtenis}: ${titel.stap}`
}

function staprol(
  omgeving: Beeldomgeving,
  { zicht, herkomst }: Beeldzaak,
  { stap, eigenaar }: ZichtbareStap<Gelezen>,
  zaak: string,
): Rij {
  const plaats = {
    zaak,
    uuid: maakDeel(zicht.id, 'rol', herkomst.plaatsen[stap]?.nr ?? 0),
    soort: 'stap' as const,
    op: zicht.geopend,
  }
  if (eigenaar.soort === 'inwoner')
    return inwonerrol(omgeving, zicht, plaats) ?? eenheid(omgeving, plaats, 'inwoner', ['inwoner', 'Inwoner'])
  if (eigenaar.soort === 'organisatie')
    return eenheid(omgeving, plaats, 'uitvoerder', [
      eigenaar.organisatie,
      omgeving.naamVan(eigenaar.organisatie),
    ])
  return eenheid(omgeving, plaats, 'uitvoerder', [eigenaar.deelnemer, ''])
}

function ketenrollen(omgeving: Beeldomgeving, { zicht, herkomst }: Beeldzaak): readonly Beeldrij[] {
  const zaak = omgeving.adressen.van('zaken', zicht.id)
  const plaats = (nr: number) => ({
    zaak,
    uuid: maakDeel(zicht.id, 'rol', nr),
    soort: 'keten' as const,
    op: zicht.geopend,
  })
  const { organisatie, aanspreekpunt } = zicht.regie
  const regie = eenheid(omgeving, plaats(vasteRollen.regie), 'regie', [
    organisatie,
    omgeving.naamVan(organisatie),
  ])
  const inwoner = inwonerrol(omgeving, zicht, plaats(vasteRollen.inwoner))
  const deelnemers = zicht.deelnemers.map(({ id, wie, rol }) =>
    eenheid(
      omgeving,
      plaats(herkomst.plaatsen[id]?.nr ?? 0),
      rol,
      wie.soort === 'organisatie'
        ? [wie.organisatie, omgeving.naamVan(wie.organisatie)]
        : [id, wie.naam ?? ''],
    ),
  )
  const rijen: readonly Rij[] = [
    // Whom one can call.
    { ...regie, roltoelichting: (aanspreekpunt ?? '').slice(0, 1_000) || 'Ketenregisseur' },
    ...(inwoner === undefined ? [] : [inwoner]),
    ...deelnemers,
  ]
  return rijen.map((rij) => ({ soort: 'rollen', rij }))
}

interface Rolplaats {
  readonly zaak: string
  readonly uuid: string
  readonly soort: Ketensoort
  readonly op: Date
}

function gewoneRol({ adressen, typen }: Beeldomgeving, { zaak, uuid, soort, op }: Rolplaats, rol: Ketenrol) {
  const [omschrijving, omschrijvingGeneriek] = rolnamen[rol]
  return {
    url: adressen.van('rollen', uuid),
    uuid,
    zaak,
    afwijkendeNaamBetrokkene: '',
    roltype: typen.roltype(soort, rol),
    omschrijving,
    omschrijvingGeneriek,
    roltoelichting: omschrijving,
    registratiedatum: op.toISOString(),
    indicatieMachtiging: '',
    contactpersoonRol: null,
    statussen: [],
  } as const
}

function eenheid(
  omgeving: Beeldomgeving,
  plaats: Rolplaats,
  rol: Ketenrol,
  [id, naam]: readonly [string, string],
): Rij {
  return {
    ...gewoneRol(omgeving, plaats, rol),
    betrokkeneType: 'organisatorische_eenheid',
    betrokkeneIdentificatie: { identificatie: id.slice(0, 24), naam: naam.slice(0, 50), isGehuisvestIn: '' },
  }
}

/** Only when who it is about was shared; never by a number, always by a name of this reader alone. */
function inwonerrol(
  omgeving: Beeldomgeving,
  { betrokkene }: Zicht<Gelezen>,
  plaats: Rolplaats,
): Rij | undefined {
  if (betrokkene === undefined || betrokkene.soort === 'anoniem') return undefined
  const persoon = betrokkene.soort === 'persoon'
  return {
    ...gewoneRol(omgeving, plaats, 'inwoner'),
    betrokkeneType: 'natuurlijk_persoon',
    afwijkendeNaamBetrokkene: persoon ? '' : (betrokkene.naam ?? '').slice(0, 625),
    betrokkeneIdentificatie: {
      anpIdentificatie: persoon ? omgeving.pseudoniem(betrokkene.persoon).slice(0, 17) : '',
    },
  }
}

type Stuk = Zicht<Gelezen>['onderdelen'][number] & { readonly soort: keyof typeof documentnamen }

function maakStuk(omgeving: Beeldomgeving, { zicht, herkomst }: Beeldzaak, stuk: Stuk) {
  const { adressen, typen } = omgeving
  const plaats = herkomst.plaatsen[stuk.id]
  const nr =
    stuk.soort === 'vraag' || stuk.soort === 'uitkomst' ? vasteNummers[stuk.soort] : (plaats?.nr ?? 0)
  // What came by a command has its id: who wrote it here knew the address before it was part of a case.
  const uuid = plaats?.opdracht ?? maakDeel(zicht.id, 'document', nr)
  const zaak = adressen.van('zaken', zicht.id)
  const url = adressen.van('enkelvoudiginformatieobjecten', uuid)
  const koppeling = maakDeel(zicht.id, 'koppeling', nr)
  const { van } = stuk
  const auteur =
    van.soort === 'organisatie'
      ? omgeving.naamVan(van.organisatie)
      : van.soort === 'inwoner'
        ? 'Inwoner'
        : 'Partij'
  return {
    ...maakDocument({
      url,
      uuid,
      soort: stuk.soort,
      type: typen.documenttype(stuk.soort),
      rsin: omgeving.rsin,
      auteur,
      op: stuk.op,
      tekst: stuk.tekst,
      ...(stuk.bestand && { bestand: stuk.bestand }),
    }),
    koppeling: {
      url: adressen.van('zaakinformatieobjecten', koppeling),
      uuid: koppeling,
      informatieobject: url,
      zaak,
      aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
      titel: documentnamen[stuk.soort],
      beschrijving: '',
      registratiedatum: stuk.op.toISOString(),
      vernietigingsdatum: null,
      status: null,
    },
    spiegel: {
      url: adressen.van('objectinformatieobjecten', maakDeel(zicht.id, 'spiegel', nr)),
      informatieobject: url,
      object: zaak,
      objectType: 'zaak',
    },
  }
}
