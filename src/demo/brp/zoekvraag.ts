import { type Antwoord, alsObject } from '../dienst/dienst.ts'
import { type InvalidParam, paramsCombination, paramsValidation } from './problem.ts'
import {
  gezagPersoonBeperktVelden,
  magVeld,
  persoonBeperktVelden,
  persoonVelden,
  type Velden,
} from './velden.ts'

type Soort = { readonly patroon: string } | 'datum' | 'huisnummer' | 'boolean' | 'bsns'

interface Zoektype {
  readonly verplicht: Readonly<Record<string, Soort>>
  readonly vrij: Readonly<Record<string, Soort>>
  readonly velden: Velden
  /** More than this is refused. */
  readonly max: number
}

const gemeente = { patroon: '^[0-9]{4}$' }
const geslachtsnaam = {
  patroon: "^[a-zA-Z0-9À-ž \\.\\-\\']{1,200}$|^[a-zA-Z0-9À-ž \\.\\-\\']{3,199}\\*{1}$",
}
const voornamen = { patroon: "^[a-zA-Z0-9À-ž \\.\\-\\']{1,199}\\*{0,1}$" }
const straat = { patroon: "^[a-zA-Z0-9À-ž \\-\\'\\.]{1,80}$|^[a-zA-Z0-9À-ž \\-\\'\\.]{7,79}\\*{1}$" }
const objectId = { patroon: '^(?!0{16})[0-9]{16}$' }
const bijHuisnummer: Readonly<Record<string, Soort>> = {
  huisletter: { patroon: '^[a-zA-Z]{1}$' },
  huisnummertoevoeging: { patroon: '^[a-zA-Z0-9 \\-]{1,4}$' },
}
const altijd: Readonly<Record<string, Soort>> = {
  gemeenteVanInschrijving: gemeente,
  inclusiefOverledenPersonen: 'boolean',
}

/** One row for each way to ask; the code below receives a row. */
export const zoektypen: Readonly<Record<string, Zoektype>> = {
  RaadpleegMetBurgerservicenummer: {
    verplicht: { burgerservicenummer: 'bsns' },
    vrij: { gemeenteVanInschrijving: gemeente },
    velden: persoonVelden,
    max: 20,
  },
  ZoekMetGeslachtsnaamEnGeboortedatum: {
    verplicht: { geboortedatum: 'datum', geslachtsnaam },
    vrij: {
      ...altijd,
      geslacht: { patroon: '^([Mm]|[Vv]|[Oo])$' },
      voorvoegsel: { patroon: "^[a-zA-Z \\']{1,10}$" },
      voornamen,
    },
    velden: persoonBeperktVelden,
    max: 10,
  },
  ZoekMetNaamEnGemeenteVanInschrijving: {
    verplicht: { gemeenteVanInschrijving: gemeente, geslachtsnaam, voornamen },
    vrij: { inclusiefOverledenPersonen: 'boolean', voorvoegsel: { patroon: "^[a-zA-Z \\']{1,10}$" } },
    velden: persoonBeperktVelden,
    max: 10,
  },
  ZoekMetPostcodeEnHuisnummer: {
    verplicht: { huisnummer: 'huisnummer', postcode: { patroon: '^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$' } },
    vrij: { ...altijd, ...bijHuisnummer },
    velden: persoonBeperktVelden,
    max: 30,
  },
  ZoekMetStraatHuisnummerEnGemeenteVanInschrijving: {
    verplicht: { gemeenteVanInschrijving: gemeente, huisnummer: 'huisnummer', straat },
    vrij: { inclusiefOverledenPersonen: 'boolean', ...bijHuisnummer },
    velden: persoonBeperktVelden,
    max: 30,
  },
  ZoekMetNummeraanduidingIdentificatie: {
    verplicht: { nummeraanduidingIdentificatie: objectId },
    vrij: altijd,
    velden: persoonBeperktVelden,
    max: 30,
  },
  ZoekMetAdresseerbaarObjectIdentificatie: {
    verplicht: { adresseerbaarObjectIdentificatie: objectId },
    vrij: altijd,
    velden: gezagPersoonBeperktVelden,
    max: 30,
  },
}

export interface Zoekvraag {
  readonly type: string
  readonly soort: Zoektype
  readonly fields: readonly string[]
  readonly params: Readonly<Record<string, unknown>>
}

