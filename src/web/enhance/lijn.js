// On every page of who is on duty, or waits to be called back: says so, and says it when it rings. While such a page is
// open they are there. Without this there is a link to where all of it stands.
const strook = document.querySelector('[data-verrijk="lijn"]')
/** Named limits, in milliseconds: who comes back after a break comes later each time. */
const EERST = 1000
const HOOGSTENS = 60_000
/** As the server says it (platform/http/levend-volger.ts): there is nothing to come back for. */
const VOORBIJ = [1008, 4401]

if (strook instanceof HTMLElement) volg(strook)

/** @param {HTMLElement} plek */
function volg(plek) {
  const { soort = '', id = '', organisatie = '', bron = '' } = plek.dataset
  const titel = document.title
  let wacht = EERST
  let bezig = false
  let isWeer = false
  const kijk = async () => {
    // What is on its way may have been written before this news: it is asked again as soon as that is here.
    isWeer = bezig
    if (bezig) return
    bezig = true
    await haal().catch(() => undefined)
    bezig = false
    if (isWeer) await kijk()
  }
  const haal = async () => {
    const antwoord = await fetch(bron, { headers: { accept: 'text/html' } })
    if (!antwoord.ok) return
    const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html')
    const nu = nieuw.querySelector('[data-plek="strook"]')
    const hier = plek.querySelector('[data-plek="strook"]')
    if (!nu || !hier) return
    // What they called for is over: there is nothing left to follow.
    if (nu.hasAttribute('data-einde')) plek.querySelector('a')?.remove()
    if (nu.innerHTML === hier.innerHTML) return
    hier.replaceChildren(...nu.childNodes)
    // In a tab that nobody looks at the title is all there is.
    const belt = hier.querySelector('[data-belt]')
    document.title = belt?.textContent ? `${belt.textContent} · ${titel}` : titel
  }
  const verbind = () => {
    const adres = new URL('/levend?kant=balie', location.href)
    adres.protocol = adres.protocol === 'https:' ? 'wss:' : 'ws:'
    const draad = new WebSocket(adres)
    draad.onopen = () => {
      wacht = EERST
      for (const een of [
        { soort, id },
        { soort: 'oproepen', id: organisatie },
      ])
        draad.send(JSON.stringify({ volg: een }))
    }
    draad.onmessage = () => void kijk()
    draad.onclose = ({ code }) => {
      if (VOORBIJ.includes(code)) return
      setTimeout(verbind, wacht)
      wacht = Math.min(HOOGSTENS, wacht * 2)
    }
  }
  verbind()
}
