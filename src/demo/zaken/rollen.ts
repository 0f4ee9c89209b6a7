import type { Adressen, JsonObject, Rij } from '../../zgw/aanbieder/index.ts'
import type { Persoon } from '../bevolking/persoon.ts'
import type { Roltype, Typen } from './catalogus.ts'
import type { Zaakorganisatie } from './organisaties.ts'
import type { Zaakplan } from './plan.ts'
import { uuidVan, zaadVan } from './sleutel.ts'

/** Looks somebody up by their number in the made-up population. */
export type Mensen = (nr: number) => Persoon

interface Wie {
  readonly rol: Roltype
  readonly type: string
  readonly identificatie: JsonObject
  readonly naam: string
  readonly meer?: JsonObject
}

interface Omgeving {
  readonly organisatie: Zaakorganisatie
  readonly adressen: Adressen
  readonly typen: Typen
  readonly mensen: Mensen
}

/** Who has to do with a case: somebody, whom they act for, and always an official, whose name no resident sees. */
export function maakRollen(
  { organisatie, adressen, typen, mensen }: Omgeving,
  plan: Zaakplan,
  zaak: string,
): Rij[] {
  const wie = [...betrokkenen(organisatie, plan, mensen), behandelaar(plan)]
  return wie.map(({ rol, type, identificatie, naam, meer }, i) => {
    const uuid = uuidVan(`${plan.sleutel}/rol/${i}`)
    return {
      url: adressen.van('rollen', uuid),
      uuid,
      zaak,
      betrokkeneType: type,
      afwijkendeNaamBetrokkene: '',
      roltype: typen.roltype(plan.soort.id, rol),
      omschrijving: naam,
      omschrijvingGeneriek: rol,
      roltoelichting: naam,
      registratiedatum: new Date(plan.beginMs).toISOString(),
      indicatieMachtiging: '',
      contactpersoonRol: null,
      statussen: [],
      betrokkeneIdentificatie: identificatie,
      ...meer,
    }
  })
}

function betrokkenen({ gewoonten, rsin }: Zaakorganisatie, plan: Zaakplan, mensen: Mensen): Wie[] {
  const { persoon, soort } = plan
  if (persoon.onderneming !== undefined && soort.onderwerp === 'Ondernemen') {
    return [onderneming(persoon, gewoonten.kvkInInnNnpId === true)]
  }
  const rol: Roltype = soort.isOpgelegd === true ? 'belanghebbende' : 'initiator'
  const voor = persoon.vertegenwoordigd
  const zelf = natuurlijk(persoon, rol)
  if (voor !== undefined && rol === 'initiator') {
    // The one who acts started it; the one for whom is who it is about.
    return [
      { ...natuurlijk(mensen(voor.door), 'initiator'), meer: { indicatieMachtiging: 'gemachtigde' } },
      { ...natuurlijk(persoon, 'belanghebbende'), meer: { indicatieMachtiging: 'machtiginggever' } },
    ]
  }
  if (gewoonten.meerRollen !== true) return [zelf]
  const partner =
    persoon.partner === undefined ? [] : [natuurlijk(mensen(persoon.partner.nr), 'mede_initiator')]
  const eenheid: Wie = {
    rol: 'belanghebbende',
    type: 'organisatorische_eenheid',
    identificatie: { identificatie: rsin, naam: 'Team toezicht', isGehuisvestIn: '' },
    naam: 'Belanghebbende',
  }
  return [zelf, natuurlijk(persoon, 'belanghebbende'), ...partner, eenheid]
}

const namen: Readonly<Record<Roltype, string>> = {
  initiator: 'Aanvrager',
  belanghebbende: 'Belanghebbende',
  mede_initiator: 'Mede-aanvrager',
  behandelaar: 'Behandelaar',
}

function natuurlijk(persoon: Persoon, rol: Roltype): Wie {
  return {
    rol,
    type: 'natuurlijk_persoon',
    naam: namen[rol],
    identificatie: {
      inpBsn: persoon.bsn ?? '',
      anpIdentificatie: '',
      inpA_nummer: '',
      geslachtsnaam: persoon.geslachtsnaam,
      voorvoegselGeslachtsnaam: persoon.voorvoegsel,
      voorletters: `${persoon.voornamen.slice(0, 1)}.`,
      voornamen: persoon.voornamen,
      geslachtsaanduiding: { M: 'm', V: 'v', O: 'o' }[persoon.geslacht],
      geboortedatum: persoon.geboren,
      verblijfsadres: null,
      subVerblijfBuitenland: null,
    },
  }
}

function onderneming({ onderneming: zaak, geslachtsnaam }: Persoon, inVerkeerdVeld: boolean): Wie {
  const { kvk = '', vestiging = '', handelsnaam = '' } = zaak ?? {}
  const contactpersoonRol = { naam: geslachtsnaam.slice(0, 40), functie: '', telefoonnummer: '' }
  const meer = { contactpersoonRol }
  if (!inVerkeerdVeld) {
    const identificatie = {
      vestigingsNummer: vestiging,
      handelsnaam: [handelsnaam],
      kvkNummer: kvk,
      verblijfsadres: null,
      subVerblijfBuitenland: null,
    }
    return { rol: 'initiator', type: 'vestiging', naam: namen.initiator, identificatie, meer }
  }
  const identificatie = {
    innNnpId: kvk,
    annIdentificatie: '',
    statutaireNaam: handelsnaam,
    innRechtsvorm: '',
    bezoekadres: '',
    subVerblijfBuitenland: null,
  }
  return { rol: 'initiator', type: 'niet_natuurlijk_persoon', naam: namen.initiator, identificatie, meer }
}

const ambtenaren = ['Rozendaal', 'Wigboldus', 'Haverkort', 'Tichelaar', 'Blaauboer', 'Zandvliet'] as const

function behandelaar({ sleutel }: Zaakplan): Wie {
  const zaad = zaadVan(`${sleutel}/behandelaar`)
  const identificatie = {
    identificatie: `med-${zaad.heel(100, 999)}`,
    achternaam: zaad.kies(ambtenaren),
    voorletters: 'K.',
    voorvoegselAchternaam: '',
  }
  return { rol: 'behandelaar', type: 'medewerker', naam: namen.behandelaar, identificatie }
}