/** The question, or the problem that says everything that is wrong with it. */
export function leesZoekvraag(json: unknown): Zoekvraag | Antwoord {
  const { type, fields, ...params } = alsObject(json)
  if (type === undefined || type === null) return paramsCombination([verplicht('type')])
  const soort = typeof type === 'string' && Object.hasOwn(zoektypen, type) ? zoektypen[type] : undefined
  if (typeof type !== 'string' || soort === undefined) {
    return paramsValidation([{ code: 'value', name: 'type', reason: 'Waarde is geen geldig zoek type.' }])
  }
  const mist = [...Object.keys(soort.verplicht), 'fields'].filter(
    (naam) => (naam === 'fields' ? fields : params[naam]) === undefined,
  )
  if (mist.length > 0) return paramsCombination(mist.map(verplicht))
  const fouten = [...controleerParams(soort, params), ...controleerFields(fields, soort.velden)]
  if (fouten.length > 0) return paramsValidation(fouten)
  // controleerFields has seen that it is a list of strings.
  return { type, soort, fields: fields as readonly string[], params }
}

function controleerParams(soort: Zoektype, params: Readonly<Record<string, unknown>>): InvalidParam[] {
  const soorten = { ...soort.verplicht, ...soort.vrij }
  return Object.entries(params).flatMap(([name, waarde]): InvalidParam[] => {
    const hoort = Object.hasOwn(soorten, name) ? soorten[name] : undefined
    if (hoort === undefined) return [{ code: 'unknownParam', name, reason: 'Parameter is niet verwacht.' }]
    return controleer(name, waarde, hoort)
  })
}

function controleer(name: string, waarde: unknown, soort: Soort): InvalidParam[] {
  if (soort === 'bsns') return controleerLijst(name, waarde, 20, (een) => patroonfout(een, '^[0-9]{9}$'))
  if (soort === 'datum') {
    const isDatum =
      typeof waarde === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(waarde) && !Number.isNaN(Date.parse(waarde))
    return isDatum ? [] : [{ code: 'date', name, reason: 'Waarde is geen geldige datum.' }]
  }
  if (soort === 'boolean') {
    return typeof waarde === 'boolean' ? [] : [{ code: 'boolean', name, reason: 'Waarde is geen boolean.' }]
  }
  if (soort === 'huisnummer') {
    const isNummer = Number.isInteger(Number(waarde)) && Number(waarde) >= 1 && Number(waarde) <= 99_999
    return isNummer ? [] : [{ code: 'integer', name, reason: 'Waarde is geen geldig getal.' }]
  }
  const fout = patroonfout(waarde, soort.patroon)
  return fout === undefined ? [] : [{ ...fout, name }]
}

function controleerFields(fields: unknown, velden: Velden): InvalidParam[] {
  return controleerLijst('fields', fields, 130, (een) => {
    const fout = patroonfout(een, '^[a-zA-Z0-9\\._]{1,200}$')
    if (fout !== undefined || typeof een !== 'string') return fout
    const mag = magVeld(velden, een)
    if (mag === 'ja') return undefined
    const woord = mag === 'niet-bestaand' ? 'bestaande' : 'toegestane'
    return { code: 'fields', reason: `Parameter bevat een niet ${woord} veldnaam.` }
  })
}

function controleerLijst(
  name: string,
  waarde: unknown,
  max: number,
  perStuk: (een: unknown) => Omit<InvalidParam, 'name'> | undefined,
): InvalidParam[] {
  if (!Array.isArray(waarde)) return [{ code: 'array', name, reason: 'Parameter is geen array.' }]
  if (waarde.length === 0) return [{ code: 'minItems', name, reason: 'Array bevat minder dan 1 items.' }]
  if (waarde.length > max) return [{ code: 'maxItems', name, reason: `Array bevat meer dan ${max} items.` }]
  return waarde.flatMap((een, i) => {
    const fout = perStuk(een)
    return fout === undefined ? [] : [{ ...fout, name: `${name}[${i}]` }]
  })
}

function patroonfout(waarde: unknown, patroon: string): Omit<InvalidParam, 'name'> | undefined {
  if (typeof waarde === 'string' && new RegExp(patroon).test(waarde)) return undefined
  return { code: 'pattern', reason: `Waarde voldoet niet aan patroon ${patroon}.` }
}

function verplicht(name: string): InvalidParam {
  return { code: 'required', name, reason: 'Parameter is verplicht.' }
}
