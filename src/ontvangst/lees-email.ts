import { convert } from 'html-to-text'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { type EmailLezer, type GelezenEmail, HOOGSTENS_EMAIL, isMailadres } from './email.ts'

/** Deeper or longer than this nobody wrote. */
const grenzen = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024 } as const
/** Of a message in HTML alone; what is beyond it stands in the message itself, which then comes along. */
const maxHtml = 200_000
const htmlgrenzen = { maxDepth: 100, maxChildNodes: 10_000 } as const

/** Reads a message as RFC 5322 and MIME say. Of a message in a message only that it is there. */
export const leesEmail: EmailLezer = async (rauw) => {
  if (rauw.byteLength > HOOGSTENS_EMAIL) return 'onleesbaar'
  try {
    return gelezen(await PostalMime.parse(rauw, { ...grenzen, forceRfc822Attachments: true }))
  } catch {
    return 'onleesbaar'
  }
}

function gelezen(mail: Email): GelezenEmail | 'onleesbaar' {
  const van = adresVan(mail.from)
  const koppen = (naam: string) => mail.headers.filter(({ key }) => key === naam).map(({ value }) => value)
  const antwoordAan = (mail.replyTo ?? []).flatMap((wie) => adresVan(wie)?.adres ?? [])
  const html = mail.html ?? ''
  const woorden = woordenIn(html)
  // Without one header it is no message, but somebody who pipes in the wrong file.
  if (mail.headers.length === 0) return 'onleesbaar'
  return {
    berichtId: mail.messageId,
    van,
    onderwerp: mail.subject ?? '',
    tekst: mail.text ?? woorden ?? '',
    isHeel: woorden !== undefined && html.length <= maxHtml && staatErin(woorden, mail.text ?? woorden),
    bestanden: mail.attachments.map(({ filename, content }) => ({
      naam: filename ?? '',
      inhoud: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
    ontvangen: koppen('received'),
    ...(antwoordAan.length > 0 && { antwoordAan }),
    sporen: mail.headers.flatMap(({ key, value }) =>
      key === 'received' || key === 'authentication-results' ? [{ soort: key, waarde: value }] : [],
    ),
    isAutomatisch:
      koppen('auto-submitted').some((waarde) => !/^\s*no\b/i.test(waarde)) ||
      koppen('precedence').some((waarde) => /bulk|list|junk/i.test(waarde)) ||
      koppen('list-id').length > 0 ||
      mail.returnPath === '' ||
      koppen('return-path').some((waarde) => /^\s*<>\s*$/.test(waarde)),
  }
}

/** The words alone: what nobody sees, and where links go, is not read out. */
function woordenIn(html: string): string | undefined {
  try {
    const selectors = [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ]
    return convert(html.slice(0, maxHtml), { wordwrap: false, limits: htmlgrenzen, selectors })
  } catch {
    return undefined
  }
}

/** Two forms of one message say the same, or the text only says that there is another. */
function staatErin(woorden: string, tekst: string): boolean {
  const los = (van: string) => van.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const bekend = new Set(los(tekst))
  return los(woorden).every((woord) => bekend.has(woord))
}

function adresVan(wie: Address | undefined): GelezenEmail['van'] {
  const een = wie?.group?.[0] ?? wie
  const adres = een?.address?.trim() ?? ''
  if (!isMailadres(adres)) return undefined
  const naam = een?.name.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return { adres, ...(naam && { naam }) }
}
