import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startApp } from '../src/app.ts'
import { type Bewijs, openSleutelring, verzegelBewijs } from '../src/audit/index.ts'
import { maakPersoonId } from '../src/domain/index.ts'
import { loadConfig, PlatformError, stilLog, systeemklok } from '../src/platform/index.ts'
import { bewijsOpslag } from '../src/store/bewijs.ts'
import { maakProefmap, openProefdatabank } from '../src/store/proefdatabank.ts'

test('a server without a key of the vault or of the evidence does not start, and says which and what to do', async (t) => {
  const { url, databank, alsRol } = await openProefdatabank(t)
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const basis = { DATABASE_URL: url, VOORDEUR_DATA: map, VOORDEUR_PORT: '0', DEMO: 'false' }
  const config = loadConfig(basis, map)
  const eerste = await startApp({ config, klok: systeemklok, log: stilLog })
  await eerste.sluit()
  await sql`insert into kluis_sleutel (kid) values ('k0123456789')`.execute(databank)
  await assert.rejects(startApp({ config, klok: systeemklok, log: stilLog }), (fout) => {
    assert.ok(fout instanceof PlatformError)
    assert.equal(fout.code, 'sleutel-ontbreekt')
    assert.match(fout.message, /k0123456789 \(kluis\)\. Zet het geheim/)
    return true
  })
  await sql`delete from kluis_sleutel where kid = 'k0123456789'`.execute(databank)

  // A resident logged in under a key that the vault does not need any more; the line about it does.
  const start = (sleutel: string, vorige?: string) => {
    const omgeving = {
      ...basis,
      VOORDEUR_SLEUTEL: sleutel,
      ...(vorige && { VOORDEUR_SLEUTEL_VORIGE: vorige }),
    }
    return startApp({ config: loadConfig(omgeving, map), klok: systeemklok, log: stilLog })
  }
  const [toen, nu] = ['een-geheim-van-toen-dat-lang-genoeg-is', 'een-geheim-van-nu-dat-lang-genoeg-is']
  const ring = openSleutelring(() => [toen])
  const persoon = maakPersoonId(new Date(), randomBytes)
  const regel: Bewijs = {
    onderwerp: `persoon:${persoon}`,
    soort: 'verwerking',
    tijd: new Date(),
    codes: {},
    inhoud: { persoon, verwerking: 'inloggen', organisatie: undefined, waarde: {} },
  }
  const bewijs = bewijsOpslag({ databank, bewijs: alsRol('bewijs') })
  await bewijs.schrijf([verzegelBewijs(ring, regel, randomBytes)])
  await assert.rejects(start(nu), (fout) => {
    assert.ok(fout instanceof PlatformError)
    assert.equal(fout.code, 'sleutel-ontbreekt')
    assert.ok(fout.message.startsWith(`${ring.actief()} (bewijs). Zet het geheim`), fout.message)
    return true
  })
  await (await start(nu, toen)).sluit()
})
