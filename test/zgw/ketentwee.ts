/** For tests: two installations with a database, keys, a clock and a server each, that take part in each other's cases. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { TestContext } from 'node:test'
import { openKeten } from '../../src/app-keten.ts'
import { proefcorpus } from '../../src/corpus/proefcorpus.ts'
import type { OrganisatieId } from '../../src/domain/index.ts'
import { createKern } from '../../src/platform/http/index.ts'
import { Levensloop, stilLog } from '../../src/platform/index.ts'
import { openDatabank } from '../../src/store/databank.ts'
import { openProefdatabank } from '../../src/store/proefdatabank.ts'
import { gemeente, openProefloket, svb } from '../../src/store/proefloket.ts'

const corpus = proefcorpus()
export const geheim = 'een-geheim-van-deze-twee-installaties'

/** One installation: its own database, its own keys, its own clock, and a server that can be taken away. */
async function installatie(t: TestContext, organisaties: readonly OrganisatieId[]) {
  const proef = await openProefdatabank(t)
  const hier = openProefloket(proef)
  const levensloop = new Levensloop(stilLog)
  t.after(() => levensloop.sluit())
  const keten = openKeten(
    {
      config: { bronnenNetwerk: [], demo: true, url: undefined },
      klok: { nu: () => hier.klok.nu },
      log: stilLog,
    },
    {
      opslag: { databank: proef.databank },
      corpus: { huidig: () => corpus },
      ring: hier.ring,
      toegang: {
        audit: hier.audit,
        begrenzer: { tel: async () => ({ mag: true }) },
        doelenVoor: () => ['ketenzaak'],
        pseudoniemVoor: (ontvanger, persoon) => ({
          kid: hier.ring.actief(),
          waarde: createHmac('sha256', ontvanger).update(persoon).digest('base64url'),
        }),
      },
    },
    levensloop,
  )
  const loket = keten.sluitAan(hier.loket, organisaties)
  // The same place when it comes back.
  let poort = 0
  const open = async () => {
    const server = createKern({ log: stilLog })
    await keten.registreer(server)
    const adres = new URL(await server.listen({ host: '127.0.0.1', port: poort }))
    poort = Number(adres.port)
    keten.zetAdres(adres)
    return { adres, server }
  }
  let { adres, server } = await open()
  t.after(() => server.close())
  return {
    ...hier,
    loket,
    keten,
    proef,
    adres,
    /** Tells whoever is to be told, and brings what waits. */
    ronde: async () => {
      await keten.meld(await ongemeld())
      await keten.ronde.bezorg()
    },
    sluit: () => server.close(),
    heropen: async () => {
      ;({ adres, server } = await open())
    },
  }
  async function ongemeld() {
    hier.verstuurd.length = 0
    await hier.loket.zend()
    return [...hier.verstuurd]
  }
}

export async function twee(t: TestContext) {
  const stad = await installatie(t, [gemeente])
  const agentschap = await installatie(t, [svb])
  const naar = (wie: typeof stad, pad: string) => new URL(pad, wie.adres).href
  const zet = async (wie: typeof stad, invoer: object, heeftGeheim = true) => {
    const uitkomst = await wie.keten.koppelingen.bewaar(invoer, heeftGeheim ? geheim : undefined)
    assert.equal(uitkomst.status, 'ok', JSON.stringify(uitkomst))
  }
  await zet(stad, { organisatie: gemeente, rsin: '000000012' }, false)
  await zet(stad, {
    organisatie: svb,
    client: 'svb',
    onszelf: 'stad',
    meldadres: naar(agentschap, '/keten/v1/berichten'),
  })
  await zet(agentschap, {
    organisatie: gemeente,
    client: 'stad',
    onszelf: 'svb',
    keten: naar(stad, '/keten/v1'),
    voor: svb,
  })
  const henk = agentschap.medewerker(svb)
  return { stad, agentschap, henk, naar }
}

export async function openEigenaar(proef: Awaited<ReturnType<typeof openProefdatabank>>, t: TestContext) {
  const databank = openDatabank({ url: proef.url, log: stilLog, max: 1 })
  t.after(() => databank.destroy())
  return databank
}
