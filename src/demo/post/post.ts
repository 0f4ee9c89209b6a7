import { randomUUID } from 'node:crypto'
import type { Wekker } from '../../platform/bron/index.ts'
import { startNotify } from './notify.ts'
import { Postbord } from './postbord.ts'
import { type Smtpdienst, startSmtp } from './smtp.ts'

/** Where one can be told what became of something, and with which key. */
export interface Meldadres {
  readonly naar: string
  /** Sent as it is, in `Authorization`. */
  readonly auth: string
}

export interface Post {
  readonly smtp: Pick<Smtpdienst, 'url' | 'zetGedrag'>
  readonly notify: {
    readonly url: URL
    readonly beheerUrl: URL
    /** As the service hands it out: a name, the id of the service, the secret. */
    readonly sleutel: string
    readonly sjablonen: { readonly sms: string; readonly email: string }
  }
  /** Where a developer looks at what was sent. */
  readonly pagina: URL
  readonly bord: Postbord
  /** What comes back is thrown away until it is known where it goes. */
  readonly zetMeldadressen: (adressen: { readonly email?: Meldadres; readonly notify?: Meldadres }) => void
  readonly sluit: () => Promise<void>
}

export interface PostOpties {
  readonly nu: () => Date
  readonly beheersleutel: string
  readonly wekker?: Wekker | undefined
  readonly adres?: string | undefined
  readonly poorten?: { readonly smtp?: number | undefined; readonly notify?: number | undefined }
}

/** A mail server and a service for SMS and letters, that deliver nothing and show what they were given. */
export async function startPost({ nu, beheersleutel, wekker, adres, poorten }: PostOpties): Promise<Post> {
  const bord = new Postbord()
  let meldadressen: Parameters<Post['zetMeldadressen']>[0] = {}
  const breng = async (adres: Meldadres | undefined, soort: string, lichaam: string) => {
    if (adres === undefined) throw new Error('nergens heen')
    const { ok } = await fetch(adres.naar, {
      method: 'POST',
      headers: { 'content-type': soort, authorization: adres.auth },
      body: lichaam,
      signal: AbortSignal.timeout(10_000),
    })
    if (!ok) throw new Error('niet aangenomen')
  }
  const [dienst, geheim] = [randomUUID(), randomUUID()]
  const sjablonen = { sms: randomUUID(), email: randomUUID() }
  const notify = await startNotify({
    bord,
    nu,
    wekker,
    adres,
    poort: poorten?.notify,
    dienst,
    geheim,
    sjablonen: Object.values(sjablonen),
    beheersleutel,
    meld: (lichaam) => breng(meldadressen.notify, 'application/json', JSON.stringify(lichaam)),
  })
  try {
    const smtp = await startSmtp({
      bord,
      nu,
      wekker,
      adres,
      poort: poorten?.smtp,
      stuurTerug: (ruw) => breng(meldadressen.email, 'message/rfc822', ruw),
    })
    return {
      smtp,
      notify: { ...notify, sleutel: `proef-${dienst}-${geheim}`, sjablonen },
      pagina: new URL('/', notify.url),
      bord,
      zetMeldadressen: (adressen) => {
        meldadressen = adressen
      },
      sluit: async () => {
        await smtp.sluit()
        await notify.sluit()
      },
    }
  } catch (fout) {
    await notify.sluit()
    throw fout
  }
}
