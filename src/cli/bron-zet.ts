/**
 * `voordeur bron zet <bestand.json>`: connects an organisation, or changes a connection. The file names no secret but
 * says in `geheim_uit` in which variable of the environment each stands. What it does not name stays as it is, also inside
 * a part such as the addresses, so that rules made on the pages are not lost.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseOrganisatieId } from '../domain/index.ts'
import { bewaarGetest, type Geheimsoort, geheimsoorten } from '../zaken/index.ts'
import { metBronnen } from './bronnen.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { VoerUit, Wereld } from './opdracht.ts'

const variabele = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const bestandvorm = z.looseObject({
  geheim_uit: z
    .strictObject({
      register: variabele.optional(),
      klant: variabele.optional(),
      certificaat: variabele.optional(),
    })
    .default({}),
})

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const gelezen = leesBestand(getypt, wereld)
  if (gelezen === undefined) return 2
  return metBronnen(wereld, async ({ beheer, t }) => {
    const { geheimen, invoer } = gelezen
    const id = parseOrganisatieId(Reflect.get(invoer, 'organisatie'))
    const oud = id && (await beheer.aansluitingen.vind(id))
    const { uitkomst, gezakt } = await bewaarGetest(beheer, {
      invoer: metOud(oud?.aansluiting, invoer),
      geheimen,
      door: { soort: 'opdracht' },
    })
    if (uitkomst.status === 'ingehaald') {
      wereld.fout(t('bronnen.vorm.ingehaald'))
      return 1
    }
    if (uitkomst.status === 'ongeldig') {
      for (const { veld, code, wat } of uitkomst.fouten)
        wereld.fout(`${veld}: ${t(`bronnen.fout.${code}`, { naam: wat ?? '' })}`)
      return 1
    }
    const stand = id && (await beheer.aansluitingen.vind(id))?.aansluiting.stand
    const nu = stand === undefined ? '' : ` ${t(`bronnen.stand_uitleg.${stand}`)}`
    wereld.uit(
      uitkomst.wat.length === 0
        ? `${t('bronnen.gedaan.niets')}${nu}`
        : `${t('bronnen.gedaan.bewaard')} ${t('bronnen.versies.versie', { versie: uitkomst.versie })}: ${uitkomst.wat.map((deel) => t(`bronnen.deel.${deel}`)).join(', ')}.${nu}`,
    )
    if (gezakt === undefined) return 0
    wereld.fout(`${t('bronnen.test.niet_aan')} Zie: voordeur bron test ${id}`)
    return 1
  })
}

/** Part by part; a list is replaced as a whole. Another way of logging in keeps nothing of the one before. */
export function metOud(oud: object | undefined, nieuw: object): object {
  const samen = Object.entries(nieuw).map(([naam, deel]: [string, unknown]) => {
    const was: unknown = oud && Reflect.get(oud, naam)
    const isAnders =
      isObject(was) && isObject(deel) && 'soort' in deel && deel.soort !== Reflect.get(was, 'soort')
    return [naam, isObject(was) && isObject(deel) && !isAnders ? metOud(was, deel) : deel]
  })
  return { ...oud, ...Object.fromEntries(samen) }
}

function isObject(waarde: unknown): waarde is object {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** Where it goes wrong, when the reader of JSON says so; never what stands there, which may be a secret. */
function geenJson({ message }: SyntaxError): string {
  const plek = /\(line (\d+) column (\d+)\)/.exec(message)
  return plek === null
    ? 'Dit is geen JSON. Het bestand houdt te vroeg op.'
    : `Dit is geen JSON: kijk bij regel ${plek[1]}, teken ${plek[2]}.`
}

function leesBestand(
  getypt: string,
  { werkmap, omgeving, fout }: Wereld,
): { invoer: object; geheimen: Partial<Record<Geheimsoort, string>> } | undefined {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(resolve(werkmap, getypt), 'utf8'))
  } catch (reden) {
    fout(reden instanceof SyntaxError ? `${getypt}: ${geenJson(reden)}` : onleesbaar(getypt, reden))
    return undefined
  }
  if (!isObject(json)) {
    fout(`${getypt}: Hier hoort één aansluiting te staan, tussen { en }.`)
    return undefined
  }
  const gelezen = bestandvorm.safeParse(json)
  if (!gelezen.success) {
    fout(
      `${getypt}: geheim_uit noemt per geheim (register, klant, certificaat) een omgevingsvariabele in hoofdletters.`,
    )
    return undefined
  }
  const { geheim_uit: uit, ...invoer } = gelezen.data
  const geheimen: Partial<Record<Geheimsoort, string>> = {}
  for (const soort of geheimsoorten) {
    const naam = uit[soort]
    if (naam === undefined) continue
    const waarde = omgeving[naam]?.trim()
    if (!waarde) {
      fout(`Het geheim staat niet in ${naam}.`)
      return undefined
    }
    geheimen[soort] = waarde
  }
  return { invoer, geheimen }
}
