import { kanalenSamen } from './kanalen-samen.ts'
for (const m of await kanalenSamen(400)) console.log(m.naam, m.waarde, m.eenheid)
process.exit(0)
