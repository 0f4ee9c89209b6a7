/**
 * `voordeur bron zet <bestand.json>`: connects an organisation, or changes a connection. The file names no secret but
 * says in `geheim_uit` in which variable of the environment each stands. What it does not name stays as it is, so that
 * rules made on the pages are not lost.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseOrganisatieId } from '../domain/index.ts'
import { type Geheimsoort, geheimsoorten } from '../zaken/index.ts'
import { metBronnen } from './bronnen.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { VoerUit, Wereld } from './opdracht.ts'

const variabele = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const bestandvorm = z.looseObject({
  geheim_uit: z.strictObject({ register: variabele.optional(), klant: variabele.optional() }).default({}),
})

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const gelezen = leesBestand(getypt, wereld)
  if (gelezen === undefined) return 2
  return metBronnen(wereld, async ({ beheer, t }) => {
    const { geheimen, invoer } = gelezen
    const id = parseOrganisatieId(Reflect.get(invoer, 'organisatie'))
    const oud = id && (await beheer.aansluitingen.vind(id))
    const uitkomst = await beheer.aansluitingen.bewaar({
      invoer: { ...oud?.aansluiting, ...invoer },
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
    wereld.uit(
      uitkomst.wat.length === 0
        ? t('bronnen.gedaan.niets')
        : `${t('bronnen.gedaan.bewaard')} ${t('bronnen.versies.versie', { versie: uitkomst.versie })}: ${uitkomst.wat.map((deel) => t(`bronnen.deel.${deel}`)).join(', ')}.`,
    )
    return 0
  })
}

function leesBestand(
  getypt: string,
  { werkmap, omgeving, fout }: Wereld,
): { invoer: object; geheimen: Partial<Record<Geheimsoort, string>> } | undefined {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(resolve(werkmap, getypt), 'utf8'))
  } catch (reden) {
    fout(reden instanceof SyntaxError ? `${getypt}: Dit is geen JSON.` : onleesbaar(getypt, reden))
    return undefined
  }
  const gelezen = bestandvorm.safeParse(json)
  if (!gelezen.success) {
    fout(`${getypt}: geheim_uit noemt per geheim (register, klant) een omgevingsvariabele in hoofdletters.`)
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
