import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { systeemwekker, type Wekker } from '../../platform/bron/index.ts'
import { type Gedrag, gedragingen, gedragVan } from './gedrag.ts'
import type { Postbord } from './postbord.ts'
import { terugpost } from './terugpost.ts'

export interface SmtpOpties {
  readonly bord: Postbord
  readonly nu: () => Date
  readonly wekker?: Wekker | undefined
  readonly adres?: string | undefined
  /** 0 lets the system choose. */
  readonly poort?: number | undefined
  /** With a certificate it offers STARTTLS; without one it does not. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Brings what comes back to whoever takes in mail for that domain. */
  readonly stuurTerug: (ruw: string, ontvanger: string) => Promise<void>
}

export interface Smtpdienst {
  readonly url: URL
  /** For every address, until `undefined`; otherwise the name before the @ says it. */
  readonly zetGedrag: (gedrag: Gedrag | undefined) => void
  readonly sluit: () => Promise<void>
}

const maxBytes = 1024 * 1024
const traagMs = 6_000
/** What comes back is under way for a while. */
const terugMs = 500

/** The mail server of nobody in particular: takes mail for any address, and behaves as the address says. */
export async function startSmtp(opties: SmtpOpties): Promise<Smtpdienst> {
  const { adres = '127.0.0.1', poort = 0, tls } = opties
  const dienst: Lopend = { opties, gedrag: undefined, gezien: new Set(), wekkers: new Set() }
  const server = new SMTPServer({
    name: 'mx.proef.example',
    disabledCommands: tls === undefined ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...tls,
    authOptional: true,
    hideDSN: false,
    disableReverseLookup: true,
    size: maxBytes,
    closeTimeout: 1,
    onRcptTo: ({ address }, _sessie, klaar) => klaar(weigering(dienst, address)),
    onData: (stroom, sessie, klaar) => {
      const breek = () => {
        for (const verbinding of server.connections) if (verbinding.id === sessie.id) verbinding.close()
      }
      neemAan(dienst, stroom, sessie, { klaar, breek }).catch((fout: Error) => klaar(fout))
    },
  })
  // A client that goes away is no news here.
  server.on('error', () => {})
  await new Promise<void>((klaar, mis) => {
    server.server.once('error', mis)
    server.listen(poort, adres, klaar)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: new URL(`smtp://${adres}:${port}`),
    zetGedrag: (gedrag) => {
      dienst.gedrag = gedrag
    },
    sluit: () => {
      for (const stop of dienst.wekkers) stop()
      return new Promise((klaar) => server.close(() => klaar()))
    },
  }
}

interface Lopend {
  readonly opties: SmtpOpties
  gedrag: Gedrag | undefined
  /** Who was told once to come back. */
  readonly gezien: Set<string>
  readonly wekkers: Set<() => void>
}

/** What it says before it has read anything. */
function weigering(dienst: Lopend, adres: string): Error | undefined {
  const zeg = (responseCode: number, tekst: string) => Object.assign(new Error(tekst), { responseCode })
  switch (dienst.gedrag ?? gedragVan(adres)) {
    case 'weigert':
      return zeg(550, `5.1.1 <${adres}>: Recipient address rejected: User unknown`)
    case 'vol':
      return zeg(452, '4.2.2 Mailbox full')
    case 'grijs': {
      if (dienst.gezien.has(adres)) return undefined
      dienst.gezien.add(adres)
      return zeg(451, '4.7.1 Greylisted, please try again later')
    }
    default:
      return undefined
  }
}

interface Antwoorden {
  readonly klaar: (fout?: Error | null, bericht?: string) => void
  readonly breek: () => void
}

async function neemAan(
  dienst: Lopend,
  stroom: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  { klaar, breek }: Antwoorden,
): Promise<void> {
  const { bord, nu } = dienst.opties
  const delen: Buffer[] = []
  // What a stream of bytes gives are bytes.
  for await (const deel of stroom) delen.push(deel as Buffer)
  const ruw = Buffer.concat(delen)
  const aan = envelope.rcptTo[0]?.address ?? ''
  const gedrag = dienst.gedrag ?? gedragVan(aan)
  if (gedrag === 'hangt') return
  if (gedrag === 'breekt') return breek()
  const { subject = '', text = '', headers } = await PostalMime.parse(ruw)
  const retour = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  const stuk = bord.neem({
    op: nu(),
    weg: 'email',
    aan,
    onderwerp: subject,
    tekst: text,
    retour,
    koppen: headers.map(({ originalKey, value }) => [originalKey, value] as const),
    ruw,
    stand: gedragingen[gedrag],
  })
  const antwoord = `2.0.0 Ok: queued as ${stuk.nummer.toString(16).toUpperCase().padStart(8, '0')}`
  if (gedrag === 'traag') straks(dienst, traagMs, () => klaar(null, antwoord))
  else klaar(null, antwoord)
  const terug = terugpost(gedrag, {
    aan: retour,
    ontvanger: aan,
    op: nu(),
    koppen: ruw.toString('latin1').split('\r\n\r\n')[0] ?? '',
    envid: envelope.dsn?.envid ?? undefined,
  })
  // A mail without a return path is never answered (RFC 5321 §4.5.5).
  if (terug === undefined || retour === '') return
  straks(dienst, terugMs, () => {
    dienst.opties.stuurTerug(terug, retour).then(
      () => {
        stuk.stand = `${stuk.stand}; dat is gebracht`
      },
      () => {
        stuk.stand = `${stuk.stand}; dat kon niet worden gebracht`
      },
    )
  })
}

function straks({ opties, wekkers }: Lopend, ms: number, doe: () => void): void {
  const stop = (opties.wekker ?? systeemwekker)(ms, () => {
    wekkers.delete(stop)
    doe()
  })
  wekkers.add(stop)
}
