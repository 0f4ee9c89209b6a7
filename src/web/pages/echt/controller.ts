import { beoordeel, type Controlecode, leesControlecode, maxTekens } from '../../../afzender/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { registerVan } from './bronnen.ts'
import { type Codestand, echtPagina, type Uitkomst } from './echt-pagina.ts'

export function vorm(verzoek: Verzoek): Antwoord {
  return toon(verzoek, {})
}

/** What somebody pasted came by POST, is judged in memory, and stands in no address and no log. */
export async function controleer(verzoek: Verzoek): Promise<Antwoord> {
  const wat = (verzoek.form.get('wat') ?? '').slice(0, maxTekens + 1)
  if (wat.trim() === '') return toon(verzoek, { isLeeg: true }, 400)
  const { oordelen, isMeer } = beoordeel(registerVan(verzoek.bronnen), wat)
  const codes = new Map<string, Codestand>()
  for (const { vondst, uitslag } of oordelen) {
    const gelezen = leesCode(vondst.soort === 'code' ? vondst.tekst : eigenCode(verzoek, vondst.tekst))
    if (gelezen === undefined || (uitslag.status !== 'code' && vondst.soort === 'code')) continue
    await verzoek.begrens('controlecode')
    codes.set(vondst.tekst, await zoekCode(verzoek, gelezen.code, gelezen.jws))
  }
  return toon(verzoek, { wat, uitkomst: { oordelen, isMeer, codes } })
}

/** From the QR code: the code stands in the address, and what was signed stays in the browser. */
export async function code(verzoek: Verzoek): Promise<Antwoord> {
  const gelezen = leesControlecode(verzoek.delen.code ?? '')
  const stand = gelezen.status === 'goed' ? await zoekCode(verzoek, gelezen.code) : 'verschreven'
  return toon(verzoek, { code: stand })
}

/**
 * Unknown, taken back and made up: one answer, after the same question to the database. Which message it is hears only
 * who it is for, or acts for them.
 */
async function zoekCode(
  { bronnen, mijn, wie }: Verzoek,
  welke: Controlecode,
  jws?: string,
): Promise<Codestand> {
  if (bronnen.echt === undefined) return 'onbekend'
  try {
    const gevonden = await bronnen.echt.codes.zoek(welke, jws)
    if (gevonden === undefined) return 'onbekend'
    const { bericht, ...rest } = gevonden
    const isVanHen = wie && bericht !== undefined && (await mijn?.berichten.isVan(wie.persoon, bericht))
    return { ...rest, bericht: isVanHen ? bericht : undefined }
  } catch (fout) {
    bronnen.meldFout('controlecode', fout)
    return 'stil'
  }
}

function leesCode(tekst: string | undefined): { code: Controlecode; jws?: string } | undefined {
  const [voor = '', jws] = (tekst ?? '').split('#')
  const gelezen = leesControlecode(voor)
  if (gelezen.status !== 'goed') return undefined
  return { code: gelezen.code, ...(jws !== undefined && { jws }) }
}

/** What a QR code of ours holds, pasted as a whole. */
function eigenCode({ bronnen }: Verzoek, tekst: string): string | undefined {
  const eigen = registerVan(bronnen).eigen
  if (eigen === undefined || !tekst.startsWith(eigen.origin)) return undefined
  return /^\/(?:en\/|pap\/)?echt\/([^/?]+)$/.exec(tekst.slice(eigen.origin.length))?.[1]
}

function toon(verzoek: Verzoek, wat: Uitkomst, status = 200): Antwoord {
  return { soort: 'pagina', pagina: echtPagina(verzoek, wat), status }
}
